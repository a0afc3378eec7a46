"""When a quotation was said: from the clause of its cue, never from its own words."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import attrs
import pytest

from quotekit._plugins.dates import Dates
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Article, Mention, MentionKind, Quote, QuoteKind, Selection
from quotekit.pipeline import Extractor
from quotekit.registry import Registry
from quotekit.spans import Span

pytestmark = pytest.mark.once

REGISTRY = Registry(entry_points=False)
TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "dates" / "said.toml").read_text(encoding="utf-8")
)
MARK_RE = re.compile(
    r"‹(?P<contents>[^›]+)›|«(?P<cue>[^»]+)»|\[(?P<time>[^\]|]+)\|(?P<value>[^\]]+)\]"
)


def parse(marked):
    """Return the text, its quotation, and the words and value of the time of saying."""
    text, last, found = "", 0, {}
    for match in MARK_RE.finditer(marked):
        text += marked[last : match.start()]
        kind = match.lastgroup if match.lastgroup != "value" else "time"
        words = match["time"] if kind == "time" else match[kind]
        found[kind] = Span(len(text), len(text) + len(words))
        if kind == "time":
            found["value"] = match["value"]
        text += words
        last = match.end()
    text += marked[last:]
    quote = Quote([found["contents"]], QuoteKind.DIRECT, cue=[found["cue"]])
    return text, quote, found.get("time"), found.get("value")


@pytest.mark.parametrize("marked", TABLE["cases"])
def test_the_clause_of_the_cue_tells_when(marked):
    text, quote, span, value = parse(marked)
    article = Article(text, published=TABLE["anchor"])
    document = Document(article, REGISTRY.language("en"), tagger=REGISTRY.tag_tokens)
    times = [
        REGISTRY.normalize_time(document, time, article.published) or time
        for time in REGISTRY.find_times(document)
    ]
    said = REGISTRY.date_quote(document, quote, times)
    assert (said.span if said else None) == span
    assert (said.value if said else None) == value


@pytest.mark.parametrize(
    ("language", "text", "value", "resolved"),
    [
        ("de", "„‹Nein›“, «sagte» Ida Moss vor zwei Jahren.", "P2Y", "2020"),
        ("de", "Ida Moss «sagte» vor zwei Wochen, ‹sie bleibe›.", "P2W", "2022-W08"),
        ("de", "Ida Moss «sagte», ‹sie bleibe›, in zwei Jahren.", None, None),
        ("es", "“‹No›”, «dijo» Ida Moss hace dos años.", "P2Y", "2020"),
        ("it", "“‹No›”, «disse» Ida Moss due anni fa.", "P2Y", "2020"),
        ("fr", "“‹Non›”, «a dit» Ida Moss il y a deux ans.", "2020", None),
        (
            "es",
            "Ida Moss «dijo» entre el 3 y el 5 de mayo de 2021 ‹que no›.",
            "2021-05-03/2021-05-05",
            None,
        ),
    ],
)
def test_a_duration_that_leads_back_tells_when(language, text, value, resolved):
    text, quote, *_ = parse(text)
    article = Article(text, published=TABLE["anchor"], language=language)
    document = Document(article, REGISTRY.language(language), tagger=REGISTRY.tag_tokens)
    times = [
        REGISTRY.normalize_time(document, time, article.published) or time
        for time in REGISTRY.find_times(document)
    ]
    said = REGISTRY.date_quote(document, quote, times)
    assert (said.value if said else None) == value
    assert (said.resolved_date if said else None) == resolved


def one_quote(text, contents, cue, source=None):
    """Return the extraction of a text with one quotation that a test gives."""

    class Given:
        @hookimpl
        def quotekit_find_quotes(self, document):
            yield Quote([contents], QuoteKind.DIRECT, cue=[cue], source=source)

        @hookimpl
        def quotekit_select_quotes(self, candidates):
            return Selection(candidates)

    registry = Registry(builtins=False, entry_points=False)
    registry.register(Given(), name="given")
    registry.register(Dates(), name="dates")
    return Extractor(registry).extract(Article(text, published="2022-03-10"))


def test_times_inside_a_quotation_count_from_the_day_of_saying():
    text = "On Friday she said: “I leave tomorrow, not next week.” She left yesterday."
    at = text.index("I leave")
    result = one_quote(text, Span(at, text.index("”")), Span(14, 18))
    assert result.quotes[0].said.value == "2022-03-04"
    assert [time.value for time in result.times] == [
        "2022-03-04",
        "2022-03-05",
        "2022-W10",
        "2022-03-09",
    ]
    assert [time.anchor for time in result.times][1] == "2022-03-04"


def test_a_time_that_describes_the_source_is_not_that_of_saying():
    text = "The firm, founded on 3 May 1990, said it would grow."
    source = Mention(Span(0, 31), MentionKind.NOMINAL)
    result = one_quote(text, Span(38, 51), Span(33, 37), source)
    assert result.quotes[0].said is None


def test_a_time_at_which_the_source_was_issued_is_that_of_saying():
    text = "According to a report published on 3 May 2021, the wall is thin."
    source = Mention(Span(13, 45), MentionKind.NOMINAL)
    result = one_quote(text, Span(47, 63), Span(0, 12), source)
    assert result.quotes[0].said.value == "2021-05-03"


def test_a_quotation_without_cue_was_said_at_no_known_time():
    document = Document(Article("Wall ‘will hold’ on Monday", published=dt.date(2022, 3, 10)))
    quote = Quote([Span(6, 15)], QuoteKind.DIRECT)
    assert Dates().quotekit_date_quote(document, attrs.evolve(quote), []) is None


@pytest.mark.parametrize(
    "source",
    ["Bill Tuck", "Bill Tuck, chair of the bench,", "Bill Tuck, who chairs the bench,"],
)
def test_what_commas_add_to_the_source_parts_no_time_from_its_cue(source):
    found = Extractor(REGISTRY).extract(
        f"“It is hers,” said {source} on Tuesday.", published=TABLE["anchor"]
    )
    assert [quote.said.value for quote in found] == ["2022-03-08"]
