"""Longer times, read from their parts: what the article's day, or its lack, makes of them."""

from __future__ import annotations

import datetime as dt

import pytest

from quotekit._plugins.dates import periods, values
from quotekit._plugins.dates.context import WORDS, Context
from quotekit._plugins.dates.numerals import UNKNOWN

DAY = dt.date(2026, 5, 20)  # a Wednesday


def told(value):
    """Return a context in which *value* was read last."""
    return Context(DAY, previous=value)


@pytest.mark.parametrize(
    ("read", "parts", "context", "value"),
    [
        (periods.read_year, {"year": [WORDS], "number": [14, 92]}, Context(DAY), None),
        (
            periods.read_year,
            {"era": ["AD"], "numbers": [70], "month": [6]},
            Context(DAY),
            "0070-06",
        ),
        (periods.read_year, {"era": ["BC"], "numbers": [508]}, Context(DAY), "BC0508"),
        (periods.read_short_year, {"numbers": [980]}, Context(DAY), None),
        (periods.read_short_year, {"numbers": [98]}, Context(DAY), "1998"),
        (periods.read_short_year, {"numbers": [98]}, Context(None), "XX98"),
        (
            periods.read_short_year,
            {"numbers": [94], "from": ["text"]},
            told(values.year(1990)),
            "1994",
        ),
        (periods.read_quarter, {"nth": [5]}, Context(DAY), None),
        (periods.read_quarter, {"nth": [3]}, Context(None), "XXXX-Q3"),
        (periods.read_quarter, {"nth": [2], "length": ["H"]}, Context(None), "XXXX-H2"),
        (
            periods.read_quarter,
            {"nth": [1], "unit": ["Y"], "deixis": [-1]},
            Context(DAY),
            "2025-Q1",
        ),
        (periods.read_quarter_ago, {}, told(values.quarter(2026, 1)), "2025-Q1"),
        (periods.read_quarter_ago, {}, Context(None), None),
        (periods.read_quarter_ago, {"nth": [4]}, Context(DAY), "2025-Q4"),
        (periods.read_quarter_ago, {}, Context(DAY), "2025-Q1"),
        (periods.read_season, {"season": ["SU"]}, Context(None), "XXXX-SU"),
        (periods.read_season, {"season": ["SU"], "deixis": ["same"]}, Context(DAY), None),
        (periods.read_season, {"season": ["SU"]}, Context(DAY, same_year=True), "2026-SU"),
        (periods.read_weekend, {}, Context(None), None),
        (periods.read_weekend, {}, Context(DAY), "2026-W20-WE"),
        (
            periods.read_shift,
            {"numbers": [UNKNOWN], "unit": ["Y"], "ago": [-1]},
            Context(DAY),
            "PAST_REF",
        ),
        (
            periods.read_shift,
            {"numbers": [3], "unit": ["H"], "ago": [-1]},
            Context(DAY),
            "2026-05-20",
        ),
        (
            periods.read_shift,
            {"numbers": [48], "unit": ["H"], "ago": [-1]},
            Context(DAY),
            "2026-05-18",
        ),
        (
            periods.read_shift,
            {"numbers": [1], "unit": ["6M"], "ago": [-1]},
            Context(DAY),
            "2025-H2",
        ),
        (
            periods.read_shift,
            {"numbers": [2], "unit": ["2W"], "ago": [-1]},
            Context(DAY),
            "2026-W17",
        ),
        (periods.read_shift, {"numbers": [20_000], "unit": ["Y"]}, Context(DAY), None),
        (
            periods.read_shift,
            {"numbers": [1], "unit": ["Y"], "ago": [-1], "like": ["quarter"]},
            told(values.quarter(2026, 1)),
            "2025-Q1",
        ),
        (periods.read_shift_sum, {"numbers": [2], "unit": ["Y"]}, Context(None), None),
        (periods.read_shift_sum, {"numbers": [UNKNOWN], "unit": ["Y"]}, Context(DAY), None),
        (
            periods.read_shift_sum,
            {"numbers": [2, 3], "unit": ["Y", "D"], "ago": [-1]},
            Context(DAY),
            "2024-05-17",
        ),
        (periods.read_period, {"unit": ["W"], "deixis": ["same"]}, Context(DAY), None),
        (periods.read_period, {"unit": ["W"], "deixis": ["before"]}, Context(DAY), "2026-W20"),
        (
            periods.read_period,
            {"unit": ["M"], "deixis": ["after"]},
            told(values.month(2025, 12)),
            "2026-01",
        ),
        (
            periods.read_period,
            {"unit": ["D"], "deixis": ["after"]},
            told(values.year(2025)),
            None,
        ),
    ],
)
def test_a_longer_time_is_counted_from_what_is_known(read, parts, context, value):
    found = read(parts, context)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("unit", "number", "day"),
    [
        ("D", -20, "2026-04-30"),
        ("2W", 1, "2026-06-03"),
        ("M", -3, "2026-02-20"),
        ("Y", 1.5, "2027-11-20"),
        ("CE", 1, "2126-05-20"),
    ],
)
def test_a_day_is_moved_by_any_unit(unit, number, day):
    assert str(periods.move(DAY, unit, number)) == day


def test_the_last_day_of_a_month_is_moved_to_the_last_of_a_shorter_one():
    assert str(periods.move(dt.date(2026, 5, 31), "M", -3)) == "2026-02-28"
