"""Offsets in the unit that a format counts in: code points, or the UTF-16 units of JavaScript."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Literal

from quotekit.exceptions import ArgumentError

Unit = Literal["codepoints", "utf16"]


def counter(text: str, unit: Unit) -> Callable[[int], int]:
    """Return what takes an offset in code points to the same place in another unit.

    Raises:
        ArgumentError: If there is no such unit.

    Example:
        >>> count = counter("🙂 “Yes.”", "utf16")
        >>> [count(offset) for offset in (0, 1, 2)]
        [0, 2, 3]
    """
    if unit not in ("codepoints", "utf16"):
        raise ArgumentError(f"offsets are codepoints or utf16, not {unit!r}")
    if unit == "codepoints" or text.isascii():
        return lambda offset: offset
    astral = [place for place, character in enumerate(text) if character > "\uffff"]
    return lambda offset: offset + bisect_left(astral, offset)
