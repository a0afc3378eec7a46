"""Selection: which candidates stay, and why the others go.

What a finder vouches for wins over what overlaps it; then whole lines. A quoted span inside a
reported clause is that quotation's *quoted* part, no quotation of its own; what is wholly in quote
marks is direct, whatever a clause reader made of it; a span that nobody says is a title, a term,
a name or scare quotes, and is rejected with that reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.quotes.selection.asserted import outrank
from quotekit._plugins.quotes.selection.consistency import consistent
from quotekit._plugins.quotes.selection.fates import Fates
from quotekit._plugins.quotes.selection.overlaps import IN_MARKS, LINES, Index, takes_in
from quotekit._plugins.quotes.selection.resolve_overlaps import clauses_beside
from quotekit._plugins.quotes.selection.scare import reason_against
from quotekit.document import Document
from quotekit.models import Evidence, Quote, QuoteKind, Selection


def select(document: Document, candidates: Sequence[Quote]) -> Selection:
    """Return what is kept, one reading of each span, and the reasons against the rest."""
    fates = Fates()
    asserted, candidates = outrank(document, candidates, fates)
    lines = [quote for quote in candidates if quote.evidence in LINES]
    others = _beside_lines(candidates, Index(lines), fates)
    marked = [quote for quote in others if quote.evidence in IN_MARKS]
    nested = [quote for quote in others if quote.evidence is Evidence.NESTED]
    clauses = clauses_beside(document, others, marked, fates)
    kept = [*asserted, *lines, *nested, *clauses]
    index = Index(kept)
    for quote in marked:
        taker = next((c for c in index.overlapping(quote.span) if takes_in(c, quote)), None)
        reason = reason_against(document, quote) if taker is None else None
        if taker is not None:
            fates.merge(quote, taker)
        elif reason is not None:
            fates.reject(quote, reason)
        else:
            kept.append(quote)
    kept = consistent(document.text, kept, fates)
    return Selection(kept, fates.settled(kept))


def _beside_lines(candidates: Sequence[Quote], lines: Index, fates: Fates) -> list[Quote]:
    """Return the candidates that no whole line covers."""
    others = []
    for quote in candidates:
        if quote.evidence in LINES:
            continue
        for line in lines.overlapping(quote.span):
            if quote.kind is not QuoteKind.INDIRECT or line.evidence is Evidence.HEADLINE:
                fates.overruled(quote, line)
                break
        else:
            others.append(quote)
    return others
