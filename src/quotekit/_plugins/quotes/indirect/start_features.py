"""Where contents may begin, behind the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.cue_features import Candidate
from quotekit._plugins.quotes.indirect.token_features import (
    PHRASE,
    TokenFeatures,
    bucket,
    names,
    outline,
)
from quotekit.syntax._cues import Cue

FAR = 16
"""How many tokens behind the cue contents may begin."""
LONG = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
OPENERS = frozenset("“\"‘`'«„([$#@")
NOUNS = frozenset(("NOUN", "PROPN"))
NOUN_PARTS = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "POS"))


def _past_agent(scene: TokenFeatures, cue: Cue, last: int) -> int:
    """Return the first token behind the cue, and behind its agent: *was urged by X* [*to go*]."""
    i = cue.last + 1
    if i <= last and scene.lowers[i] == "by" and cue.form in ("past", "participle"):
        i += 1
        while i <= last and scene.tags[i] in PHRASE:
            i += 1
    return i


def starts_behind(scene: TokenFeatures, cue: Cue, last: int, frame: str) -> Iterator[Candidate]:
    """Yield where contents behind the cue may begin."""
    shapes, tags, inside = scene.shapes, scene.tags, scene.inside
    lemma, kind = names(cue)
    z = cue.last
    lead = shapes[z + 1] if z < last else "$"
    o1, o2 = outline(scene, z + 1, last, 1, 2)
    for i in range(_past_agent(scene, cue, last), min(last, z + FAR) + 1):
        here, left, gap = shapes[i], shapes[i - 1], i - z - 1
        if tags[i] == "PUNCT":
            if here not in OPENERS:
                continue
        elif gap and tags[i] in NOUNS and tags[i - 1] in NOUN_PARTS:
            continue
        g = bucket(gap)
        edge = (
            ("i" if inside[i - 1] else "o") if inside[i] else "-",
            str(min(scene.commas[i] - scene.commas[z + 1], 3)),
            "v" if scene.finite[i] > scene.finite[z + 1] else "",
            "t" if scene.thats[i] > scene.thats[z + 1] else "",
        )
        state = "".join(edge)
        before = left if gap else "^"
        noun = "n" if scene.nouns[i] > scene.nouns[z + 1] else ""
        yield (
            i,
            (
                (g, frame),
                (lemma, g),
                (left, here),
                (lemma, before),
                (kind, before, here),
                (state, g),
                (state, left, frame),
                (state, kind, g),
                (lead, g),
                (frame, here, g),
                (noun, left, here),
                (kind, o1, o2, g),
            ),
        )


def starts_before(
    scene: TokenFeatures, cue: Cue, end: int, first: int, frame: str
) -> Iterator[Candidate]:
    """Yield where contents that end at *end*, before the cue, may begin, from right to left."""
    shapes, tags, inside = scene.shapes, scene.tags, scene.inside
    lemma, kind = names(cue)
    for i in range(end, max(first, end - LONG) - 1, -1):
        tag, here = tags[i], shapes[i]
        initial = i == first
        left_tag = "^" if initial else tags[i - 1]
        if tag == "PUNCT":
            if here not in OPENERS:
                continue
        elif tag in NOUNS and left_tag in NOUN_PARTS:
            continue
        left = "^" if initial else shapes[i - 1]
        n1 = shapes[i + 1] if i < end else "$"
        edge = "-"
        if inside[i]:
            edge = "o" if initial or not inside[i - 1] else "i"
        j1 = scene.ahead[i]
        j2 = scene.ahead[j1]
        word1 = shapes[j1] if j1 >= first else "^"
        word2 = shapes[j2] if j1 > j2 >= first else "^"
        length = bucket(end - i + 1)
        yield (
            i,
            (
                (left, here, frame),
                (left, kind, frame),
                (length, frame, kind),
                (length, left, frame),
                (bucket(i - first), frame),
                (here, frame),
                (lemma, left),
                (word1, edge, frame),
                (word1, word2, edge),
                (word1, here, edge),
                (tags[j1] if j1 >= first else "^", here, n1, edge),
            ),
        )
