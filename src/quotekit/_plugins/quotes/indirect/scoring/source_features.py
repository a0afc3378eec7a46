"""Features of sources: where a source may end, and where it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotekit._plugins.quotes.indirect.scoring.cue_features import NOMINAL, Key, Option
from quotekit._plugins.quotes.indirect.token_features import (
    NOUNS,
    TokenFeatures,
    bin_count,
    capped,
    cue_key,
)
from quotekit.syntax._cues import Cue

NO_SOURCE = -1
"""What is chosen where the text names no source."""
REACH_LEFT, REACH_RIGHT, LONG = 40, 30, 30
NOUN_HEADS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
NOUN_GOES_ON = frozenset(("NOUN", "PROPN", "POS"))
NO_START = frozenset("PUNCT ADP POS CCONJ SCONJ PART AUX MODAL".split())

Ranges = Sequence[tuple[int, int]]
"""Token ranges, both ends included."""


SOURCE_ENDS = (
    "none, L, R: subject",
    "none, L, R: subject, class, voice",
    "none: class, form, voice; L: gap, class, form; R: gap, class, position",
    "none: lemma, voice; L: gap, position; R: lemma, position",
    "none: word before the cue, class; L: next (2), gap; R: word after the cue, position, voice",
    "none: words around the cue; L: next, tag, mention; R: word after the cue, class, form",
    "none: position, form; L: word; R: next, tag, mention",
    "none: lemma, form; L: verbs, commas, phrases, form; R: next, contents follow, last of the sentence",
    "none: class, word before the cue, form; L: verbs, commas, tag, next; R: tag, position, gap",
    "L: joiners, verbs, tag, form; R: word",
    "L: joiners, next, position; R: verbs, commas, tag, next",
    "L: same quote marks, tag; R: verbs, commas, position, gap",
    "L: phrases, word before the cue, tag, next; R: commas, next (2)",
    "L: voice, gap, class; R: word after the cue, next, commas",
    "L: left, tag, next; R: lemma, form, voice",
    "L: mention, phrases, word before the cue, form; R: mention, commas, next, contents follow",
)
"""What each feature of the end of a source is made of: none, left (L) or right (R) of the cue."""
SOURCE_STARTS = (
    "subject, side",
    "subject, mention, left",
    "left (2), side",
    "left (2), here",
    "left, here, next",
    "length, last tag, side",
    "commas, verbs, joiners, left, tag",
    "commas, verbs, side, here",
    "left tag, tag, last tag",
    "joiners, here, side",
    "class, left, side",
    "mention, side, left",
    "mention, length, joiners",
)
"""What each feature of the start of a source is made of."""


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
    bounds: tuple[int, int],
    contents: Ranges,
    position: str,
    subject: SubjectEnds,
) -> Iterator[Option]:
    """Yield where the source may end: nowhere, before the cue from right to left, after it."""
    first, last = bounds
    yield NO_SOURCE, _none_keys(features, cue, bounds, position, subject)
    yield from _ends_before(features, cue, first, contents, position, subject)
    yield from _ends_after(features, cue, last, contents, position, subject)


def _none_keys(
    features: TokenFeatures,
    cue: Cue,
    bounds: tuple[int, int],
    position: str,
    subject: SubjectEnds,
) -> tuple[Key, ...]:
    """Return the features of a cue whose source the text does not name."""
    first, last = bounds
    shapes = features.shapes
    lemma, kind = cue_key(cue)
    p1 = shapes[cue.first - 1] if cue.first > first else "^"
    n1 = shapes[cue.last + 1] if cue.last < last else "$"
    return (
        ("none", subject.relation),
        ("none", subject.relation, kind, _voice(cue)),
        ("none", kind, cue.form, _voice(cue)),
        ("none", lemma, _voice(cue)),
        ("none", p1, kind),
        ("none", p1, n1),
        ("none", position, cue.form),
        ("none", lemma, cue.form),
        ("none", kind, p1, cue.form),
    )


def _voice(cue: Cue) -> str:
    return "passive" if cue.passive else "active"


def _ends_before(
    features: TokenFeatures,
    cue: Cue,
    first: int,
    contents: Ranges,
    position: str,
    subject: SubjectEnds,
) -> Iterator[Option]:
    phrases = 0
    for e in range(cue.first - 1, max(first, cue.first - REACH_LEFT) - 1, -1):
        if not _closes_phrase(features, cue, e):
            continue
        phrases += 1
        if not _holds(contents, e):
            number = capped(phrases, 5)
            yield e, _left_keys(features, cue, first, e, number, position, subject)


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
    position: str,
    subject: SubjectEnds,
) -> tuple[Key, ...]:
    shapes, tag = features.shapes, features.tags[e]
    kind = cue_key(cue)[1]
    a, form = cue.first, cue.form
    p1 = shapes[a - 1] if a > first else "^"
    r1 = shapes[e + 1] if e + 1 < a else "@"
    r2 = shapes[e + 2] if e + 2 < a else "@"
    gap = bin_count(a - e - 1)
    verbs = capped(features.finite[a] - features.finite[e + 1], 3)
    commas = capped(features.commas[a] - features.commas[e + 1], 3)
    joiners = capped(features.clause_joiners[a] - features.clause_joiners[e + 1], 4)
    mention = "m" if features.ends[e] in features.mention_ends else "-"
    side = "s" if features.in_quotes[e] == features.in_quotes[cue.head] else "d"
    relation = _relation_at(e, subject)
    return (
        ("L", relation),
        ("L", relation, kind, _voice(cue)),
        ("L", gap, kind, form),
        ("L", gap, position),
        ("L", r1, r2, gap),
        ("L", r1, tag, mention),
        ("L", features.word(e)),
        ("L", verbs, commas, number, form),
        ("L", verbs, commas, tag, r1),
        ("L", joiners, verbs, tag, form),
        ("L", joiners, r1, position),
        ("L", side, tag),
        ("L", number, p1, tag, r1),
        ("L", _voice(cue), gap, kind),
        ("L", shapes[e - 1] if e > first else "^", tag, r1),
        ("L", mention, number, p1, form),
    )


def _relation_at(end: int, subject: SubjectEnds) -> str:
    """Return how the subject hangs on its cue, marked where it ends elsewhere."""
    return subject.relation if end == subject.last else f"not {subject.relation}"


def _ends_after(
    features: TokenFeatures,
    cue: Cue,
    last: int,
    contents: Ranges,
    position: str,
    subject: SubjectEnds,
) -> Iterator[Option]:
    tags = features.tags
    z = cue.last
    stop = min([last, z + REACH_RIGHT, *(s - 1 for s, _ in contents if s > z)])
    for e in range(z + 1, stop + 1):
        if tags[e] not in NOMINAL and features.shapes[e] != ")":
            continue
        if e == last or tags[e + 1] not in NOUN_GOES_ON:
            joint = "x" if any(s in (e + 1, e + 2) for s, _ in contents) else "-"
            yield e, _right_keys(features, cue, last, e, joint, position, subject)


def _right_keys(
    features: TokenFeatures,
    cue: Cue,
    last: int,
    e: int,
    joint: str,
    position: str,
    subject: SubjectEnds,
) -> tuple[Key, ...]:
    shapes, tag = features.shapes, features.tags[e]
    lemma, kind = cue_key(cue)
    z, form = cue.last, cue.form
    n1 = shapes[z + 1] if z < last else "$"
    r1 = shapes[e + 1] if e < last else "$"
    r2 = shapes[e + 2] if e + 2 <= last else "$"
    gap = bin_count(e - z - 1)
    commas = capped(features.commas[e] - features.commas[z + 1], 3)
    verbs = capped(features.finite[e] - features.finite[z + 1], 2)
    mention = "m" if features.ends[e] in features.mention_ends else "-"
    relation = _relation_at(e, subject)
    return (
        ("R", relation),
        ("R", relation, kind, _voice(cue)),
        ("R", gap, kind, position),
        ("R", lemma, position),
        ("R", n1, position, _voice(cue)),
        ("R", n1, kind, form),
        ("R", r1, tag, mention),
        ("R", r1, joint, "$" if e == last else ""),
        ("R", tag, position, gap),
        ("R", features.word(e)),
        ("R", verbs, commas, tag, r1),
        ("R", verbs, commas, position, gap),
        ("R", commas, r1, r2),
        ("R", n1, r1, commas),
        ("R", lemma, form, _voice(cue)),
        ("R", mention, commas, r1, joint),
    )


def source_starts(
    features: TokenFeatures,
    cue: Cue,
    end: int,
    first: int,
    contents: Ranges,
    subject: SubjectEnds,
) -> Iterator[Option]:
    """Yield where a source that ends at *end* may begin, from right to left."""
    tags = features.tags
    stop = first if end < cue.first else cue.last + 1
    for i in range(end, max(stop, end - LONG) - 1, -1):
        if _holds(contents, i):
            break
        tag = tags[i]
        left_tag = tags[i - 1] if i > stop else "^"
        if tag in NO_START or left_tag == "POS" or (left_tag == "DET" and tag != "PRON"):
            continue
        yield i, _start_keys(features, cue, i, end, stop, subject)


def _start_keys(
    features: TokenFeatures, cue: Cue, i: int, end: int, stop: int, subject: SubjectEnds
) -> tuple[Key, ...]:
    shapes, tags = features.shapes, features.tags
    kind = cue_key(cue)[1]
    side = "L" if end < cue.first else "R"
    tag, here, end_tag = tags[i], shapes[i], tags[end]
    left = shapes[i - 1] if i > stop else "^"
    left2 = shapes[i - 2] if i - 1 > stop else "^"
    length = bin_count(end - i)
    commas = capped(features.commas[end + 1] - features.commas[i], 3)
    verbs = capped(features.finite[end + 1] - features.finite[i], 2)
    joiners = capped(features.clause_joiners[end + 1] - features.clause_joiners[i], 3)
    mention = "m" if features.starts[i] in features.mention_starts else "-"
    begins = ("s" if i == subject.first else "-") + ("e" if end == subject.last else "-")
    return (
        (begins, side),
        (begins, mention, left),
        (left, left2, side),
        (left, left2, here),
        (left, here, shapes[i + 1] if i < end else "$"),
        (length, end_tag, side),
        (commas, verbs, joiners, left, tag),
        (commas, verbs, side, here),
        (tags[i - 1] if i > stop else "^", tag, end_tag),
        (joiners, here, side),
        (kind, left, side),
        (mention, side, left),
        (mention, length, joiners),
    )


def _holds(contents: Ranges, i: int) -> bool:
    """Return whether token *i* is part of the contents."""
    for first, last in contents:  # noqa: SIM110 - many options are asked for: no generator
        if first <= i <= last:
            return True
    return False
