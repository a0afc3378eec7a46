"""Where contents may begin, after the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from sys import intern
from typing import Final

from quotekit._plugins.quotes.indirect.scoring.options import Option, Options, shared_by
from quotekit._plugins.quotes.indirect.token_features import (
    BINNED,
    TokenFeatures,
    bin_count,
    chunk_shape,
    cue_key,
    up_to,
)
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import NOUNS, PHRASE

FAR: Final = 16
"""How many tokens after the cue contents may begin."""
LONG: Final = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
OPENERS: Final = frozenset("“\"‘`'«„([$#@")
NOUN_PARTS: Final = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "POS"))


STARTS_AFTER: Final = (
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
STARTS_BEFORE: Final = (
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
STATES: Final = {
    (edge, bool(verb), bool(that)): tuple(intern(f"{edge}{n}{verb}{that}") for n in up_to(3))
    for edge in "-io"
    for verb in ("", "v")
    for that in ("", "t")
}
"""Where marks begin, whether a verb and *that* were passed → how many commas were."""
_shared_after: Final = shared_by(
    STARTS_AFTER,
    ("position", "lemma", "class", "word after", "shape after the cue", "the second"),
)
_shared_before: Final = shared_by(STARTS_BEFORE, ("position", "lemma", "class"))


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
    after = features.shapes[cue.last + 1] if cue.last < last else "$"
    shared = _shared_after(position, lemma, kind, after, first, second)
    return Options(shared, _starts_after(features, cue, last))


def _starts_after(features: TokenFeatures, cue: Cue, last: int) -> list[Option]:
    found: list[Option] = []
    tags, shapes, in_quotes, tally = (
        features.tags,
        features.shapes,
        features.in_quotes,
        features.tally,
    )
    thats, nouns, after = features.thats, features.nouns, cue.last + 1
    tally_before, thats_before, nouns_before = tally[after], thats[after], nouns[after]
    for i in range(_past_agent(features, cue, last), min(last, cue.last + FAR) + 1):
        tag, here, left = tags[i], shapes[i], shapes[i - 1]
        if (
            here not in OPENERS
            if tag == "PUNCT"
            else tag in NOUNS and i > after and tags[i - 1] in NOUN_PARTS
        ):
            continue
        edge = "-"
        if in_quotes[i]:
            edge = "i" if in_quotes[i - 1] else "o"
        counts, gap = tally[i] - tally_before, BINNED[i - after]
        verb, that = counts & 255 > 0, thats[i] > thats_before
        state = STATES[edge, verb, that][counts >> 8 & 255]
        before, at = left if i > after else "^", (state, gap)
        noun = "n" if nouns[i] > nouns_before else ""
        keys = (
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
            (noun, left, here),
            gap,
        )
        found.append((i, keys))
    return found


def starts_before(
    features: TokenFeatures, cue: Cue, end: int, first: int, position: str
) -> Options:
    """Return where contents that end at *end*, before the cue, may begin, from right to left."""
    lemma, kind = cue_key(cue)
    return Options(_shared_before(position, lemma, kind), _starts_before(features, end, first))


def _starts_before(features: TokenFeatures, end: int, first: int) -> list[Option]:
    found: list[Option] = []
    tags, shapes, in_quotes = features.tags, features.shapes, features.in_quotes
    previous_word = features.previous_word
    for i in range(end, max(first, end - LONG) - 1, -1):
        tag, here, left = tags[i], shapes[i], "^"
        if i > first:
            left = shapes[i - 1]
        if (
            here not in OPENERS
            if tag == "PUNCT"
            else tag in NOUNS and i > first and tags[i - 1] in NOUN_PARTS
        ):
            continue
        edge = "-"
        if in_quotes[i]:
            edge = "o" if i == first or not in_quotes[i - 1] else "i"
        j1 = previous_word[i]
        j2 = previous_word[j1]
        word1, tag1 = (shapes[j1], tags[j1]) if j1 >= first else ("^", "^")
        word2 = shapes[j2] if j1 > j2 >= first else "^"
        length = BINNED[end - i + 1]
        keys = (
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
            (tag1, here, shapes[i + 1] if i < end else "$", edge),
        )
        found.append((i, keys))
    return found
