"""``quotekit show``: the text itself, with the quotations marked in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from quotekit._cli.console import put, terminal
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._view.nesting import Close, Open, Text, nest
from quotekit._visible import visible
from quotekit._writers.table import Colours, rendered, said_of, speaker_of
from quotekit.models import Extraction, Quote

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text as Styled


@click.command("show")
@article_inputs
def command(inputs: Inputs) -> int:
    """Print the text of files with the quotations marked and numbered in place."""
    results = inputs.results(to_stdout=True)
    put(shown(results, **terminal(["width", "styled"])))
    return results.exit_code


def shown(extractions: Iterable[Extraction], *, width: int, styled: bool = False) -> Iterator[str]:
    """Yield for each article its text with marks, and what each number stands for.

    Example:
        >>> from quotekit import extract
        >>> print(next(shown([extract("“We will stay,” said Ida Moss.")], width=60)))
        “⟦1 We will stay,⟧” said Ida Moss.
        <BLANKLINE>
    """
    for extraction in extractions:
        colours = Colours()
        yield rendered(_marked(extraction, colours), width, styled=styled)
        yield "\n" + rendered(_key(extraction.quotes, colours), width, styled=styled) + "\n"


def _marked(extraction: Extraction, colours: Colours) -> Styled:
    """Return the text; a quotation is between brackets, with its number and in its colour."""
    from rich.text import Text as Styled

    text, quotes = extraction.article.text, extraction.quotes
    contents = [(n, span) for n, quote in enumerate(quotes) for span in quote.contents]
    cues = [(n, span) for n, quote in enumerate(quotes) for span in quote.cue]
    layers = [contents, cues]
    marked, styles = Styled(), [""]
    for piece in nest(len(text), [[span for _, span in layer] for layer in layers]):
        if isinstance(piece, Open):
            number = layers[piece.layer][piece.index][0]
            colour = colours.of(quotes[number])
            styles.append(f"{'underline' if piece.layer else 'bold'} {colour}")
            if not piece.layer:
                marked.append(f"⟦{number + 1} ", styles[-1])
        elif isinstance(piece, Text):
            marked.append(visible(text[piece.start : piece.end]), styles[-1])
        elif isinstance(piece, Close):
            style = styles.pop()
            if not piece.layer:
                marked.append("⟧", style)
    return marked


def _key(quotes: Iterable[Quote], colours: Colours) -> RenderableType:
    """Return who said what a number marks, of which kind, when, and how sure that is."""
    from rich.table import Table
    from rich.text import Text as Styled

    table = Table.grid(padding=(0, 2, 0, 0))
    for number, quote in enumerate(quotes, 1):
        name = Styled(speaker_of(quote), style=colours.of(quote))
        facts = (quote.kind, f"{quote.confidence:.2f}", said_of(quote))
        table.add_row(Styled(str(number), justify="right"), name, *map(Styled, facts))
    return table
