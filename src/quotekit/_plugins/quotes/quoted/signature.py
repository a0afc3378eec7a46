"""Signatures: the name under a quotation, *“…” – Ida Moss, mayor* or *“…” [The Quay Post]*."""

from __future__ import annotations

from quotekit._plugins.quotes.quoted.quoted_spans import DASHES, QuotedSpan
from quotekit.document import Document
from quotekit.models import Mention, MentionKind
from quotekit.spans import Span

BRACKETS = {"[": "]", "(": ")"}


def find_signature(document: Document, stretch: QuotedSpan) -> tuple[Span, Mention] | None:
    """Return the sign behind the marks and the name behind it, if the name ends its line."""
    tokens = document.tokens
    i = stretch.closing
    if i + 1 >= len(tokens) or not (stretch.opens_sentence or _begins_line(document, stretch)):
        return None
    sign, last = tokens.texts[i], i
    if sign in DASHES:
        while tokens.texts[last + 1] in DASHES and last + 2 < len(tokens):
            last += 1
    elif sign not in BRACKETS:
        return None
    start = tokens.starts[last + 1]
    for mention in document.mentions_in(start, start + 1):
        behind = tokens.after(mention.span.end)
        ends = behind >= len(tokens) or _ends_line(document, behind)
        closes = not ends and tokens.texts[behind] in (".", ",", BRACKETS.get(sign))
        if mention.kind is MentionKind.NAME and (ends or closes):
            return tokens.span(i, last), mention
    return None


def _begins_line(document: Document, stretch: QuotedSpan) -> bool:
    """Tell whether the marks begin a line, as in a list of voices one below the other."""
    paragraph = document.paragraph_at(stretch.pair.outer.start)
    return paragraph is not None and paragraph.start == stretch.pair.outer.start


def _ends_line(document: Document, i: int) -> bool:
    start = document.tokens.starts[i]
    paragraph = document.paragraph_at(start)
    return paragraph is not None and paragraph.start == start
