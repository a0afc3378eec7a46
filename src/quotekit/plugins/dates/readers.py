"""Readers: what the parts of a matched expression mean, counted from an anchor.

A reader takes the parts (role → values, in text order) and the context, and returns a
:class:`~.values.Value`, or ``None`` for what is no time at all. Rules name their reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from quotekit.models import TimeType
from quotekit.plugins.dates import values
from quotekit.plugins.dates.choices import (
    around,
    nearest_month,
    nearest_weekday,
    nearest_year,
    quarter_year,
    season_year,
)
from quotekit.plugins.dates.clocks import clock_of, exists
from quotekit.plugins.dates.numerals import UNKNOWN, total
from quotekit.plugins.dates.values import Value, unresolved

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


def read_date(parts: Parts, context: Context) -> Value | None:
    """Read a day or a month, with or without its year: *5 May 2012*, *May 5*, *May 2012*, *May*."""
    number, month, year = _day_number(parts), one(parts, "month"), one(parts, "year")
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
            return _counted(values.day(anchor.year, month, number), anchor)
        year = nearest_year(anchor, month, number, ahead=context.future)
        return _counted(values.day(year, month, number), anchor) if year else None
    return _counted(
        values.month(nearest_month(anchor, month, deixis, context.future), month), anchor
    )


def read_month_of_year(parts: Parts, context: Context) -> Value | None:
    """Read a month of a year beside the anchor's: *March of last year*."""
    if context.anchor is None:
        return unresolved(f"XXXX-{one(parts, 'month'):02}", "month")
    year = context.anchor.year + one(parts, "deixis")
    return _counted(values.month(year, one(parts, "month")), context.anchor)


def read_weekend(_: Parts, context: Context) -> Value | None:
    """Read *the weekend*: the one that is near, the last one early in the week."""
    if context.anchor is None:
        return unresolved(None)
    past = context.anchor.weekday() < 4 and not context.future()
    return _shifted(context.anchor, "WE", -1 if past else 0)


def read_week_of(parts: Parts, context: Context) -> Value | None:
    """Read a week by one of its days: *the week of March 6*."""
    value = read_date(parts, context)
    if one(parts, "unit") != "W" or value is None or value.start is None:
        return value
    return _counted(values.week(dt.date.fromisoformat(value.start)), context.anchor)


def read_day_of_month(parts: Parts, context: Context) -> Value | None:
    """Read a day of the month mentioned last, else the nearest such day: *on the 5th*."""
    number = one(parts, "ordinal")
    base, before = context.anchor, context.previous
    if before is not None and before.granularity in ("day", "month"):
        base = context.previous_day
    if base is None:
        return unresolved(f"XXXX-XX-{number:02}", "day")
    shifts = (0,) if before is not None and base is not context.anchor else (-1, 0, 1)
    days = []
    for shift in shifts:
        year, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
        value = values.day(year, month + 1, number)
        if value is not None and value.start is not None:
            days.append(dt.date.fromisoformat(value.start))
    return _counted(values.of_date(around(base, days, None, context.future)), context.anchor)


def read_weekday(parts: Parts, context: Context) -> Value | None:
    """Read a weekday: *Monday*, *last Friday*, *next Tuesday*."""
    number, deixis = one(parts, "weekday"), one(parts, "deixis")
    anchor = context.previous_day if deixis in TEXT else context.anchor
    if anchor is None:
        return unresolved(f"XXXX-WXX-{number}", "day")
    if deixis in TEXT:
        deixis = TEXT[deixis]
    weeks = one(parts, "weeks")
    found = nearest_weekday(anchor, number - 1, deixis, context.future)
    if weeks:
        found = values.shift_days(found, 7 * weeks)
    return _counted(values.of_date(found), anchor)


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
    return _counted(values.of_date(values.shift_days(context.anchor, days)), context.anchor)


def read_year(parts: Parts, _: Context) -> Value | None:
    """Read a year: *1998*, *fiscal 1990*."""
    return values.year(one(parts, "year"))


def read_short_year(parts: Parts, context: Context) -> Value | None:
    """Read a year of two digits: *’98*."""
    number = total(parts["numbers"])
    if number > 99:
        return None
    before = context.previous
    if before is not None and before.granularity == "year" and before.value:
        first = int(before.value)  # the second of 1990-94
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
    first = one(parts, "decade") or parts["numbers"][0]
    return read_decade({"decade": [first]}, context)


def read_century(parts: Parts, _: Context) -> Value | None:
    """Read a century by its ordinal: *the 20th century*."""
    ordinal = one(parts, "nth") or one(parts, "ordinal") or one(parts, "day")
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
            year = anchor.year + (one(parts, "deixis") or 0)
        elif deixis := one(parts, "deixis"):
            year += deixis
    return _counted(build(year, number), anchor)


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
            return _counted(values.season(anchor.year, name), anchor)
        year = season_year(anchor, values.SEASON_STARTS[name], deixis, context.future)
    return _counted(values.season(year, name), anchor)


def read_holiday(parts: Parts, context: Context) -> Value | None:
    """Read a holiday: *Christmas Day*, *last Thanksgiving*."""
    rule, year, anchor = one(parts, "holiday"), one(parts, "year"), None
    if year is not None:
        return values.of_date(values.holiday(year, rule))
    anchor = context.anchor
    if anchor is None:
        return unresolved(None, "day")
    days = [values.holiday(y, rule) for y in range(anchor.year - 1, anchor.year + 2)]
    found = around(anchor, [day for day in days if day], one(parts, "deixis"), context.future)
    return _counted(values.of_date(found), anchor)


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
    return attrs.evolve(by_month, alternatives=(str(by_day.value),))


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
        return _counted(values.quarter(int(year) + years, int(quarter)), context.anchor)
    return _shifted(anchor, unit, number * direction)


def read_period(parts: Parts, context: Context) -> Value | None:
    """Read a unit beside the anchor's: *last month*, *this week*, *the following year*."""
    deixis, unit = one(parts, "deixis"), one(parts, "unit")
    if deixis in TEXT:
        base = context.previous
        if base is None or context.previous_day is None or not _at_least(base, unit):
            return unresolved(None)
        return _shifted(context.previous_day, unit, TEXT[deixis])
    return _shifted(context.anchor, unit, deixis)


def read_finished(parts: Parts, context: Context) -> Value | None:
    """Read *the quarter* of business news: the last one that is over."""
    return _shifted(context.anchor, one(parts, "unit"), -1)


def read_duration(parts: Parts, context: Context) -> Value | None:
    """Read a duration: *two years*, *several weeks*, *in 10 years*."""
    written = _period(quantity(parts), one(parts, "unit"))
    number = quantity(parts)
    leads_to = one(parts, "leads")
    resolved_date = None
    if leads_to and context.anchor and number != UNKNOWN:
        target = _shifted(context.anchor, one(parts, "unit"), number * leads_to)
        resolved_date = target.value if target else None
    return Value(written, TimeType.DURATION, resolved_date=resolved_date) if written else None


def read_duration_sum(parts: Parts, _: Context) -> Value | None:
    """Read a duration of two units: *three years and four months*."""
    written = [
        _period(number, unit) for number, unit in zip(parts["numbers"], parts["unit"], strict=False)
    ]
    if None in written:
        return None
    periods = [period or "" for period in written]
    days = "".join(period[1:] for period in periods if not period.startswith("PT"))
    clock = "".join(period[2:] for period in periods if period.startswith("PT"))
    return Value("P" + days + ("T" + clock if clock else ""), TimeType.DURATION)


def read_fixed_duration(parts: Parts, _: Context) -> Value | None:
    """Read a word that is a duration: German *jahrelang*."""
    return Value(one(parts, "duration"), TimeType.DURATION)


def read_set(parts: Parts, _: Context) -> Value | None:
    """Read what comes again and again: *daily*, *every two weeks*, *Mondays*, *every Monday*."""
    if often := one(parts, "often"):
        return Value(often, TimeType.SET)
    if weekday := one(parts, "weekday"):
        return Value(f"XXXX-WXX-{weekday}", TimeType.SET, granularity="day")
    if month := one(parts, "month"):
        return Value(f"XXXX-{month:02}", TimeType.SET, granularity="month")
    if season := one(parts, "season"):
        return Value(f"XXXX-{season}", TimeType.SET, granularity="season")
    if part := one(parts, "part"):
        return Value(f"XXXX-XX-XXT{part}", TimeType.SET, granularity="part of day")
    written = _period(quantity(parts), one(parts, "unit"))
    return Value(written, TimeType.SET) if written else None


def read_reference(parts: Parts, _: Context) -> Value | None:
    """Read a vague reference: *now*, *the future*."""
    return unresolved(one(parts, "ref"))


def read_continued(parts: Parts, context: Context) -> Value | None:
    """Read the second day of *April 24 and 25*: the month is that of the first."""
    before = context.previous
    if before is None or before.granularity != "day" or not before.value:
        return None
    year, month = map(int, before.value[:7].split("-"))
    return _counted(values.day(year, month, _day_number(parts) or 0), context.anchor)


def read_this_day(_: Parts, context: Context) -> Value | None:
    """Read a time of day that stands alone: of the day mentioned last, else of the anchor's."""
    before = context.previous
    if before is not None and before.granularity == "day":
        return before
    return values.of_date(context.anchor) or unresolved("XXXX-XX-XX", "day")


READERS: dict[str, Callable[[Parts, Context], Value | None]] = {
    "date": read_date,
    "month-of-year": read_month_of_year,
    "week-of": read_week_of,
    "day-of-month": read_day_of_month,
    "weekend": read_weekend,
    "weekday": read_weekday,
    "weekday-part": read_weekday_part,
    "away": read_away,
    "year": read_year,
    "short-year": read_short_year,
    "decade": read_decade,
    "decade-of-year": read_decade_of_year,
    "century": read_century,
    "quarter": read_quarter,
    "season": read_season,
    "holiday": read_holiday,
    "numeric": read_numeric,
    "shift": read_shift,
    "period": read_period,
    "finished": read_finished,
    "duration": read_duration,
    "duration-sum": read_duration_sum,
    "fixed-duration": read_fixed_duration,
    "set": read_set,
    "reference": read_reference,
    "continued": read_continued,
    "this-day": read_this_day,
}
"""Readers by the names under which rules ask for them; ``nothing`` matches and gives no time."""


def possible(reads: str, parts: Parts) -> bool:
    """Tell whether any calendar has the expression: no 31 April, no 27/34/2012, no 25 o'clock."""
    clock = clock_of(parts)
    if clock is not None and not exists(clock):
        return False
    if reads == "day-of-month":
        return 1 <= int(one(parts, "ordinal")) <= 31
    if reads in ("date", "continued", "week-of"):
        number, month, year = _day_number(parts), one(parts, "month") or 1, one(parts, "year")
        return (
            number is None or values.day(2000 if year is None else year, month, number) is not None
        )
    if reads == "decade-of-year":
        return int(one(parts, "decade") or parts["numbers"][0]) % 10 == 0
    if reads == "numeric":
        return bool(numeric_readings(parts, None))
    return True


def numeric_readings(parts: Parts, anchor: dt.date | None) -> list[Value]:
    """Return the readings of a date in figures: day first, then month first, where both exist."""
    a, b, c = one(parts, "dotted") or parts["numbers"][:3]
    if a > 31:
        found = [values.day(a, b, c)]
    else:
        if c < 100:
            latest = (anchor.year if anchor else 2025) + 5
            c = latest - (latest - c) % 100
        found = [values.day(c, b, a), values.day(c, a, b)]
    unique = dict.fromkeys(value for value in found if value is not None)
    return list(unique)


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


def _day_number(parts: Parts) -> int | None:
    return (
        one(parts, "day")
        or one(parts, "ordinal")
        or (one(parts, "nth") if "month" in parts else None)
    )


def _falls_on(value: Value, weekday: int) -> bool:
    return value.start is not None and dt.date.fromisoformat(value.start).isoweekday() == weekday


def _counted(value: Value | None, anchor: dt.date | None) -> Value | None:
    return value and value.counted_from(anchor)


UNIT_ORDER = ("D", "WE", "W", "M", "Q", "Y", "DE", "CE")
GRANULARITY_ORDER = {
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
    """Tell whether *base* is fine enough to count *unit* from it."""
    have = GRANULARITY_ORDER.get(base.granularity or "", 9)
    return unit in UNIT_ORDER and have <= UNIT_ORDER.index(unit)


def _shifted(anchor: dt.date | None, unit: str, number: float) -> Value | None:
    """Return the unit that lies *number* units from *anchor*, as fine as the unit."""
    if anchor is None or abs(number) > 10_000:
        return unresolved(None)
    count, unit = _whole(number, unit)
    year, month = anchor.year, anchor.month
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
    return _counted(found, anchor)


def _whole(number: float, unit: str) -> tuple[int, str]:
    """Write *1.5 years* as 18 months, so that all counts are whole."""
    if unit[0].isdigit():
        number, unit = number * int(unit[0]), unit[1:]
    finer = {"DE": ("Y", 10), "Y": ("M", 12), "M": ("W", 4), "W": ("D", 7)}
    if not float(number).is_integer() and unit in finer:
        unit, factor = finer[unit]
        number *= factor
    return round(number), unit


DURATION_UNITS = {"DE": (10, "Y"), "CE": (100, "Y"), "N": (1, "M"), "2W": (2, "W")}


def _period(number: Any, unit: str | None) -> str | None:  # noqa: ANN401
    """Write a duration: ``P2Y``, ``PT3H``, ``PXW``."""
    if unit is None:
        return None
    clock = "T" if unit in ("H", "N", "S") else ""
    if number == UNKNOWN:
        return f"P{clock}X{DURATION_UNITS.get(unit, (1, unit))[1] if unit != 'DE' else 'DE'}"
    factor, letter = DURATION_UNITS.get(unit, (1, unit))
    amount = number * factor
    if unit == "H" and amount % 1 == 0.5:
        return f"PT{int(amount)}H30M" if amount > 1 else "PT30M"
    return f"P{clock}{int(amount) if float(amount).is_integer() else amount}{letter}"
