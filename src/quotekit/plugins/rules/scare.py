"""Scare quotes: reasons why a stretch in marks is no quotation."""

from __future__ import annotations

from quotekit.document import Document
from quotekit.models import Quote
from quotekit.plugins.rules.direct import FRAGMENT

SPEECH_WORDS = 7
"""So many words in marks are speech, even where nothing around them says so."""


def reason_against(document: Document, quote: Quote) -> str | None:
    """Return why a candidate in marks is no quotation, or ``None`` if it may be one."""
    if quote.rule != FRAGMENT:
        return None
    words = sum(len(content.slice(document.text).split()) for content in quote.contents)
    if words >= SPEECH_WORDS:
        return None
    return "scare quotes: part of a sentence that nobody is said to say"
