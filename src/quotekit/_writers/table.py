"""Table: who said what and when, for reading in a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotekit._formats import Writer
from quotekit.models import Article, Extraction, Quote

if TYPE_CHECKING:
    from rich.console import RenderableType

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
            yield rendered(_table(extraction.quotes), LINE)
            yield f"  {_count(extraction)}\n\n"
        else:
            yield "  no quotations\n\n"


def _heading(article: Article) -> str:
    facts = (article.id, article.publisher, article.published, article.title)
    return ", ".join(flat(str(fact)) for fact in facts if fact) + "\n"


def _table(quotes: Iterable[Quote]) -> RenderableType:
    """Lay out a row for each quotation; long cells continue in the next lines."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading, width in zip(("SPEAKER", "SAID", "KIND"), WIDTHS, strict=True):
        table.add_column(heading, width=width, overflow="fold")
    table.add_column("QUOTATION", overflow="fold")
    for quote in quotes:
        table.add_row(*map(Text, (_speaker(quote), _said(quote), quote.kind, _words(quote))))
    return Padding(table, (0, 0, 0, 2))


def rendered(renderable: RenderableType, width: int, *, styled: bool = False) -> str:
    """Return what rich lays out, in so many columns, without blanks at the ends of lines.

    Args:
        renderable: A table, or anything else that rich prints.
        width: Columns of the terminal.
        styled: Whether bold and colours are kept, as escape sequences.

    Example:
        >>> rendered("said Ida Moss", 8)
        'said Ida\\nMoss\\n'
    """
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=styled, highlight=False)
    console.print(renderable)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


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
