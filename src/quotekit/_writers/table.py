"""Table: who said what and when, for reading in a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotekit._visible import visible
from quotekit.models import Article, Extraction, Quote

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTHS = (24, 10, 8)
"""Columns for speaker, day and kind; the words take the rest."""

LINE = 100
"""Columns of a table that goes to no terminal."""

NARROW = 72
"""On fewer columns the words of a quotation stand below who said them."""

COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red")
"""A colour for each speaker of an article; with more speakers than these, they come again."""


def write_table(
    extractions: Iterable[Extraction], *, width: int = LINE, styled: bool = False
) -> Iterator[str]:
    """Yield for each article a heading, and a row for each quotation.

    Args:
        extractions: What was found.
        width: Columns of the terminal.
        styled: Whether speakers have colours; the variable ``NO_COLOR`` takes them away.

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
            lay_out = _list if width < NARROW else _table
            yield rendered(lay_out(extraction.quotes), width, styled=styled)
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
    colours = Colours()
    for quote in quotes:
        cells = map(Text, (said_of(quote), quote.kind, _words(quote)))
        table.add_row(Text(speaker_of(quote), style=colours.of(quote)), *cells)
    return Padding(table, (0, 0, 0, 2))


def _list(quotes: Iterable[Quote]) -> RenderableType:
    """Lay out two lines for each quotation: who, in which kind and when, and below it what."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    colours = Colours()
    rows: list[RenderableType] = []
    for quote in quotes:
        facts = "".join(f", {fact}" for fact in (quote.kind, said_of(quote)) if fact)
        head = Text.assemble((speaker_of(quote), colours.of(quote)), facts)
        rows += [Padding(head, (0, 0, 0, 2)), Padding(Text(_words(quote)), (0, 0, 0, 4))]
    return Group(*rows)


class Colours:
    """Gives each speaker a colour, in the order in which they are met.

    Example:
        >>> from quotekit.models import QuoteKind, Speaker
        >>> from quotekit.spans import Span
        >>> colours, said = Colours(), ([Span(0, 3)], QuoteKind.DIRECT)
        >>> colours.of(Quote(*said, speaker=Speaker("s7", "Ida Moss"))), colours.of(Quote(*said))
        ('cyan', '')
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, quote: Quote) -> str:
        """Return the colour of what a speaker said; none where nobody is known to have said it."""
        if quote.speaker is None:
            return ""
        return COLOURS[
            self._numbers.setdefault(quote.speaker.id, len(self._numbers)) % len(COLOURS)
        ]


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


def speaker_of(quote: Quote) -> str:
    """Return who said it, with title; in brackets the words of a source of whom no more is known."""
    if quote.speaker is not None:
        title = f" ({flat(quote.speaker.title)})" if quote.speaker.title else ""
        return flat(quote.speaker.name) + title
    return f"[{flat(quote.source.text)}]" if quote.source else "?"


def said_of(quote: Quote) -> str:
    """Return when it was said: the value, or else the words; empty where it is unknown."""
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
    """Put *text* on one line; what would steer a terminal is shown, and not sent."""
    return visible(" ".join(text.split()))
