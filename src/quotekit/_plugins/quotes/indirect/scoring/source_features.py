"""Features of sources: where a source may end, and where it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotekit._plugins.quotes.indirect.scoring.cue_features import NOMINAL, Option
from quotekit._plugins.quotes.indirect.token_features import (
    NOUNS,
    TokenFeatures,
    bin_count,
    capped,
    cue_key,
)
from quotekit.syntax._cues import Cue

NO_SOURCE = -1
"""What is chosen where the text cue_key no source."""
REACH_LEFT, REACH_RIGHT, LONG = 40, 30, 30
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
    shapes = features.shapes
    lemma, kind = cue_key(cue)
    passive = "passive" if cue.passive else "active"
    p1 = shapes[cue.first - 1] if cue.first > first else "^"
    n1 = shapes[cue.last + 1] if cue.last < last else "$"
    yield (
        NO_SOURCE,
        (
            ("none", subject.relation),
            ("none", subject.relation, kind, passive),
            ("none", kind, cue.form, passive),
            ("none", lemma, passive),
            ("none", p1, kind),
            ("none", p1, n1),
            ("none", position, cue.form),
            ("none", lemma, cue.form),
            ("none", kind, p1, cue.form),
        ),
    )
    yield from _ends_before(features, cue, first, contents, position, subject)
    yield from _ends_after(features, cue, last, contents, position, subject)


def _ends_before(
    features: TokenFeatures,
    cue: Cue,
    first: int,
    contents: Ranges,
    position: str,
    subject: SubjectEnds,
) -> Iterator[Option]:
    shapes, tags, in_quotes = features.shapes, features.tags, features.in_quotes
    kind = cue_key(cue)[1]
    a, form = cue.first, cue.form
    pair = in_quotes[cue.head]
    passive = "passive" if cue.passive else "active"
    p1 = shapes[a - 1] if a > first else "^"
    phrases = 0
    for e in range(a - 1, max(first, a - REACH_LEFT) - 1, -1):
        tag, here = tags[e], shapes[e]
        following = tags[e + 1]
        r1 = shapes[e + 1] if e + 1 < a else "@"
        if tag in NOMINAL:
            if following in NOUNS and tag != "PRON" and r1 != "@":
                continue
        elif tag in ("ADJ", "DET"):
            if following in NOUN_HEADS:
                continue
        elif here != ")" and not (here == "," and r1 == "@"):
            continue
        phrases += 1
        if any(s <= e <= x for s, x in contents):
            continue
        g = bin_count(a - e - 1)
        r2 = shapes[e + 2] if e + 2 < a else "@"
        word = features.word(e)
        number = capped(phrases, 5)
        verbs = capped(features.finite[a] - features.finite[e + 1], 3)
        commas = capped(features.commas[a] - features.commas[e + 1], 3)
        clause_joiners = capped(features.clause_joiners[a] - features.clause_joiners[e + 1], 4)
        mention = "m" if features.ends[e] in features.mention_ends else "-"
        side = "s" if in_quotes[e] == pair else "d"
        yield (
            e,
            (
                ("L", _subject_at(e, subject)),
                ("L", _subject_at(e, subject), kind, passive),
                ("L", g, kind, form),
                ("L", g, position),
                ("L", r1, r2, g),
                ("L", r1, tag, mention),
                ("L", word),
                ("L", verbs, commas, number, form),
                ("L", verbs, commas, tag, r1),
                ("L", clause_joiners, verbs, tag, form),
                ("L", clause_joiners, r1, position),
                ("L", side, tag),
                ("L", number, p1, tag, r1),
                ("L", passive, g, kind),
                ("L", shapes[e - 1] if e > first else "^", tag, r1),
                ("L", mention, number, p1, form),
            ),
        )


def _subject_at(end: int, subject: SubjectEnds) -> str:
    """Return how the subject hangs on its cue, marked where it ends elsewhere."""
    return subject.relation if end == subject.last else f"not {subject.relation}"


NOUN_HEADS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


def _ends_after(
    features: TokenFeatures,
    cue: Cue,
    last: int,
    contents: Ranges,
    position: str,
    subject: SubjectEnds,
) -> Iterator[Option]:
    shapes, tags = features.shapes, features.tags
    lemma, kind = cue_key(cue)
    z, form = cue.last, cue.form
    passive = "passive" if cue.passive else "active"
    n1 = shapes[z + 1] if z < last else "$"
    stop = min([last, z + REACH_RIGHT, *(s - 1 for s, _ in contents if s > z)])
    for e in range(z + 1, stop + 1):
        tag = tags[e]
        following = tags[e + 1] if e < last else "$"
        if (tag not in NOMINAL and shapes[e] != ")") or following in ("NOUN", "PROPN", "POS"):
            continue
        g = bin_count(e - z - 1)
        r1 = shapes[e + 1] if e < last else "$"
        r2 = shapes[e + 2] if e + 2 <= last else "$"
        commas = capped(features.commas[e] - features.commas[z + 1], 3)
        verbs = capped(features.finite[e] - features.finite[z + 1], 2)
        joint = "x" if any(s in (e + 1, e + 2) for s, _ in contents) else "-"
        mention = "m" if features.ends[e] in features.mention_ends else "-"
        yield (
            e,
            (
                ("R", _subject_at(e, subject)),
                ("R", _subject_at(e, subject), kind, passive),
                ("R", g, kind, position),
                ("R", lemma, position),
                ("R", n1, position, passive),
                ("R", n1, kind, form),
                ("R", r1, tag, mention),
                ("R", r1, joint, "$" if e == last else ""),
                ("R", tag, position, g),
                ("R", features.word(e)),
                ("R", verbs, commas, tag, r1),
                ("R", verbs, commas, position, g),
                ("R", commas, r1, r2),
                ("R", n1, r1, commas),
                ("R", lemma, form, passive),
                ("R", mention, commas, r1, joint),
            ),
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
    shapes, tags = features.shapes, features.tags
    kind = cue_key(cue)[1]
    side = "L" if end < cue.first else "R"
    stop = first if side == "L" else cue.last + 1
    end_tag = tags[end]
    for i in range(end, max(stop, end - LONG) - 1, -1):
        if any(s <= i <= x for s, x in contents):
            break
        tag, here = tags[i], shapes[i]
        left_tag = tags[i - 1] if i > stop else "^"
        if tag in NO_START or left_tag == "POS" or (left_tag == "DET" and tag != "PRON"):
            continue
        left = shapes[i - 1] if i > stop else "^"
        left2 = shapes[i - 2] if i - 1 > stop else "^"
        n1 = shapes[i + 1] if i < end else "$"
        g = bin_count(end - i)
        commas = capped(features.commas[end + 1] - features.commas[i], 3)
        verbs = capped(features.finite[end + 1] - features.finite[i], 2)
        clause_joiners = capped(features.clause_joiners[end + 1] - features.clause_joiners[i], 3)
        mention = "m" if features.starts[i] in features.mention_starts else "-"
        begins = ("s" if i == subject.first else "-") + ("e" if end == subject.last else "-")
        yield (
            i,
            (
                (begins, side),
                (begins, mention, left),
                (left, left2, side),
                (left, left2, here),
                (left, here, n1),
                (g, end_tag, side),
                (commas, verbs, clause_joiners, left, tag),
                (commas, verbs, side, here),
                (left_tag, tag, end_tag),
                (clause_joiners, here, side),
                (kind, left, side),
                (mention, side, left),
                (mention, g, clause_joiners),
            ),
        )
