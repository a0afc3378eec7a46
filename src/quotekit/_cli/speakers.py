"""``quotekit speakers``: who was quoted, how often, in which kinds, over how many articles."""

import csv
import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal

import typer

from quotekit._batch import extract_many
from quotekit._cli.common import (
    Block,
    Files,
    InputFormat,
    Language,
    Published,
    Results,
    as_told,
    put,
    registry,
)
from quotekit._cli.progress import Progress
from quotekit._files import read_all
from quotekit._speaker_index import IndexedSpeaker, SpeakerIndex
from quotekit._writers.jsons import dumps
from quotekit.models import QuoteKind, SpeakerKind
from quotekit.pipeline import Extractor

SHADES = {QuoteKind.DIRECT: "█", QuoteKind.MIXED: "▓", QuoteKind.INDIRECT: "░"}
NARROWEST, WIDEST = 10, 60
"""Bars are so many characters wide, whatever the terminal."""
MANY = 5
"""No more titles, affiliations and aliases than these are listed of one speaker."""


def speakers(
    files: Files,
    format: Annotated[
        Literal["chart", "csv", "jsonl"] | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write the list. By default a chart on a terminal, and jsonl elsewhere.",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        list[SpeakerKind] | None,
        typer.Option(
            "--kind",
            "-k",
            help="Only speakers of this kind; may be given several times.",
            show_default=False,
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top", "-n", min=1, metavar="N", help="Only the N most quoted.", show_default=False
        ),
    ] = None,
    input_format: InputFormat = None,
    language: Language = None,
    published: Published = None,
    processes: Annotated[
        int, typer.Option("--processes", "-p", min=1, metavar="N", help="Processes that work.")
    ] = 1,
    block: Block = None,
) -> None:
    """Count who is quoted in files: how often, in which kinds, over how many articles."""
    plugins = registry(block)
    index = SpeakerIndex()
    with Progress(files) as progress:
        articles = as_told(
            read_all(files, format=input_format, registry=plugins, opener=progress.open),
            language,
            published,
        )
        results = Results(extract_many(articles, processes=processes, extractor=Extractor(plugins)))
        for extraction in progress.watch(results):
            index.add(extraction)
    entries = [entry for entry in index if not kind or entry.kind in kind][:top]
    put(WRITERS[format or ("chart" if sys.stdout.isatty() else "jsonl")](entries))
    raise typer.Exit(results.exit_code)


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


def _chart(entries: Sequence[IndexedSpeaker]) -> Iterator[str]:
    """Yield a bar a speaker, shaded by kind, as wide as the terminal allows."""
    if not entries:
        yield "No speakers.\n"
        return
    names = [_clip(entry.name) for entry in entries]
    longest = max(map(len, names))
    room = shutil.get_terminal_size().columns - longest - 24
    width = max(NARROWEST, min(WIDEST, room))
    most = max(entry.total for entry in entries)
    for name, entry in zip(names, entries, strict=True):
        noun = "article" if entry.articles == 1 else "articles"
        bar = _bar(entry, width, most)
        yield f"{name.ljust(longest)}  {bar} {entry.total} in {entry.articles} {noun}\n"
    yield "\n" + "  ".join(f"{shade} {kind.value}" for kind, shade in SHADES.items()) + "\n"


def _bar(entry: IndexedSpeaker, width: int, most: int) -> str:
    """Return the bar; its parts end where their share of the whole does, so that none is lost."""
    bar, so_far = "", 0
    for kind, shade in SHADES.items():
        so_far += entry.quotes[kind]
        bar += shade * (round(so_far * width / most) - len(bar))
    return bar or next(shade for kind, shade in SHADES.items() if entry.quotes[kind])


def _clip(name: str, length: int = 32) -> str:
    name = " ".join(name.split())
    return name if len(name) <= length else name[: length - 1] + "…"


WRITERS = {"chart": _chart, "csv": _csv, "jsonl": _jsonl}
