"""Readers of days in figures: *17/6/2019*, *on 17/6*, *9-May-2006*, *Aug. 9, '96*, ``20210727``."""

from __future__ import annotations

import datetime as dt
from typing import Final

from quotekit._plugins.dates import values
from quotekit._plugins.dates.context import Context, Parts, one
from quotekit._plugins.dates.days import read_date
from quotekit._plugins.dates.values import Value

DEFAULT_YEAR: Final = 2025
"""The year from which years of two figures are read in an article without a day."""


YEARS_AHEAD: Final = 15
"""How far ahead a year of two figures may lie."""


def read_day_in_figures(parts: Parts, context: Context) -> Value | None:
    """Read a day and a month in figures: *on 17/6*, *am 17.6.*"""
    a, b = (int(number) for number in one(parts, "decimal") or parts["numbers"][:2])
    orders = [(b, a), (a, b)] if context.day_first is not False else [(a, b), (b, a)]
    if context.day_first is None:
        orders.reverse()
    for month, number in orders:
        if values.day(2000, month, number) is not None:
            return read_date({**parts, "month": [month], "day": [number]}, context)
    return None


def read_month_in_figures(parts: Parts, _: Context) -> Value | None:
    """Read a month and a year in figures: ``11/2026``, ``2026-11``."""
    number = next(number for number in parts["numbers"] if number != one(parts, "year"))
    return values.month(one(parts, "year"), number) if 1 <= number <= 12 else None


def read_numeric(parts: Parts, context: Context) -> Value | None:
    """Read a date in figures: ``2021-07-27``, ``17/6/2019``, ``17.6.2019``."""
    readings = numeric_readings(parts, context.anchor)
    if not readings:
        return None
    weekday = one(parts, "weekday")
    if weekday is not None:
        readings = [v for v in readings if _falls_on(v, weekday)] or readings
    if len(readings) == 1:
        return readings[0]
    by_day, by_month = readings
    if context.day_first is not None:
        return by_day if context.day_first else by_month
    return by_month._replace(alternatives=(str(by_day.value),))


def read_short_date(parts: Parts, context: Context) -> Value | None:
    """Read a day whose year has two figures or four: ``9-May-2006``, ``07-NOV-18``, ``14Feb23``."""
    number, year = sorted(parts["numbers"][:2]) if "year" in parts else parts["numbers"][:2]
    return values.day(full_year(year, context.anchor), one(parts, "month"), number)


def read_short_year_date(parts: Parts, context: Context) -> Value | None:
    """Read a day or a month whose year has two figures: *Aug. 9, '96*, *June '96*."""
    *numbers, short = parts["numbers"]
    year, month = full_year(int(short), context.anchor), one(parts, "month")
    return values.day(year, month, int(numbers[0])) if numbers else values.month(year, month)


def read_date_of_era(parts: Parts, _: Context) -> Value | None:
    """Read a day of an early year: *10 August 88 AD*."""
    *numbers, year = parts["numbers"]
    return values.day(int(year), one(parts, "month"), int(numbers[0])) if numbers else None


def read_compact(parts: Parts, _: Context) -> Value | None:
    """Read a day in eight figures: ``20210727``."""
    year, rest = divmod(int(parts["numbers"][0]), 10_000)
    return values.day(year, *divmod(rest, 100))


def full_year(number: int, anchor: dt.date | None) -> int:
    """Return the year that two figures mean: the latest that is not far ahead of the anchor's."""
    if number >= 100:
        return number
    latest = (anchor.year if anchor else DEFAULT_YEAR) + YEARS_AHEAD
    return latest - (latest - number) % 100


def numeric_readings(parts: Parts, anchor: dt.date | None) -> list[Value]:
    """Return the readings of a date in figures: day first, then month first, where both exist."""
    a, b, c = one(parts, "dotted") or parts["numbers"][:3]
    if not all(isinstance(number, int) for number in (a, b, c)):
        return []
    if a > 31:
        found = [values.day(a, b, c)]
    else:
        c = full_year(c, anchor)
        found = [values.day(c, b, a), values.day(c, a, b)]
    unique = dict.fromkeys(value for value in found if value is not None)
    return list(unique)


def _falls_on(value: Value, weekday: int) -> bool:
    return value.start is not None and dt.date.fromisoformat(value.start).isoweekday() == weekday
