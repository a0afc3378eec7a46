"""Linear models: weights as data, one table for each feature, summed up.

What they are and where they come from: :mod:`.weights`.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any, NamedTuple

from quotekit._plugins.quotes.indirect.scoring.cue_features import Key, Option

SCALE = 100
"""Weights are kept as hundredths."""
SEPARATOR = "\t"
"""Parts the words of a key in JSON, as tables are read; no token holds one."""


UNRIVALLED = 9.0
"""The lead of a candidate that is the only one."""


class Pick(NamedTuple):
    """The best of some candidates.

    Attributes:
        token: The token that it is.
        lead: By how much it leads the next best, in log odds.
    """

    token: int
    lead: float = UNRIVALLED


class Model:
    """A linear model over features.

    Args:
        data: ``bias``, and ``weights``: for each feature, by its name, the values that count.

    Example:
        >>> model = Model(
        ...     {"bias": -50, "weights": {"word": {"said": 200}, "word, next": {"said\\tthat": 30}}}
        ... )
        >>> model.score(("said", ("said", "that"))), model.score(("sat", ("sat", "on")))
        (1.8, -0.5)
        >>> model.best([(4, ("sat", ("sat", "on"))), (7, ("said", ("said", "he")))])
        Pick(token=7, lead=2.0)
    """

    __slots__ = ("_bias", "_tables")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._bias: int = data.get("bias", 0)
        self._tables = [_keyed(table) for table in data["weights"].values()]

    def score(self, keys: Sequence[Key]) -> float:
        """Return the log odds."""
        return (self._bias + _total(self._tables, keys)) / SCALE

    def best(self, candidates: Iterable[Option]) -> Pick | None:
        """Return the best candidate, the first of equals, or ``None`` where there is none."""
        rest = iter(candidates)
        only, other = next(rest, None), next(rest, None)
        if only is None or other is None:
            return None if only is None else Pick(only[0])
        chosen, high, second = only[0], -math.inf, -math.inf
        tables = self._tables
        for token, keys in itertools.chain((only, other), rest):
            score = _total(tables, keys)
            if score > high:
                chosen, high, second = token, score, high
            elif score > second:
                second = score
        return Pick(chosen, (high - second) / SCALE)


def _total(tables: Sequence[dict[Key, int]], keys: Sequence[Key]) -> int:
    """Return the sum of the weights; keys without one count nothing."""
    return sum(map(dict.get, tables, keys, itertools.repeat(0)))


def _keyed(table: Mapping[Any, int]) -> dict[Key, int]:
    """Return the weights of a feature by key; what comes from plain JSON has its keys joined."""
    if not any(SEPARATOR in key for key in itertools.islice(table, 1)):
        return dict(table)
    return {tuple(map(intern, key.split(SEPARATOR))): weight for key, weight in table.items()}


def write_key(key: Key) -> str:
    """Return a key as JSON holds it."""
    return key if isinstance(key, str) else SEPARATOR.join(key)
