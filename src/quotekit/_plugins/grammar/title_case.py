"""Verbs of headlines in title case: *Ida Moss Says Pier Is Safe*, where a capital shows no name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._patterns import compiled
from quotekit._plugins.grammar.words import TaggerLexicon
from quotekit.document import Document
from quotekit.syntax._tags import FINITE
from quotekit.syntax._tokens import Tokens

LONGEST: Final = 160
"""A headline is no longer, in characters."""
SMALL_RE: Final = compiled(r"\b(?<![’'])\p{Ll}\w{3,}")
"""A word of four letters or more in small letters: none stands in a title."""
FEWEST: Final = 4
"""A headline has so many words."""
SUBJECTS: Final = frozenset(("PROPN", "NOUN", "NUM"))
FORMS: Final = frozenset(("VBZ", "VBD"))


def tag_titles(document: Document, tags: list[str], words: TaggerLexicon) -> None:
    """Make a verb of one word of each headline in title case that has none.

    The first that can be nothing else: *Moss Defends Quay Fees*; if there is none, the first that
    may be one: *New Poll Shows Wide Gap*.
    """
    text, tokens = document.text, document.tokens
    for line in document.paragraphs:
        if len(line) > LONGEST or SMALL_RE.search(text, line.start, line.end):
            continue
        inside = tokens.within(line.start, line.end)
        if len(inside) < FEWEST or tokens.texts[inside[1]].isupper():
            continue
        verbs = [
            i for i in inside[1:-1] if tags[i] in FINITE or _may_be_verb(tokens, tags, i, words)
        ]
        sure = (i for i in verbs if tags[i] in FINITE or tokens.lowers[i] not in words.nouns)
        verb = next(sure, verbs[0] if verbs else -1)
        if verb > 0 and tags[verb] == "PROPN":
            tags[verb] = words.verbs[tokens.lowers[verb]][0]


def _may_be_verb(tokens: Tokens, tags: Sequence[str], i: int, words: TaggerLexicon) -> bool:
    """Return whether a capitalized word after a noun may be a verb in its third person or past.

    One that is a noun as well is none before a verb, nor before a preposition: *Quay Plans For May*.
    """
    word, following = tokens.lowers[i], tokens.lowers[i + 1]
    if tags[i] != "PROPN" or tags[i - 1] not in SUBJECTS:
        return False
    if words.verbs.get(word, ("",))[0] not in FORMS or word not in words.nouns:
        return words.verbs.get(word, ("",))[0] in FORMS
    return following[0].isalnum() and tags[i + 1] != "ADP" and following not in words.verbs
