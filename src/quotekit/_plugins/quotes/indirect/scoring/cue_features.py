"""Features of a cue: does it report something here, and on which side do its contents stand?"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import PatternMatch
from quotekit._plugins.quotes.indirect.token_features import (
    TokenFeatures,
    bin_count,
    chunk_shape,
    clause,
    cue_key,
)
from quotekit.syntax._cues import Cue

Key = str | tuple[str, ...]

NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
OBJECT_PARTS: Final = frozenset(("DET", "ADJ", "POS", "NUM", "NOUN"))


CUE_FEATURES: Final = (
    "lemma",
    "lemma, form",
    "class, form, voice",
    "lemma, subject",
    "subject head",
    "class, subject head",
    "auxiliaries",
    "class, auxiliaries",
    "in or out of quote marks, class",
    "in or out of quote marks, subject head",
    "distance to quote marks after",
    "distance to quote marks after, class",
    "distance to quote marks before",
    "distance to quote marks before, class",
    "distance to quote marks before, after, words to the end",
    "distance to that",
    "distance to that, lemma",
    "words to the start",
    "cue before",
    "cue after",
    "class, cue before",
    "lemma, object head",
    "object head",
    "word before",
    "form, word after, subject",
    "lemma, shape after (2)",
    "shape after (4)",
    "class, shape before (2)",
    "shape before (3)",
    "conjunction of the clause, form, shape after (1)",
    "pattern, class",
    "pattern, lemma",
    "pattern, in or out of quote marks, subject",
    "pattern, conjunction of the clause",
)
"""What each feature of a cue is made of."""


def cue_keys(
    features: TokenFeatures,
    cue: Cue,
    bounds: tuple[int, int],
    neighbours: tuple[Cue | None, Cue | None],
    match: PatternMatch | None,
) -> tuple[Key, ...]:
    """Return the features of a cue in its sentence, with the cues before and after it.

    Args:
        features: The features.
        cue: The cue.
        bounds: First and last token of its sentence.
        neighbours: The cues before and after it.
        match: The pattern that it matches.
    """
    first = bounds[0]
    subject, head = _subject(features, cue.first - 1, first)
    side = "in" if features.in_quotes[cue.head] else "out"
    connective = clause(features, cue, first)
    return (
        *_verb_keys(features, cue, subject, head),
        *_mark_keys(features, cue, bounds, side, head),
        *_sentence_keys(features, cue, bounds, neighbours),
        *_phrase_keys(features, cue, bounds, subject, connective),
        *_pattern_keys(cue, match, side, subject, connective),
    )


def _verb_keys(features: TokenFeatures, cue: Cue, subject: str, head: str) -> tuple[Key, ...]:
    """Return the features of the verb group and its subject."""
    lemma, kind = cue_key(cue)
    aux = " ".join([features.word(i) for i in range(cue.first, cue.head)])
    return (
        lemma,
        (lemma, cue.form),
        (kind, cue.form, "passive" if cue.passive else "active"),
        (lemma, subject),
        head,
        (kind, head),
        aux,
        (kind, aux),
    )


def _mark_keys(
    features: TokenFeatures, cue: Cue, bounds: tuple[int, int], side: str, head: str
) -> tuple[Key, ...]:
    """Return the features of the quote marks around a cue."""
    first, last = bounds
    kind = cue_key(cue)[1]
    after = _marks_after(features, cue.last, last) if side == "out" else "none"
    before = _marks_before(features, cue.first, first) if side == "out" else "none"
    return (
        (side, kind),
        (side, head),
        after,
        (after, kind),
        before,
        (before, kind),
        (before, after, bin_count(last - cue.last)),
    )


def _sentence_keys(
    features: TokenFeatures,
    cue: Cue,
    bounds: tuple[int, int],
    neighbours: tuple[Cue | None, Cue | None],
) -> tuple[Key, ...]:
    """Return the features of a cue's place in its sentence: *that*, its start, other cues."""
    first, last = bounds
    before, after = neighbours
    lemma, kind = cue_key(cue)
    a, z = cue.first, cue.last
    that = _that(features, z, last)
    previous = _neighbour(before, a - before.last - 1, before.head >= first) if before else "-"
    following = _neighbour(after, after.first - z - 1, after.head <= last) if after else "-"
    return (
        that,
        (that, lemma),
        bin_count(a - first),
        previous,
        following,
        (kind, previous),
    )


def _phrase_keys(
    features: TokenFeatures, cue: Cue, bounds: tuple[int, int], subject: str, connective: str
) -> tuple[Key, ...]:
    """Return the features of the phrases around a cue."""
    first, last = bounds
    lemma, kind = cue_key(cue)
    a, z = cue.first, cue.last
    thing = _object(features, z + 1, last)
    after = chunk_shape(features, z + 1, last, 1, 4)
    before = chunk_shape(features, a - 1, first, -1, 3)
    return (
        (lemma, thing),
        thing,
        features.word(a - 1) if a > first else "^",
        (cue.form, features.shapes[z + 1] if z < last else "$", subject),
        (lemma, *after[:2]),
        after,
        (kind, *before[:2]),
        before,
        (connective, cue.form, after[0]),
    )


def _pattern_keys(
    cue: Cue, match: PatternMatch | None, side: str, subject: str, connective: str
) -> tuple[Key, ...]:
    """Return the features of the pattern that a cue matches."""
    lemma, kind = cue_key(cue)
    shown = match.name if match else "-"
    return ((shown, kind), (shown, lemma), (shown, side, subject), (shown, connective))


def _subject(features: TokenFeatures, j: int, first: int) -> tuple[str, str]:
    """Return what sort of word stands before the verb group, and the word where it is a noun."""
    if j < first:
        return "^", ""
    tag = features.tags[j]
    if tag in NOMINAL:
        head = features.word(j)
        return (head if tag == "PRON" else tag), head
    if features.lowers[j] == ",":
        named = j == first or features.tags[j - 1] == "PROPN"
        return ",", "PROPN" if named else features.word(j - 1)
    return features.shapes[j], ""


def _object(features: TokenFeatures, k: int, last: int) -> str:
    """Return the head noun of the phrase after the cue."""
    tags = features.tags
    for i in range(k, min(last, k + 4) + 1):
        tag = tags[i]
        if tag == "NOUN" and (i == last or tags[i + 1] != "NOUN"):
            return features.word(i)
        if tag in ("PROPN", "PRON"):
            return tag
        if tag not in OBJECT_PARTS:
            break
    return ""


def _marks_after(features: TokenFeatures, z: int, last: int) -> str:
    if features.quoted[min(last, z + 30) + 1] > features.quoted[z + 1]:
        for k in range(z + 1, min(last, z + 30) + 1):
            if features.in_quotes[k]:
                return bin_count(k - z - 1)
    return "none"


def _marks_before(features: TokenFeatures, a: int, first: int) -> str:
    if features.quoted[a] > features.quoted[max(first, a - 25)]:
        for k in range(a - 1, max(first, a - 25) - 1, -1):
            if features.in_quotes[k]:
                return bin_count(a - k - 1)
    return "none"


def _that(features: TokenFeatures, z: int, last: int) -> str:
    """Return how far after the cue *that* stands, before any comma or verb."""
    if features.thats[min(last, z + 10) + 1] == features.thats[z + 1]:
        return "-"
    for k in range(z + 1, min(last, z + 10) + 1):
        if features.is_that[k]:
            return bin_count(k - z - 1)
        if features.tags[k] in ("PUNCT", "VBD", "VBZ"):
            break
    return "-"


def _neighbour(cue: Cue, gap: int, near: bool) -> str:
    return cue.row.cue_class + bin_count(max(gap, 0)) if near else "-"
