"""Guards: what a candidate's surroundings must not be, where codes alone cannot tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from quotekit._plugins.dates.context import WORDS, year_number
from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.grammar import OTHER
from quotekit._plugins.dates.periods import EARLIEST_YEAR, LATEST_YEAR
from quotekit._plugins.dates.rules import MORE, NUMERALS

BLANK_LINE_RE: Final = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\n]*\r|\u2029")
BEFORE_YEAR: Final = frozenset({"signal", "of", "to", "and", "month", "comma", "the", "dash"})
BEFORE: Final = frozenset("$€£¥₹#%@_/\\+=<>^~")
AFTER: Final = frozenset("%°$€£¥_\\+=@")


def glued(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Return whether a numeral at an end is part of something bigger: ``$27``, ``50%``, ``F-16``."""
    text = encoded.text
    start, end = encoded.starts[first], encoded.ends[last - 1]
    if text[start].isdigit() and start:
        before = text[start - 1]
        if (
            before in BEFORE
            or before.isalnum()
            or encoded.grammar.currency.search(text, max(0, start - 6), start)
        ):
            return True
        far = text[start - 2] if start > 1 else " "
        if before in ".,:" and far.isdigit():
            return True
        if before in "-–‑/" and far.isalnum() and not _joined(encoded, first):
            return True
    if text[end - 1].isdigit() and end < len(text):
        after = text[end]
        if after in AFTER or (after.isalnum() and after != "T"):
            return True
        if after in ".,:/-" and text[end + 1 : end + 2].isdigit():
            return after != "-"
    return False


def _joined(encoded: EncodedTokens, first: int) -> bool:
    """Return whether the numeral after a hyphen goes on with a time: *mid-1990*, *5-7*."""
    if first < 2:
        return False
    before, roles = encoded.codes[first - 2], encoded.grammar.roles
    role = roles.get(before)
    return (
        before == encoded.codes[first]
        or role == "year"
        or (before != OTHER and role not in NUMERALS)
    )


def blank_line(encoded: EncodedTokens, first: int, last: int) -> int | None:
    """Return the first token after the end of a paragraph, where the candidate runs over one."""
    text = encoded.text
    for i in range(first, last - 1):
        gap = encoded.starts[i + 1] - encoded.ends[i]
        if gap > 1 and BLANK_LINE_RE.search(text, encoded.ends[i], encoded.starts[i + 1]):
            return i + 1
    return None


def tight(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Require that the figures stand close, and alone: ``17/6/2019``, not ``a-2019-06-17-b``."""
    roles = encoded.grammar.roles
    while roles.get(encoded.codes[first]) not in NUMERALS:
        first += 1
    text, end = encoded.text, encoded.ends[last - 1]
    if text[end : end + 1] in ("-", "_") and text[end + 1 : end + 2].isalpha():
        return False
    return all(encoded.ends[i] == encoded.starts[i + 1] for i in range(first, last - 1))


def no_range(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Turn down years that may be a range: *1990-94*, *2008-12*; ``2016-11`` is none."""
    year, month = encoded.meaning(first)[1], encoded.meaning(last - 1)[1]
    return bool(0 < month <= min(12, year % 100))


def round_year(encoded: EncodedTokens, _: int, last: int) -> bool:
    """Require the first year of a decade: *the 1930's*, not *1935's*."""
    return bool(encoded.meaning(last - 2)[1] % 10 == 0)


def short_year(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Require a year of two figures after its apostrophe, or one that is no day: *Aug. 9, 96*."""
    width = encoded.ends[last - 1] - encoded.starts[last - 1]
    return width == 2 and no_noun(encoded, first, last)


def compact(encoded: EncodedTokens, first: int, _: int) -> bool:
    """Require eight figures that begin with a year: ``20210727``."""
    width = encoded.ends[first] - encoded.starts[first]
    return width == 8 and 1900 <= encoded.meaning(first)[1] // 10_000 < 2100


def year_in_words(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Require words that add up to a year: *two thousand and six*, not *two dozen*."""
    found = [encoded.meaning(i) for i in range(first, last) if encoded.codes[i] != MORE]
    words = [value for role, value in found if role == "number"]
    year = year_number({"year": [WORDS], "number": words})
    return year is not None and EARLIEST_YEAR <= year <= LATEST_YEAR


def eighteen(encoded: EncodedTokens, first: int, _: int) -> bool:
    """Require words that count nothing else: *nineteen ninety-six*."""
    return encoded.meaning(first)[1] in (18, 19)


def no_event(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Turn down figures that the table lists as names: *9/11*."""
    return (
        encoded.text[encoded.starts[first] : encoded.ends[last - 1]] not in encoded.grammar.events
    )


def minutes(encoded: EncodedTokens, first: int, _: int) -> bool:
    """Require a clock where a number may be one: *22.30 horas*, not *22.3*."""
    value = encoded.meaning(first)[1]
    return len(str(value[1])) == 2 if isinstance(value[0], str) else True


def month_figure(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Require a month beside the year: *11 / 2016*, *2016 / 11*, not the seasons *2016 / 17*."""
    figures = encoded.meaning(first)[1], encoded.meaning(last - 1)[1]
    return bool(min(figures) <= min(12, max(figures) % 100))


def early_year(encoded: EncodedTokens, _: int, last: int) -> bool:
    """Require a year before 1500 after a day: *30 September 420*, not *30 September 420 people*."""
    return 100 <= encoded.meaning(last - 1)[1] < 1500 and no_noun(encoded, 0, last)


def no_name(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Turn down parts of names: ``April Reed``, ``Theresa May``, ``the Daily Post``."""
    return not _capital(encoded, last, last - 1) and not (
        first > 1 and _capital(encoded, first - 1, first)
    )


def no_title(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Turn down parts of titles: *USA Today*, *This Morning America*."""
    if not encoded.text[encoded.starts[last - 1]].isupper():
        return True
    return no_name(encoded, first, last) and not (first == 1 and _capital(encoded, 0, 1))


def opens(encoded: EncodedTokens, first: int, _: int) -> bool:
    """Require the start of a text or sentence: *Yesterday Ida Moss opened it.*"""
    return not first or encoded.grammar.roles.get(encoded.codes[first - 1]) == "stop"


def noun(encoded: EncodedTokens, _: int, last: int) -> bool:
    """Require a noun: *the May elections*, not *the March for Peace*."""
    following = encoded.lowers[last] if last < len(encoded.lowers) else ""
    return following.isalpha() and encoded.codes[last] == OTHER


def no_noun(encoded: EncodedTokens, _: int, last: int) -> bool:
    """Turn down what goes on with a noun: *April 24 and 25 people*, *the fall guy*."""
    following = encoded.lowers[last] if last < len(encoded.lowers) else ""
    if (
        encoded.grammar.capital_nouns
        and following
        and not encoded.text[encoded.starts[last]].isupper()
    ):
        return True
    known = encoded.codes[last : last + 1] != OTHER or following in encoded.grammar.no_nouns
    return known or not following.isalpha()


def no_count(encoded: EncodedTokens, first: int, last: int) -> bool:
    """Turn down a four-digit number that counts something: ``1900 people``, ``2000 metres``."""
    number = encoded.lowers[last - 1]
    if number.startswith(("19", "20")) and not number.endswith("00"):
        return True
    roles, codes = encoded.grammar.roles, encoded.codes
    before = roles.get(codes[first - 1]) if first else None
    following = encoded.lowers[last] if last < len(codes) else ""
    noun = not no_noun(encoded, first, last)
    if before in BEFORE_YEAR or last - first > 1:
        return not (noun and following.endswith(encoded.grammar.plural) and len(following) > 3)
    after = roles.get(codes[last]) if last < len(codes) else None
    in_range = last + 1 < len(codes) and roles.get(codes[last + 1]) == "year"
    return before == "hyphen" or in_range or (before == after == "paren")


def _capital(encoded: EncodedTokens, i: int, beside: int) -> bool:
    """Return whether token *i* is a word of no class with a capital, on the line of its neighbour."""
    if not 0 <= i < len(encoded.lowers) or encoded.codes[i] != OTHER:
        return False
    left, right = min(i, beside), max(i, beside)
    return (
        encoded.text[encoded.starts[i]].isupper()
        and "\n" not in encoded.text[encoded.ends[left] : encoded.starts[right]]
    )


GUARDS: Final[dict[str, Callable[[EncodedTokens, int, int], bool]]] = {
    "tight": tight,
    "no-range": no_range,
    "round": round_year,
    "short-year": short_year,
    "compact": compact,
    "year-in-words": year_in_words,
    "eighteen": eighteen,
    "no-event": no_event,
    "minutes": minutes,
    "month-figure": month_figure,
    "early-year": early_year,
    "no-name": no_name,
    "no-title": no_title,
    "opens": opens,
    "noun": noun,
    "no-noun": no_noun,
    "no-count": no_count,
}
"""Guards by the names under which rules ask for them."""
