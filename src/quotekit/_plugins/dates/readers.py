"""Readers: what the parts of a matched expression mean, counted from an anchor.

A reader takes the parts (role → values, in text order) and the context, and returns a
:class:`~.values.Value`, or ``None`` for what is no time at all. Rules name their reader; those for
days, for longer times and for durations stand in modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quotekit._plugins.dates import values
from quotekit._plugins.dates.clocks import clock_of, exists
from quotekit._plugins.dates.context import Context, Parts, day_number, one, year_number
from quotekit._plugins.dates.days import (
    read_away,
    read_continued,
    read_date,
    read_day_after_date,
    read_day_of_month,
    read_day_of_month_beside,
    read_holiday,
    read_month_of_year,
    read_this_day,
    read_week_of,
    read_weekday,
    read_weekday_count,
    read_weekday_of_week,
    read_weekday_part,
)
from quotekit._plugins.dates.durations import (
    read_duration,
    read_duration_sum,
    read_fixed_duration,
    read_reference,
    read_set,
)
from quotekit._plugins.dates.figures import (
    numeric_readings,
    read_compact,
    read_date_of_era,
    read_day_in_figures,
    read_month_in_figures,
    read_numeric,
    read_short_date,
    read_short_year_date,
)
from quotekit._plugins.dates.numerals import UNKNOWN, total
from quotekit._plugins.dates.periods import (
    read_century,
    read_decade,
    read_decade_of_year,
    read_finished,
    read_period,
    read_quarter,
    read_quarter_ago,
    read_season,
    read_shift,
    read_shift_sum,
    read_short_year,
    read_weekend,
    read_year,
)
from quotekit._plugins.dates.ranks import read_ranked, read_week_number
from quotekit._plugins.dates.values import Value

READERS: Final[dict[str, Callable[[Parts, Context], Value | None]]] = {
    "date": read_date,
    "month-of-year": read_month_of_year,
    "week-of": read_week_of,
    "day-of-month": read_day_of_month,
    "day-in-figures": read_day_in_figures,
    "day-of-month-beside": read_day_of_month_beside,
    "date-short-year": read_short_year_date,
    "compact": read_compact,
    "date-of-era": read_date_of_era,
    "day-after-date": read_day_after_date,
    "weekday-count": read_weekday_count,
    "weekday-of-week": read_weekday_of_week,
    "quarter-ago": read_quarter_ago,
    "month-in-figures": read_month_in_figures,
    "ranked": read_ranked,
    "week-number": read_week_number,
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
    "short-date": read_short_date,
    "shift": read_shift,
    "shift-sum": read_shift_sum,
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
    """Return whether any calendar has the expression: no 31 April, no 27/34/2012, no 25 o'clock."""
    clock = clock_of(parts)
    if clock is not None and not exists(clock):
        return False
    if reads == "day-of-month":
        return 1 <= (day_number(parts) or 0) <= 31
    if reads in ("date", "continued", "week-of", "day-after-date"):
        number, month, year = day_number(parts), one(parts, "month") or 1, year_number(parts)
        return (
            number is None or values.day(2000 if year is None else year, month, number) is not None
        )
    if reads in ("short-date", "day-in-figures", "date-short-year", "date-of-era", "compact"):
        return READERS[reads](parts, Context(None)) is not None
    if reads == "decade-of-year":
        first = one(parts, "decade") or total(parts["numbers"])
        return bool(first != UNKNOWN and first % 10 == 0)
    if reads == "numeric":
        return bool(numeric_readings(parts, None))
    return True
