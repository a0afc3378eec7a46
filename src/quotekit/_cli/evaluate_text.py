"""How ``quotekit evaluate`` lays out its figures, and lists what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotekit._writers.table import flat
from quotekit.evaluation import (
    Agreement,
    Annotation,
    Comparison,
    Group,
    Interval,
    Report,
    interval,
)
from quotekit.models._short import plural
from quotekit.spans import Span, join

if TYPE_CHECKING:
    from rich.table import Table

FIGURES = ("found", "end_to_end", "content", "source", "cue")
"""The figures of precision and recall, in the order of the table."""


def agreements(ours: Iterable[Comparison], name: str) -> list[Agreement]:
    """Return one figure of each document."""
    return [getattr(one.report, name) for one in ours]


def summary(ours: Iterable[Comparison]) -> str:
    """Return the shares that have no precision."""
    report = sum((one.report for one in ours), Report())
    recall = "".join(
        f"recall of {kind}: {part.recall:.1%} of {part.gold:,}\n"
        for kind, part in sorted(report.by_kind.items())
    )
    accuracy = f"speaker accuracy: {report.speaker_accuracy:.1%} of {report.speakers.gold:,}\n"
    return f"{accuracy}{recall}"


def figures(ours: Sequence[Comparison], theirs: Sequence[Comparison] | None) -> Table:
    """Return precision, recall and F1 in percent, with the bounds of 95 in 100 samples."""
    table = _table(plural(len(ours), "document"), "PRECISION", "RECALL", "F1", "95 %")
    if theirs is not None:
        table.add_column("DIFFERENCE", justify="right")
        table.add_column("95 %", justify="right")
    for name in FIGURES:
        each = agreements(ours, name)
        whole = sum(each, Agreement())
        row = [name.replace("_", " "), *(f"{100 * x:.1f}" for x in (whole.precision, whole.recall))]
        row += [f"{100 * whole.f1:.1f}", _bounds(interval(each))]
        if theirs is not None:
            other = agreements(theirs, name)
            difference = whole.f1 - sum(other, Agreement()).f1
            row += [f"{100 * difference:+.1f}", _bounds(interval(each, "f1", other), "+")]
        table.add_row(*row)
    return table


def _bounds(bounds: Interval, sign: str = "") -> str:
    return f"{100 * bounds.low:{sign}.1f} … {100 * bounds.high:{sign}.1f}"


def group_table(by: str, found: Mapping[str, Group]) -> Table:
    """Return the counts and shares of each group; gold knows no rules."""
    headings = ("GOLD", "FOUND", "RECALL", "RUN", "RIGHT", "PRECISION")
    first = 3 if by == "rule" else 0
    table = _table(by.upper(), *headings[first:])
    for name, group in found.items():
        cells = (
            *(f"{group.gold:,}", f"{group.found:,}", _share(group.recall)),
            *(f"{group.system:,}", f"{group.right:,}", _share(group.precision)),
        )
        table.add_row(flat(name), *cells[first:])
    return table


def _share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def errors_of(ours: Iterable[Comparison]) -> Iterator[str]:
    """Yield what is wrong, document by document."""
    for one in ours:
        lines = [f"  missed  {_line(one, quote)}" for quote in one.missed]
        lines += [f"  extra   {_line(one, quote)}" for quote in one.extra]
        for gold, system in one.misattributed:
            wrong = f"{_source(one, system)}, not {_source(one, gold)}"
            lines.append(f"  speaker {_line(one, gold)}: {wrong}")
        if lines:
            yield "\n".join(["", flat(one.id), *lines, ""])


def changes(ours: Iterable[Comparison], theirs: Iterable[Comparison]) -> Iterator[str]:
    """Yield what this run has right and the other has not, and the other way round."""
    for one, other in zip(ours, theirs, strict=True):
        new, old = ({_key(quote) for quote in side.missed} for side in (one, other))
        lines = [
            f"  gained  {_line(one, quote)}" for quote in other.missed if _key(quote) not in new
        ]
        lines += [
            f"  lost    {_line(one, quote)}" for quote in one.missed if _key(quote) not in old
        ]
        new, old = ({_key(quote) for quote in side.extra} for side in (one, other))
        lines += [f"  added   {_line(one, quote)}" for quote in one.extra if _key(quote) not in old]
        lines += [
            f"  dropped {_line(one, quote)}" for quote in other.extra if _key(quote) not in new
        ]
        new, old = ({_key(gold) for gold, _ in side.misattributed} for side in (one, other))
        lines += [f"  speaker right now: {_words(one, key)}" for key in sorted(old - new)]
        lines += [f"  speaker wrong now: {_words(one, key)}" for key in sorted(new - old)]
        if lines:
            yield "\n".join(["", flat(one.id), *lines, ""])


def _key(quote: Annotation) -> tuple[tuple[int, int], ...]:
    return quote.contents


def _words(one: Comparison, offsets: Iterable[tuple[int, int]]) -> str:
    return f"“{flat(join(one.text, [Span(*pair) for pair in offsets]))}”"


def _line(one: Comparison, quote: Annotation) -> str:
    found_by = f" by {quote.rule}" if quote.rule else ""
    return f"{quote.contents[0][0]} {quote.kind} {_words(one, quote.contents)}{found_by}"


def _source(one: Comparison, quote: Annotation) -> str:
    return _words(one, quote.source) if quote.source else flat(quote.name or "nobody")


def _table(first: str, *numbers: str) -> Table:
    """Return an empty table whose columns, but the first, hold numbers."""
    from rich.table import Table

    table = Table(first, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table
