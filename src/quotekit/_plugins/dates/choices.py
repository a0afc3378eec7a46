"""Choices: which May, which Monday, which summer is meant where the year is not said.

Measured on news: a weekday is the most recent one, the day itself included, unless the clause looks
ahead; a month and a day without year are the nearest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from quotekit._plugins.dates.values import shift_days

Ahead = Callable[[], bool | None]
"""Asks whether the clause looks ahead (true), back (false), or does not tell."""

CLEARLY_NEAR: Final = 60
"""A day of a month is the nearest one, whatever the tense, within so many days."""
YEARS_APART: Final = 1
"""A weekday moves a day of a month by at most so many years; where it fits in none, it is wrong."""


def nearest_weekday(
    anchor: dt.date, weekday: int, deixis: int | None, ahead: Ahead
) -> dt.date | None:
    """Choose a weekday: *last* lies before the anchor, *next* after, *this* on it or after.

    Example:
        >>> wednesday = dt.date(2022, 3, 9)
        >>> [str(nearest_weekday(wednesday, 2, d, lambda: False)) for d in (-1, 0, 1, None)]
        ['2022-03-02', '2022-03-09', '2022-03-16', '2022-03-09']
    """
    on = (weekday - anchor.weekday()) % 7
    if deixis == -1:
        return shift_days(anchor, on - 7)
    if deixis == 1:
        return shift_days(anchor, on or 7)
    if deixis == 0 or on == 0:
        return shift_days(anchor, on)
    return shift_days(anchor, on if ahead() else on - 7)


def nearest_month(anchor: dt.date, month: int, deixis: int | None, ahead: Ahead) -> int:
    """Choose the year of a month.

    Example:
        >>> nearest_month(dt.date(2022, 3, 9), 11, None, lambda: False)
        2021
    """
    if deixis == -1:
        return anchor.year - (month >= anchor.month)
    if deixis == 1:
        return anchor.year + (month <= anchor.month)
    if deixis == 0 or month == anchor.month:
        return anchor.year
    looks_ahead = ahead()
    if looks_ahead is not None:
        return anchor.year + (month < anchor.month if looks_ahead else -(month > anchor.month))
    distance = month - anchor.month
    return anchor.year + (distance < -6) - (distance >= 6)


def nearest_year(
    anchor: dt.date, month: int, day: int, *, ahead: Ahead, weekday: int | None = None
) -> int | None:
    """Choose the year of a day of a month: the nearest that has it.

    Where a weekday stands with it, one beside the nearest is chosen if the weekday fits there alone:
    *Saturday, March 7* in March 2021, when the 7th was a Sunday.
    """
    days = []
    for year in range(anchor.year - 4, anchor.year + 5):
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    found = around(anchor, days, None, ahead)
    if found is None or weekday is None or found.isoweekday() == weekday:
        return found.year if found else None
    near = [date for date in days if abs(date.year - found.year) <= YEARS_APART]
    fitting = around(anchor, [d for d in near if d.isoweekday() == weekday], None, ahead)
    return (fitting or found).year


def around(
    anchor: dt.date,
    days: Sequence[dt.date],
    deixis: int | None,
    ahead: Ahead,
    near: int = CLEARLY_NEAR,
) -> dt.date | None:
    """Choose among *days*: the last before the anchor, the next after it, or the nearest.

    Args:
        anchor: The day to count from.
        days: The days that the words may mean.
        deixis: *Last* (-1), *this* (0) or *next* (1), where the words say so.
        ahead: Asked for the tense of the clause.
        near: The nearest day counts whatever the tense, if it lies within so many days; with 0
            the day of the anchor's month counts where no tense tells.
    """
    if deixis == -1:
        return max((day for day in days if day < anchor), default=None)
    if deixis == 1:
        return min((day for day in days if day > anchor), default=None)
    if deixis == 0:
        return next((day for day in days if day.year == anchor.year), None)
    nearest = min(days, key=lambda day: (abs(day - anchor), day), default=None)
    if nearest is None or abs(nearest - anchor).days <= near:
        return nearest
    looks_ahead = ahead()
    if not near and looks_ahead is None:
        same = (day for day in days if (day.year, day.month) == (anchor.year, anchor.month))
        return next(same, nearest)
    if looks_ahead is True and nearest < anchor:
        return min((day for day in days if day > anchor), default=None)
    if looks_ahead is False and nearest > anchor:
        return max((day for day in days if day < anchor), default=None)
    return nearest


def season_year(anchor: dt.date, start: int, deixis: int | None, ahead: Ahead) -> int:
    """Choose the year of a season that starts in month *start*."""
    since = (anchor.month - start) % 12  # months since it last began
    year = anchor.year - (anchor.month < start)
    if deixis == -1:
        return year - (since < 3)
    if deixis == 1:
        return year + 1
    if deixis == 0:
        return year if since < 3 else year + (since >= 6)
    if since < 3:
        return year
    return year + 1 if since > 6 or ahead() else year


def quarter_year(anchor: dt.date, number: int, months: int, ahead: Ahead) -> int:
    """Choose the year of a quarter or half: the latest that has begun, or the next one ahead."""
    current = (anchor.month - 1) // months + 1
    return anchor.year - (number > current and not ahead())
