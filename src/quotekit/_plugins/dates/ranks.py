"""Readers of parts of a time by their rank: *the last Friday in October*, *the first week of 2019*.

Weeks belong to the month and the year that hold their Thursday, as in ISO 8601.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final

from quotekit._plugins.dates import values
from quotekit._plugins.dates.context import Context, Parts, counted, one, shift
from quotekit._plugins.dates.days import read_date
from quotekit._plugins.dates.numerals import total
from quotekit._plugins.dates.periods import shifted
from quotekit._plugins.dates.values import Value, unresolved

THURSDAY: Final = 4
SATURDAY: Final = 6
LONGEST: Final = 366
"""Days of the longest time that is counted through."""

UNITS: Final[dict[str, tuple[Callable[[dt.date], bool], Callable[[dt.date], Value | None]]]] = {
    "D": (lambda _: True, values.of_date),
    "W": (lambda day: day.isoweekday() == THURSDAY, values.week),
    "WE": (lambda day: day.isoweekday() == SATURDAY, lambda day: values.week(day, weekend=True)),
    "M": (lambda day: day.day == 1, lambda day: values.month(day.year, day.month)),
}
"""Unit → the days that stand for one of its kind, and the value of the one that such a day is of."""


def read_ranked(parts: Parts, context: Context) -> Value | None:
    """Read a day, week, weekend or month by its rank in a longer time.

    The rule presets ``back`` where the rank counts from the end: *the last week*, *the second last*.
    """
    back = one(parts, "back")
    rank = (
        one(parts, "ordinal")
        or one(parts, "day")
        or total([*parts.get("number", ()), one(parts, "nth") or 0])
        or 1
    )
    whole = _container(parts, context, skip=1 if back else 0)
    if whole is None or whole.start is None or whole.end is None:
        return unresolved(None)
    weekday, unit = one(parts, "weekday"), one(parts, "unit")
    if weekday is None and unit not in UNITS:
        return None
    stands, write = UNITS["D" if weekday else unit]
    days = [
        day
        for day in _days(whole.start, whole.end)
        if (day.isoweekday() == weekday if weekday else stands(day))
    ]
    if rank > len(days):
        return None
    found = write(days[-rank] if back else days[rank - 1])
    return counted(found, dt.date.fromisoformat(whole.anchor)) if whole.anchor else found


def _container(parts: Parts, context: Context, *, skip: int) -> Value | None:
    """Return the time that is counted through; *skip* deictic words belong to the rank."""
    deixis = [*parts.get("deixis", ())][skip:]
    units = [*parts.get("unit", ())]
    if "weekday" not in parts:
        units = units[1:]
    if "month" in parts:
        return read_date(
            {"month": parts["month"], "year": parts["year"]}
            if "year" in parts
            else {"month": parts["month"], "deixis": deixis},
            context,
        )
    if "year" in parts:
        return values.year(one(parts, "year"))
    return shifted(context.anchor, units[0], shift({"deixis": deixis})) if units else None


def _days(start: str, end: str) -> Iterator[dt.date]:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    for number in range(min((last - first).days, LONGEST)):
        yield first + dt.timedelta(number)


def read_week_number(parts: Parts, context: Context) -> Value | None:
    """Read a week by its number in the year: *week 31*, *KW 31*."""
    number, year = one(parts, "day") or one(parts, "figure"), one(parts, "year")
    anchor = None if year else context.anchor
    if year is None and anchor is None:
        return unresolved(f"XXXX-W{number:02}", "week")
    try:
        monday = dt.date.fromisocalendar(year or anchor.year, number, 1)  # type: ignore[union-attr]
    except ValueError:
        return None
    return counted(values.week(monday), anchor) if anchor else values.week(monday)
