"""What a reader is given: the parts of a matched expression, and what it may count from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from quotekit._plugins.dates.numerals import HUNDRED, UNKNOWN, total
from quotekit._plugins.dates.values import Value

Parts = Mapping[str, Sequence[Any]]


TEXT: Final = {"same": 0, "before": -1, "after": 1}
"""Deictic words that count from the day mentioned last: *the same day*, *the following week*."""

TENS: Final = (20, 30)
"""Number words before the last word of an ordinal."""

WORDS: Final = "words"
"""The year that a rule presets where number words tell it."""


class Context(NamedTuple):
    """What a reader may count from.

    Attributes:
        anchor: The article's day, or the day of saying inside a quotation.
        previous: The value read last that stands on the calendar.
        future: Asks whether the clause looks ahead.
        since: The first day of a range that the expression ends: *from next Monday to Friday*.
        same_year: Whether days and months without year are of the anchor's year.
        day_first: Whether ``4/7`` is the fourth of July; ``None`` where nothing settles it.
    """

    anchor: dt.date | None
    previous: Value | None = None
    future: Callable[[], bool | None] = lambda: None
    day_first: bool | None = None
    same_year: bool = False
    since: dt.date | None = None

    @property
    def previous_day(self) -> dt.date | None:
        """The first day of what was mentioned last."""
        if self.previous is None or self.previous.start is None:
            return None
        return dt.date.fromisoformat(self.previous.start[:10])


def one(parts: Parts, role: str) -> Any:  # noqa: ANN401
    """Return the first value of a role, or ``None``."""
    found = parts.get(role)
    return found[0] if found else None


def shift(parts: Parts) -> int:
    """Return how many units a deictic word lies away: *last* -1, *this* and *the same* 0, *next* 1."""
    deixis = one(parts, "deixis")
    return int(TEXT.get(deixis, deixis) or 0)


def quantity(parts: Parts) -> Any:  # noqa: ANN401
    """Return the number of units: one without a numeral, unknown in the plural (*years*)."""
    numbers = [float(".".join(n)) if isinstance(n, tuple) else n for n in parts.get("numbers", ())]
    if one(parts, "half") == "and":  # the rule presets it: dos años y medio
        return total(numbers) + 0.5
    if "half" in parts:  # half an hour; two and a half years
        return (total(numbers[:-1]) if "and" in parts else 0) + 0.5
    if "slash" in parts:  # 5 1/2 hours
        return numbers[0] + numbers[1] / numbers[2]
    if numbers:
        return total(numbers)
    return UNKNOWN if one(parts, "unit_plural") or one(parts, "plural") else 1


def day_number(parts: Parts) -> int | None:
    """Return the number of the day in its month, in figures or words, where the parts name one."""
    if number := one(parts, "day") or one(parts, "ordinal"):
        return int(number)
    words = [] if one(parts, "year") == WORDS else [*parts.get("number", ())]
    if not words or total(words) in TENS:  # twenty-first
        words += parts.get("nth", ())[:1]
    return int(total(words)) if words and UNKNOWN not in words else None


def year_number(parts: Parts) -> int | None:
    """Return the year, in figures or words (*nineteen ninety-six*), where the parts name one."""
    year = one(parts, "year")
    if year != WORDS:
        written = year if year is not None else one(parts, "figure")
        return None if written is None else int(written)
    words = [number for number in parts.get("number", ()) if isinstance(number, int)]
    if not words:
        return None
    hundreds = any(number >= HUNDRED for number in words)  # two thousand and fifteen
    return int(total(words) if hundreds else words[0] * HUNDRED + total(words[1:]))


def counted(value: Value | None, anchor: dt.date | None) -> Value | None:
    """Return *value*, marked as counted from *anchor*."""
    return value and value.counted_from(anchor)
