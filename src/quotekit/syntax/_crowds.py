"""Crowds: sentences with more cues than language has room for; they report nothing.

A cue needs a source and contents. Where every few words of a sentence are a cue, for dozens of
them, the text is a word list, a counter gone wrong or an attack, and reading each cue together with
all its neighbours would cost twenty times what prose costs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from quotekit.spans import Span
from quotekit.syntax._cues import Cue
from quotekit.syntax._tokens import Tokens

MANY = 24
"""A sentence with no more cues than this is never a crowd."""
SPACING = 5
"""So many words each cue of a sentence must have on average; prose has thirty."""


def outside_crowds(
    cues: tuple[Cue, ...], tokens: Tokens, sentences: Iterable[Span]
) -> tuple[Cue, ...]:
    """Return the cues without those of crowds, in text order.

    Args:
        cues: The cues, in text order.
        tokens: The tokens.
        sentences: The sentences, in text order; looked at only where cues are dense.
    """
    if not any(
        last.head - first.head < MANY * SPACING
        for first, last in zip(cues, cues[MANY:], strict=False)
    ):
        return cues
    heads = [cue.head for cue in cues]
    kept: list[Cue] = []
    done = 0
    for sentence in sentences:
        words = tokens.within(sentence.start, sentence.end)
        start, end = bisect_left(heads, words.start), bisect_left(heads, words.stop)
        if end - start > MANY and (end - start) * SPACING >= len(words):
            kept += cues[done:start]
            done = end
    return (*kept, *cues[done:])
