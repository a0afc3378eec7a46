"""Days: a day of publication in the many ways in which files write it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

EPOCH_RE = re.compile(r"-?\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
"""Seconds or milliseconds since 1970; eight digits are a day instead."""

RFC_822_RE = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d\d?:")
YEAR_RE = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
ORDER_RE = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
"""*03/04/2023*: which is the month?"""

MILLISECONDS = 10**11
"""A number above this counts milliseconds."""


def read_day(value: Any, language: str = "en") -> dt.date | None:  # noqa: ANN401 - as the file has it
    """Return the day that *value* names, in its own time zone; ``None`` where it names no day.

    Read are dates and datetimes, ISO 8601, RFC 822, epochs in seconds or milliseconds (their day in
    UTC), and written dates in the article's language. What leaves the day open is none: ``2023-05``,
    ``last week``, ``03/04/2023``.

    Example:
        >>> read_day("Fri, 12 May 2023 23:30:00 -0500"), read_day("May 12, 2023")
        (datetime.date(2023, 5, 12), datetime.date(2023, 5, 12))
        >>> read_day(1683849600), read_day("2023-05"), read_day("03/04/2023")
        (datetime.date(2023, 5, 12), None, None)
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    text = " ".join(str(value).split())
    try:
        return (
            _iso(text)
            or _epoch(text)
            or _rfc_822(text)
            or _ordered(text)
            or _written(text, language)
        )
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _iso(text: str) -> dt.date | None:
    if re.match(r"\d{4}-?\d\d-?\d\d(?!\d)|\d{4}-?W\d\d-?\d", text) is None:
        return None
    # Some write a blank before the zone, or more digits of a second than Python reads.
    text = re.sub(
        r"(\.\d{6})\d+", r"\1", re.sub(r"(\d)\s+([+-]\d\d:?\d\d|Z|UTC|GMT)$", r"\1\2", text)
    )
    try:
        return dt.datetime.fromisoformat(re.sub("(?:UTC|GMT)$", "Z", text)).date()
    except ValueError:
        day = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[T\s,].*)?", text)
        return dt.date.fromisoformat(day.group(1)) if day else None


def _epoch(text: str) -> dt.date | None:
    if EPOCH_RE.fullmatch(text) is None:
        return None
    seconds = float(text)
    if seconds > MILLISECONDS:
        seconds /= 1000
    return (dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)).date()


def _rfc_822(text: str) -> dt.date | None:
    if not RFC_822_RE.match(text):
        return None
    from email.utils import parsedate_to_datetime  # slow to import

    return parsedate_to_datetime(text).date()


def _ordered(text: str) -> dt.date | None:
    """Read *12.05.2023* (day first, as the full stops say) and *05/31/2023* (only one order fits)."""
    match = ORDER_RE.match(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or first > 12 or first == second:
        return dt.date(year, second, first)
    return dt.date(year, first, second) if second > 12 else None


def _written(text: str, language: str) -> dt.date | None:
    """Read a day with a month's name; it must state day, month and year."""
    if len(text) > 80 or YEAR_RE.search(text) is None or ORDER_RE.match(text):
        return None
    if re.search(r"[^\W\d_]{3}", text) is None:
        return None
    import dateparser

    languages = [language.split("-")[0], "en"]
    found = dateparser.parse(
        text,
        languages=list(dict.fromkeys(languages)),
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RELATIVE_BASE": dt.datetime(1970, 1, 1),
        },
    )
    return found.date() if found else None
