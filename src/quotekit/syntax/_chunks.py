"""Chunks: noun phrases without what hangs on them after their head."""

from __future__ import annotations

from typing import NamedTuple

from quotekit.models import MentionKind


class Chunk(NamedTuple):
    """A noun phrase from its first word to its head, in token indices.

    *the old mayor* of *the old mayor of Elm*; a name with its titles; a pronoun.

    Attributes:
        first: Its first token, the determiner included.
        last: Its last token.
        head: The noun or name that it is about.
        kind: Name, nominal or pronoun.
        possessors: The last token of each phrase inside it that possesses what follows: *Moss* in
            *Moss’s mother*.
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    possessors: tuple[int, ...] = ()
