"""Clocks: the time of day that a matched expression names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

Clock = tuple[int, int, int | None]
PM_PARTS: Final = frozenset({"AF", "EV", "NI"})


def clock_of(parts: Mapping[str, Sequence[Any]]) -> Clock | None:
    """Return hour, minute and second of an expression that names them."""
    if fixed := _one(parts, "oclock"):
        return fixed, 0, None
    hour, minute, second, meridian = _figures(_one(parts, "hour"))
    if hour is None:
        return None
    if _one(parts, "half") == "before":  # halb neun: half an hour before nine
        hour, minute = (hour - 1) % 24, 30
    meridian = _one(parts, "meridian") or meridian
    part = _one(parts, "part")
    if meridian == "am":
        hour %= 12
    elif hour <= 12 and (meridian == "pm" or part in PM_PARTS):
        small = part == "NI" and hour < 6  # two in the night
        hour = hour % 12 + (0 if small else 12)
    return hour, minute or _minute(parts), second


def _minute(parts: Mapping[str, Sequence[Any]]) -> int:
    """Return the minute that stands apart from its hour: *20 Uhr 30*, *20 h 30*."""
    found = _one(parts, "minute") or (parts.get("numbers") or [0])[0]
    return found if isinstance(found, int) else 0


def _figures(hour: Any) -> Any:  # noqa: ANN401
    """Spread ``9``, ``("9", "30")`` and ``(9, 30, None, "am")`` over hour, minute, second, half."""
    if isinstance(hour, int) and hour >= 100:
        return (*divmod(hour, 100), None, None)  # 1800 hours
    if not isinstance(hour, tuple):
        return hour, None, None, None
    figures = [int(n) if n is not None else None for n in hour[:3]]
    meridian = hour[3] if len(hour) > 3 else None
    return (*[*figures, None][:3], meridian)


def _one(parts: Mapping[str, Sequence[Any]], role: str) -> Any:  # noqa: ANN401
    found = parts.get(role)
    return found[0] if found else None


def exists(clock: Clock) -> bool:
    """Return whether a day has this time: no 25:00, no 10:75."""
    hour, minute, second = clock
    in_day = hour < 24 or (hour == 24 and not minute and not second)
    return in_day and minute < 60 and (second or 0) < 60
