"""Quotations inside quotations: what somebody named says in another's words.

*“Then Ida Moss cried, ‘Run!’ and we ran,” he said* holds a quotation of Ida Moss. Where a pronoun or
nobody in particular speaks (*“They ask, ‘Why?’”*), the inner marks are part of the outer words.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.quoted.beside import Beside
from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan, cue_span, inner_quoted_spans
from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind
from quotekit.syntax._cues import Cue


def find_nested(document: Document) -> Iterator[Quote]:
    """Propose the quotations inside others whose cue has a name for its subject."""
    beside = Beside(document)
    for quoted in inner_quoted_spans(document):
        beside.look(quoted)
        cue = quoted.after or quoted.before
        speaker = _speaker(document, quoted, cue) if cue is not None else None
        if cue is not None and speaker is not None:
            yield Quote(
                [quoted.inner],
                QuoteKind.DIRECT,
                mode=cue.row.mode,
                cue=[cue_span(document, cue)],
                source=speaker,
                quoted=[quoted.inner],
                confidence=0.75,
                rule="nested-cue",
                evidence=Evidence.NESTED,
                why=f"“{speaker.span.slice(document.text)}” says it inside another’s words",
            )


def _speaker(document: Document, quoted: QuotedSpan, cue: Cue) -> Mention | None:
    """Return the name right before the cue, or right after it: *‘…,’ said Ida Moss*."""
    tokens = document.tokens
    first = quoted.closing if cue is quoted.after else quoted.left
    before = document.mentions_in(tokens.starts[first], tokens.starts[cue.first])
    if before:
        mention = before[-1]
    else:
        following = document.mentions_in(tokens.ends[cue.last], tokens.ends[cue.last] + 2)
        if cue is quoted.before or not following:
            return None
        mention = following[0]
    return mention if mention.kind is MentionKind.NAME else None
