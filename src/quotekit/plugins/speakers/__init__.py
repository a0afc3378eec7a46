"""Speakers: from mentions to the persons and organizations behind them."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Quote, Speaker


@hookimpl(trylast=True)
def quotekit_resolve_speakers(
    document: Document, quotes: Sequence[Quote]
) -> Sequence[Speaker] | None:
    """Gather the mentions of one speaker under one canonical name."""
    return None
