"""Selection goes by evidence: what a plugin vouches for wins, and every candidate has its fate."""

from __future__ import annotations

import ast
import re

import pytest

from quotekit import (
    Article,
    Evidence,
    Extractor,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Registry,
    Span,
    hookimpl,
)
from quotekit.testing import SAMPLES, extractor

from ...loading import cases
from ...test_imports import dotted, modules

pytestmark = pytest.mark.once

PATTERN = re.compile(r"~(.+?)~")


class Tildes:
    """Finds what stands between tildes, and says nothing else about it."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        for match in PATTERN.finditer(document.text):
            yield Quote([Span(*match.span(1))], QuoteKind.DIRECT, confidence=0.9)


def extract(text, plugin=Tildes, **settings):
    registry = Registry(entry_points=False, **settings)
    registry.register(plugin, "tildes")
    return Extractor(registry).extract(Article(text))


@pytest.mark.parametrize(
    ("text", "contents", "cue", "speaker"),
    [
        ("~The wall will hold,~ said Mayor Ida Moss.", "The wall will hold,", "said", "Ida Moss"),
        ("Bo Tran told the council: ~We start in May.~", "We start in May.", "told", "Bo Tran"),
        ("~We sleep well~ – Ida Moss, mayor", "We sleep well", "–", "Ida Moss"),
        ("Ida Moss spoke to us. ~We sleep well.~", "We sleep well.", None, "Ida Moss"),
    ],
)
def test_a_bare_span_of_a_plugin_gets_cue_and_speaker_from_the_built_ins(
    text, contents, cue, speaker
):
    (quote,) = extract(text).quotes
    assert quote.text == contents
    assert (quote.cue[0].slice(text) if quote.cue else None) == cue
    assert quote.speaker.name == speaker


class Bare:
    """Finds what the built-ins find, and says of each no more than where it is, and its kind."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        for quote in BUILT_IN.extract(document.article, modes="all").quotes:
            if quote.nested_in is None:
                yield Quote(quote.contents, quote.kind, mode=quote.mode)


BUILT_IN = Extractor(Registry(entry_points=False))
BARE = extractor(Bare)


@pytest.mark.parametrize("case", cases("reported"))
def test_a_bare_clause_of_a_plugin_gets_the_cue_and_the_source_of_a_built_in(case):
    article = Article(case["text"], language=case.get("language", "en"))
    bare = {quote.contents: quote for quote in BARE.extract(article, modes="all").quotes}
    for quote in BUILT_IN.extract(article, modes="all").quotes:
        if quote.source is not None and quote.nested_in is None:
            found = bare[quote.contents]
            assert found.found_by != quote.found_by
            assert (found.cue, found.source) == (quote.cue, quote.source)


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Ida Moss said ~that the wall would hold~ until spring.", "said", "Ida Moss"),
        ("~The wall would hold,~ Ida Moss said, and left.", "said", "Ida Moss"),
        ("It was said that ~the wall would hold~.", "was said", None),
        (
            "~The wall holds and the pump is new~, according to the clerk.",
            "according to",
            "the clerk",
        ),
    ],
)
def test_a_bare_clause_need_not_have_the_bounds_of_a_built_in(text, cue, source):
    class Clauses:
        @hookimpl
        def quotekit_find_quotes(self, document):
            for match in PATTERN.finditer(document.text):
                yield Quote([Span(*match.span(1))], QuoteKind.INDIRECT)

    (quote,) = extract(text, Clauses).quotes
    assert [span.slice(text) for span in quote.cue] == ([cue] if cue else [])
    assert (quote.source and quote.source.span.slice(text)) == source


def test_a_bare_span_of_a_plugin_wins_over_what_overlaps_it():
    text = "Ida Moss said that ~the wall “will hold” until spring.~"
    result = extract(text)
    assert [(q.found_by, q.text) for q in result.quotes] == [
        ("tildes", "the wall “will hold” until spring.")
    ]
    assert {r.found_by for r in result.rejected} == {"quotes"}
    assert all("overlaps the quotation at 20-" in r.reason for r in result.rejected)


def finder(*quotes):
    """Return a plugin that finds these quotations in whatever text."""

    class Finder:
        @hookimpl
        def quotekit_find_quotes(self, document):
            return quotes

    return Finder


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        ("Ida Moss said that ~the wall “will hold” for now~.", ["will hold"], "Ida Moss"),
        ("Bo Tran spoke. ~The pump is “new” and “loud”~.", ["new", "loud"], "Bo Tran"),
    ],
)
def test_a_mixed_quotation_without_its_quoted_parts_gets_them(text, quoted, speaker):
    span = Span(*PATTERN.search(text).span(1))
    (quote,) = extract(text, finder(Quote([span], QuoteKind.MIXED))).quotes
    assert quote.kind is QuoteKind.MIXED
    assert [part.slice(text) for part in quote.quoted] == quoted
    assert quote.speaker.name == speaker


def test_a_mixed_quotation_without_any_marks_is_indirect():
    text = "Ida Moss said that the wall will hold."
    (quote,) = extract(text, finder(Quote([Span(19, 37)], QuoteKind.MIXED))).quotes
    assert quote.kind is QuoteKind.INDIRECT


def test_the_cue_that_a_plugin_gives_stays_whatever_stands_beside_its_span():
    text = "The log reads: The wall will hold, said Ida Moss."
    mine = Quote([Span(15, 34)], QuoteKind.DIRECT, cue=[Span(8, 13)])
    (quote,) = extract(text, finder(mine)).quotes
    assert [cue.slice(text) for cue in quote.cue] == ["reads"]


@pytest.mark.parametrize("text", ["The twins plotted ~to leave at dawn~.", "Both vied ~to win~."])
def test_a_bare_clause_hangs_on_the_verb_before_it_though_no_table_lists_it(text):
    span = Span(*PATTERN.search(text).span(1))
    (quote,) = extract(text, finder(Quote([span], QuoteKind.INDIRECT))).quotes
    assert [cue.slice(text) for cue in quote.cue] == [text.split(" ~")[0].split()[-1]]


def test_of_two_plugins_with_the_same_words_the_surer_one_is_kept():
    span = [Span(0, 19)]
    loud = Quote(span, QuoteKind.DIRECT, confidence=0.8, rule="loud")
    soft = Quote(span, QuoteKind.INDIRECT, confidence=0.4, rule="soft")
    result = extract("The wall will hold. It is new.", finder(soft, loud))
    assert [quote.rule for quote in result.quotes] == ["loud"]
    assert [rejected.quote.rule for rejected in result.rejected] == ["soft"]


def test_plugins_quotations_may_lie_between_the_parts_of_one_another():
    text = "We stay, he said. We wait, she said. We go."
    whole = Quote([Span(0, 8), Span(37, 43)], QuoteKind.DIRECT)
    between = Quote([Span(18, 26)], QuoteKind.DIRECT)
    assert [quote.span for quote in extract(text, finder(whole, between)).quotes] == [
        whole.span,
        between.span,
    ]


def test_somebody_quoted_inside_a_bare_span_is_nested_in_it():
    text = "~The engineer Bo Tran said that the wall would hold. It did not,~ Ida Moss said."
    outer, inner = extract(text).quotes
    assert (outer.speaker.name, inner.speaker.name) == ("Ida Moss", "Bo Tran")
    assert inner.nested_in == 0


def test_of_two_plugins_that_cross_the_surer_one_is_kept():
    class Halves:
        @hookimpl
        def quotekit_find_quotes(self, document):
            yield Quote([Span(0, 20)], QuoteKind.DIRECT, confidence=0.5)
            yield Quote([Span(10, 30)], QuoteKind.DIRECT, confidence=0.8)

    result = extract("x" * 9 + " " + "y" * 9 + " " + "z" * 12, Halves)
    assert [quote.span for quote in result.quotes] == [Span(10, 30)]
    assert [r.reason for r in result.rejected] == [
        "overlaps the quotation at 10-30, which is surer"
    ]


@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_every_candidate_is_kept_or_merged_or_rejected(article):
    extractor = Extractor(Registry(entry_points=False))
    document = extractor.document(article)
    candidates = extractor.registry.find_quotes(document)
    selection = extractor.registry.select_quotes(document, candidates)
    assert len(candidates) == len(selection.quotes) + len(selection.rejected)
    proposed = {id(quote) for quote in candidates}
    assert all(id(rejected.quote) in proposed for rejected in selection.rejected)
    kept = {quote.span for quote in selection.quotes}
    merged = [r.merged_into for r in selection.rejected if r.merged_into is not None]
    assert all(span in kept for span in merged)


def test_a_quoted_part_is_merged_into_the_clause_that_holds_it():
    text = "Ida Moss said that the wall “will hold” until spring."
    (quote,) = extract(text).quotes
    rejected = extract(text).rejected
    merged = next(r for r in rejected if r.quote.evidence is Evidence.FRAGMENT)
    assert {r.merged_into for r in rejected} == {quote.span}
    assert merged.reason == "part of the mixed quotation at 19-52"


def test_what_was_merged_into_a_reading_that_another_overrules_is_part_of_that_one():
    """Two clauses cross over the same words in marks, and only one can be kept."""
    text = "They sank the bill over “poison pill” words, the clerk said as the row went on."
    document = Extractor(Registry(entry_points=False)).document(text)
    part = Span(25, 36)

    def clause(start, end, confidence):
        return Quote(
            [Span(start, end)],
            QuoteKind.MIXED,
            quoted=[part],
            confidence=confidence,
            evidence=Evidence.CLAUSE,
        )

    fragment = Quote([part], QuoteKind.DIRECT, quoted=[part], evidence=Evidence.FRAGMENT)
    sure, weak = clause(10, 60, 0.9), clause(0, 43, 0.2)
    selection = document_selection(document, [fragment, weak, sure])
    assert [quote.span for quote in selection.quotes] == [sure.span]
    fates = {rejected.quote.span: rejected for rejected in selection.rejected}
    assert fates[part].merged_into == sure.span
    assert fates[weak.span].reason == "overlaps the quotation at 10-60, which is surer"


def document_selection(document, candidates):
    """Return what the built-in selection makes of candidates."""
    return Registry(entry_points=False).select_quotes(document, candidates)


def test_a_new_pair_of_marks_is_a_row_of_a_table():
    from quotekit import Table

    class Wire:
        @hookimpl
        def quotekit_languages(self):
            return [Table("en", "marks", {"pairs": [{"opening": "#[", "closing": "]#"}]})]

    text = "#[The wall will hold. It is new,]# said Mayor Ida Moss. #[It never leaked,]# she added."
    registry = Registry(entry_points=False)
    registry.register(Wire, "wire")
    first, second = Extractor(registry).extract(text).quotes
    assert (first.text, first.speaker.name) == ("The wall will hold. It is new,", "Ida Moss")
    assert (second.text, second.speaker.name) == ("It never leaked,", "Ida Moss")


class Nicks:
    """Reads ``<nick> words``, and brings the nick as a bare name."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        for line in re.finditer(r"^<(\w+)> (.+)$", document.text, re.MULTILINE):
            nick = Mention(Span(*line.span(1)), MentionKind.NAME)
            yield Quote([Span(*line.span(2))], QuoteKind.DIRECT, source=nick, confidence=0.9)


@pytest.mark.parametrize(
    "log", ["<Ida> Why?\n<Bo> No.\n<Ida> So.", "<ida> Why?\n<bo> No.\n<ida> So."]
)
def test_a_source_that_is_a_bare_name_names_one_speaker_wherever_it_stands(log):
    speakers = extractor(Nicks).extract(log).speakers
    assert [(who.name.lower(), who.kind, len(who.mentions)) for who in speakers] == [
        ("ida", "person", 2),
        ("bo", "person", 1),
    ]


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_no_module_goes_by_the_name_of_a_rule(path):
    """A rule's name explains; evidence, kind and span decide."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                attribute = isinstance(side, ast.Attribute) and side.attr
                assert attribute not in ("rule", "attributed_rule"), f"{path}:{node.lineno}"
