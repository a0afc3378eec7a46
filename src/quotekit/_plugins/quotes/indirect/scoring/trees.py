"""Boosted trees: a sum of small trees over numbers, for what no sum over words can say.

Each tree asks three questions, one after the other, and adds what it has learned of the answers.
What they are and where they come from: :mod:`.weights`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

QUESTIONS: Final = 7
"""The questions of a tree: one, then one of two, then one of four."""
Answer = tuple[int, float, float, float]
"""A last question: which number it looks at, its limit, the values of at most that and of more."""
Half = tuple[int, float, Answer, Answer]
"""A second question, and the last ones that may follow."""
Tree = tuple[int, float, Half, Half]
"""A first question, and the second ones that may follow."""


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
        self._trees: list[Tree] = [_tree(*tree) for tree in data["trees"]]

    def score(self, numbers: Sequence[float]) -> float:
        """Return the log odds."""
        total = self._bias
        for first, limit, less, more in self._trees:  # a reading asks for every tree
            second, limit, low, high = more if numbers[first] > limit else less
            third, limit, at_most, above = high if numbers[second] > limit else low
            total += above if numbers[third] > limit else at_most
        return total


def _tree(asked: Sequence[int], limits: Sequence[float], values: Sequence[float]) -> Tree:
    """Return a tree with its questions inside one another, so that answers need no numbering."""
    answers = [*zip(asked[3:], limits[3:], values[::2], values[1::2], strict=True)]
    halves = [*zip(asked[1:3], limits[1:3], answers[::2], answers[1::2], strict=True)]
    return asked[0], limits[0], halves[0], halves[1]
