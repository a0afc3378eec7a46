"""What was measured, as tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any


def report(result: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a report."""
    for title, part in result["texts"].items():
        counts = f"{part['articles']} articles, {part['characters']:,} characters"
        yield f"\n{title}: {counts}, {part['starts']} starts, {part['rounds']} rounds each\n"
        yield from _contenders(part["rows"])
        yield from _stages([row for row in part["rows"] if row["stages"]])
    yield ""
    names = list(next(iter(result["starts"].values())))
    yield from _table(
        ["CPU seconds", *names],
        (
            [what, *(f"{taken[name]:.3f}" for name in names)]
            for what, taken in result["starts"].items()
        ),
    )


def _contenders(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from _table(
        ["", "characters per CPU second", "their time / ours", "peak MB", "first call, s"],
        (
            [
                row["name"],
                f"{row['characters_per_second']:,}",
                "{1:.3g} ({0:.3g}–{2:.3g})".format(*row["ratio"]),
                str(row["peak_mb"]),
                f"{row['first_call']:.2f}",
            ]
            for row in rows
        ),
    )
    for row in rows[1:]:
        if row["differs_in"]:
            yield f"\n{row['name']} finds something else in {row['differs_in']} articles."


def _stages(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    shares = [row["stages"] for row in rows]
    stages = sorted(
        {stage for share in shares for stage in share}, key=lambda s: -shares[0].get(s, 0)
    )
    yield ""
    yield from _table(
        ["share of the time", *(row["name"] for row in rows)],
        ([stage, *(f"{share.get(stage, 0):.1%}" for share in shares)] for stage in stages),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'--:|' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
