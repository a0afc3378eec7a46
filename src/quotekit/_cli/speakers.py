"""``quotekit speakers``: who was quoted, how often, in which kinds, over how many articles."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from quotekit._cli.console import is_terminal, put, put_table
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._cli.options import processes_option, timeout_option
from quotekit._cli.progress import Progress
from quotekit._json import dumps
from quotekit._speaker_index import IndexedSpeaker, SpeakerIndex
from quotekit._writers.table import flat
from quotekit.models import QuoteKind, SpeakerKind

if TYPE_CHECKING:
    from rich.console import RenderableType

SHADES = {QuoteKind.DIRECT: "█", QuoteKind.MIXED: "▓", QuoteKind.INDIRECT: "░"}
NARROWEST, WIDEST = 10, 60
"""Bars are so many characters wide, whatever the terminal."""
MANY = 5
"""Maximum number of titles, of affiliations and of aliases that are listed of one speaker."""


@click.command("speakers")
@article_inputs
@click.option(
    "--format",
    "-f",
    type=click.Choice(["chart", "csv", "jsonl"]),
    help="How to write the list. By default a chart on a terminal, and jsonl elsewhere.",
)
@click.option(
    "--kind",
    "-k",
    "kinds",
    type=click.Choice([kind.value for kind in SpeakerKind]),
    multiple=True,
    help="Only speakers of this kind; may be given several times.",
)
@click.option(
    "--top", "-n", type=click.IntRange(min=1), metavar="N", help="Only the N most quoted."
)
@processes_option
@timeout_option
def command(
    inputs: Inputs,
    format: str | None,
    kinds: Sequence[str],
    top: int | None,
    processes: int,
    timeout: float | None,
) -> int:
    """Count who is quoted in files, and how often.

    Each speaker has the number of quotations by kind, and of articles.
    """
    index = SpeakerIndex()
    with Progress(inputs.files) as progress:
        results = inputs.results(processes, progress.open, timeout=timeout)
        for extraction in progress.watch(results):
            index.add(extraction)
    entries = [entry for entry in index if not kinds or entry.kind in kinds][:top]
    format = format or ("chart" if is_terminal(sys.stdout) else "jsonl")
    if format == "chart":
        put_table(chart(entries, shutil.get_terminal_size().columns))
    else:
        put(_csv(entries) if format == "csv" else _jsonl(entries))
    return results.exit_code


def as_object(entry: IndexedSpeaker) -> dict[str, Any]:
    """Return an entry as plain values."""
    return {
        "name": entry.name,
        "kind": entry.kind,
        "gender": entry.gender,
        "quotes": entry.total,
        **{kind.value: entry.quotes[kind] for kind in QuoteKind},
        "articles": entry.articles,
        "titles": _most(entry.titles),
        "affiliations": _most(entry.affiliations),
        "aliases": _most(entry.aliases),
        "links": [[link.system, link.identifier] for link in entry.links],
        "first": entry.first and entry.first.isoformat(),
        "last": entry.last and entry.last.isoformat(),
    }


def _most(counted: Any) -> list[str]:  # noqa: ANN401 - a Counter of strings
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [text for text, _ in ranked[:MANY]]


def _jsonl(entries: Iterable[IndexedSpeaker]) -> Iterator[str]:
    for entry in entries:
        yield dumps(as_object(entry)) + "\n"


def _csv(entries: Sequence[IndexedSpeaker]) -> Iterator[str]:
    """Yield a heading and one row a speaker; several values of a cell are parted by ``; ``."""
    line = io.StringIO()
    columns = list(as_object(IndexedSpeaker("", SpeakerKind.PERSON)))
    writer = csv.DictWriter(line, columns, lineterminator="\n")
    writer.writeheader()
    for entry in entries:
        row = as_object(entry) | {"links": [f"{k.system}:{k.identifier}" for k in entry.links]}
        writer.writerow({key: "; ".join(v) if isinstance(v, list) else v for key, v in row.items()})
    yield line.getvalue()


def chart(entries: Sequence[IndexedSpeaker], columns: int) -> RenderableType:
    """Return a bar a speaker, shaded by kind, as wide as so many columns allow."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    if not entries:
        return "No speakers."
    # Names are shown in full; where they are longer than half a line, in several lines.
    longest = min(columns // 2, max(len(flat(entry.name)) for entry in entries))
    room = columns - longest - 24
    width = max(NARROWEST, min(WIDEST, room))
    most = max(entry.total for entry in entries)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", max_width=longest)
    table.add_column(no_wrap=True)
    for entry in entries:
        noun = "article" if entry.articles == 1 else "articles"
        bar = _bar(entry, width, most)
        table.add_row(Text(flat(entry.name)), f"{bar} {entry.total} in {entry.articles} {noun}")
    return Group(table, "", "  ".join(f"{shade} {kind.value}" for kind, shade in SHADES.items()))


def _bar(entry: IndexedSpeaker, width: int, most: int) -> str:
    """Return the bar; its parts end where their share of the whole does, so that none is lost."""
    bar, so_far = "", 0
    for kind, shade in SHADES.items():
        so_far += entry.quotes[kind]
        bar += shade * (round(so_far * width / most) - len(bar))
    return bar or next(shade for kind, shade in SHADES.items() if entry.quotes[kind])
