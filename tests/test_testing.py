"""The help for plugin authors: it catches what plugins do wrong, and shows what they do."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import threading

import pytest

from quotekit import (
    Article,
    Attribution,
    Extraction,
    Fact,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Span,
    Table,
    hookimpl,
)
from quotekit._plugins import BUILTIN
from quotekit.exceptions import ArgumentError, InvalidResultError, LexiconError, QuotekitError
from quotekit.testing import (
    HOSTILE,
    SAMPLES,
    assert_extracts,
    check_extraction,
    check_plugin,
    document,
    extractor,
    render,
)


def finder(answer):
    class Finder:
        @hookimpl
        def quotekit_find_quotes(self, document):
            return answer(document.text)

    return Finder


@pytest.mark.parametrize("name", BUILTIN)
def test_every_built_in_works_without_the_others(name):
    alone = extractor(block=set(BUILTIN) - {name})
    for article in (*SAMPLES, *HOSTILE):
        extraction = alone.extract(article)
        check_extraction(extraction)
        assert extraction == alone.extract(article)


def test_spans_outside_the_text_are_caught():
    with pytest.raises(InvalidResultError, match="plugin 'finder' gave a quote at"):
        check_plugin(finder(lambda text: [Quote([Span(0, 10_000)], QuoteKind.DIRECT)]))


def test_an_exception_on_hostile_text_is_caught():
    with pytest.raises(UnicodeEncodeError):
        check_plugin(finder(lambda text: text.encode() and []))


def test_a_memory_of_earlier_articles_is_caught(unchecked):
    numbers = itertools.count(1)
    with pytest.raises(AssertionError, match=r"article 'wall', a second run: the result differs"):
        check_plugin(
            finder(
                lambda text: (
                    [Quote([Span(0, min(len(text), next(numbers)))], "direct")] if text else []
                )
            )
        )


def test_a_document_has_every_view_and_the_fields_of_its_article():
    made = document("“Yes,” Ida Moss said.", published="2021-07-27", language="en")
    assert str(made.article.published) == "2021-07-27"
    assert [pair.inner.slice(made.text) for pair in made.marks] == ["Yes,"]
    assert len(made.tags) == len(made.tokens)


def test_an_extractor_for_tests_knows_nothing_of_what_is_installed(monkeypatch):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: 1 / 0)
    assert {info.origin for info in extractor().registry.plugins()} == {"builtin"}


def test_words_that_stand_elsewhere_are_caught():
    with pytest.raises(QuotekitError, match="'No' does not stand at"):
        check_extraction(
            Extraction(Article("Yes"), (Quote([Span(0, 3)], QuoteKind.DIRECT, text="No"),))
        )
    far = Quote(
        [Span(0, 3)], QuoteKind.DIRECT, text="Yes", source=Mention(Span(5, 9), MentionKind.NAME)
    )
    with pytest.raises(QuotekitError, match=r"a source at Span\(5, 9\)"):
        check_extraction(Extraction(Article("Yes"), (far,)))


def test_rendering_shows_contents_in_context_and_every_reason():
    text = "The mayor said: “We will stay,” and left, “so to say”."
    quote = Quote(
        [Span(17, 30)],
        QuoteKind.DIRECT,
        cue=[Span(10, 14)],
        rule="colon",
        confidence=0.9,
        source=Mention(Span(0, 9), MentionKind.NOMINAL),
    )
    shown = render(Extraction(Article(text, id="a", published="2021-07-27"), (quote,)))
    assert "published: 2021-07-27" in shown
    assert "The mayor said: “⟦We will stay,⟧” and left, “so to say”." in shown
    assert "source: The mayor | cue: said | rule: colon | confidence: 0.90" in shown


def test_samples_are_news_with_something_to_find():
    assert len({article.id for article in SAMPLES}) == len(SAMPLES)
    assert all("“" in article.text or '"' in article.text for article in SAMPLES)


# -- marked text -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marked",
    [
        "Nobody spoke.",
        "“[We looked,]” {Ida Moss} said, “[and turned it down.]”",
        "“[We stay,|1]” {Ida Moss|1} said. “[We go,|2]” {Bo Tran|2} said.",
        r"“[We stay,]” {she} said \[sic\] \{aside\}.",
        "{Ida Moss|a} said: “[{Bo Tran|b} told me, ‘[Never sign,|b]’ and left.|a]”",
    ],
)
def test_marked_text_says_what_comes_out(marked):
    extraction = assert_extracts(marked)
    assert "|" not in extraction.article.text
    assert "\\" not in extraction.article.text


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[Ida Moss] left.", "found:  Ida Moss left."),
        ("“We stay,” Ida Moss said.", "found:  “[We stay,]” {Ida Moss} said."),
        ("“[We stay,]” {Ida} Moss said.", "found:  “[We stay,]” {Ida Moss} said."),
        (
            "“[We stay,]” Ida Moss \\[sic\\] said.",
            "found:  “[We stay,]” {Ida Moss} \\[sic\\] said.",
        ),
        ("“[Yes,|x]” {Ida Moss|x} said. “No,” Bo Tran said.", "[No,|2]” {Bo Tran|2}"),
    ],
)
def test_what_comes_out_otherwise_is_shown_as_marked_text(marked, found):
    with pytest.raises(AssertionError) as caught:
        assert_extracts(marked)
    assert found in str(caught.value)


@pytest.mark.parametrize("marked", ["[x", "x]", "[x}", "{x}", "[x|1] {y|2}", "[x] {y} {z}"])
def test_marks_that_make_no_quotation_are_refused(marked):
    with pytest.raises(ArgumentError):
        assert_extracts(marked)


def test_fields_of_the_article_count():
    extraction = assert_extracts("„[Nein]“, sagte {Ida Moss}.", language="de")
    assert extraction.article.language == "de"


# -- what else check_plugin finds ------------------------------------------------------------------


class Late:
    """Waits until all others have answered, and so decides only where it was registered first."""

    @hookimpl(trylast=True)
    def quotekit_attribute_quote(self):
        return Attribution(None, 0.1, "nobody")


class Needy:
    """Cannot do without the built-in tags."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        return [] if document.tagged or not document.tokens else 1 / 0


class Elsewhere:
    """Finds nothing in other processes."""

    def __init__(self):
        self.home = True

    def __getstate__(self):
        return {"home": False}

    @hookimpl
    def quotekit_describe_article(self):
        return [Fact("publisher", "The Tide", "metadata")] if self.home else []


class Alternating:
    """Answers every other time."""

    def __init__(self):
        self.odd = False

    @hookimpl
    def quotekit_describe_article(self):
        self.odd = not self.odd
        return [Fact("publisher", "The Tide", "metadata")] if self.odd else []


HOME = os.getpid()


class Homely:
    """Fails in other processes."""

    @hookimpl
    def quotekit_find_quotes(self):
        return [] if os.getpid() == HOME else 1 / 0


class Shouting:
    """Brings a table that the schema does not know."""

    @hookimpl
    def quotekit_languages(self):
        return [Table("fr", "cues", {"shouts": {}})]


@pytest.mark.parametrize(
    ("plugin", "error", "words"),
    [
        (Late, AssertionError, "registered first: the result differs; is there trylast=True"),
        (Needy, ZeroDivisionError, "division by zero"),
        (Elsewhere(), AssertionError, "pickled: the result differs"),
        (Alternating, AssertionError, r"in another order: .* a memory of earlier articles"),
        (finder(lambda text: []), AssertionError, "the plugin cannot be pickled"),
        (Shouting, LexiconError, "table fr/cues of plugin 'mine', shouts: there is no"),
    ],
)
def test_a_fault_that_shows_only_elsewhere_is_caught(plugin, error, words):
    with pytest.raises(error, match=words):
        check_plugin(plugin, name="mine")


def test_an_error_shows_the_article_and_what_was_absent():
    with pytest.raises(ZeroDivisionError) as caught:
        check_plugin(Needy, name="mine")
    hook, article = caught.value.__notes__
    assert hook.startswith("in hook quotekit_find_quotes, plugin mine, article 'wall', at test_")
    assert article.startswith("article 'wall' is 'Thursday, 4 March 2021")
    assert article.endswith("…', without any other plugin")


def test_a_plugin_that_hangs_is_given_up_and_the_line_is_told():
    ends = threading.Event()
    with pytest.raises(AssertionError, match=r"'wall' takes more than 0.1 seconds") as caught:
        check_plugin(finder(lambda text: ends.wait() and []), name="mine", timeout=0.1)
    ends.set()
    assert "ends.wait()" in str(caught.value)
    assert caught.value.__notes__[0].startswith("article 'wall' is 'Thursday, 4 March 2021")


def test_what_differs_in_other_processes_is_shown():
    with pytest.raises(AssertionError, match=r"in 2 processes: .* that does not travel") as caught:
        check_plugin(Homely, name="mine")
    assert "ZeroDivisionError: division by zero (in hook quotekit_find_quotes" in str(caught.value)
    assert not multiprocessing.active_children()


# -- fixtures --------------------------------------------------------------------------------------

pytest_plugins = ["pytester"]

PROJECT = """
[project.entry-points.quotekit]
tilde-finder = "tildes:Tildes"
"""
TILDES = """
from quotekit import Quote, Span, hookimpl

class Tildes:
    @hookimpl
    def quotekit_find_quotes(self, document):
        start, end = document.text.find("~"), document.text.rfind("~")
        if start < end:
            yield Quote([Span(start + 1, end)], "direct", confidence=0.9)
"""
TESTS = """
def test_tildes(assert_extracts, document, quotekit_plugins):
    [quote] = assert_extracts("Say ~[no]~ now.").quotes
    assert quote.found_by == "tilde-finder"
    assert list(quotekit_plugins) == ["tilde-finder"]
    assert len(document("Say no.").tokens) == 3
"""


@pytest.fixture(name="package")
def _package(pytester):
    pytester.makepyfile(tildes=TILDES, test_tildes=TESTS)
    pytester.makeconftest('pytest_plugins = ["quotekit.testing.fixtures"]')
    pytester.syspathinsert()
    return pytester


def test_fixtures_have_the_plugin_that_the_project_names(package):
    package.makepyprojecttoml(PROJECT)
    package.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def test_a_project_that_names_no_plugin_is_told_what_to_do(package):
    done = package.runpytest_inprocess("-p", "no:cacheprovider")
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*has entry points of the group 'quotekit'; add some*"])


def test_without_the_line_in_conftest_pytest_imports_nothing_of_quotekit(pytester):
    pytester.makepyfile("import sys\n\ndef test(): assert 'quotekit' not in sys.modules")
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)
