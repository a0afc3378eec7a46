"""Where a source may end, before the cue and after it: candidates with their features."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges, holds
from quotekit._plugins.quotes.indirect.scoring.cue_features import NOMINAL, Key
from quotekit._plugins.quotes.indirect.scoring.options import (
    NOTHING,
    REMEMBERED,
    Option,
    Options,
)
from quotekit._plugins.quotes.indirect.token_features import (
    BINNED,
    TokenFeatures,
    cue_key,
    up_to,
)
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import NOUNS

NO_SOURCE: Final = -1
"""What is chosen where the text names no source."""
REACH_LEFT: Final = 40
REACH_RIGHT: Final = 30
UP_TO_2: Final = up_to(2)
UP_TO_3: Final = up_to(3)
UP_TO_4: Final = up_to(4)
UP_TO_5: Final = up_to(5)
NOUN_HEADS: Final = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
NOUN_GOES_ON: Final = frozenset(("NOUN", "PROPN", "POS"))


SOURCE_ENDS: Final = (
    "none: subject; L, R → subject",
    "none: class, voice, subject; L, R: class, voice → subject",
    "none: class, form, voice; L: class, form → gap; R: class, position → gap",
    "none: lemma, voice; L: position → gap; R: lemma, position",
    "none: word before the cue, class; L → next (2), gap; R: word after the cue, position, voice",
    "none: words around the cue; L → next, tag, mention; R: word after the cue, class, form",
    "none: position, form; L → word; R → next, tag, mention",
    "none: lemma, form; L: form → verbs, commas, phrases; R → next, contents follow, last",
    "none: class, word before the cue, form; L → verbs, commas, tag, next; R: position → tag, gap",
    "L: form → joiners, verbs, tag; R → word",
    "L: position → joiners, next; R → verbs, commas, tag, next",
    "L → same quote marks, tag; R: position → verbs, commas, gap",
    "L: word before the cue → phrases, tag, next; R → commas, next (2)",
    "L: class, voice → gap; R: word after the cue → next, commas",
    "L → left, tag, next; R: lemma, form, voice",
    "L: word before the cue, form → mention, phrases; R → mention, commas, next, contents follow",
)
"""What each feature of the end of a source is made of: none, left (L) or right (R) of the cue."""


class SubjectEnds(NamedTuple):
    """Where the grammatical subject of a cue is.

    Attributes:
        first: Its first token; -1 where there is none.
        last: Its last token.
        relation: How it hangs on the cue; ``nobody`` where there is none.
    """

    first: int
    last: int
    relation: str


def source_ends(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    contents: Ranges,
    position: str,
    subject: SubjectEnds,
) -> list[Options]:
    """Return where the source may end: nowhere, before the cue from right to left, after it."""
    first, last = bounds
    shapes = features.shapes
    before = shapes[cue.first - 1] if cue.first > first else "^"
    after = shapes[cue.last + 1] if cue.last < last else "$"
    (lemma, kind), form, voice = cue_key(cue), cue.form, "passive" if cue.passive else "active"
    none = _none_shared(subject.relation, lemma, kind, form, voice, position, before, after)
    left = _left_shared(kind, form, voice, position, before)
    right = _right_shared(lemma, kind, form, voice, position, after)
    return [
        Options(none, [(NO_SOURCE, (NOTHING,) * len(none))]),
        Options(left, _ends_before(features, cue, first, contents, subject)),
        Options(right, _ends_after(features, cue, last, contents, subject)),
    ]


@lru_cache(REMEMBERED)
def _none_shared(
    relation: str,
    lemma: str,
    kind: str,
    form: str,
    voice: str,
    position: str,
    before: str,
    after: str,
) -> tuple[Key, ...]:
    """Return the features of a cue whose source the text does not name: all are shared."""
    return (
        ("none", relation),
        ("none", kind, voice, relation),
        ("none", kind, form, voice),
        ("none", lemma, voice),
        ("none", before, kind),
        ("none", before, after),
        ("none", position, form),
        ("none", lemma, form),
        ("none", kind, before, form),
    )


@lru_cache(REMEMBERED)
def _left_shared(kind: str, form: str, voice: str, position: str, before: str) -> tuple[Key, ...]:
    """Return what the features of all ends before a cue share."""
    return (
        "L",
        ("L", kind, voice),
        ("L", kind, form),
        ("L", position),
        "L",
        "L",
        "L",
        ("L", form),
        "L",
        ("L", form),
        ("L", position),
        "L",
        ("L", before),
        ("L", kind, voice),
        "L",
        ("L", before, form),
    )


@lru_cache(REMEMBERED)
def _right_shared(
    lemma: str, kind: str, form: str, voice: str, position: str, after: str
) -> tuple[Key, ...]:
    """Return what the features of all ends after a cue share."""
    return (
        "R",
        ("R", kind, voice),
        ("R", kind, position),
        ("R", lemma, position),
        ("R", after, position, voice),
        ("R", after, kind, form),
        "R",
        "R",
        ("R", position),
        "R",
        "R",
        ("R", position),
        "R",
        ("R", after),
        ("R", lemma, form, voice),
        "R",
    )


def _ends_before(
    features: TokenFeatures, cue: Cue, first: int, contents: Ranges, subject: SubjectEnds
) -> list[Option]:
    found: list[Option] = []
    phrases = 0
    for e in range(cue.first - 1, max(first, cue.first - REACH_LEFT) - 1, -1):
        if _closes_phrase(features, cue, e):
            phrases += 1
            if not holds(contents, e):
                keys = _left_keys(features, cue, first, e, UP_TO_5[phrases], subject)
                found.append((e, keys))
    return found


def _closes_phrase(features: TokenFeatures, cue: Cue, e: int) -> bool:
    """Return whether the last word of a phrase is *e*, or the sign after it, before a cue."""
    tag, following = features.tags[e], features.tags[e + 1]
    adjoins = e + 1 == cue.first
    if tag in NOMINAL:
        return adjoins or tag == "PRON" or following not in NOUNS
    if tag in ("ADJ", "DET"):
        return following not in NOUN_HEADS
    return features.shapes[e] == ")" or (features.shapes[e] == "," and adjoins)


def _left_keys(
    features: TokenFeatures,
    cue: Cue,
    first: int,
    e: int,
    number: str,
    subject: SubjectEnds,
) -> tuple[Key, ...]:
    shapes, tag, a = features.shapes, features.tags[e], cue.first
    r1 = shapes[e + 1] if e + 1 < a else "@"
    r2 = shapes[e + 2] if e + 2 < a else "@"
    gap, counts = BINNED[a - e - 1], features.tally[a] - features.tally[e + 1]
    verbs, commas = UP_TO_3[counts & 255], UP_TO_3[counts >> 8 & 255]
    joiners = UP_TO_4[counts >> 16 & 255]
    mention = "m" if features.ends[e] in features.mention_ends else "-"
    side = "s" if features.in_quotes[e] == features.in_quotes[cue.head] else "d"
    relation = _relation_at(e, subject)
    return (
        relation,
        relation,
        gap,
        gap,
        (r1, r2, gap),
        (r1, tag, mention),
        features.word(e),
        (verbs, commas, number),
        (verbs, commas, tag, r1),
        (joiners, verbs, tag),
        (joiners, r1),
        (side, tag),
        (number, tag, r1),
        gap,
        (shapes[e - 1] if e > first else "^", tag, r1),
        (mention, number),
    )


def _relation_at(end: int, subject: SubjectEnds) -> str:
    """Return how the subject hangs on its cue, marked where it ends elsewhere."""
    return subject.relation if end == subject.last else f"not {subject.relation}"


def _ends_after(
    features: TokenFeatures, cue: Cue, last: int, contents: Ranges, subject: SubjectEnds
) -> list[Option]:
    found: list[Option] = []
    tags = features.tags
    z = cue.last
    stop = min([last, z + REACH_RIGHT, *(s - 1 for s, _ in contents if s > z)])
    for e in range(z + 1, stop + 1):
        if tags[e] not in NOMINAL and features.shapes[e] != ")":
            continue
        if e == last or tags[e + 1] not in NOUN_GOES_ON:
            joint = "x" if any(s in (e + 1, e + 2) for s, _ in contents) else "-"
            found.append((e, _right_keys(features, cue, last, e, joint, subject)))
    return found


def _right_keys(
    features: TokenFeatures, cue: Cue, last: int, e: int, joint: str, subject: SubjectEnds
) -> tuple[Key, ...]:
    shapes, tag, z = features.shapes, features.tags[e], cue.last
    r1 = shapes[e + 1] if e < last else "$"
    r2 = shapes[e + 2] if e + 2 <= last else "$"
    gap, counts = BINNED[e - z - 1], features.tally[e] - features.tally[z + 1]
    verbs, commas = UP_TO_2[counts & 255], UP_TO_3[counts >> 8 & 255]
    mention = "m" if features.ends[e] in features.mention_ends else "-"
    relation = _relation_at(e, subject)
    return (
        relation,
        relation,
        gap,
        NOTHING,
        NOTHING,
        NOTHING,
        (r1, tag, mention),
        (r1, joint, "$" if e == last else ""),
        (tag, gap),
        features.word(e),
        (verbs, commas, tag, r1),
        (verbs, commas, gap),
        (commas, r1, r2),
        (r1, commas),
        NOTHING,
        (mention, commas, r1, joint),
    )
