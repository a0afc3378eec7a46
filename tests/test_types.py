"""The types that users meet: ``nox -s types`` checks what is asserted here, and pytest runs it.

A line that is told to ignore an error must have one: mypy warns of ignores that are not needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, assert_type

import pytest

from quotekit import (
    Article,
    Attribution,
    Document,
    Extraction,
    Extractor,
    Failure,
    Mention,
    MentionKind,
    PluginInfo,
    Quote,
    QuoteKind,
    Registry,
    Span,
    Speaker,
    Table,
    TimeExpression,
    extract,
    extract_many,
    hookimpl,
    read,
)
from quotekit.evaluation import Report, evaluate
from quotekit.exceptions import RecordError
from quotekit.syntax import Cue, Subject
from quotekit.testing import assert_extracts, extractor

TEXT = "“We stay,” Mayor Ida Moss said on Tuesday."


def test_an_extraction_has_quotes_speakers_and_times() -> None:
    extraction = assert_type(extract(TEXT, published="2021-03-04"), Extraction)
    assert_type(extraction.article, Article)
    assert_type(extraction.times, tuple[TimeExpression, ...])
    for quote in extraction:
        assert_type(quote, Quote)
        assert_type(quote.kind, QuoteKind)
        assert_type(quote.contents, tuple[Span, ...])
        assert_type(quote.source, Mention | None)
        assert_type(quote.speaker, Speaker | None)
        assert_type(quote.said, TimeExpression | None)
        assert_type(quote.confidence, float)
    assert_type(extraction[0], Quote)
    assert_type(extraction[:2], tuple[Quote, ...])
    assert_type(extraction.quotes_by("Ida Moss"), tuple[Quote, ...])
    assert_type(extraction.article.published, dt.date | None)
    assert_type(extraction.slice(Span(1, 9)), str)
    for speaker in extraction.speakers:
        assert_type(speaker, Speaker)
        assert_type(speaker.title, str | None)


def test_many_articles_give_extractions_or_failures(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert_type(read(path), Iterator[Article | Failure])
    for result in extract_many(read(path)):
        assert_type(result, Extraction | Failure)
        if isinstance(result, Failure):
            assert_type(result.reason, str)
        else:
            assert_type(result.quotes, tuple[Quote, ...])


def test_a_document_has_views() -> None:
    document = assert_type(Extractor().document(TEXT), Document)
    assert_type(document.sentences, tuple[Span, ...])
    assert_type(document.tags, Sequence[str])
    assert_type(document.mentions, Sequence[Mention])
    [cue] = document.cues
    assert_type(cue, Cue)
    assert_type(document.subject_of(cue), Subject | None)

    def words(read: Document) -> int:
        return len(read.tokens)

    assert_type(document.memo(words), int)


class Nobody:
    """A typed plugin; its methods keep their types under the marker."""

    @hookimpl
    def quotekit_languages(self) -> list[Table]:
        return [Table("en", "x-nobody", {"words": ["nobody"]})]

    @hookimpl
    def quotekit_find_mentions(self, document: Document) -> Iterator[Mention]:
        yield Mention(Span(0, 1), MentionKind.NAME, number="singular")

    @hookimpl
    def quotekit_attribute_quote(self, quote: Quote) -> Attribution | None:
        return Attribution(quote.source, 0.9, "nobody") if quote.found_by == "nobody" else None


def test_a_plugin_is_typed_and_registers() -> None:
    registry = Registry(entry_points=False, block=["dates"])
    assert_type(registry.register(Nobody), str)
    assert_type(registry.plugins(), tuple[PluginInfo, ...])
    assert_type(registry.plugins()[0].origin, Literal["builtin", "entry-point", "explicit"])
    assert_type(
        Nobody().quotekit_attribute_quote(Quote([Span(0, 2)], QuoteKind.DIRECT)), Attribution | None
    )


def test_helpers_for_tests_and_figures_are_typed() -> None:
    assert_type(assert_extracts("“[We stay,]” {she} said.", extractor()), Extraction)
    assert_type(evaluate([], []), Report)
    assert_type(evaluate([], []).found.f1, float)


def test_what_the_types_refuse_is_refused_at_run_time_too() -> None:
    with pytest.raises(RecordError):
        Quote([Span(0, 2)], "quoted")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        extract(TEXT, day="2021-03-04")  # type: ignore[call-arg]
