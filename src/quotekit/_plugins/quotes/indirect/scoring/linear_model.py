"""Linear models: weights as data, one table for each feature, summed up.

What they are and where they come from: :mod:`.weights`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from quotekit._plugins.quotes.indirect.scoring.cue_features import Key
from quotekit._plugins.quotes.indirect.scoring.options import Options

SCALE: Final = 100
"""Weights are kept as hundredths."""
SEPARATOR: Final = "\t"
"""Parts the words of a key in JSON, as tables are read; no token holds one."""
LOWEST: Final = -(10**9)
"""What any score exceeds."""
UNRIVALLED: Final = 9.0
"""The lead of a candidate that is the only one."""
ZEROS: Final = itertools.repeat(0)
"""What keys without a weight count."""
COMPILED: Final = not __file__.endswith(".py")
"""Whether a loop takes half the time of a sum over a map; when Python runs it, it takes more."""
NOTHING_LEARNED: Final[Iterable[dict[Key, int]]] = itertools.repeat({})
"""The weights where nothing was learned of what options share."""
REMEMBERED: Final = 400
"""So often the weights for what options share are looked up but once: cues are much alike."""


class Pick(NamedTuple):
    """The best of some candidates.

    Attributes:
        token: The token that it is.
        lead: By how much it leads the next best, in log odds.
        runner_up: The next best, if there is one.
    """

    token: int
    lead: float = UNRIVALLED
    runner_up: int | None = None


def added(tables: list[dict[Key, int]], keys: tuple[Key, ...], start: int) -> int:
    """Return *start* and the weights of some keys, each from its table; most keys have none."""
    if not COMPILED:
        return sum(map(dict.get, tables, keys, ZEROS), start)
    total = start
    for i in range(len(tables)):
        weight = tables[i].get(keys[i])
        if weight is not None:
            total += weight
    return total


class Odds:
    """The odds of a yes: a linear model over features.

    Args:
        data: ``bias``, and ``weights``: for each feature, by its name, the values that count.

    Example:
        >>> weights = {"word": {"said": 200}, "word, next": {("said", "that"): 30}}
        >>> odds = Odds({"bias": -50, "weights": weights})
        >>> odds.score(("said", ("said", "that"))), odds.score(("sat", ("sat", "on")))
        (1.8, -0.5)
    """

    __slots__ = ("_bias", "_tables")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._bias: int = data["bias"]
        self._tables: list[dict[Key, int]] = [*data["weights"].values()]

    def score(self, keys: tuple[Key, ...]) -> float:
        """Return the log odds."""
        return added(self._tables, keys, self._bias) / SCALE


class Choice:
    """One of several options: a linear model over what they share and what is their own.

    Args:
        data: ``weights``: for each feature, by its name, what may be shared, and for that the
            values that count.

    Example:
        >>> choice = Choice({"weights": {"class → next": {"report": {".": 50, ",": 20}}}})
        >>> choice.best([Options(("report",), [(4, (",",)), (7, (".",)), (9, ("and",))])])
        Pick(token=7, lead=0.3, runner_up=4)
    """

    __slots__ = ("_known", "_tables")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._tables: list[dict[Key, dict[Key, int]]] = [*data["weights"].values()]
        self._known: dict[tuple[Key, ...], list[dict[Key, int]]] = {}

    def best(self, sorts: Iterable[Options]) -> Pick | None:
        """Return the best option, the first of equals, or ``None`` where there is none."""
        chosen: int | None = None
        runner_up: int | None = None
        high = next_high = LOWEST
        for shared, options in sorts:
            tables = self._known.get(shared) or self._given(shared)
            for token, keys in options:
                score = added(tables, keys, 0)
                if score > high:
                    runner_up, next_high = chosen, high
                    chosen, high = token, score
                elif score > next_high:
                    runner_up, next_high = token, score
        if chosen is None:
            return None
        lead = UNRIVALLED if runner_up is None else (high - next_high) / SCALE
        return Pick(chosen, lead, runner_up)

    def _given(self, shared: tuple[Key, ...]) -> list[dict[Key, int]]:
        """Return the weights for what options share, and remember them."""
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        tables = [*map(dict.get, self._tables, shared, NOTHING_LEARNED)]
        self._known[shared] = tables
        return tables


def write_key(key: Key) -> str:
    """Return a key as JSON holds it."""
    return key if isinstance(key, str) else SEPARATOR.join(key)
