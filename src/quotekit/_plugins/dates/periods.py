"""Readers of longer times: years, decades, quarters, seasons; *last month*, *two weeks ago*."""

from __future__ import annotations

import datetime as dt
from typing import Final

from quotekit._plugins.dates import values
from quotekit._plugins.dates.choices import quarter_year, season_year
from quotekit._plugins.dates.context import (
    TEXT,
    WORDS,
    Context,
    Parts,
    counted,
    one,
    quantity,
    shift,
    year_number,
)
from quotekit._plugins.dates.numerals import UNKNOWN, total
from quotekit._plugins.dates.values import Value, unresolved

EARLIEST_YEAR: Final = 1500
LATEST_YEAR: Final = 2099
"""The years that words alone may name."""


def read_year(parts: Parts, _: Context) -> Value | None:
    """Read a year: *1998*, *fiscal 1990*, *nineteen ninety-six*, *508 BC*."""
    if "era" in parts:
        return _of_era(parts)
    number = year_number(parts)
    if number is None or (
        one(parts, "year") == WORDS and not EARLIEST_YEAR <= number <= LATEST_YEAR
    ):
        return None
    return values.year(number)


def _of_era(parts: Parts) -> Value | None:
    """Return a year that names its era, perhaps with a month: *508 BC*, *June 479 BC*, *AD 70*."""
    number, month = int(parts["numbers"][0]), one(parts, "month")
    if one(parts, "era") == "BC":
        months = f"-{month:02}" if month else ""
        return unresolved(f"BC{number:04}{months}", "month" if month else "year")
    return values.month(number, month) if month else values.year(number)


def read_short_year(parts: Parts, context: Context) -> Value | None:
    """Read a year of two digits: *’98*."""
    number = total(parts["numbers"])
    if not isinstance(number, int) or number > 99:
        return None
    before = context.previous
    if one(parts, "from") == "text" and before is not None and before.granularity == "year":
        first = int(str(before.value))  # the second of 1990-94
        return values.year(first + (number - first) % 100)
    if context.anchor is None:
        return unresolved(f"XX{number:02}", "year")
    latest = context.anchor.year + 1
    return values.year(latest - (latest - number) % 100)


def read_decade(parts: Parts, context: Context) -> Value | None:
    """Read a decade: *the 1990s*, *the ’80s*, *the seventies*."""
    first = int(one(parts, "decade"))
    if first < 100:
        latest = context.anchor.year if context.anchor else 1999
        first = latest - (latest - first) % 100
    return values.decade(first)


def read_decade_of_year(parts: Parts, context: Context) -> Value | None:
    """Read a decade by its first year: French *les années 90*, Italian *gli anni novanta*."""
    first = one(parts, "decade") or total(parts["numbers"])
    return read_decade({"decade": [first]}, context)


def read_century(parts: Parts, _: Context) -> Value | None:
    """Read a century by its ordinal: *the 20th century*."""
    ordinal = next(
        (one(parts, role) for role in ("nth", "ordinal", "day", "roman") if role in parts), None
    )
    return values.century(ordinal) if isinstance(ordinal, int) and ordinal <= 30 else None


def read_quarter(parts: Parts, context: Context) -> Value | None:
    """Read a quarter or a half of a year: *the third quarter*, *Q3 2019*, *the first half*."""
    number = one(parts, "nth") or one(parts, "ordinal") or one(parts, "day")
    build = values.half if one(parts, "length") == "H" else values.quarter
    if not isinstance(number, int) or number > (2 if build is values.half else 4):
        return None
    year, anchor = one(parts, "year"), None
    if year is None:
        anchor = context.anchor
        if anchor is None:
            return unresolved(f"XXXX-{'H' if build is values.half else 'Q'}{number}", "quarter")
        year = quarter_year(anchor, number, 6 if build is values.half else 3, context.future)
        if "Y" in parts.get("unit", ()):
            year = anchor.year + shift(parts)
        else:
            year += shift(parts)
    return counted(build(year, number), anchor)


def read_quarter_ago(parts: Parts, context: Context) -> Value | None:
    """Read the quarter a year before: *the year-ago quarter*, of the one told of or just over."""
    before, anchor = context.previous, context.anchor
    number = one(parts, "nth")
    if before is not None and before.granularity == "quarter":
        year, _, told = str(before.value).partition("-Q")
        return counted(values.quarter(int(year) - 1, number or int(told)), anchor)
    if anchor is None:
        return unresolved(None, "quarter")
    if number:
        return counted(values.quarter(anchor.year - 1, number), anchor)
    return counted(values.quarter(anchor.year - 1, (anchor.month + 2) // 3 - 1), anchor)


def read_season(parts: Parts, context: Context) -> Value | None:
    """Read a season: *last summer*, *the fall of 1998*."""
    name, year, anchor = one(parts, "season"), one(parts, "year"), None
    if year is None:
        anchor = context.anchor
        if anchor is None:
            return unresolved(f"XXXX-{name}", "season")
        deixis = one(parts, "deixis")
        if deixis in TEXT:
            return unresolved(None, "season")
        if context.same_year and deixis is None:
            return counted(values.season(anchor.year, name), anchor)
        year = season_year(anchor, values.SEASON_STARTS[name], deixis, context.future)
    return counted(values.season(year, name), anchor)


def read_weekend(_: Parts, context: Context) -> Value | None:
    """Read *the weekend*: the one that is near, the last one early in the week."""
    if context.anchor is None:
        return unresolved(None)
    past = context.anchor.weekday() < 4 and not context.future()
    return shifted(context.anchor, "WE", -1 if past else 0)


def read_shift(parts: Parts, context: Context) -> Value | None:
    """Read a time so many units away: *two weeks ago*, *a year earlier*."""
    number, unit = quantity(parts), one(parts, "unit")
    direction = one(parts, "ago") or (-1 if one(parts, "mod") == "START" else 1)
    if number == UNKNOWN:
        return unresolved("PAST_REF" if direction < 0 else "FUTURE_REF")
    from_text = one(parts, "from") == "text"
    anchor = context.previous_day if from_text else context.anchor
    before = context.previous
    if one(parts, "like") and before is not None and before.granularity == one(parts, "like"):
        # business news compares quarters: in the third quarter … a year earlier
        year, _, quarter = str(before.value).partition("-Q")
        years = int(number * direction) if unit == "Y" else 0
        return counted(values.quarter(int(year) + years, int(quarter)), context.anchor)
    return shifted(anchor, unit, number * direction)


def read_shift_sum(parts: Parts, context: Context) -> Value | None:
    """Read a time several units away: *two years and three months ago*, as fine as the finest."""
    anchor = context.anchor
    if anchor is None:
        return unresolved(None)
    direction = one(parts, "ago") or 1
    value: Value | None = None
    day: dt.date | None = anchor
    for number, unit in zip(parts["numbers"], parts["unit"], strict=False):
        if number == UNKNOWN or day is None:
            return unresolved(None)
        value = shifted(day, unit, number * direction)
        day = move(day, unit, number * direction)
    return counted(value, anchor)


def read_period(parts: Parts, context: Context) -> Value | None:
    """Read a unit beside the anchor's: *last month*, *this week*, *the following year*."""
    deixis, unit = one(parts, "deixis"), one(parts, "unit")
    if deixis in TEXT:
        base = context.previous
        if base is None and deixis != "same" and not context.same_year:
            return shifted(context.anchor, unit, TEXT[deixis])  # nothing told of yet
        if base is None or context.previous_day is None or not _at_least(base, unit):
            return unresolved(None)
        return shifted(context.previous_day, unit, TEXT[deixis])
    return shifted(context.anchor, unit, deixis)


def read_finished(parts: Parts, context: Context) -> Value | None:
    """Read *the quarter* of business news: the last one that is over."""
    return shifted(context.anchor, one(parts, "unit"), -1)


UNIT_ORDER: Final = ("D", "WE", "W", "M", "Q", "Y", "DE", "CE")


GRANULARITY_ORDER: Final = {
    "day": 0,
    "weekend": 1,
    "week": 2,
    "month": 3,
    "quarter": 4,
    "season": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


def _at_least(base: Value, unit: str) -> bool:
    """Return whether *base* is fine enough to count *unit* from it."""
    have = GRANULARITY_ORDER.get(base.granularity or "", 9)
    return unit in UNIT_ORDER and have <= UNIT_ORDER.index(unit)


def shifted(anchor: dt.date | None, unit: str, number: float) -> Value | None:
    """Return the unit that lies *number* units from *anchor*, as fine as the unit."""
    if anchor is None or abs(number) > 10_000:
        return unresolved(None)
    year, month = anchor.year, anchor.month
    if unit == "6M":
        return counted(values.half(year, (month + 5) // 6 + round(number)), anchor)
    count, unit = _whole(number, unit)
    if unit == "D":
        found = values.of_date(values.shift_days(anchor, count))
    elif unit in ("W", "WE"):
        found = values.week(values.shift_days(anchor, 7 * count), weekend=unit == "WE")
    elif unit == "M":
        found = values.month(year, month + count)
    elif unit == "Q":
        found = values.quarter(year, (month + 2) // 3 + count)
    elif unit == "Y":
        found = values.year(year + count)
    elif unit == "DE":
        found = values.decade((year // 10 + count) * 10)
    elif unit == "CE":
        found = values.century(year // 100 + 1 + count)
    else:
        hours = {"H": 1.0, "N": 1 / 60, "S": 1 / 3600}.get(unit, 0.0)
        found = values.of_date(values.shift_days(anchor, int(number * hours / 24)))
    return counted(found, anchor)


def move(day: dt.date, unit: str, number: float) -> dt.date | None:
    """Return the day that lies *number* units from *day*, the last of its month at the latest."""
    count, unit = _whole(number, unit)
    if unit in ("D", "W"):
        return values.shift_days(day, count * (7 if unit == "W" else 1))
    months = count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit, 0)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    lengths = (values.day(year, month + 1, number) for number in range(day.day, 27, -1))
    found = values.day(year, month + 1, day.day) or next(filter(None, lengths), None)
    return dt.date.fromisoformat(found.start) if found and found.start else None


def _whole(number: float, unit: str) -> tuple[int, str]:
    """Write *1.5 years* as 18 months, so that all counts are whole."""
    if unit[0].isdigit():
        number, unit = number * int(unit[0]), unit[1:]
    finer = {"DE": ("Y", 10), "Y": ("M", 12), "M": ("W", 4), "W": ("D", 7)}
    if not float(number).is_integer() and unit in finer:
        unit, factor = finer[unit]
        number *= factor
    return round(number), unit
