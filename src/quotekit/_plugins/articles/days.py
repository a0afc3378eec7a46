"""Full dates as headers, datelines and addresses write them: day, month and year.

Month names come from the table ``calendar``; here a date must name its year or be all in figures.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import regex

from quotekit._patterns import compiled
from quotekit.lexicon import Language
from quotekit.spans import Span

FIGURE_RE: Final = re.compile(r"\d")
ADDRESS_RE: Final = compiled(
    r"""
    (?<!\d)(?P<year>(?:19|20)\d\d)
    (?:(?P<separator>[/_.-])(?P<month>0?[1-9]|1[0-2])(?P=separator)(?P<day>0?[1-9]|[12]\d|3[01])
      |(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]))
    (?!\d)
    """,
    regex.VERBOSE,
)
"""``/2021/07/27/``, ``2021-07-27``, ``_20210727``; not ``/2021/07/``, not ``202107271``."""


class WrittenDay(NamedTuple):
    """A day as it stands in a text.

    Attributes:
        span: Where, with its weekday.
        month: 1 to 12.
        day: 1 to 31.
        year: The year, ``None`` where it is left out.
        weekday: 1 to 7, Monday first, ``None`` where it is left out.
    """

    span: Span
    month: int
    day: int
    year: int | None
    weekday: int | None

    def date(self, year: int | None = None) -> dt.date | None:
        """Return the day, or ``None`` if no calendar has it."""
        known = self.year or year
        try:
            return dt.date(known, self.month, self.day) if known else None
        except ValueError:
            return None


class Days:
    """Finds written days in one language."""

    def __init__(self, language: Language) -> None:
        calendar = language.table("calendar")
        words = calendar.get("words", {})
        self.months = _names(words, "month")
        self.weekdays = _names(words, "weekday")
        month, weekday = _either(self.months), _either(self.weekdays)
        the, of, th = (_either(calendar.get(key, ())) for key in ("articles", "of", "ordinals"))
        self._source = rf"""
            (?<![\w$€£])
            (?:(?P<weekday>{weekday})\.?\s*+,?\s*+(?:(?:{the})\s++)?)?+
            (?: (?P<day>\d{{1,2}})\s*+(?:{th}|º|°|\.)?\s*+(?:(?:{of})\s++|-)?
                (?P<month>{month})\b\.?
                (?:\s*+(?:,|(?:{of})\b|-)?\s*+(?P<year>(?:1[89]|20)\d\d)(?!\d))?
              | (?P<month>{month})\b\.?\s*+(?P<day>\d{{1,2}})(?:{th})?(?![\d:])
                (?:\s*+,?\s*+(?P<year>(?:1[89]|20)\d\d)(?!\d))?
              | (?P<year>(?:1[89]|20)\d\d)-(?P<numeral>\d\d)-(?P<day>\d\d)(?!\d)
              | (?P<day>\d{{1,2}})\.\s?+(?P<numeral>\d{{1,2}})\.\s?+(?P<year>(?:1[89]|20)\d\d)(?!\d)
            )
            """

    @functools.cached_property
    def _pattern(self) -> regex.Pattern[str]:
        """The pattern of a day, compiled when the first figure is met."""
        return compiled(self._source, regex.VERBOSE | regex.IGNORECASE)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDay]:
        """Yield the days written in ``text[start:end]``, with and without year."""
        stop = len(text) if end is None else end
        if FIGURE_RE.search(text, start, stop) is None:
            return
        for match in self._pattern.finditer(text, start, stop):
            name = match["month"]
            month = _number(self.months, name) if name else int(match["numeral"])
            day = int(match["day"])
            weekday = match["weekday"]
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield WrittenDay(
                    Span(*match.span()),
                    month,
                    day,
                    int(match["year"]) if match["year"] else None,
                    _number(self.weekdays, weekday) if weekday else None,
                )


def days(language: Language) -> Days:
    """Build the finder of a language."""
    return Days(language)


def day_in_address(address: str) -> dt.date | None:
    """Return the day that a URL or a file name states, if it states one only.

    Example:
        >>> day_in_address("https://paper.example/2021/07/27/harbour-wall")
        datetime.date(2021, 7, 27)
        >>> day_in_address("wire_20210727.txt"), day_in_address("story-12345678.txt")
        (datetime.date(2021, 7, 27), None)
    """
    found = set()
    for match in ADDRESS_RE.finditer(address):
        try:
            found.add(dt.date(int(match["year"]), int(match["month"]), int(match["day"])))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def _names(words: dict[str, dict[str, int]], role: str) -> dict[str, int]:
    return {
        name: number
        for cls, entries in words.items()
        if cls.partition("_")[0] == role
        for name, number in entries.items()
    }


def _number(names: dict[str, int], word: str) -> int:
    """Return the number of a name as the pattern matches it: APRİL and Auguſt are names too."""
    found = names.get(word.lower())
    if found is None:
        found = next(
            number
            for name, number in names.items()
            if regex.fullmatch(regex.escape(name), word, regex.IGNORECASE)
        )
    return found


def _either(names: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(names, key=len, reverse=True))) or "(?!)"
