"""Reported clauses beside the stretches in marks: which stay, and what is left of each."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.quotes.quoted.direct import CLAUSE
from quotekit._plugins.quotes.quoted.nested import NESTED
from quotekit._plugins.quotes.selection.boundaries import (
    before_cue,
    joined,
    to_next_act,
    whole,
    with_cue,
)
from quotekit._plugins.quotes.selection.overlaps import (
    MARKED_RULES,
    PARTIAL,
    Index,
    begins_with,
    between,
    cuts,
    goes_around,
    holds,
    is_inner,
    nests,
    stands_alone,
    takes_in,
)
from quotekit.document import Document
from quotekit.models import Quote
from quotekit.spans import Span

BY_MARKS = MARKED_RULES | {CLAUSE, NESTED}
"""Rules that read marks; every other candidate is a reported clause."""


def clauses_beside(
    document: Document, candidates: Sequence[Quote], marked: Sequence[Quote]
) -> list[Quote]:
    """Return the reported clauses that stay beside the stretches in marks."""
    direct = Index(quote for quote in marked if quote.rule not in PARTIAL)
    fragments = Index(quote for quote in marked if quote.rule in PARTIAL and quote.cue)
    kept: list[Quote] = []
    for clause in candidates:
        if clause.rule in BY_MARKS or cuts(document, clause) or is_inner(document, clause):
            continue
        rest = _beside(document, to_next_act(document, clause), direct)
        if rest is not None:
            kept.append(whole(with_cue(rest, fragments), fragments))
    kept = _once(_without_swallowers(kept))
    read = Index(kept)
    instead = [
        clause
        for clause in candidates
        if clause.rule == CLAUSE
        and not any(holds(q, clause.quoted[0]) for q in read.overlapping(clause.quoted[0]))
    ]
    cues = {cue for clause in instead for cue in clause.cue}
    return [*(clause for clause in kept if not cues & set(clause.cue)), *instead]


def _beside(document: Document, clause: Quote, direct: Index) -> Quote | None:
    """Return a reported clause, or what is left of it, beside the direct quotations."""
    for quote in direct.overlapping(clause.span):
        if between(clause, quote):
            continue
        inside = any(content.contains(clause.span) for content in quote.contents)
        if inside and not set(quote.cue) & set(clause.cue):
            continue
        if takes_in(clause, quote) and (
            goes_around(document, clause, quote) or not stands_alone(document, quote)
        ):
            if not (quote.rule == "cue-before" and begins_with(clause, quote)):
                continue
            return None
        longer = joined(clause, quote)
        if longer is not None and not stands_alone(document, quote):
            clause = longer
            continue
        if inside or not nests(clause, quote) or begins_with(clause, quote):
            return None
        if _unparted(document, clause):
            return None
        clause = before_cue(document, clause, quote) or clause
    return clause


def _unparted(document: Document, clause: Quote) -> bool:
    """Return whether no comma is between a clause and its cue: *they sang “…” as he said*."""
    end = clause.contents[-1].end
    before = bool(clause.cue) and end <= clause.cue[0].start
    return before and "," not in document.text[end - 1 : end + 2]


def _once(clauses: Sequence[Quote]) -> list[Quote]:
    """Keep one of several readings with the same contents: one that names its source."""
    best: dict[tuple[Span, ...], Quote] = {}
    for clause in clauses:
        other = best.get(clause.contents)
        if other is None or (clause.source is not None and other.source is None):
            best[clause.contents] = clause
    return list(best.values())


def _without_swallowers(clauses: Sequence[Quote]) -> list[Quote]:
    """Drop a clause that nobody says and that swallowed a shorter one with that one's cue."""
    shortest: dict[int, Quote] = {}
    for clause in clauses:
        start = clause.contents[0].start
        if start not in shortest or clause.span.end < shortest[start].span.end:
            shortest[start] = clause
    return [
        clause
        for clause in clauses
        if clause.source is not None or not nests(clause, shortest[clause.contents[0].start])
    ]
