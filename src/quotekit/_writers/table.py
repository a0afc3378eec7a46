"""Table: who said what and when, for reading in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from quotekit._formats import Writer
from quotekit.models import Article, Extraction, Quote

WIDTHS = (24, 10, 8)
"""Columns for speaker, day and kind; the words take the rest of :data:`LINE`."""

LINE = 100


def write_table(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield for each article a heading, and a row for each quotation.

    Example:
        >>> from quotekit.models import Article
        >>> print(*write_table([Extraction(Article("No.", id="a", published="2021-07-27"))]))
        a, 2021-07-27
          no quotations
        <BLANKLINE>
    """
    for extraction in extractions:
        yield _heading(extraction.article)
        if extraction.quotes:
            yield from _row(("SPEAKER", "SAID", "KIND"), "QUOTATION")
            for quote in extraction.quotes:
                yield from _row((_speaker(quote), _said(quote), quote.kind), _words(quote))
            yield f"  {_count(extraction)}\n\n"
        else:
            yield "  no quotations\n\n"


def _heading(article: Article) -> str:
    facts = (article.id, article.publisher, article.published, article.title)
    return ", ".join(flat(str(fact)) for fact in facts if fact) + "\n"


def _row(cells: Sequence[str], words: str) -> Iterator[str]:
    """Lay out one row; long cells run on in the next lines."""
    room = LINE - sum(WIDTHS) - 2 * len(WIDTHS) - 2
    columns = [
        textwrap.wrap(cell, width) or [""]
        for cell, width in zip((*cells, words), (*WIDTHS, room), strict=True)
    ]
    for n in range(max(map(len, columns))):
        line = [column[n] if n < len(column) else "" for column in columns]
        fixed = "  ".join(cell.ljust(width) for cell, width in zip(line, WIDTHS, strict=False))
        yield f"  {fixed}  {line[-1]}".rstrip() + "\n"


def _speaker(quote: Quote) -> str:
    if quote.speaker is not None:
        title = f" ({flat(quote.speaker.title)})" if quote.speaker.title else ""
        return flat(quote.speaker.name) + title
    return f"[{flat(quote.source.text)}]" if quote.source else "?"


def _said(quote: Quote) -> str:
    if quote.said is None:
        return ""
    known = quote.said.resolved and quote.said.value
    return known or flat(quote.said.text)


def _words(quote: Quote) -> str:
    return f"{'└ ' if quote.nested_in is not None else ''}{flat(quote.text)}"


def _count(extraction: Extraction) -> str:
    speakers = {quote.speaker.id for quote in extraction.quotes if quote.speaker}
    return f"{_plural(len(extraction.quotes), 'quotation')}, {_plural(len(speakers), 'speaker')}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def flat(text: str) -> str:
    """Put *text* on one line, and keep what would steer a terminal from it."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


WRITER = Writer("table", write_table)
"""Writes tables for people."""
