"""Numerals: what a token that begins with a digit may be, and what number words add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

CLOCK_RE = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?\s?(am|pm|h|hrs)?")
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th", "er", "re", "e", "ème", "º", "ª", "o", "a"})
SCALES = frozenset({12, 20, 100, 1000, 1_000_000, 1_000_000_000})
"""Numbers that multiply what stands before them: *two dozen*, *three hundred*."""

UNKNOWN = "X"
"""The number of *several*, *some*, *few*."""


def classify(token: str) -> tuple[str, Any] | None:
    """Return the class and value of a token that begins with a digit.

    Example:
        >>> classify("27"), classify("1990s"), classify("1,200"), classify("10:35"), classify("3rd")
        (('day', 27), ('decade', 1990), ('figure', 1200), ('clock', (10, 35, None)), ('ordinal', 3))
    """
    if not token.isascii():
        token = token.replace("º", "o").replace("ª", "a")
    if token.isdigit() and token.isascii():
        number = int(token) if len(token) < 16 else 10**16
        if len(token) <= 2 and 1 <= number <= 31:
            return "day", number
        if len(token) == 4 and 1500 <= number <= 2099:
            return "year", number
        return "figure", number
    digits = token.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZèÈ")
    suffix = token[len(digits) :].lower()
    if suffix and digits.isdigit() and len(digits) <= 4:
        number = int(digits)
        if suffix in ("s", "er", "ern") and number % 10 == 0 and len(digits) in (2, 4):
            return "decade" if len(digits) == 4 else "decade_short", number
        if suffix in ORDINAL_SUFFIXES and number < 100:
            return "ordinal", number
    if ":" in token or suffix in ("am", "pm", "h", "hrs"):
        return _clock(token)
    if not suffix:
        return _figure(token)
    return None


def _clock(token: str) -> tuple[str, Any] | None:
    match = CLOCK_RE.fullmatch(token.lower())
    if match is None:
        return None
    *numbers, suffix = match.groups()
    clock = tuple(None if number is None else int(number) for number in numbers)
    return ("clock_m", (*clock, suffix)) if suffix in ("am", "pm") else ("clock", clock)


def _figure(token: str) -> tuple[str, Any] | None:
    """Read ``1,200``, ``2.5``, ``10.35`` (a number, perhaps a clock) and ``17.6.2019``."""
    if "," in token and all(len(group) == 3 for group in token.split(",")[1:]):
        return "figure", _number(token.replace(",", ""))
    parts = token.split(".")
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):  # 1.200 in most of Europe
        return "figure", _number(token.replace(".", ""))
    if len(parts) == 3 and all(len(part) <= 2 for part in parts[:2]) and len(parts[2]) in (2, 4):
        return "dotted" if len(parts[2]) == 4 else "dotted_short", tuple(map(int, parts))
    if len(parts) == 2 and all(0 < len(part) <= 2 for part in parts):
        return "decimal", tuple(parts)
    return "figure", _number(token.replace(",", "."))


def _number(digits: str) -> float | int:
    try:
        number = float(digits)
    except ValueError:
        return 10**16
    return int(number) if number.is_integer() and number < 10**16 else number


def total(numbers: Iterable[Any]) -> Any:  # noqa: ANN401
    """Return what a row of numbers adds up to.

    Example:
        >>> total([2, 100, 50]), total([20, 1]), total([1, "X"]), total([1, 12]), total([2, 0.5])
        (250, 21, 'X', 12, 2.5)
    """
    amount: float | int = 0
    found = list(numbers)
    if UNKNOWN in found:
        return UNKNOWN
    for number in found:
        if number in SCALES and amount:
            amount *= number
        else:
            amount += number
    return amount
