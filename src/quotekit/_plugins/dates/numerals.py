"""Numerals: what a token that begins with a digit may be, and what number words add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

SUFFIXED_RE: Final = re.compile(r"([0-9]{1,4})([^\W\d_]+|[º°ª])")
CLOCK_RE: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2}))?([^\W\d_]*)")
FIGURE_RE: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
LONGEST: Final = 15
"""Figures of a number that is read; longer ones are numbers of something, not amounts."""
HUNDRED: Final = 100
THOUSAND: Final = 1000
SCORES: Final = frozenset({12, 20})
"""Numbers that multiply a small one before them: *two dozen*, *quatre-vingts*."""
SMALL: Final = 10

UNKNOWN: Final = "X"
"""The number of *several*, *some*, *few*."""
BEYOND: Final = 10**16
"""Stands for a number of more figures than are read."""

Endings = Mapping[str, tuple[str, Any]]
"""Endings of numerals in a language: what is written after the figures → its class and value."""


def classify(token: str, endings: Endings = MappingProxyType({})) -> tuple[str, Any] | None:
    """Return the class and value of a token that begins with a digit, ``None`` if it is no numeral.

    Args:
        token: The token in lower case.
        endings: ``ordinal`` (3rd), ``decade`` (1990s), ``hour`` (20h) and ``meridian`` (7pm).

    Example:
        >>> classify("27"), classify("1,200"), classify("10:35"), classify("17.6.2019")
        (('day', 27), ('figure', 1200), ('clock', (10, 35, None)), ('dotted', (17, 6, 2019)))
        >>> english = {"s": ("decade", None), "rd": ("ordinal", None), "pm": ("meridian", "pm")}
        >>> classify("1990s", english), classify("3rd", english), classify("7pm", english)
        (('decade', 1990), ('ordinal', 3), ('clock_m', (7, None, None, 'pm')))
    """
    if token.isascii() and token.isdigit():
        return _whole(token)
    if match := SUFFIXED_RE.fullmatch(token):
        ending = endings.get(match[2])
        return _suffixed(match[1], *ending) if ending else None
    if FIGURE_RE.fullmatch(token):
        return _figure(token)
    if match := CLOCK_RE.fullmatch(token):
        return _clock(*match.groups(), endings=endings)
    return None


def _whole(token: str) -> tuple[str, int]:
    number = int(token) if len(token) <= LONGEST else BEYOND
    if len(token) <= 2 and 1 <= number <= 31:
        return "day", number
    if len(token) == 4 and 1500 <= number <= 2099:
        return "year", number
    return "figure", number


def _suffixed(figures: str, kind: str, value: Any) -> tuple[str, Any] | None:  # noqa: ANN401
    number = int(figures)
    if kind == "decade" and number % 10 == 0 and len(figures) in (2, 4):
        return "decade" if len(figures) == 4 else "decade_short", number
    if kind == "ordinal" and number < 100:
        return "ordinal", number
    if kind == "hour" and len(figures) <= 2:
        return "clock", (number, None, None)
    if kind == "meridian" and len(figures) <= 2:
        return "clock_m", (number, None, None, value)
    return None


def _clock(
    hour: str, minute: str, second: str | None, ending: str, *, endings: Endings
) -> tuple[str, Any] | None:
    clock = (int(hour), int(minute), None if second is None else int(second))
    if not ending:
        return "clock", clock
    kind, value = endings.get(ending, ("", None))
    return ("clock_m", (*clock, value)) if kind == "meridian" else None


def _figure(token: str) -> tuple[str, Any]:
    """Read ``1,200``, ``2.5``, ``10.35`` (a number, perhaps a clock) and ``17.6.2019``."""
    for mark in ",.":  # 1,200 in English, 1.200 in most of Europe
        groups = token.split(mark)
        if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
            return "figure", _number(token.replace(mark, ""))
    parts = token.split(".")
    if "," in token:
        return "figure", _number(token.replace(",", "."))
    if len(parts) == 3 and all(len(part) <= 2 for part in parts[:2]) and len(parts[2]) in (2, 4):
        return "dotted" if len(parts[2]) == 4 else "dotted_short", tuple(map(int, parts))
    if len(parts) == 2 and all(len(part) <= 2 for part in parts):
        return "decimal", tuple(parts)
    return "figure", _number(token)


def _number(digits: str) -> float | int:
    try:
        number = float(digits)
    except ValueError:  # more than one mark: 1.2.3.4
        return BEYOND
    return int(number) if number.is_integer() and number < BEYOND else min(number, BEYOND)


def total(numbers: Iterable[Any]) -> Any:  # noqa: ANN401
    """Return what a row of number words adds up to.

    Example:
        >>> total([2, 100, 50]), total([20, 1]), total([1, "X"]), total([1, 12]), total([2, 0.5])
        (250, 21, 'X', 12, 2.5)
        >>> total([1000, 4, 100, 20]), total([4, 20, 12]), total([60, 12])
        (1420, 92, 72)
    """
    found = list(numbers)
    if UNKNOWN in found:
        return UNKNOWN
    whole: float | int = 0
    part: float | int = 0
    for number in found:
        if number >= THOUSAND and float(number).is_integer() and number % THOUSAND == 0:
            whole, part = whole + (part or 1) * number, 0
        elif part and (number == HUNDRED or (number in SCORES and part < SMALL)):
            part *= number
        else:
            part += number
    return whole + part
