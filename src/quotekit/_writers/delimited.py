"""CSV: one row a quotation, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from quotekit._formats import Writer
from quotekit.models import Article, Extraction, Quote
from quotekit.spans import Span, join

COLUMNS = (
    "id", "title", "published", "publisher", "language", "quote", "nested_in",
    "kind", "mode", "text", "spans", "quoted", "cue", "cue_spans",
    "speaker_id", "speaker", "speaker_kind", "speaker_title", "mention", "mention_span",
    "mention_kind", "said", "said_text", "said_span", "confidence",
    "found_by", "rule", "attributed_by", "why",
)  # fmt: skip
"""The columns; spans are written ``10-42 50-60``."""


def write_csv(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield a heading, then one row a quotation.

    Example:
        >>> next(write_csv([]))[:25]
        'id,title,published,publis'
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")

    def row(values: Sequence[object]) -> str:
        line.seek(0)
        line.truncate()
        writer.writerow(values)
        return line.getvalue()

    yield row(COLUMNS)
    for extraction in extractions:
        for number, quote in enumerate(extraction.quotes):
            yield row(_values(extraction.article, number, quote))


def _values(article: Article, number: int, quote: Quote) -> list[object]:
    """Return the cells of one quotation, in the order of :data:`COLUMNS`."""
    text, said, speaker, source = article.text, quote.said, quote.speaker, quote.source
    return [
        article.id,
        article.title,
        article.published,
        article.publisher,
        article.language,
        number,
        quote.nested_in,
        quote.kind,
        quote.mode,
        join(text, quote.contents),
        _offsets(quote.contents),
        _offsets(quote.quoted),
        join(text, quote.cue),
        _offsets(quote.cue),
        speaker and speaker.id,
        speaker and speaker.name,
        speaker and speaker.kind,
        speaker and speaker.title,
        source and source.span.slice(text),
        source and _offsets([source.span]),
        source and source.kind,
        said and said.value,
        said and said.span.slice(text),
        said and _offsets([said.span]),
        round(quote.confidence, 4),
        quote.found_by,
        quote.rule,
        quote.attributed_by,
        quote.why,
    ]


def _offsets(spans: Sequence[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


WRITER = Writer("csv", write_csv, (".csv",))
"""Writes CSV."""
