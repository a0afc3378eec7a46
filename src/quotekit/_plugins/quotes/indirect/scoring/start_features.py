"""Where contents may begin, after the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

from quotekit._plugins.quotes.indirect.scoring.cue_features import Key
from quotekit._plugins.quotes.indirect.scoring.options import Option, Options, shared_by
from quotekit._plugins.quotes.indirect.token_features import (
    NOUNS,
    PHRASE,
    TokenFeatures,
    bin_count,
    capped,
    chunk_shape,
    cue_key,
)
from quotekit.syntax._cues import Cue

FAR = 16
"""How many tokens after the cue contents may begin."""
LONG = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
OPENERS = frozenset("“\"‘`'«„([$#@")
NOUN_PARTS = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "POS"))


STARTS_AFTER = (
    "position → gap",
    "lemma → gap",
    "left, here",
    "lemma → left",
    "class → left, here",
    "state, gap",
    "position → state, left",
    "class → state, gap",
    "word after → gap",
    "position → here, gap",
    "noun passed, left, here",
    "class, shape after the cue, the second → gap",
)
"""What each feature of a start after the cue is made of."""
STARTS_BEFORE = (
    "position → left, here",
    "class, position → left",
    "class, position → length",
    "position → length, left",
    "position → words to the start",
    "position → here",
    "lemma → left",
    "position → left word, quote marks",
    "left words (2), quote marks",
    "left word, here, quote marks",
    "left tag, here, right, quote marks",
)
"""What each feature of a start before the cue is made of."""
_shared_after, _shared_before = shared_by(STARTS_AFTER), shared_by(STARTS_BEFORE)


def _past_agent(features: TokenFeatures, cue: Cue, last: int) -> int:
    """Return the first token after the cue, and after its agent: *was urged by X* [*to go*]."""
    i = cue.last + 1
    by = i <= last and features.lowers[i] in features.words.agents
    if by and cue.form in ("past", "participle"):
        i += 1
        while i <= last and features.tags[i] in PHRASE:
            i += 1
    return i


def starts_after(features: TokenFeatures, cue: Cue, last: int, position: str) -> Options:
    """Return where contents after the cue may begin."""
    lemma, kind = cue_key(cue)
    first, second = chunk_shape(features, cue.last + 1, last, 1, 2)
    known = {
        "position": position,
        "lemma": lemma,
        "class": kind,
        "word after": features.shapes[cue.last + 1] if cue.last < last else "$",
        "shape after the cue": first,
        "the second": second,
    }
    return Options(_shared_after(known), _starts_after(features, cue, last))


def _starts_after(features: TokenFeatures, cue: Cue, last: int) -> Iterator[Option]:
    tags, z = features.tags, cue.last
    for i in range(_past_agent(features, cue, last), min(last, z + FAR) + 1):
        inside = i > z + 1 and tags[i] in NOUNS and tags[i - 1] in NOUN_PARTS
        if not inside and (tags[i] != "PUNCT" or features.shapes[i] in OPENERS):
            yield i, _after_keys(features, cue, i)


def _after_keys(features: TokenFeatures, cue: Cue, i: int) -> tuple[Key, ...]:
    shapes, in_quotes, z = features.shapes, features.in_quotes, cue.last
    here, left, gap = shapes[i], shapes[i - 1], bin_count(i - z - 1)
    edge = (
        ("i" if in_quotes[i - 1] else "o") if in_quotes[i] else "-",
        capped(features.commas[i] - features.commas[z + 1], 3),
        "v" if features.finite[i] > features.finite[z + 1] else "",
        "t" if features.thats[i] > features.thats[z + 1] else "",
    )
    state = intern("".join(edge))
    before, at = left if i > z + 1 else "^", (state, gap)
    return (
        gap,
        gap,
        (left, here),
        before,
        (before, here),
        at,
        (state, left),
        at,
        gap,
        (here, gap),
        ("n" if features.nouns[i] > features.nouns[z + 1] else "", left, here),
        gap,
    )


def starts_before(
    features: TokenFeatures, cue: Cue, end: int, first: int, position: str
) -> Options:
    """Return where contents that end at *end*, before the cue, may begin, from right to left."""
    lemma, kind = cue_key(cue)
    known = {"position": position, "lemma": lemma, "class": kind}
    return Options(_shared_before(known), _starts_before(features, end, first))


def _starts_before(features: TokenFeatures, end: int, first: int) -> Iterator[Option]:
    tags = features.tags
    for i in range(end, max(first, end - LONG) - 1, -1):
        inside = i > first and tags[i] in NOUNS and tags[i - 1] in NOUN_PARTS
        if not inside and (tags[i] != "PUNCT" or features.shapes[i] in OPENERS):
            yield i, _before_keys(features, i, end, first)


def _before_keys(features: TokenFeatures, i: int, end: int, first: int) -> tuple[Key, ...]:
    shapes, in_quotes = features.shapes, features.in_quotes
    here = shapes[i]
    left = shapes[i - 1] if i > first else "^"
    edge = "-"
    if in_quotes[i]:
        edge = "o" if i == first or not in_quotes[i - 1] else "i"
    j1 = features.previous_word[i]
    j2 = features.previous_word[j1]
    word1 = shapes[j1] if j1 >= first else "^"
    word2 = shapes[j2] if j1 > j2 >= first else "^"
    length = bin_count(end - i + 1)
    return (
        (left, here),
        left,
        length,
        (length, left),
        bin_count(i - first),
        here,
        left,
        (word1, edge),
        (word1, word2, edge),
        (word1, here, edge),
        (
            features.tags[j1] if j1 >= first else "^",
            here,
            shapes[i + 1] if i < end else "$",
            edge,
        ),
    )
