"""Holidays: the days that a rule of the table gives in a year."""

from __future__ import annotations

import datetime as dt
from typing import Final

from quotekit._plugins.dates.values import shift_days


def holiday(year: int, rule: str) -> dt.date | None:
    """Return the day of a holiday from its rule in the table.

    Rules: ``12-25`` (a fixed day), ``11 thu 4`` (the fourth Thursday of November), ``5 mon -1``
    (the last Monday of May), ``11 tue>2`` (the first Tuesday from 2 November on), ``easter -2``.

    Example:
        >>> [str(holiday(2021, rule)) for rule in ("12-25", "11 thu 4", "5 mon -1", "easter -2")]
        ['2021-12-25', '2021-11-25', '2021-05-31', '2021-04-02']
    """
    if rule.startswith("easter"):
        return shift_days(easter(year), int(rule[6:] or 0))
    try:
        if "-" in rule and " " not in rule:
            return dt.date(year, *map(int, rule.split("-")))
        month_number, _, rest = rule.partition(" ")
        name, _, number = rest.partition(" ")
        name, _, earliest = name.partition(">")
        weekday = WEEKDAYS.index(name)
        if number.startswith("-"):
            end = dt.date(year + (month_number == "12"), int(month_number) % 12 + 1, 1)
            return end - dt.timedelta(days=(end.weekday() - weekday - 1) % 7 + 1)
        first = dt.date(year, int(month_number), int(earliest or 1))
        weeks = int(number or 1) - 1
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * weeks)
    except (ValueError, OverflowError):
        return None


WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def easter(year: int) -> dt.date | None:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    if not 1583 <= year <= 9999:
        return None
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - the letters of the algorithm
    m = (a + 11 * h + 22 * l) // 451
    month_number, number = divmod(h + l - 7 * m + 114, 31)
    return dt.date(year, month_number, number + 1)
