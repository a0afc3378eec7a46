"""What a reader is given: the parts of a matched expression, and what it may count from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from quotekit._plugins.dates.numerals import UNKNOWN, total
from quotekit._plugins.dates.values import Value

Parts = Mapping[str, Sequence[Any]]


TEXT = {"same": 0, "before": -1, "after": 1}
"""Deictic words that count from the day mentioned last: *the same day*, *the following week*."""


@attrs.frozen
class Context:
    """What a reader may count from.

    Attributes:
        anchor: The article's day, or the day of saying inside a quotation.
        previous: The value read last that stands on the calendar.
        future: Asks whether the clause looks ahead.
        same_year: Whether days and months without year are of the anchor's year.
        day_first: Whether ``4/7`` is the fourth of July; ``None`` where nothing settles it.
    """

    anchor: dt.date | None
    previous: Value | None = None
    future: Callable[[], bool | None] = lambda: None
    day_first: bool | None = None
    same_year: bool = False

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


def quantity(parts: Parts) -> Any:  # noqa: ANN401
    """Return the number of units: one without a numeral, unknown in the plural (*years*)."""
    numbers = [float(".".join(n)) if isinstance(n, tuple) else n for n in parts.get("numbers", ())]
    if "half" in parts:  # half an hour; two and a half years
        return (total(numbers[:-1]) if "and" in parts else 0) + 0.5
    if "slash" in parts:  # 5 1/2 hours
        return numbers[0] + numbers[1] / numbers[2]
    if numbers:
        return total(numbers)
    return UNKNOWN if one(parts, "unit_plural") or one(parts, "plural") else 1


def day_number(parts: Parts) -> int | None:
    """Return the number of the day in its month, where the parts name one."""
    return (
        one(parts, "day")
        or one(parts, "ordinal")
        or (one(parts, "nth") if "month" in parts else None)
    )


def counted(value: Value | None, anchor: dt.date | None) -> Value | None:
    """Return *value*, marked as counted from *anchor*."""
    return value and value.counted_from(anchor)
