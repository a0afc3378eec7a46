"""A mention under construction, in token indices."""

from __future__ import annotations

from quotekit._plugins.mentions.names import Parts
from quotekit.models import MentionKind


class MentionDraft:
    """First and last token, kind, and what it is made of."""

    __slots__ = ("first", "kind", "last", "parts")

    def __init__(self, first: int, last: int, kind: MentionKind, parts: Parts) -> None:
        self.first = first
        self.last = last
        self.kind = kind
        self.parts = parts
