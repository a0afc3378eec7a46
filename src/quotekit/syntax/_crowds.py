"""Crowds: sentences with more cues, or pairs of marks, than language has room for; they report nothing.

A cue needs a source and contents, and marks need somebody who says what they hold. Where every few
words of a sentence are a cue or stand in marks, for dozens of them, the text is a word list, a
counter gone wrong or an attack, and reading each together with all its neighbours would cost twenty
times what prose costs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from quotekit.spans import Span
from quotekit.syntax._cues import Cue
from quotekit.syntax._mark_pairs import MarkPair
from quotekit.syntax._tokens import Tokens

T = TypeVar("T")

MANY: Final = 24
"""A sentence with no more cues, or pairs of marks, than this is never a crowd."""
SPACING: Final = 8
"""So many tokens each cue, or pair of marks, of a sentence must have on average; prose has thirty."""
HUNDREDS: Final = 96
WIDE_SPACING: Final = 16
"""So many words, signs not counted, each must have where a sentence has more than a hundred of them."""


def cues_outside_crowds(
    cues: tuple[Cue, ...], tokens: Tokens, sentences: Iterable[Span]
) -> tuple[Cue, ...]:
    """Return the cues without those of crowds, in text order.

    Args:
        cues: The cues, in text order.
        tokens: The tokens.
        sentences: The sentences, in text order; looked at only where cues are dense.
    """
    return _outside(cues, [cue.head for cue in cues], tokens, sentences)


def marks_outside_crowds(
    pairs: tuple[MarkPair, ...], tokens: Tokens, sentences: Iterable[Span]
) -> tuple[MarkPair, ...]:
    """Return the pairs of marks without those of crowds, in text order.

    Args:
        pairs: Pairs none of which stands in another, in text order.
        tokens: The tokens.
        sentences: The sentences, in text order; looked at only where marks are dense.
    """
    places = [tokens.after(pair.outer.start) for pair in pairs]
    return _outside(pairs, places, tokens, sentences)


def _outside(
    items: tuple[T, ...],
    places: Sequence[int],
    tokens: Tokens,
    sentences: Iterable[Span],
) -> tuple[T, ...]:
    """Return the items, each at the index of a token, without those of sentences too full of them."""
    if len(places) <= HUNDREDS and not _somewhere_dense(places):
        return items
    kept: list[T] = []
    done = 0
    for sentence in sentences:
        words = tokens.within(sentence.start, sentence.end)
        start, end = bisect_left(places, words.start), bisect_left(places, words.stop)
        count = end - start
        if count > MANY and _is_crowd(count, tokens.texts[words.start : words.stop]):
            kept += items[done:start]
            done = end
    return (*kept, *items[done:])


def _is_crowd(count: int, texts: Sequence[str]) -> bool:
    """Return whether a sentence of these tokens is too full of so many items."""
    if count * SPACING >= len(texts):
        return True
    if count <= HUNDREDS:
        return False
    return count * WIDE_SPACING >= sum(text[0].isalnum() for text in texts)


def _somewhere_dense(places: Sequence[int]) -> bool:
    """Return whether many places in a row have few tokens each, in whatever sentence."""
    pairs = zip(places, places[MANY:], strict=False)
    return any(last - first < MANY * SPACING for first, last in pairs)
