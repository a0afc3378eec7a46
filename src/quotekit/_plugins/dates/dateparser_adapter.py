"""Dates in languages without a table of their own: dateparser knows the names of their months.

This is the only module that touches dateparser, and it does so late: when a text in such a language
has a number beside a word. dateparser is asked one thing, which month a word names, so that nothing
of its guesses (today's day, the clock's zone, the order of figures) can reach a result.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from typing import Any, Final

import regex

from quotekit._patterns import compiled
from quotekit._plugins.dates.rules import Rule
from quotekit._plugins.dates.scan import Candidate
from quotekit._plugins.dates.values import day
from quotekit.spans import Span

LOG: Final = logging.getLogger(__name__)
RULE: Final = Rule("month by dateparser", "date")
SHORTEST: Final = 4
"""Letters of a month name that counts without a year beside it; shorter ones need the year."""

BLANK: Final = r"[^\S\n]{1,3}"
DATE_RE: Final = compiled(
    rf"""
    (?<![\w.,:/$€£-])
    (?: (?P<day>\d{{1,2}})(?:\.|º|°)?{BLANK}(?:de{BLANK})?(?P<word>\p{{L}}{{3,20}})
        (?:\.?{BLANK}(?:del?{BLANK})?(?P<year>(?:1[5-9]|20)\d\d))?
      | (?P<year>(?:1[5-9]|20)\d\d)\.?{BLANK}(?P<word>\p{{L}}{{3,20}}){BLANK}(?P<day>\d{{1,2}})
      | (?P<word>\p{{L}}{{3,20}})\.?{BLANK}(?:del?{BLANK})?(?P<year>(?:1[5-9]|20)\d\d)
    )
    (?![\w%]|[.,/]\d)
    |
    (?<!\d)(?P<year>(?:1[5-9]|20)\d\d)[年년]\s?
    (?P<month>\d{{1,2}})[月월](?:\s?(?P<day>\d{{1,2}})[日일])?
    """,
    regex.VERBOSE,
)
"""A day, a word and perhaps a year; a year, a word, a day; a word and a year; year, month and day
with their signs in Chinese, Japanese and Korean."""


def dates(text: str, language: str) -> Iterator[Candidate]:
    """Yield the days and months that *text* names in *language*.

    Example:
        >>> [c.parts for c in dates("Em 27 de julho de 2021 choveu.", "pt")]
        [{'month': [7], 'day': [27], 'year': [2021]}]
    """
    months = _Months(language)
    for match in DATE_RE.finditer(text):
        word = match["word"]
        month = months.number(word) if word else int(match["month"])
        if not 1 <= month <= 12 or (word and len(word) < SHORTEST and not match["year"]):
            continue
        parts: dict[str, list[Any]] = {"month": [month]}
        for role in ("day", "year"):
            if match[role]:
                parts[role] = [int(match[role])]
        if "day" not in parts or day(parts.get("year", [2000])[0], month, parts["day"][0]):
            yield Candidate(Span(*match.span()), RULE, parts, 0, 0)


class _Months:
    """The months that words name in one language, each word asked once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known: dict[str, int] = {}
        self._parser: Any = None

    def number(self, word: str) -> int:
        """Return the number of the month that *word* names, 0 if it names none."""
        word = word.lower()
        if word not in self._known:
            self._known[word] = self._ask(word)
        return self._known[word]

    def _ask(self, word: str) -> int:
        if self._parser is None:
            from dateparser.date import DateDataParser

            self._parser = DateDataParser(
                languages=[self._language],
                settings={
                    "PARSERS": ["absolute-time"],
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "RELATIVE_BASE": dt.datetime(2000, 1, 1),
                    "RETURN_AS_TIMEZONE_AWARE": False,
                    "TIMEZONE": "UTC",
                },
            )
        try:
            found = self._parser.get_date_data(f"1 {word} 2000").date_obj
        except Exception as error:
            LOG.debug("dateparser failed on %r in %r: %r", word, self._language, error)
            return 0
        return int(found.month) if found is not None and found.year == 2000 else 0
