"""Time expressions."""

from __future__ import annotations

import attrs

from quotekit.models._fields import SPAN, STRING, STRINGS, Field, an, fit, member, optional
from quotekit.models._short import quoted, short
from quotekit.models.kinds import TimeType
from quotekit.spans import Span


@attrs.frozen(repr=False)
class TimeExpression:
    """A span with a TIMEX3 reading.

    Attributes:
        span: The expression without preposition, with determiner and modifier.
        type: DATE, TIME, DURATION or SET.
        value: The TIMEX3 value (``2021-07-27``, ``P3W``, ``2021-Q2`` …), ``None`` if unknown.
        mod: TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN, MORE_THAN …
        granularity: The finest unit that was read: year, quarter, month, week, day, hour …
        start: First day or instant of a DATE or TIME, ISO 8601.
        end: The first one after it (half-open), ISO 8601.
        anchor: The day against which it was resolved, ISO 8601; ``None`` for absolute times.
        signal: The word before it: *on*, *since*, *until* …
        resolved: Whether the value stands on the calendar (durations and sets: always).
        resolved_date: The day, month or year that a duration leads to (*in 10 years*).
        alternatives: Other values that it may have: ``3/4/2021`` where nothing settles the order.
        rule: The rule that read it.
        found_by: The plugin.
        text: The expression's words.
    """

    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None
    granularity: str | None = None
    start: str | None = None
    end: str | None = None
    anchor: str | None = None
    signal: str | None = None
    resolved: bool = False
    resolved_date: str | None = None
    alternatives: tuple[str, ...] = ()
    rule: str = ""
    found_by: str = ""
    text: str = attrs.field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        # Most are made with nothing but their place, and get their value from a copy.
        if not (
            type(self.span) is Span
            and type(self.type) is TimeType
            and type(self.rule) is type(self.found_by) is type(self.text) is str
            and self.value is self.mod is self.granularity is self.start is self.end is None
            and self.anchor is self.signal is self.resolved_date is None
            and self.resolved is False
            and self.alternatives == ()
        ):
            fit(self, TIME)

    def __repr__(self) -> str:
        return short(self, quoted(self.text) or self.span, self.type, self.value)


TIME: dict[str, Field] = {
    "span": SPAN,
    "type": member(TimeType),
    **dict.fromkeys(
        ("value", "mod", "granularity", "start", "end", "anchor", "signal", "resolved_date"),
        optional(STRING),
    ),
    "resolved": an(bool, "True or False"),
    "alternatives": STRINGS,
    "rule": STRING,
    "found_by": STRING,
    "text": STRING,
}
