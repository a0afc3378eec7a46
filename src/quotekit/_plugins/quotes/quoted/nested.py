"""Quotations inside quotations: what somebody named says in another's words.

*“Then Ida Moss cried, ‘Run!’ and we ran,” he said* holds a quotation of Ida Moss. Where a pronoun or
nobody in particular speaks (*“They ask, ‘Why?’”*), the inner marks are part of the outer words.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.quoted.beside import Beside
from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan, cue_span, inner_stretches
from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind
from quotekit.syntax._cues import Cue


def find_nested(document: Document) -> Iterator[Quote]:
    """Propose the quotations inside others whose cue has a name for its subject."""
    beside = Beside(document)
    for stretch in inner_stretches(document):
        beside.look(stretch)
        cue = stretch.after or stretch.before
        speaker = _speaker(document, stretch, cue) if cue is not None else None
        if cue is not None and speaker is not None:
            yield Quote(
                [stretch.inner],
                QuoteKind.DIRECT,
                mode=cue.row.mode,
                cue=[cue_span(document, cue)],
                source=speaker,
                quoted=[stretch.inner],
                confidence=0.75,
                rule="nested-cue",
                evidence=Evidence.NESTED,
                why=f"“{speaker.span.slice(document.text)}” says it inside another’s words",
            )


def _speaker(document: Document, stretch: QuotedSpan, cue: Cue) -> Mention | None:
    """Return the name right before the cue, or right behind it: *‘…,’ said Ida Moss*."""
    tokens = document.tokens
    first = stretch.closing if cue is stretch.after else stretch.left
    before = document.mentions_in(tokens.starts[first], tokens.starts[cue.first])
    if before:
        mention = before[-1]
    else:
        behind = document.mentions_in(tokens.ends[cue.last], tokens.ends[cue.last] + 2)
        if cue is stretch.before or not behind:
            return None
        mention = behind[0]
    return mention if mention.kind is MentionKind.NAME else None
