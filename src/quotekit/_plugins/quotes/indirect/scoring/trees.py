"""Boosted trees: a sum of small trees over numbers, for what no sum over words can say.

Each tree asks three questions, one after the other, and adds what it has learned of the answers.
What they are and where they come from: :mod:`.weights`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

QUESTIONS = 7
"""The questions of a tree: one, then one of two, then one of four."""


class Trees:
    """The odds of a yes: a sum of trees over numbers.

    Args:
        data: ``bias``, and ``trees``, each with the numbers that its questions look at, by place, the
            limits that they ask for, and the values of the eight answers. What comes after question
            *i* is question *2i + 1* where the number is at most the limit, else *2i + 2*.

    Example:
        >>> asked, limits = [0, 1, 1, 0, 0, 0, 0], [0.5, 2, 4, 9, 9, 9, 9]
        >>> trees = Trees({"bias": -0.5, "trees": [[asked, limits, [1, 0, 2, 0, 3, 0, 4, 0]]]})
        >>> trees.score((0.2, 3)), trees.score((0.7, 3))
        (1.5, 2.5)
    """

    __slots__ = ("_bias", "_trees")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._bias: float = data["bias"]
        self._trees: list[tuple[list[int], list[float], list[float]]] = [*map(tuple, data["trees"])]

    def score(self, numbers: Sequence[float]) -> float:
        """Return the log odds."""
        total = self._bias
        for asked, limits, values in self._trees:
            i = 1 + (numbers[asked[0]] > limits[0])  # written out: a reading asks for every tree
            i = 2 * i + 1 + (numbers[asked[i]] > limits[i])
            i = 2 * i + 1 + (numbers[asked[i]] > limits[i])
            total += values[i - QUESTIONS]
        return total
