"""JSON that every reader of lines reads, and the values that it has."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Mapping
from typing import Any

UNSAFE_RE = re.compile("[\ud800-\udfff\u2028\u2029\u0085]")
"""What JSON allows, but not UTF-8 (surrogates), or not every reader of lines (line separators)."""


def dumps(value: object, indent: int | None = None) -> str:
    """Return *value* as JSON that is safe in lines: characters stand for themselves.

    Escaped are lone surrogates, which UTF-8 does not have, and the line separators U+0085, U+2028
    and U+2029, at which readers of lines cut.

    Raises:
        ValueError: If it contains a number that JSON does not have (NaN, infinity).

    Example:
        >>> print(dumps({"text": "“Ja”\u2028"}))
        {"text": "“Ja”\\u2028"}
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return UNSAFE_RE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a file said
    """Return a value that JSON has: days as ISO 8601, numbers that are none as ``None``.

    Example:
        >>> plain({"day": dt.date(2021, 7, 27), "rank": math.nan, "tags": ("a", "b")})
        {'day': '2021-07-27', 'rank': None, 'tags': ['a', 'b']}
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
