"""Selection: which candidates stay, and why the others go.

A stretch in marks inside a reported clause is that quotation's *quoted* part, no quotation of its
own; what stands wholly in marks is direct, whatever a clause reader made of it; a stretch that nobody
says is a title, a term, a name or scare quotes, and goes with that reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.quotes.quoted.nested import NESTED
from quotekit._plugins.quotes.selection.overlaps import MARKED_RULES, Index, takes_in
from quotekit._plugins.quotes.selection.resolve_overlaps import clauses_beside
from quotekit._plugins.quotes.selection.scare import reason_against
from quotekit.document import Document
from quotekit.models import Quote, QuoteKind, Rejected, Selection

WHOLE_RULES = frozenset(("transcript", "headline", "dash-dialogue"))
"""Rules that read a whole line: nothing else in it is taken for a direct quotation."""


def select(document: Document, candidates: Sequence[Quote]) -> Selection:
    """Keep what is speech, one reading of each stretch, and give the reasons for the rest."""
    whole = [quote for quote in candidates if quote.rule in WHOLE_RULES]
    lines = Index(whole)
    others = [q for q in candidates if q.rule not in WHOLE_RULES and not _covered(q, lines)]
    marked = [quote for quote in others if quote.rule in MARKED_RULES]
    nested = [quote for quote in others if quote.rule == NESTED]
    kept = [*whole, *nested, *clauses_beside(document, others, marked)]
    clauses = Index(kept)
    rejected: list[Rejected] = []
    for quote in marked:
        if any(takes_in(clause, quote) for clause in clauses.overlapping(quote.span)):
            continue
        reason = reason_against(document, quote)
        if reason is None:
            kept.append(quote)
        else:
            rejected.append(Rejected(quote, reason))
    return Selection(sorted(kept, key=lambda quote: quote.sort_key), rejected)


def _covered(quote: Quote, lines: Index) -> bool:
    """Tell whether a whole-line quotation stands where this one does."""
    return any(
        quote.kind is not QuoteKind.INDIRECT or line.rule == "headline"
        for line in lines.overlapping(quote.span)
    )
