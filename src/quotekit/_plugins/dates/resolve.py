"""Resolving: one pass over a document's candidates, in text order, from its anchor.

The pass remembers what a reader may look back at: the day mentioned last, whether dates in figures
put the day first, and, in narrative mode, the last explicit year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from quotekit._plugins.dates import values
from quotekit._plugins.dates.clocks import clock_of
from quotekit._plugins.dates.context import Context, one
from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.figures import numeric_readings
from quotekit._plugins.dates.grammar import NARRATIVE
from quotekit._plugins.dates.readers import READERS
from quotekit._plugins.dates.scan import Candidate
from quotekit._plugins.dates.tense import looks_ahead, signal_before
from quotekit._plugins.dates.values import Value
from quotekit.models import TimeExpression, TimeType
from quotekit.models._copies import changed

RANGE: Final = frozenset({"to", "hyphen", "dash", "signal", "the", "al"})
"""Roles of what may stand between the ends of a range."""
NEAR: Final = 2
"""So many tokens may."""


class Reading(NamedTuple):
    """A candidate with its value and the context that it was read in."""

    candidate: Candidate
    value: Value | None
    context: Context


class Readings:
    """The readings of a document's candidates.

    Args:
        encoded: The scanned text.
        found: Its candidates.
        anchor: The article's day.
        mode: ``article``, or ``narrative`` to count from the last explicit year.
    """

    def __init__(
        self, encoded: EncodedTokens, found: Sequence[Candidate], anchor: dt.date | None, mode: str
    ) -> None:
        self.encoded = encoded
        self.mode = mode
        self._by_span = {}
        day_first = settled_order(found)
        if day_first is None:
            day_first = encoded.grammar.day_first
        previous: Value | None = None
        begun: Candidate | None = None
        for candidate in found:
            context = Context(
                anchor, previous, self._ahead(candidate), day_first, same_year=mode == NARRATIVE
            )
            if begun is not None and self._ends_range(begun, candidate):
                context = context._replace(since=context.previous_day)
            value = read(candidate, context)
            self._by_span[candidate.span] = Reading(candidate, value, context)
            if value is not None and value.resolved and value.start is not None:
                previous, begun = value, candidate
                if mode == NARRATIVE and names_year(candidate):
                    anchor = dt.date.fromisoformat(value.start[:10])

    def _ends_range(self, first: Candidate, last: Candidate) -> bool:
        """Return whether nothing but *to* or a dash stands between two expressions."""
        roles, codes = self.encoded.grammar.roles, self.encoded.codes
        between = range(first.last, last.first)
        return 0 < len(between) <= NEAR and {roles.get(codes[n]) for n in between} <= RANGE

    def _ahead(self, candidate: Candidate) -> Callable[[], bool | None]:
        if self.mode == NARRATIVE:
            return lambda: None
        # No closure over these readings, which would refer to themselves.
        return partial(looks_ahead, self.encoded, candidate.first, candidate.last)

    def normalized(self, time: TimeExpression, anchor: dt.date | None) -> TimeExpression | None:
        """Return *time* with its value counted from *anchor*, or ``None`` if it is not ours."""
        reading = self._by_span.get(time.span)
        if reading is None:
            return None
        value = reading.value
        if anchor != reading.context.anchor and self.mode != NARRATIVE:
            value = read(reading.candidate, reading.context._replace(anchor=anchor))
        signal = signal_before(self.encoded, reading.candidate.first)
        mod = one(reading.candidate.parts, "mod")
        if value is None:
            return changed(time, signal=signal, mod=mod)
        return changed(
            time,
            type=value.type,
            value=value.value,
            mod=mod,
            granularity=value.granularity,
            start=value.start,
            end=value.end,
            anchor=value.anchor,
            signal=signal,
            resolved=value.resolved,
            resolved_date=value.resolved_date,
            alternatives=value.alternatives,
        )


def read(candidate: Candidate, context: Context) -> Value | None:
    """Return what a candidate means in its context: the day, then the hour or the part of it."""
    parts = candidate.parts
    value = READERS[candidate.rule.reads](parts, context)
    if value is None or value.type is not TimeType.DATE:
        return value
    clock = clock_of(parts)
    if clock is not None:
        return values.with_clock(value, *clock)
    part = one(parts, "part")
    if part and value.granularity in ("day", None):
        return values.with_part(value, part)
    return value


def names_year(candidate: Candidate) -> bool:
    """Return whether an expression names its year itself."""
    return "year" in candidate.parts or candidate.rule.reads == "numeric"


def provisional_type(candidate: Candidate) -> TimeType:
    """Return the type that the rule shows before any value is known."""
    if candidate.rule.reads in ("duration", "set"):
        return TimeType(candidate.rule.reads.upper())
    if candidate.parts.keys() & {"hour", "part", "oclock"}:
        return TimeType.TIME
    return TimeType.DATE


def settled_order(found: Sequence[Candidate]) -> bool | None:
    """Return whether the dates in figures put the day first, where one of them shows it."""
    for candidate in found:
        if candidate.rule.reads == "numeric":
            a, b, *_ = one(candidate.parts, "dotted") or candidate.parts["numbers"]
            if len(numeric_readings(candidate.parts, None)) == 1 and a <= 31 and a != b:
                return bool(a > b)
    return None
