"""Attribution: from a quotation to its source mention, by cue syntax first, then by discourse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._plugins.attribution.discourse import discourse_source, null_subject
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Attribution, Evidence, Quote, QuoteKind
from quotekit.syntax import Subject

AS_FOUND: Final = 0.88
"""Of the quotations whose finder was surest of itself, so many are right in annotated news."""
CLAUSAL: Final = frozenset((Evidence.CLAUSE, Evidence.TOPIC))
"""Evidence of what a cue reports in its own sentence."""


@hookimpl(trylast=True)
def quotekit_attribute_quote(
    document: Document, quote: Quote, earlier: Sequence[Quote]
) -> Attribution | None:
    """Name the source of a quotation."""
    found = _attributed(document, quote, earlier)
    if found.source is not None and any(map(found.source.span.overlaps, quote.contents)):
        return _NOBODY
    return found


def _attributed(document: Document, quote: Quote, earlier: Sequence[Quote]) -> Attribution:
    if quote.source is not None:
        return Attribution(quote.source, min(quote.confidence, AS_FOUND), "as-found", "")
    if quote.evidence is Evidence.CONTINUED:
        return _carried(document, quote, earlier)
    if quote.kind is QuoteKind.INDIRECT and quote.evidence in CLAUSAL:  # nobody is named
        before = null_subject(document, quote, earlier)
        if before is not None:
            return _answer(document, before)
        confidence = min(quote.confidence, AS_FOUND)
        return Attribution(None, confidence, "unnamed", "no one is said to say it")
    cue = document.cue_of(quote)
    asserted = quote.evidence is Evidence.ASSERTED and quote.kind is not QuoteKind.DIRECT
    mixed = asserted and quote.kind is QuoteKind.MIXED
    found = document.subject_of(cue, quote.contents) if cue is not None else None
    if found is None and (quote.kind is QuoteKind.DIRECT or (mixed and cue is None)):
        found = discourse_source(document, quote, earlier)
    if found is None and (quote.evidence in CLAUSAL or asserted):
        found = null_subject(document, quote, earlier)
    return _NOBODY if found is None else _answer(document, found)


def _answer(document: Document, found: Subject) -> Attribution:
    named = found.mention.span.slice(document.text)
    return Attribution(
        found.mention, found.confidence, found.relation, _WHY[found.relation].format(source=named)
    )


def _carried(document: Document, quote: Quote, earlier: Sequence[Quote]) -> Attribution:
    """Name the one whose report a sentence in the subjunctive goes on with."""
    paragraph = document.paragraph_at(quote.contents[0].start)
    for other in reversed(earlier):
        if paragraph is None or other.contents[0].start < paragraph.start:
            break
        if other.source is not None and other.contents[-1].end <= quote.contents[0].start:
            named = other.source.span.slice(document.text)
            return Attribution(other.source, 0.7, "carried", _WHY["carried"].format(source=named))
    return _NOBODY


_NOBODY: Final = Attribution(None, 0.3, "unknown", "no speaker in reach")
_WHY: Final = {
    "carried": "“{source}” makes the report that goes on here",
    "inverted": "“{source}” follows the cue",
    "subject": "“{source}” is the subject of the cue",
    "subject-after": "“{source}” follows the cue",
    "leading-subject": "“{source}” is the first subject of the cue’s clause",
    "shared-subject": "“{source}” is the subject of the verb that the cue is joined to",
    "participle": "“{source}” is the subject of the verb that the participle hangs on",
    "according-to": "“{source}” follows the cue",
    "quoted": "“{source}” is the one whose words are passed on",
    "own-words": "the cue says “{source}”",
    "possessive": "“{source}” owns the noun that reports",
    "agent-of-noun": "“{source}” comes after the noun that reports",
    "subject-of-noun": "“{source}” is the subject beside the noun that reports",
    "agent": "“{source}” is the agent of the passive cue",
    "own-sentence": "“{source}” is the subject of the sentence with the marks",
    "colon": "“{source}” stands before the colon",
    "same-paragraph": "“{source}” speaks before it in the same paragraph",
    "runs-on": "“{source}” speaks in the paragraph before, and no other speaker comes between",
    "null-subject": "the verb has no subject, and “{source}” is the last one before it that agrees",
    "action-beat": "“{source}” acts right after the words",
    "sentence-before": "“{source}” is the subject of the sentence before",
}
