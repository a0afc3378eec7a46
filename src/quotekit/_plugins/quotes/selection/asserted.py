"""Quotations that a plugin vouches for: they get their cue as a built-in's would, and they win."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

import attrs

from quotekit._plugins.quotes.quoted.beside_span import cue_beside
from quotekit._plugins.quotes.quoted.quoted_spans import quoted_in
from quotekit._plugins.quotes.selection.fates import Fates
from quotekit._plugins.quotes.selection.overlaps import Index
from quotekit.document import Document
from quotekit.models import Evidence, Quote, QuoteKind
from quotekit.spans import Span
from quotekit.syntax._tags import VERBS

HOLDERS: Final = frozenset((Evidence.LINE, Evidence.HEADLINE, Evidence.ASSERTED))
"""What may contain a quotation that a plugin vouches for: it is nested there."""
INNER: Final = frozenset(
    (Evidence.CLAUSE, Evidence.TOPIC, Evidence.CONTINUED, Evidence.FREE, Evidence.NESTED)
)
"""What may be nested in one: somebody's words inside the words of another."""

ALIKE: Final = {True: 0.9, False: 0.5}
"""Readings of the same words share so much of them: whether they are in marks → characters."""

GOVERNING: Final = VERBS | {"VBG", "VBN"}
REACH: Final = 6
"""A clause begins no more tokens after the verb that it hangs on."""


def outrank(
    document: Document, candidates: Sequence[Quote], fates: Fates
) -> tuple[list[Quote], list[Quote]]:
    """Return the asserted quotations, each with its cue, and the candidates that they leave."""
    asserted = [quote for quote in candidates if quote.evidence is Evidence.ASSERTED]
    if not asserted:
        return [], list(candidates)
    kept = _without_rivals(asserted, fates)
    index = Index(kept)
    others = []
    for quote in candidates:
        if quote.evidence is Evidence.ASSERTED:
            continue
        rival = next((q for q in index.overlapping(quote.span) if _rivals(quote, q)), None)
        if rival is None:
            others.append(quote)
        else:
            fates.overruled(quote, rival)
    told = (quote for quote in candidates if quote.cue or quote.source or _goes_on(quote))
    readings = Index(told)
    return [_with_quoted(document, _with_cue(document, quote, readings)) for quote in kept], others


def _without_rivals(asserted: Sequence[Quote], fates: Fates) -> list[Quote]:
    """Return one of several plugins' quotations where they cross: the surest, then the longest."""
    kept: list[Quote] = []
    for quote in sorted(asserted, key=lambda q: (-q.confidence, -len(q.span), q.sort_key)):
        rival = next((q for q in kept if _crosses(q, quote)), None)
        if rival is None:
            kept.append(quote)
        else:
            fates.overruled(quote, rival)
    return sorted(kept, key=lambda q: q.sort_key)


def _crosses(one: Quote, other: Quote) -> bool:
    """Return whether two quotations overlap, and none contains the other."""
    if one.contents == other.contents:
        return True
    if not _shares_words(one, other):
        return False
    return not (_holds(one, other.span) or _holds(other, one.span))


def _rivals(quote: Quote, asserted: Quote) -> bool:
    """Return whether a candidate claims words of an asserted quotation, other than by nesting."""
    if not _shares_words(quote, asserted):
        return False
    if quote.evidence in HOLDERS and _holds(quote, asserted.span):
        return quote.contents == asserted.contents
    inside = quote.evidence in INNER and _holds(asserted, quote.span)
    return not (inside and quote.cue and all(_holds(asserted, cue) for cue in quote.cue))


def _shares_words(one: Quote, other: Quote) -> bool:
    return any(a.overlaps(b) for a in one.contents for b in other.contents)


def _holds(quote: Quote, span: Span) -> bool:
    return any(content.contains(span) for content in quote.contents)


def _goes_on(quote: Quote) -> bool:
    """Return whether a quotation goes on with the report before it, without a cue of its own."""
    return quote.evidence is Evidence.CONTINUED


def _with_cue(document: Document, quote: Quote, readings: Index) -> Quote:
    """Return the quotation with its cue, where its finder gave none.

    That is the cue, and the source, of the candidate that reads the same words, else the cue or the
    signature beside them, else the verb before a clause.
    """
    if quote.cue:
        return quote
    reading = _reading(quote, readings)
    if reading is not None:
        source = quote.source or reading.source
        evidence = reading.evidence if _goes_on(reading) else quote.evidence
        return attrs.evolve(quote, cue=reading.cue, source=source, evidence=evidence)
    cue, source = cue_beside(document, quote.contents)
    if not cue and source is None and quote.kind is not QuoteKind.DIRECT:
        cue = _verb_before(document, quote)
    return attrs.evolve(quote, cue=cue, source=quote.source or source)


def _with_quoted(document: Document, quote: Quote) -> Quote:
    """Return a mixed quotation with what of it is in quote marks, where its finder did not say."""
    if quote.kind is not QuoteKind.MIXED or quote.quoted:
        return quote
    return attrs.evolve(quote, quoted=quoted_in(document, quote.contents))


def _verb_before(document: Document, quote: Quote) -> tuple[Span, ...]:
    """Return the verb that a clause without marks hangs on, listed or not: *they plot* [*to leave*]."""
    tokens, start = document.tokens, quote.contents[0].start
    sentence = document.sentence_at(start)
    opening, first = tokens.after(sentence.start if sentence else 0), tokens.after(start)
    near = range(first - 1, max(opening, first - REACH) - 1, -1)
    found = (i for i in near if document.tags[i] in GOVERNING)
    return tuple(tokens.span(i) for i in islice(found, 1))


def _reading(quote: Quote, readings: Index) -> Quote | None:
    """Return the candidate that shares most with a quotation, if it is like it."""
    shares = {
        other: _share(quote, other)
        for other in readings.overlapping(quote.span)
        if not any(_holds(quote, cue) for cue in other.cue)
    }
    best = max(shares, key=lambda other: (shares[other], other.confidence), default=None)
    least = ALIKE[quote.kind is QuoteKind.DIRECT]
    return None if best is None or shares[best] < least else best


def _share(one: Quote, other: Quote) -> float:
    """Return how much of the words of two quotations both have: 1.0 where their contents agree."""
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.contents
        for b in other.contents
    )
    both = sum(len(span) for quote in (one, other) for span in quote.contents)
    return shared / (both - shared)
