"""Selection: which candidates stay, and why the others go."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.document import Document
from quotekit.models import Quote, Rejected, Selection
from quotekit.plugins.rules.direct import FRAGMENT


def select(document: Document, candidates: Sequence[Quote]) -> Selection:
    """Keep what is speech, one reading of each stretch, and give the reasons for the rest."""
    kept: list[Quote] = []
    rejected: list[Rejected] = []
    for quote in candidates:
        if quote.rule == FRAGMENT and len(quote.contents[0].slice(document.text).split()) < 7:
            rejected.append(Rejected(quote, "scare quotes: part of a sentence without a cue"))
        else:
            kept.append(quote)
    return Selection(kept, rejected)
