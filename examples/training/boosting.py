"""Learn boosted trees: each asks three questions about numbers, and mends what others got wrong.

Gradient boosting with second-order steps over binned numbers (Friedman 2001; Chen and Guestrin 2016,
*XGBoost*). Standard library only; the same examples in the same order give the same trees.
"""

from __future__ import annotations

import math
import random
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from quotekit._plugins.quotes.indirect.scoring.trees import QUESTIONS, Trees

COUNT, RATE = 60, 0.1
"""How many trees, and how much of what it would mend each of them mends."""
BINS = 32
"""The limits of a number part the examples in so many equal parts."""
LEAST = 40
"""How many examples each answer must have."""
CAUTION = 5.0
"""Added to the curvature of an answer: the more, the smaller the values of rare ones."""
ROWS, NUMBERS = 0.8, 0.5
"""Shares of the examples and of the numbers that a tree sees."""
FEWEST = 0.001
"""The share of examples that are right is taken for no less, and that of the others too."""
UNASKED = 1e9
"""The limit of a question that parts nothing."""
DIGITS = 4

Example = tuple[Sequence[float], bool]


class Answers(NamedTuple):
    """The examples that came to one place of a tree, with what is left to mend of each."""

    members: list[int]
    slope: float
    curve: float

    @property
    def gain(self) -> float:
        """By how much their loss falls when they get their best value."""
        return self.slope * self.slope / (self.curve + CAUTION)

    @property
    def value(self) -> float:
        """What is added to their log odds."""
        return round(-RATE * self.slope / (self.curve + CAUTION), DIGITS)


class Booster:
    """What is learned from, number by number, and how wrong the trees so far are.

    Args:
        examples: The numbers of each example, and its answer.
    """

    def __init__(self, examples: Sequence[Example]) -> None:
        columns = [*zip(*(numbers for numbers, _ in examples), strict=True)]
        self.limits = [limits(column) for column in columns]
        self.bins = [
            [bisect_left(known, value) for value in column]
            for known, column in zip(self.limits, columns, strict=True)
        ]
        self.right = [answer for _, answer in examples]
        share = min(max(sum(self.right) / len(self.right), FEWEST), 1 - FEWEST)
        self.bias = round(math.log(share / (1 - share)), DIGITS)
        self.odds = [self.bias] * len(examples)
        self.slopes: list[float] = []
        self.curves: list[float] = []

    def look(self) -> None:
        """Note how wrong the log odds are."""
        chances = [1 / (1 + math.exp(-max(odds, -30.0))) for odds in self.odds]
        self.slopes = [chance - right for chance, right in zip(chances, self.right, strict=True)]
        self.curves = [chance * (1 - chance) for chance in chances]

    def answers(self, members: list[int]) -> Answers:
        """Return examples with the sums of their slopes and curves."""
        slope = sum([self.slopes[i] for i in members])
        return Answers(members, slope, sum([self.curves[i] for i in members]))

    def question(self, here: Answers, numbers: Iterable[int]) -> tuple[int, float] | None:
        """Return the number and the limit that part some examples best, if any gains."""
        best, found = 1e-9, None
        for number in numbers:
            known = self.limits[number]
            for place, gain in self._gains(here, number, len(known)):
                if gain > best:
                    best, found = gain, (number, known[place])
        return found

    def _gains(self, here: Answers, number: int, count: int) -> Iterable[tuple[int, float]]:
        bins, slopes, curves = self.bins[number], [0.0] * (count + 1), [0.0] * (count + 1)
        counts = [0] * (count + 1)
        for i in here.members:
            place = bins[i]
            slopes[place] += self.slopes[i]
            curves[place] += self.curves[i]
            counts[place] += 1
        seen, slope, curve = 0, 0.0, 0.0
        for place in range(count):
            seen += counts[place]
            slope += slopes[place]
            curve += curves[place]
            if seen >= LEAST and len(here.members) - seen >= LEAST:
                left = Answers([], slope, curve)
                right = Answers([], here.slope - slope, here.curve - curve)
                yield place, left.gain + right.gain - here.gain

    def part(self, here: Answers, asked: int, limit: float) -> list[Answers]:
        """Return the examples whose number is at most the limit, and the others."""
        place = bisect_left(self.limits[asked], limit)
        low: list[int] = []
        high: list[int] = []
        bins = self.bins[asked]
        for i in here.members:
            (low if bins[i] <= place else high).append(i)
        return [self.answers(low), self.answers(high)]


def limits(column: Sequence[float]) -> list[float]:
    """Return the limits that part numbers in equal shares."""
    ordered = sorted(column)
    return sorted({float(ordered[n * len(ordered) // BINS]) for n in range(1, BINS)})


def grow(booster: Booster, members: list[int], numbers: Sequence[int]) -> list[list[float]]:
    """Return one tree: what its questions ask, their limits, the values of the answers."""
    asked: list[float] = []
    bounds: list[float] = []
    level = [booster.answers(members)]
    while len(asked) < QUESTIONS:
        below: list[Answers] = []
        for here in level:
            number, limit = booster.question(here, numbers) or (0, UNASKED)
            asked.append(number)
            bounds.append(limit)
            below += booster.part(here, number, limit)
        level = below
    return [asked, bounds, [answers.value for answers in level]]


def learn_trees(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the trees learned from examples, as :class:`.Trees` reads them; none from none."""
    if not examples:
        return {"bias": 0.0, "trees": []}
    booster = Booster(examples)
    chance = random.Random(1)
    trees = []
    width = len(booster.limits)
    for _ in range(COUNT):
        booster.look()
        members = sorted(chance.sample(range(len(examples)), int(len(examples) * ROWS)))
        numbers = sorted(chance.sample(range(width), math.ceil(width * NUMBERS)))
        tree = grow(booster, members, numbers)
        added = Trees({"bias": 0.0, "trees": [tree]})
        for i, (known, _) in enumerate(examples):
            booster.odds[i] += added.score(known)
        trees.append(tree)
    return {"bias": booster.bias, "trees": trees}
