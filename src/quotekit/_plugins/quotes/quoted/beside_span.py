"""The cue beside any span, whatever its marks: for quotations that plugins find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._plugins.quotes.quoted.beside import Beside
from quotekit._plugins.quotes.quoted.quoted_spans import cue_span, span_between
from quotekit.document import Document
from quotekit.models import Mention
from quotekit.spans import Span
from quotekit.syntax._mark_pairs import MarkPair

MARK_ROOM: Final = 4
"""So many characters beside a quoted span may be the marks of its finder: *#[…]#*."""
SENTENCE_SIGNS: Final = frozenset(".,;:!?…")


def cue_beside(
    document: Document, contents: Sequence[Span]
) -> tuple[tuple[Span, ...], Mention | None]:
    """Return the cue beside the first of some contents, and the source of a signature.

    Args:
        document: The document.
        contents: The contents of one quotation, in text order.
    """
    pairs = [_as_pair(document.text, content) for content in contents]
    before = 0
    for n, pair in enumerate(pairs):
        after = pairs[n + 1].outer.start if n + 1 < len(pairs) else len(document.text)
        quoted = span_between(document, pair, before, after)
        Beside(document).look(quoted)
        cue = quoted.after or quoted.before or quoted.governor or quoted.clause
        if cue is not None:
            return (cue_span(document, cue),), None
        if quoted.signature is not None:
            sign, source = quoted.signature
            return ((sign,) if sign is not None else ()), source
        before = pair.outer.end
    return (), None


def _as_pair(text: str, content: Span) -> MarkPair:
    """Return a quoted span as a pair of marks: what is glued to it on either side, or its own ends."""
    start, end = content.start, content.end
    while start and content.start - start < MARK_ROOM and _may_be_mark(text[start - 1]):
        start -= 1
    while end < len(text) and end - content.end < MARK_ROOM and _may_be_mark(text[end]):
        end += 1
    opening = Span(start, max(content.start, start + 1))
    closing = Span(min(content.end, end - 1), end)
    return MarkPair(opening, closing, content, family="other")


def _may_be_mark(character: str) -> bool:
    return not (character.isalnum() or character.isspace() or character in SENTENCE_SIGNS)
