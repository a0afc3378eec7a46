"""A cue as a predicate: whether it is one, and its subject on either side."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import (
    relative_of,
)
from quotekit._plugins.quotes.indirect.token_features import (
    TokenFeatures,
)
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import NOUN_LIKE, NOUNS, PHRASE, PREDICATES

CLAUSE_SIGNS: Final = frozenset(",:;—–")
"""Signs that a subject follows."""
ENDS: Final = frozenset(".,;")
"""Signs that end a clause after its subject."""
SHARED: Final = 30
"""A cue that shares its subject stands no farther after the one before."""


def is_finite(features: TokenFeatures, cue: Cue) -> bool:
    """Return whether the cue is a predicate: *said*, *has said*; not *to say*, *saying*."""
    tag = features.tags[cue.head]
    if tag == "VERB" and cue.first and features.tags[cue.first - 1] == "PART":
        return False
    return tag in PREDICATES or (tag == "VBN" and cue.first < cue.head)


def subject_before(features: TokenFeatures, cue: Cue, first: int) -> int | None:
    """Return the first token of the noun phrase right before the cue."""
    a = cue.first
    if a <= first or (features.tags[a - 1] not in PHRASE and features.lowers[a - 1] != ","):
        return None
    mention = features.mention_ending(a - 1)
    if mention is None:
        mention = features.mention_ending(a - 2)
    if mention is not None:
        return mention if mention >= first else None
    return _phrase(features, a - 1, first)


def _phrase(features: TokenFeatures, end: int, first: int) -> int | None:
    """Return the first token of a noun phrase that no mention covers: *the theatre*."""
    i = end
    while i > first and features.tags[i] in NOUNS:
        i -= 1
    while i > first and features.tags[i] in ("ADJ", "NUM"):
        i -= 1
    return i if i < end and features.tags[i] == "DET" and features.tags[end] == "NOUN" else None


def subject_after(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return where the subject after the cue ends, if the clause ends there: *said X.*"""
    start = cue.last + 1
    if start > last or features.tags[start] not in NOUN_LIKE or cue.first != cue.head:
        return None
    end = features.mention_starting(start)
    if end is None or end > last:
        return None
    after = features.shapes[end + 1] if end < last else "."
    return end if after in ENDS or after in features.words.after_subject else None


def has_subject(features: TokenFeatures, cue: Cue, first: int) -> bool:
    """Return whether a subject opens the clause of a cue, or the cue shares one: *X …, and said*."""
    a = cue.first
    if a <= first:
        return False
    if features.tags[a - 1] == "CCONJ" and features.tags[cue.head] in PREDICATES:
        return any(k in features.cues for k in range(max(first, a - SHARED), a))
    if relative_of(features, cue, first) is not None:
        return True
    subject = subject_before(features, cue, first)
    if subject is None:
        return False
    before = subject - 1
    return subject <= first or opens_clause(features, before) or before in features.cues


def opens_clause(features: TokenFeatures, i: int) -> bool:
    """Return whether a subject may follow token *i*: a sign, *and*, *while*."""
    word = features.lowers[i]
    return word in CLAUSE_SIGNS or word in features.words.clause_starts
