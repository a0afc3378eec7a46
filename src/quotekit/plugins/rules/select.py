"""Selection: which candidates stay, and why the others go.

A stretch in marks inside a reported clause is that quotation's *quoted* part, no quotation of its own;
what stands wholly in marks is direct, whatever a clause reader made of it; a stretch that nobody says is
a title, a term, a name or scare quotes, and goes with that reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.document import Document
from quotekit.models import Quote, QuoteKind, Rejected, Selection
from quotekit.plugins.rules.direct import FRAGMENT
from quotekit.plugins.rules.scare import reason_against

MARKED_RULES = frozenset(("cue-after", "cue-before", "colon", "block", "dash", FRAGMENT))
WHOLE_RULES = frozenset(("transcript", "headline", "dash-dialogue"))
"""Rules that read a whole line: nothing else in it is taken for a direct quotation."""


def select(document: Document, candidates: Sequence[Quote]) -> Selection:
    """Keep what is speech, one reading of each stretch, and give the reasons for the rest."""
    whole = [quote for quote in candidates if quote.rule in WHOLE_RULES]
    others = [q for q in candidates if q.rule not in WHOLE_RULES and not _covered(q, whole)]
    marked = [quote for quote in others if quote.rule in MARKED_RULES]
    clauses = [quote for quote in others if quote.rule not in MARKED_RULES]
    kept = [*whole, *_outside(clauses, marked)]
    rejected: list[Rejected] = []
    for quote in marked:
        if any(_takes_in(clause, quote) for clause in kept):
            continue
        reason = reason_against(document, quote)
        if reason is None:
            kept.append(quote)
        else:
            rejected.append(Rejected(quote, reason))
    return Selection(sorted(kept, key=lambda quote: quote.sort_key), rejected)


def _covered(quote: Quote, whole: Sequence[Quote]) -> bool:
    """Tell whether a whole-line quotation stands where this one does."""
    if quote.kind is QuoteKind.INDIRECT and not any(h.rule == "headline" for h in whole):
        return False
    return any(holder.span.overlaps(quote.span) for holder in whole)


def _outside(clauses: Sequence[Quote], marked: Sequence[Quote]) -> list[Quote]:
    """Return the reported clauses that do not compete with a direct quotation."""
    direct = [quote for quote in marked if quote.rule != FRAGMENT]
    return [clause for clause in clauses if not any(_beats(quote, clause) for quote in direct)]


def _beats(direct: Quote, clause: Quote) -> bool:
    """Tell whether a direct quotation leaves no room for a reported clause."""
    if not direct.span.overlaps(clause.span):
        return False
    if any(content.contains(clause.span) for content in direct.contents):
        return bool(set(direct.cue) & set(clause.cue))
    if clause.kind is QuoteKind.INDIRECT:
        return any(c.overlaps(d) for c in clause.contents for d in direct.contents)
    return not _takes_in(clause, direct)


def _takes_in(clause: Quote, marked: Quote) -> bool:
    """Tell whether a reported clause holds a marked quotation as its quoted part."""
    if clause.kind is not QuoteKind.MIXED:
        return False
    return all(any(c.contains(m) for c in clause.contents) for m in marked.contents)
