"""Clauses: the parts of each sentence between commas, colons, semicolons and dashes outside marks.

Signs alone bound them, in every language alike: *The mayor, who left early, said: no* has four. What a
conjunction opens inside one is for those to say who know its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotekit.spans import Span
from quotekit.syntax._tokens import Tokens

SIGNS: Final = frozenset(",;:–—-")
"""Signs that bound clauses."""
BRACKET: Final = 8
"""A bracket that closes a clause holds no more words."""


@attrs.frozen
class Clause:
    """A part of a sentence, in token indices.

    Attributes:
        first: Its first word.
        last: Its last word; or a closing bracket.
        sentence: Index of its sentence in :attr:`quotekit.Document.sentences`.
        sign: The sign that bounds it on its left: ``,`` ``;`` ``:`` or a dash; ``""`` where it
            begins its sentence.
    """

    first: int
    last: int
    sentence: int
    sign: str = ""


def clauses(
    tokens: Tokens, sentences: Sequence[Span], in_quotes: Sequence[int]
) -> Iterator[Clause]:
    """Yield the clauses of all sentences in text order; a sentence without words has none.

    Args:
        tokens: The tokens.
        sentences: The sentences.
        in_quotes: For each token the pair of marks that holds it, or 0; no sign inside one bounds.
    """
    texts = tokens.texts
    for number, sentence in enumerate(sentences):
        held = tokens.within(sentence.start, sentence.end)
        ends = stripped(tokens, held.start, held.stop - 1)
        if ends is None:
            continue
        start, sign = ends[0], ""
        for i in range(ends[0], ends[1] + 2):
            inside = texts[i] not in SIGNS or in_quotes[i] or _ends_word(tokens, i)
            if inside and i <= ends[1]:
                continue
            part = stripped(tokens, start, i - 1)
            if part is not None:
                yield Clause(*part, number, sign)
            start, sign = i + 1, texts[i]


def _ends_word(tokens: Tokens, i: int) -> bool:
    """Return whether a hyphen ends a word, and bounds no clause: *pre- and post-war*."""
    return tokens.texts[i] == "-" and tokens.starts[i] <= tokens.ends[i - 1]


def stripped(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Return a token range without signs at its ends; ``None`` if nothing is left."""
    texts = tokens.texts
    while first <= last and not texts[first][0].isalnum():
        first += 1
    while last >= first and not texts[last][0].isalnum():
        if texts[last] == ")" and "(" in texts[max(first, last - BRACKET) : last]:
            break
        last -= 1
    return (first, last) if first <= last else None
