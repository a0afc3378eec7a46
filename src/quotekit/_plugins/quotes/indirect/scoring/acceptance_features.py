"""Features of a reading: is this right, given its contents, its source and the other readings?

What a cue reports shows better than the cue whether it reports anything: *wants the grant* and
*wants to leave*; and of two cues that claim the same words, mostly one is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from quotekit._plugins.quotes.indirect.scoring.cue_features import CUE_FEATURES, Key
from quotekit._plugins.quotes.indirect.scoring.readings import Reading
from quotekit._plugins.quotes.indirect.scoring.relations import Relations
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures, capped, cue_key

ACCEPTANCE_FEATURES: Final = (
    "odds",
    "learned odds",
    "odds, pattern",
    "odds, lemma",
    "odds, class, quote marks",
    "class, length, verbs",
    "class, opening, verbs",
    "lemma, opening",
    "lemma, verbs",
    "class, next",
    "lemma, next",
    "lead of the end, next",
    "lead of the end, class",
    "lead of the end, position, verbs",
    "lead of the start, opening",
    "lead of the start, position, class",
    "first noun, class",
    "first noun",
    "lemma, first noun",
    "first words (2)",
    "class, first word",
    "lemma, first word",
    "last word, next",
    "last tag, next",
    "source, class",
    "source, lemma",
    "source",
    "words to the source, class",
    "odds of the reading around, class",
    "odds of the reading inside, class",
    "readings around, inside, crossing, alike",
    "crossing, odds",
    "alike, odds",
    "class, denied, voice, form",
    "class, auxiliaries",
    "conjunction of the clause, form, opening",
    "subject head, class",
    "position, pattern, class",
    "word before, class",
    "class, gap",
    "class, words to the end",
    "quote marks, class, position",
    "cue before, class",
    "cue after, class",
    "place in the article, class",
    "first of the sentence, form, position",
)
"""What each feature of a reading is made of."""
AUXILIARIES: Final = CUE_FEATURES.index("auxiliaries")
SUBJECT: Final = CUE_FEATURES.index("subject head")
LEFT: Final = CUE_FEATURES.index("word before")
BEFORE: Final = CUE_FEATURES.index("cue before")
AFTER: Final = CUE_FEATURES.index("cue after")
FIFTHS: Final = 5
"""An article has so many parts."""
LENGTHS: Final = (2, 4, 8, 16)
"""Contents with fewer words than these are of one length."""


def acceptance_keys(
    features: TokenFeatures, reading: Reading, likeliest: Sequence[Reading], related: Relations
) -> tuple[Key, ...]:
    """Return the features of a reading among the other readings near it.

    Args:
        features: The document, token by token.
        reading: The reading.
        likeliest: The likeliest reading of each cue of the article.
        related: How the reading stands to them.
    """
    shape = _Shape(features, reading)
    return (
        *_odds_keys(reading),
        *_content_keys(reading, shape),
        *_lead_keys(reading, shape),
        *_word_keys(features, reading, shape),
        *_source_keys(features, reading),
        *_other_keys(reading, likeliest, related),
        *_clause_keys(reading, shape),
        *_place_keys(features, reading),
    )


class _Shape:
    """What contents begin with, how long they are, and what follows them."""

    __slots__ = ("following", "length", "opening", "verbs")

    def __init__(self, features: TokenFeatures, reading: Reading) -> None:
        start, end = reading.main
        shapes = features.shapes
        conjunction = shapes[start - 1] in features.words.complementizers
        self.opening = shapes[start - 1 if conjunction else start]
        self.following = shapes[end + 1] if end < reading.bounds[1] else "$"
        words = sum(last - first + 1 for first, last in reading.contents)
        self.length = str(sum(words >= length for length in LENGTHS))
        finite = features.finite
        self.verbs = capped(sum(finite[b + 1] - finite[a] for a, b in reading.contents), 2)


def _binned(odds: float, parts: int = 1, low: int = -3, high: int = 5) -> str:
    """Return log odds as a word, in so many parts of one."""
    return str(max(low * parts, min(high * parts, round(odds * parts))))


def _lead(lead: float) -> str:
    return str(min(6, int(lead)))


def _odds_keys(reading: Reading) -> tuple[Key, ...]:
    lemma, kind = cue_key(reading.cue)
    coarse = _binned(reading.odds)
    return (
        fine := _binned(reading.odds, 3),
        _binned(reading.learned, 3),
        (fine, reading.pattern),
        (coarse, lemma),
        (coarse, kind, _marks(reading)),
    )


def _marks(reading: Reading) -> str:
    return "quoted" if reading.quoted else "-"


def _content_keys(reading: Reading, shape: _Shape) -> tuple[Key, ...]:
    lemma, kind = cue_key(reading.cue)
    return (
        (kind, shape.length, shape.verbs),
        (kind, shape.opening, shape.verbs),
        (lemma, shape.opening),
        (lemma, shape.verbs),
        (kind, shape.following),
        (lemma, shape.following),
    )


def _lead_keys(reading: Reading, shape: _Shape) -> tuple[Key, ...]:
    """Return how sure the edges are."""
    kind, position = cue_key(reading.cue)[1], reading.position
    start, end = _lead(reading.start_lead), _lead(reading.end_lead)
    return (
        (end, shape.following),
        (end, kind),
        (end, position, shape.verbs),
        (start, shape.opening),
        (start, position, kind),
    )


def _word_keys(features: TokenFeatures, reading: Reading, shape: _Shape) -> tuple[Key, ...]:
    lemma, kind = cue_key(reading.cue)
    start, end = reading.main
    noun = _first_noun(features, start, end)
    first = features.word(start)
    return (
        (noun, kind),
        noun,
        (lemma, noun),
        (first, features.word(start + 1) if start < end else "$"),
        (kind, first),
        (lemma, first),
        (features.word(end), shape.following),
        (features.tags[end], shape.following),
    )


def _first_noun(features: TokenFeatures, start: int, end: int) -> str:
    """Return the head of the first noun phrase: *plan* of *the new tax plan for the pier*."""
    tags = features.tags
    for i in range(start, end + 1):
        if tags[i] == "NOUN" and (i == end or tags[i + 1] != "NOUN"):
            return features.word(i)
    return "-"


def _source_keys(features: TokenFeatures, reading: Reading) -> tuple[Key, ...]:
    lemma, kind = cue_key(reading.cue)
    source, cue = reading.source, reading.cue
    if source is None:
        who = gap = "-"
    else:
        last = source[1]
        tag = features.tags[last]
        who = features.lowers[last] if tag == "PRON" else features.word(last)
        distance = last - cue.first if last < cue.first else source[0] - cue.last
        gap = str(max(-FAR, min(FAR, distance)))
    return (who, kind), (who, lemma), who, (gap, kind)


FAR: Final = 20
"""Sources farther from their cue are one class."""


def _other_keys(
    reading: Reading, likeliest: Sequence[Reading], related: Relations
) -> tuple[Key, ...]:
    """Return how a reading stands to others: in one, around one, or across one."""
    kind = cue_key(reading.cue)[1]
    around, inside = (
        _best([likeliest[n].odds for n in places]) for places in (related.outer, related.inner)
    )
    across = [likeliest[n] for n in related.across]
    crossing = _against(reading, across)
    alike = _against(reading, (other for other in across if _share_edge(reading, other)))
    coarse = _binned(reading.odds)
    return (
        (around, kind),
        (inside, kind),
        (around, inside, crossing, alike),
        (crossing, coarse),
        (alike, coarse),
    )


def _best(odds: Sequence[float]) -> str:
    return _binned(max(odds)) if odds else "-"


def _against(reading: Reading, rivals: Iterable[Reading]) -> str:
    """Return whether the best of some rivals has better odds."""
    odds = [rival.odds for rival in rivals]
    if not odds:
        return "-"
    return "better" if max(odds) > reading.odds else "worse"


def _share_edge(one: Reading, other: Reading) -> bool:
    return one.contents[-1] == other.contents[-1] or one.contents[0] == other.contents[0]


def _clause_keys(reading: Reading, shape: _Shape) -> tuple[Key, ...]:
    cue, keys = reading.cue, reading.keys
    kind = cue_key(cue)[1]
    connective = keys[CONNECTIVE][0]
    denied = "denied" if cue.negated else "-"
    return (
        (kind, denied, "passive" if cue.passive else "active", cue.form),
        (kind, _word(keys[AUXILIARIES])),
        (connective, cue.form, shape.opening),
        (_word(keys[SUBJECT]), kind),
        (reading.position, reading.pattern, kind),
    )


CONNECTIVE: Final = CUE_FEATURES.index("conjunction of the clause, form, shape after (1)")


def _word(key: Key) -> str:
    """Return the only word of a key."""
    return key if isinstance(key, str) else key[0]


def _place_keys(features: TokenFeatures, reading: Reading) -> tuple[Key, ...]:
    """Return where a reading is in its sentence and its article."""
    cue, keys = reading.cue, reading.keys
    kind = cue_key(cue)[1]
    (start, end), (first, last) = reading.main, reading.bounds
    part = str(cue.head * FIFTHS // features.size)
    return (
        (_word(keys[LEFT]), kind),
        (kind, str(min(5, max(-5, start - cue.last)))),
        (kind, str(min(5, last - end))),
        (_marks(reading), kind, reading.position),
        (_word(keys[BEFORE]), kind),
        (_word(keys[AFTER]), kind),
        (part, kind),
        ("first" if cue.first == first else "-", cue.form, reading.position),
    )
