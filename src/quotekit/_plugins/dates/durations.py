"""Readers of durations, sets and vague references: *two years*, *every Monday*, *now*."""

from __future__ import annotations

from typing import Any, Final

from quotekit._plugins.dates.context import Context, Parts, one, quantity
from quotekit._plugins.dates.numerals import UNKNOWN
from quotekit._plugins.dates.periods import shifted
from quotekit._plugins.dates.values import Value, unresolved
from quotekit.models import TimeType


def read_duration(parts: Parts, context: Context) -> Value | None:
    """Read a duration: *two years*, *several weeks*, *in 10 years*."""
    written = _period(quantity(parts), one(parts, "unit"))
    number = quantity(parts)
    leads_to = one(parts, "leads") or _direction(one(parts, "deixis"))
    resolved_date = None
    anchor = context.previous_day if one(parts, "from") == "text" else context.anchor
    if leads_to and anchor and number != UNKNOWN:
        target = shifted(anchor, one(parts, "unit"), number * leads_to)
        resolved_date = target.value if target else None
    if written is None:
        return None
    value = Value(written, TimeType.DURATION, resolved_date=resolved_date)
    return value.counted_from(anchor) if "leads" in parts and resolved_date else value


def _direction(deixis: Any) -> int:  # noqa: ANN401
    """Return 1 for *the next two weeks*, -1 for *the last two*, else 0."""
    return deixis if deixis in (-1, 1) else 0


def read_duration_sum(parts: Parts, _: Context) -> Value | None:
    """Read a duration of two units: *three years and four months*."""
    written = [
        _period(number, unit) for number, unit in zip(parts["numbers"], parts["unit"], strict=False)
    ]
    if None in written:
        return None
    periods = [period or "" for period in written]
    days = "".join(period[1:] for period in periods if not period.startswith("PT"))
    clock = "".join(period[2:] for period in periods if period.startswith("PT"))
    return Value("P" + days + ("T" + clock if clock else ""), TimeType.DURATION)


def read_fixed_duration(parts: Parts, _: Context) -> Value | None:
    """Read a word that is a duration: German *jahrelang*."""
    return Value(one(parts, "duration"), TimeType.DURATION)


def read_set(parts: Parts, _: Context) -> Value | None:
    """Read what comes again and again: *daily*, *every two weeks*, *Mondays*, *every Monday*."""
    if often := one(parts, "often"):
        return Value(often, TimeType.SET)
    if both := one(parts, "weekdaypart"):
        return Value(f"XXXX-WXX-{both.replace(' ', 'T')}", TimeType.SET, granularity="day")
    if weekday := one(parts, "weekday"):
        hours = f"T{one(parts, 'part')}" if "part" in parts else ""
        return Value(f"XXXX-WXX-{weekday}{hours}", TimeType.SET, granularity="day")
    if month := one(parts, "month"):
        return Value(f"XXXX-{month:02}", TimeType.SET, granularity="month")
    if season := one(parts, "season"):
        return Value(f"XXXX-{season}", TimeType.SET, granularity="season")
    if part := one(parts, "part"):
        return Value(f"XXXX-XX-XXT{part}", TimeType.SET, granularity="part of day")
    written = _period(quantity(parts), one(parts, "unit"))
    return Value(written, TimeType.SET) if written else None


def read_reference(parts: Parts, _: Context) -> Value | None:
    """Read a vague reference: *now*, *the future*."""
    return unresolved(one(parts, "ref"))


DURATION_UNITS: Final = {
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "N": (1, "M"),
    "2W": (2, "W"),
    "6M": (6, "M"),
}


def _period(number: Any, unit: str | None) -> str | None:  # noqa: ANN401
    """Write a duration: ``P2Y``, ``PT3H``, ``PXW``."""
    if unit is None:
        return None
    clock = "T" if unit in ("H", "N", "S") else ""
    if number == UNKNOWN:
        return f"P{clock}X{DURATION_UNITS.get(unit, (1, unit))[1] if unit != 'DE' else 'DE'}"
    factor, letter = DURATION_UNITS.get(unit, (1, unit))
    amount = number * factor
    if unit == "H" and amount % 1 == 0.5:
        return f"PT{int(amount)}H30M" if amount > 1 else "PT30M"
    return f"P{clock}{int(amount) if float(amount).is_integer() else amount}{letter}"
