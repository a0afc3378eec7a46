"""Reports that syntax alone shows, whatever the weights say.

A judgement in a relative clause, *in what X called a farce*; a phrase beside a clause, *In Moss’s
telling, C*.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE, Range, Ranges
from quotekit._plugins.quotes.indirect.patterns.judgements import (
    JUDGING,
    agent_relative,
    judged_relative,
)
from quotekit._plugins.quotes.indirect.patterns.nominal import possessor
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS

ENDS: Final = frozenset((".", ";", "!", "?"))
"""Signs after a phrase that ends its clause."""


class Alone(NamedTuple):
    """What a cue reports, whatever the weights say.

    Attributes:
        source: Who says it.
        position: Where the contents are.
        contents: Their tokens.
        judges: Whether the cue says what something is.
        led: Whether a word leads to the contents that is none of them: *described as “a crime”*.
    """

    source: Range
    position: str
    contents: Ranges
    judges: bool
    led: bool = False


def shown_alone(features: TokenFeatures, cue: Cue, bounds: Range) -> Alone | None:
    """Return what syntax alone shows that a cue reports, if it does."""
    frames = cue.row.frames
    if not JUDGING.isdisjoint(frames):
        relative = agent_relative if cue.passive else judged_relative
        found = relative(features, cue, bounds)
        if found is not None:
            return Alone(found[0], AFTER, [found[1]], judges=True, led=cue.passive)
    if "own" in frames and cue.row.pos == "noun":
        return _in_whose_words(features, cue, bounds)
    return None


def _in_whose_words(features: TokenFeatures, cue: Cue, bounds: Range) -> Alone | None:
    """*In Moss’s telling, C* · *C, in her telling, C* · *C, in the mayor’s telling.*"""
    first, last = bounds
    source = possessor(features, cue, first)
    if source is None or features.in_quotes[cue.head]:
        return None
    lead, after = source[0] - 1, cue.last + 1
    if lead < first or features.lowers[lead] not in features.words.before_own:
        return None
    parts: list[Range] = []
    if lead > first:
        if features.lowers[lead - 1] != ",":
            return None
        parts.append((first, lead - 2))
    end = last
    while end > after and features.tags[end] == "PUNCT":
        end -= 1
    goes_on = after < end and features.lowers[after] == ","
    if goes_on:
        parts.append((after + 1, end))
    elif after <= last and features.lowers[after] not in ENDS:
        return None
    return _with_verb(features, source, parts)


def _with_verb(features: TokenFeatures, source: Range, parts: list[Range]) -> Alone | None:
    """Return the parts of a clause beside a phrase, if they have a verb and nobody else speaks."""
    spoken = any(
        "talks" in features.traits.get(i, ()) and features.verbal[i]
        for start, end in parts
        for i in range(start, end + 1)
    )
    verbs = sum(features.finite[end + 1] - features.finite[start] for start, end in parts)
    if spoken or not verbs or any(features.lowers[start] in QUOTE_MARKS for start, _ in parts):
        return None
    position = AROUND if len(parts) > 1 else AFTER if parts[0][0] > source[1] else BEFORE
    return Alone(source, position, parts, False)
