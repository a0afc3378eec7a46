"""Readers of days and months: *5 May 2012*, *last Friday*, *the week of March 6*, *17/6/2019*."""

from __future__ import annotations

import datetime as dt

from quotekit._plugins.dates import holidays, values
from quotekit._plugins.dates.choices import around, nearest_month, nearest_weekday, nearest_year
from quotekit._plugins.dates.context import (
    TEXT,
    Context,
    Parts,
    counted,
    day_number,
    one,
    shift,
    year_number,
)
from quotekit._plugins.dates.numerals import UNKNOWN, total
from quotekit._plugins.dates.values import Value, unresolved


def read_date(parts: Parts, context: Context) -> Value | None:
    """Read a day or a month, with or without its year: *5 May 2012*, *May 5*, *May 2012*, *May*."""
    number, month, year = day_number(parts), one(parts, "month"), year_number(parts)
    if year is not None:
        return values.day(year, month, number) if number else values.month(year, month)
    anchor = context.anchor
    if anchor is None:
        if number:
            return unresolved(f"XXXX-{month:02}-{number:02}", "day")
        return unresolved(f"XXXX-{month:02}", "month")
    deixis = 0 if context.same_year else one(parts, "deixis")
    if number:
        if context.same_year:
            return counted(values.day(anchor.year, month, number), anchor)
        weekday = one(parts, "weekday")
        year = nearest_year(anchor, month, number, ahead=context.future, weekday=weekday)
        return counted(values.day(year, month, number), anchor) if year else None
    return counted(
        values.month(nearest_month(anchor, month, deixis, context.future), month), anchor
    )


def read_month_of_year(parts: Parts, context: Context) -> Value | None:
    """Read a month of a year beside the anchor's: *March of last year*."""
    if context.anchor is None:
        return unresolved(f"XXXX-{one(parts, 'month'):02}", "month")
    year = context.anchor.year + shift(parts)
    return counted(values.month(year, one(parts, "month")), context.anchor)


def read_week_of(parts: Parts, context: Context) -> Value | None:
    """Read a week by one of its days: *the week of March 6*."""
    value = read_date(parts, context)
    if one(parts, "unit") != "W" or value is None or value.start is None:
        return value
    return counted(values.week(dt.date.fromisoformat(value.start)), context.anchor)


def read_day_of_month(parts: Parts, context: Context) -> Value | None:
    """Read a day of the month mentioned last, else the nearest such day: *on the 5th*.

    Where a weekday stands with it (*Tuesday the 16th*), the day must fall on it.
    """
    number = int(day_number(parts) or 0)
    weekday, before = one(parts, "weekday"), context.previous
    deixis = one(parts, "deixis") if one(parts, "deixis") in (-1, 1) else None
    base = context.anchor
    if weekday is None and before is not None and before.granularity in ("day", "month"):
        base = context.previous_day
    if base is None:
        return unresolved(f"XXXX-XX-{number:02}", "day")
    if weekday is None:
        shifts = range(-1, 2) if base is context.anchor else range(1)
        return counted(
            values.of_date(
                around(base, _numbered(base, number, shifts), deixis, context.future, 0)
            ),
            context.anchor,
        )
    days = [d for d in _numbered(base, number, range(-12, 13)) if d.isoweekday() == weekday]
    return counted(values.of_date(around(base, days, deixis, context.future)), context.anchor)


def _numbered(base: dt.date, number: int, shifts: range) -> list[dt.date]:
    """Return the days with a number in the months that lie *shifts* from that of *base*."""
    found = []
    for months in shifts:
        year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
        if value := values.day(year, month + 1, number):
            found.append(dt.date.fromisoformat(str(value.start)))
    return found


def read_weekday(parts: Parts, context: Context) -> Value | None:
    """Read a weekday: *Monday*, *last Friday*, *next Tuesday*."""
    number, deixis = one(parts, "weekday"), one(parts, "deixis")
    anchor = context.previous_day if deixis in TEXT else context.anchor
    if anchor is None and not context.same_year:
        anchor = context.anchor  # nothing told of yet
    if anchor is None:
        return unresolved(f"XXXX-WXX-{number}", "day")
    if deixis in TEXT:
        deixis = TEXT[deixis]
    weeks = one(parts, "weeks")
    if context.since is not None and deixis is None:
        later = nearest_weekday(context.since, number - 1, 0, context.future)
        return counted(values.of_date(later), anchor)
    if deixis in (-2, 2):  # the one after next, the one before last
        deixis = weeks = deixis // 2
    found = nearest_weekday(anchor, number - 1, deixis, context.future)
    if weeks:
        found = values.shift_days(found, 7 * weeks)
    return counted(values.of_date(found), anchor)


def read_weekday_of_week(parts: Parts, context: Context) -> Value | None:
    """Read a weekday of a week beside the anchor's: *Friday of next week*."""
    if context.anchor is None:
        return unresolved(f"XXXX-WXX-{one(parts, 'weekday')}", "day")
    days = 7 * shift(parts) + one(parts, "weekday") - context.anchor.isoweekday()
    return counted(values.of_date(values.shift_days(context.anchor, days)), context.anchor)


def read_weekday_part(parts: Parts, context: Context) -> Value | None:
    """Read a weekday and a part of it in one word: German *Montagabend*."""
    number, part = str(one(parts, "weekdaypart")).split()
    value = read_weekday({**parts, "weekday": [int(number)]}, context)
    return values.with_part(value, part) if value else None


def read_away(parts: Parts, context: Context) -> Value | None:
    """Read a day so many days away: *today*, *yesterday*, *tomorrow*."""
    if context.anchor is None:
        return unresolved(None, "day")
    days = sum(parts["away"])
    return counted(values.of_date(values.shift_days(context.anchor, days)), context.anchor)


def read_holiday(parts: Parts, context: Context) -> Value | None:
    """Read a holiday: *Christmas Day*, *last Thanksgiving*."""
    rule, year, anchor = one(parts, "holiday"), one(parts, "year"), None
    if year is not None:
        return values.of_date(holidays.holiday(year, rule))
    anchor = context.anchor
    if anchor is None:
        return unresolved(None, "day")
    days = [holidays.holiday(y, rule) for y in range(anchor.year - 1, anchor.year + 2)]
    found = around(anchor, [day for day in days if day], one(parts, "deixis"), context.future)
    return counted(values.of_date(found), anchor)


def read_continued(parts: Parts, context: Context) -> Value | None:
    """Read the second day of *April 24 and 25*: the month is that of the first."""
    before = context.previous
    if before is None or before.granularity != "day" or not before.value:
        return None
    year, month = map(int, before.value[:7].split("-"))
    return counted(values.day(year, month, day_number(parts) or 0), context.anchor)


def read_this_day(_: Parts, context: Context) -> Value | None:
    """Read a time of day that stands alone: of the day mentioned last, else of the anchor's."""
    before = context.previous
    if before is not None and before.granularity == "day":
        return before
    return values.of_date(context.anchor) or unresolved("XXXX-XX-XX", "day")


def read_day_of_month_beside(parts: Parts, context: Context) -> Value | None:
    """Read a day of the month beside the anchor's: *the 15th of next month*."""
    anchor, number = context.anchor, int(day_number(parts) or 0)
    if anchor is None:
        return unresolved(f"XXXX-XX-{number:02}", "day")
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift(parts), 12)
    return counted(values.day(year, month + 1, number), anchor)


def read_weekday_count(parts: Parts, context: Context) -> Value | None:
    """Read a weekday so many away: *two Fridays from now*, *two Fridays ago*."""
    count, number = total(parts["numbers"]), one(parts, "weekday")
    if context.anchor is None or count == UNKNOWN:
        return unresolved(None, "day")
    direction = -1 if "ago" in parts else 1
    first = nearest_weekday(context.anchor, number - 1, direction, lambda: None)
    day = values.shift_days(first, 7 * (int(count) - 1) * direction)
    return counted(values.of_date(day), context.anchor)


def read_day_after_date(parts: Parts, context: Context) -> Value | None:
    """Read a day by the one beside it: French *le lendemain du 13 février*."""
    value = read_date({role: found for role, found in parts.items() if role != "deixis"}, context)
    if value is None or value.start is None:
        return unresolved(None, "day")
    day = values.shift_days(dt.date.fromisoformat(value.start), shift(parts))
    return counted(values.of_date(day), context.anchor)
