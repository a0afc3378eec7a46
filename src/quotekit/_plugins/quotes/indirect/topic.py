"""Topics: what a verb of saying has for its object may be what was spoken of, not what was said.

    Moss announced [the three sites] · She spoke out against [the lodge] · They praised [the crew]

Linguists call this the report of a speech act: that something was said is told, and about what,
but none of it is there to be quoted.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quotekit._plugins.quotes.indirect.candidates import AFTER, Ranges
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import NOUNS

INFINITE: Final = frozenset(("PART", "SCONJ"))
"""Tags that lead a clause without a finite verb, or one of its own: *to go*, *if it rains*."""


def names_topic(features: TokenFeatures, cue: Cue, position: str, contents: Ranges) -> bool:
    """Return whether the contents are a noun phrase alone: *announced the sites*, no clause.

    The noun phrase may have relative clauses; it follows its verb at once, or after a preposition.
    *He called for calm* is none: what is asked for, ordered or promised is the very contents. Nor is
    *He called the plan a gift*, which says something of the plan.
    """
    if position != AFTER or len(contents) > 1 or "tells" not in cue.row.traits:
        return False
    start, end = contents[0]
    if not _is_object(features, cue, start) or _is_judged(features, cue, start, end):
        return False
    tags = features.tags[start : end + 1]
    opens_clause = tags[0] in INFINITE or features.lowers[start] in features.words.nominatives
    if NOUNS.isdisjoint(tags) or opens_clause:
        return False
    if not features.has_finite(start, end):
        return True
    return _finite_verbs(features, start, end) <= _relative_clauses(features, start, end)


def _is_object(features: TokenFeatures, cue: Cue, start: int) -> bool:
    """Return whether nothing but a preposition or adverb stands between a verb and the contents."""
    between = features.tags[cue.last + 1 : start]
    return start > cue.last and all(tag in ("ADP", "ADV") for tag in between)


def _is_judged(features: TokenFeatures, cue: Cue, start: int, end: int) -> bool:
    """Return whether something is said of an object: *called it a gift*, *praised it as a gift*."""
    led = not features.words.predicatives.isdisjoint(features.lowers[start:end])
    return "predicate" in cue.row.frames or ("as" in cue.row.frames and led)


def _finite_verbs(features: TokenFeatures, start: int, end: int) -> int:
    """Return how many finite verbs there are; *would be given* is one."""
    finite = [features.verbal[i] for i in range(start - 1, end + 1)]
    return sum(verb and not before for before, verb in pairwise(finite))


def _relative_clauses(features: TokenFeatures, start: int, end: int) -> int:
    """Return how many relative clauses follow a noun."""
    relatives, tags = features.words.relatives, features.tags
    return sum(
        features.lowers[i] in relatives and not NOUNS.isdisjoint(tags[i - 2 : i])
        for i in range(start + 1, end + 1)
    )
