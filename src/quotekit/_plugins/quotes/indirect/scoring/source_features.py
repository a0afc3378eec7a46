"""Features of sources: where a source may end, and where it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.scoring.cue_features import NOMINAL, Key
from quotekit._plugins.quotes.indirect.scoring.options import NOTHING, Option, Options, shared_by
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


SOURCE_ENDS = (
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
SOURCE_STARTS = (
    "side → subject",
    "subject, mention, left",
    "side → left (2)",
    "left (2), here",
    "left, here, next",
    "side, last tag → length",
    "commas, verbs, joiners, left, tag",
    "side → commas, verbs, here",
    "last tag → left tag, tag",
    "side → joiners, here",
    "side, class → left",
    "side → mention, left",
    "mention, length, joiners",
)
"""What each feature of the start of a source is made of."""

_shared_starts = shared_by(SOURCE_STARTS)


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
) -> Iterator[Options]:
    """Yield where the source may end: nowhere, before the cue from right to left, after it."""
    first, last = bounds
    none = _none_shared(features, cue, bounds, position, subject)
    yield Options(none, [(NO_SOURCE, (NOTHING,) * len(none))])
    left = _left_shared(features, cue, first, position)
    yield Options(left, _ends_before(features, cue, first, contents, subject))
    right = _right_shared(features, cue, last, position)
    yield Options(right, _ends_after(features, cue, last, contents, subject))


def _none_shared(
    features: TokenFeatures, cue: Cue, bounds: Range, position: str, subject: SubjectEnds
) -> tuple[Key, ...]:
    """Return the features of a cue whose source the text does not name: all are shared."""
    first, last = bounds
    shapes = features.shapes
    lemma, kind = cue_key(cue)
    p1 = shapes[cue.first - 1] if cue.first > first else "^"
    n1 = shapes[cue.last + 1] if cue.last < last else "$"
    return (
        ("none", subject.relation),
        ("none", kind, _voice(cue), subject.relation),
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


def _left_shared(features: TokenFeatures, cue: Cue, first: int, position: str) -> tuple[Key, ...]:
    """Return what the features of all ends before a cue share."""
    kind, form, voice = cue_key(cue)[1], cue.form, _voice(cue)
    before = features.shapes[cue.first - 1] if cue.first > first else "^"
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


def _right_shared(features: TokenFeatures, cue: Cue, last: int, position: str) -> tuple[Key, ...]:
    """Return what the features of all ends after a cue share."""
    (lemma, kind), form, voice = cue_key(cue), cue.form, _voice(cue)
    after = features.shapes[cue.last + 1] if cue.last < last else "$"
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
) -> Iterator[Option]:
    phrases = 0
    for e in range(cue.first - 1, max(first, cue.first - REACH_LEFT) - 1, -1):
        if not _closes_phrase(features, cue, e):
            continue
        phrases += 1
        if not _holds(contents, e):
            number = capped(phrases, 5)
            yield e, _left_keys(features, cue, first, e, number, subject)


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
    gap = bin_count(a - e - 1)
    verbs = capped(features.finite[a] - features.finite[e + 1], 3)
    commas = capped(features.commas[a] - features.commas[e + 1], 3)
    joiners = capped(features.clause_joiners[a] - features.clause_joiners[e + 1], 4)
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
) -> Iterator[Option]:
    tags = features.tags
    z = cue.last
    stop = min([last, z + REACH_RIGHT, *(s - 1 for s, _ in contents if s > z)])
    for e in range(z + 1, stop + 1):
        if tags[e] not in NOMINAL and features.shapes[e] != ")":
            continue
        if e == last or tags[e + 1] not in NOUN_GOES_ON:
            joint = "x" if any(s in (e + 1, e + 2) for s, _ in contents) else "-"
            yield e, _right_keys(features, cue, last, e, joint, subject)


def _right_keys(
    features: TokenFeatures, cue: Cue, last: int, e: int, joint: str, subject: SubjectEnds
) -> tuple[Key, ...]:
    shapes, tag, z = features.shapes, features.tags[e], cue.last
    r1 = shapes[e + 1] if e < last else "$"
    r2 = shapes[e + 2] if e + 2 <= last else "$"
    gap = bin_count(e - z - 1)
    commas = capped(features.commas[e] - features.commas[z + 1], 3)
    verbs = capped(features.finite[e] - features.finite[z + 1], 2)
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


def source_starts(
    features: TokenFeatures,
    cue: Cue,
    end: int,
    first: int,
    contents: Ranges,
    subject: SubjectEnds,
) -> Options:
    """Return where a source that ends at *end* may begin, from right to left."""
    side, stop = ("L", first) if end < cue.first else ("R", cue.last + 1)
    known = {"side": side, "class": cue_key(cue)[1], "last tag": features.tags[end]}
    return Options(_shared_starts(known), _source_starts(features, end, stop, contents, subject))


def _source_starts(
    features: TokenFeatures, end: int, stop: int, contents: Ranges, subject: SubjectEnds
) -> Iterator[Option]:
    tags = features.tags
    for i in range(end, max(stop, end - LONG) - 1, -1):
        if _holds(contents, i):
            break
        tag = tags[i]
        left_tag = tags[i - 1] if i > stop else "^"
        if tag in NO_START or left_tag == "POS" or (left_tag == "DET" and tag != "PRON"):
            continue
        yield i, _start_keys(features, i, end, stop, subject)


def _start_keys(
    features: TokenFeatures, i: int, end: int, stop: int, subject: SubjectEnds
) -> tuple[Key, ...]:
    shapes, tags = features.shapes, features.tags
    tag, here = tags[i], shapes[i]
    left = shapes[i - 1] if i > stop else "^"
    left2 = shapes[i - 2] if i - 1 > stop else "^"
    length = bin_count(end - i)
    commas = capped(features.commas[end + 1] - features.commas[i], 3)
    verbs = capped(features.finite[end + 1] - features.finite[i], 2)
    joiners = capped(features.clause_joiners[end + 1] - features.clause_joiners[i], 3)
    mention = "m" if features.starts[i] in features.mention_starts else "-"
    begins = ("s" if i == subject.first else "-") + ("e" if end == subject.last else "-")
    return (
        begins,
        (begins, mention, left),
        (left, left2),
        (left, left2, here),
        (left, here, shapes[i + 1] if i < end else "$"),
        length,
        (commas, verbs, joiners, left, tag),
        (commas, verbs, here),
        (tags[i - 1] if i > stop else "^", tag),
        (joiners, here),
        left,
        (mention, left),
        (mention, length, joiners),
    )


def _holds(contents: Ranges, i: int) -> bool:
    """Return whether token *i* is part of the contents."""
    for first, last in contents:  # noqa: SIM110 - many options are asked for: no generator
        if first <= i <= last:
            return True
    return False
