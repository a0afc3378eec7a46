"""How sure a figure is: the bootstrap over documents."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from quotekit.evaluation._records import Agreement

SAMPLES = 1000
LEVEL = 0.95

Figure = Literal["precision", "recall", "f1"]
Counts = tuple[list[int], list[int], list[int]]


class Interval(NamedTuple):
    """Bounds between which 95 in 100 samples of the documents put a figure."""

    low: float
    high: float


def interval(
    agreements: Sequence[Agreement],
    figure: Figure = "f1",
    against: Sequence[Agreement] | None = None,
) -> Interval:
    """Return how far a figure would move if other such documents had been drawn.

    The percentile bootstrap: as many documents as there are, drawn with replacement, a thousand
    times, always in the same order (Efron, *Bootstrap methods: another look at the jackknife*,
    Annals of Statistics 7, 1979).

    Args:
        agreements: One a document.
        figure: ``precision``, ``recall`` or ``f1`` of their sum.
        against: Those of another run on the same documents; the interval is that of the
            difference, which is unlikely to be chance where the interval does not hold 0.

    Example:
        >>> from quotekit.evaluation import Agreement
        >>> interval([Agreement(n, 4, 4) for n in (1, 2, 3, 4)])
        Interval(low=0.375, high=0.875)
    """
    chance = random.Random(0)  # the same documents give the same bounds
    numbers = range(len(agreements))
    ours = _counts(agreements)
    others = None if against is None else _counts(against)
    drawn = []
    for _ in range(SAMPLES):
        sample = chance.choices(numbers, k=len(numbers)) if numbers else []
        value = _value(ours, sample, figure)
        drawn.append(value if others is None else value - _value(others, sample, figure))
    drawn.sort()
    tail = int(SAMPLES * (1 - LEVEL) / 2)
    return Interval(drawn[tail], drawn[-1 - tail])


def _counts(agreements: Iterable[Agreement]) -> Counts:
    columns = [(a.right, a.system, a.gold) for a in agreements]
    return tuple(map(list, zip(*columns, strict=True))) if columns else ([], [], [])  # type: ignore[return-value]


def _value(counts: Counts, sample: Sequence[int], figure: Figure) -> float:
    sums = (sum(map(column.__getitem__, sample)) for column in counts)
    value: float = getattr(Agreement(*sums), figure)
    return value
