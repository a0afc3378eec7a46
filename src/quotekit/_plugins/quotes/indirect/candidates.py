"""Candidates: what the words around a cue show, and what a cue may report, before it is a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quotekit.models import Mention
from quotekit.syntax._cues import Cue

Range = tuple[int, int]
"""The first and the last of some tokens."""
Ranges = Sequence[Range]

AFTER: Final = "after"
BEFORE: Final = "before"
AROUND: Final = "around"
"""Where the contents are: *X said C* · *C, X said* · *C, X said, C*."""
CONTINUED: Final = "continued"
MOOD: Final = "mood"
"""A sentence without a cue: it goes on with the report before, or its verb reports by its mood."""
FREE: Final = "free"
"""Such a sentence where nothing but the tense shows it: it may be the writer's own."""


class PatternMatch(NamedTuple):
    """What a high-precision pattern shows around a cue.

    Attributes:
        name: The pattern, as the weights know it: *that*, *as*, *told*.
        position: Where the contents are.
        odds: The log odds that it reports something, at least.
        start: The first token of the contents, where the syntax shows it.
    """

    name: str
    position: str
    odds: float
    start: int | None = None


class Candidate(NamedTuple):
    """What a cue may report.

    Attributes:
        cue: The cue; ``None`` for a sentence whose verb reports by its mood.
        position: Where the contents are.
        contents: Their tokens.
        source: Who says it, if the sentence names somebody.
        confidence: Between 0 and 1.
        conjunction: Whether a conjunction leads to the contents, *said that C*, or a speaker alone.
        topic: Whether the contents are only what was spoken of: *announced the three sites*.
        skip: The length of a conjunction written together with the first word, in code points:
            *qu’* in *qu’il*.
        judges: Whether a verb of attitude says what something is: *which critics consider P*.
    """

    cue: Cue | None
    position: str
    contents: Ranges
    source: Mention | None
    confidence: float
    conjunction: bool = False
    skip: int = 0
    topic: bool = False
    judges: bool = False


def holds(contents: Ranges, i: int) -> bool:
    """Return whether token *i* is part of the contents."""
    for first, last in contents:  # noqa: SIM110 - many options are asked for: no generator
        if first <= i <= last:
            return True
    return False
