"""Values: calendar periods written as TIMEX3 values, with their half-open intervals.

Each function returns a :class:`Value`, or ``None`` for what no calendar has (31 April, the year
12000). Month and quarter arithmetic is done on integers, weeks are ISO weeks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from quotekit.models import TimeType

LAST_YEAR: Final = 9999
"""The last year that ISO 8601 writes with four figures; the first is 1."""

WEEKEND: Final = 5
"""Saturday, as :meth:`datetime.date.weekday` counts."""

SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season; the winter of a year begins in its December."""

PART_HOURS: Final = {
    "MO": (6, 12),
    "MI": (12, 13),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (20, 30),
    "DT": (8, 18),
}
"""Hours of the parts of a day; a night reaches into the next day."""


class Value(NamedTuple):
    """What a time expression means.

    Attributes:
        value: The TIMEX3 value; ``None`` where it cannot be told without an anchor.
        type: The TIMEX3 type.
        granularity: The finest unit.
        start: First day or instant.
        end: The first one after it.
        resolved: Whether it stands on the calendar.
        anchor: What it was counted from, as the record's ``anchor``.
        resolved_date: Where a duration leads to.
        alternatives: Other values that it may have.
    """

    value: str | None
    type: TimeType = TimeType.DATE
    granularity: str | None = None
    start: str | None = None
    end: str | None = None
    resolved: bool = True
    anchor: str | None = None
    resolved_date: str | None = None
    alternatives: tuple[str, ...] = ()

    def counted_from(self, anchor: dt.date | None) -> Value:
        """Return the same value, marked as counted from *anchor*."""
        return self._replace(anchor=anchor.isoformat() if anchor else None)


def unresolved(value: str | None, granularity: str | None = None, **more: Any) -> Value:  # noqa: ANN401
    """Return a value that no anchor placed on the calendar."""
    return Value(value, granularity=granularity, resolved=False, **more)


def day(year: int, month: int, number: int) -> Value | None:
    """Return a day.

    Example:
        >>> day(2020, 2, 29).value, day(2021, 2, 29)
        ('2020-02-29', None)
    """
    try:
        first = dt.date(year, month, number)
    except (ValueError, OverflowError):
        return None
    return Value(
        first.isoformat(), granularity="day", start=first.isoformat(), end=_after(first, 1)
    )


def of_date(date: dt.date | None) -> Value | None:
    """Return the day of a :class:`datetime.date`."""
    return day(date.year, date.month, date.day) if date else None


def week(date: dt.date | None, *, weekend: bool = False) -> Value | None:
    """Return the ISO week that holds *date*, or its weekend.

    Example:
        >>> week(dt.date(2021, 1, 3)).value, week(dt.date(2021, 5, 9), weekend=True).value
        ('2020-W53', '2021-W18-WE')
    """
    if date is None:
        return None
    year, number, weekday = date.isocalendar()
    monday = shift_days(date, 1 - weekday)
    if monday is None:
        return None
    value = f"{year:04}-W{number:02}"
    if weekend:
        saturday = shift_days(monday, WEEKEND)
        if saturday is None:
            return None
        start, end = saturday.isoformat(), _after(saturday, 2)
        return Value(value + "-WE", granularity="weekend", start=start, end=end)
    return Value(value, granularity="week", start=monday.isoformat(), end=_after(monday, 7))


def month(year: int, number: int) -> Value | None:
    """Return a month; numbers outside 1 to 12 count on into other years.

    Example:
        >>> month(2021, 14).value
        '2022-02'
    """
    return _months(year, number, 1, "month", lambda y, m: f"{y:04}-{m:02}")


def quarter(year: int, number: int) -> Value | None:
    """Return a quarter; numbers outside 1 to 4 count on into other years.

    Example:
        >>> quarter(2021, 0).value
        '2020-Q4'
    """
    return _months(year, number * 3 - 2, 3, "quarter", lambda y, m: f"{y:04}-Q{m // 3 + 1}")


def half(year: int, number: int) -> Value | None:
    """Return a half-year."""
    return _months(year, number * 6 - 5, 6, "half-year", lambda y, m: f"{y:04}-H{m // 6 + 1}")


def season(year: int, name: str) -> Value | None:
    """Return a season: ``SP``, ``SU``, ``FA`` or ``WI``."""
    return _months(year, SEASON_STARTS[name], 3, "season", lambda y, _: f"{y:04}-{name}")


def year(number: int) -> Value | None:
    """Return a year."""
    return _years(number, 1, "year", f"{number:04}")


def decade(first: int) -> Value | None:
    """Return the decade that begins with a year.

    Example:
        >>> decade(1990).value
        '199'
    """
    return _years(first, 10, "decade", f"{first // 10:03}")


def century(ordinal: int) -> Value | None:
    """Return a century by its ordinal.

    Example:
        >>> century(20).value, century(20).start
        ('19', '1900-01-01')
    """
    return _years((ordinal - 1) * 100, 100, "century", f"{ordinal - 1:02}")


def with_part(value: Value, part: str) -> Value:
    """Return a part of the day *value*: its morning, its night.

    Example:
        >>> with_part(day(2021, 3, 3), "NI").value
        '2021-03-03TNI'
    """
    start = end = None
    if value.granularity == "day" and value.start and part in PART_HOURS:
        first, last = PART_HOURS[part]
        start = f"{value.start}T{first:02}:00"
        until = value.end if last >= 24 else value.start
        end = f"{until}T{last % 24:02}:00" if until else None
    return value._replace(
        value=value.value and f"{value.value}T{part}",
        type=TimeType.TIME,
        granularity="part of day",
        start=start,
        end=end,
    )


def with_clock(value: Value, hour: int, minute: int, second: int | None) -> Value:
    """Return an instant of the day *value*.

    Example:
        >>> with_clock(day(2021, 3, 3), 17, 5, None).value
        '2021-03-03T17:05'
    """
    clock = f"{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")
    placed = value.granularity == "day" and value.start and hour < 24
    start = f"{value.start}T{clock}" if placed else None
    return value._replace(
        value=value.value and f"{value.value}T{clock}",
        type=TimeType.TIME,
        granularity="second" if second is not None else "minute",
        start=start,
        end=None,
    )


def shift_days(date: dt.date | None, days: int) -> dt.date | None:
    """Return *date* moved by *days*, or ``None`` where the calendar ends."""
    try:
        return date and date + dt.timedelta(days=days)
    except OverflowError:
        return None


def _months(
    first_year: int,
    first_month: int,
    length: int,
    granularity: str,
    write: Callable[[int, int], str],
) -> Value | None:
    count = first_year * 12 + first_month - 1
    y, m = divmod(count, 12)
    if not 1 <= y <= LAST_YEAR:
        return None
    return Value(
        write(y, m + 1),
        granularity=granularity,
        start=f"{y:04}-{m + 1:02}-01",
        end=_first_of(*divmod(count + length, 12)),
    )


def _years(first: int, length: int, granularity: str, value: str) -> Value | None:
    if not 1 <= first + length - 1 <= LAST_YEAR or first < 0:
        return None
    start, end = _first_of(max(first, 1), 0), _first_of(first + length, 0)
    return Value(value, granularity=granularity, start=start, end=end)


def _first_of(year: int, month: int) -> str | None:
    """Return the first day of a month, counted from 0; ``None`` after the last year."""
    return f"{year:04}-{month + 1:02}-01" if year <= LAST_YEAR else None


def _after(date: dt.date, days: int) -> str | None:
    end = shift_days(date, days)
    return end.isoformat() if end else None
