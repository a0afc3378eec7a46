"""Relations: how the readings of an article stand to one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.candidates import Range
from quotekit._plugins.quotes.indirect.scoring.readings import Reading

NEAR: Final = 8
"""How many cues on either side a reading is judged with."""


class Relations(NamedTuple):
    """How a reading stands to the likeliest readings of the cues near its own, by their places.

    Attributes:
        outer: Those whose contents contain its cue.
        inner: Those whose cue its contents contain.
        across: Those that claim some of its words, and are neither.
        beside: Those of the same sentence.
        alike: Those with the same source.
    """

    outer: list[int]
    inner: list[int]
    across: list[int]
    beside: list[int]
    alike: list[int]


def extent(reading: Reading) -> Range:
    """Return the first and the last token of what a reading claims, its cue taken in."""
    head, contents = reading.cue.head, reading.contents
    return min(head, contents[0][0]), max(head, contents[-1][1])


def relate(
    likeliest: Sequence[Reading], extents: Sequence[Range], place: int, reading: Reading
) -> Relations:
    """Return how a reading of the cue in one place stands to the readings around it.

    Args:
        likeliest: The likeliest reading of each cue, in text order.
        extents: Where each of them begins and ends.
        place: The place of the cue whose reading it is.
        reading: The reading.
    """
    outer, inner, across, beside, alike = found = Relations([], [], [], [], [])
    low, high = extent(reading)
    bounds, source = reading.bounds, reading.source
    for n in range(max(0, place - NEAR), min(len(likeliest), place + NEAR + 1)):
        if n == place:
            continue
        other = likeliest[n]
        start, end = extents[n]
        if start <= high and low <= end:  # most are apart
            holds, is_held = reading.reports(other.cue), other.reports(reading.cue)
            if holds:
                inner.append(n)
            if is_held:
                outer.append(n)
            elif not holds and reading.overlaps(other):
                across.append(n)
        if other.bounds == bounds:
            beside.append(n)
        if source is not None and other.source == source:
            alike.append(n)
    return found
