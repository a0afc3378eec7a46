"""Reported clauses beside the quoted spans: which stay, and what is left of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._plugins.quotes.selection.boundaries import (
    before_cue,
    joined,
    to_next_act,
    whole,
    with_cue,
    with_marks,
)
from quotekit._plugins.quotes.selection.fates import Fates
from quotekit._plugins.quotes.selection.overlaps import (
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
    verb_precedes,
)
from quotekit.document import Document
from quotekit.models import Evidence, Quote
from quotekit.spans import Span

REPORTED: Final = frozenset((Evidence.CLAUSE, Evidence.TOPIC, Evidence.CONTINUED, Evidence.FREE))
"""Evidence of reported clauses."""
Reading = tuple[Quote, Quote]
"""A candidate as it was proposed, and what is left of it beside the others."""


def clauses_beside(
    document: Document, candidates: Sequence[Quote], marked: Sequence[Quote], fates: Fates
) -> list[Quote]:
    """Return the reported clauses that stay beside the quoted spans."""
    direct = Index(quote for quote in marked if quote.evidence not in PARTIAL)
    fragments = Index(quote for quote in marked if quote.evidence in PARTIAL and quote.cue)
    readings: list[Reading] = []
    for clause in candidates:
        if clause.evidence not in REPORTED:
            continue
        if cuts(document, clause) or is_inner(document, clause):
            fates.reject(clause, "begins or ends inside quote marks")
            continue
        rest = _beside(document, to_next_act(document, clause), direct, fates, clause)
        if rest is not None:
            reading = whole(with_cue(rest, fragments), fragments)
            readings.append((clause, with_marks(document, reading)))
    readings = _once(_without_swallowers(readings, fates), fates)
    return _with_enclosing(document, candidates, readings, fates)


def _with_enclosing(
    document: Document, candidates: Sequence[Quote], readings: Sequence[Reading], fates: Fates
) -> list[Quote]:
    """Add the clauses around fragments that no clause reader saw, in place of those of their cue."""
    read = Index(reading for _, reading in readings)
    instead: list[Quote] = []
    for clause in candidates:
        if clause.evidence is not Evidence.ENCLOSING:
            continue
        taker = _holder(read, clause.quoted[0])
        if taker is None:
            instead.append(with_marks(document, clause))
        else:
            fates.merge(clause, taker)
    by_cue = {cue: clause for clause in instead for cue in clause.cue}
    kept = []
    for proposed, reading in readings:
        rival = next((by_cue[cue] for cue in reading.cue if cue in by_cue), None)
        if rival is None:
            kept.append(reading)
        else:
            fates.overruled(proposed, rival)
    return [*kept, *instead]


def _holder(index: Index, span: Span) -> Quote | None:
    return next((q for q in index.overlapping(span) if holds(q, span)), None)


def _beside(
    document: Document, clause: Quote, direct: Index, fates: Fates, proposed: Quote
) -> Quote | None:
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
            if not (verb_precedes(document, quote) and begins_with(clause, quote)):
                continue
            fates.overruled(proposed, quote)
            return None
        longer = joined(clause, quote)
        if longer is not None and not stands_alone(document, quote):
            clause = longer
            continue
        swallowed = inside or not nests(clause, quote) or begins_with(clause, quote)
        if swallowed or _unparted(document, clause):
            fates.overruled(proposed, quote)
            return None
        clause = before_cue(document, clause, quote) or clause
    return clause


def _unparted(document: Document, clause: Quote) -> bool:
    """Return whether no comma is between a clause and its cue: *they sang “…” as he said*."""
    end = clause.contents[-1].end
    before = bool(clause.cue) and end <= clause.cue[0].start
    return before and "," not in document.text[end - 1 : end + 2]


def _once(readings: Sequence[Reading], fates: Fates) -> list[Reading]:
    """Return one of several readings with the same contents: one that names its source."""
    best: dict[tuple[Span, ...], Reading] = {}
    for reading in readings:
        contents = reading[1].contents
        other = best.get(contents)
        if other is None:
            best[contents] = reading
        elif reading[1].source is not None and other[1].source is None:
            fates.merge(other[0], reading[1])
            best[contents] = reading
        else:
            fates.merge(reading[0], other[1])
    return list(best.values())


def _without_swallowers(readings: Sequence[Reading], fates: Fates) -> list[Reading]:
    """Drop a clause that nobody says and that swallowed a shorter one with that one's cue."""
    shortest: dict[int, Quote] = {}
    for _, clause in readings:
        start = clause.contents[0].start
        if start not in shortest or clause.span.end < shortest[start].span.end:
            shortest[start] = clause
    kept = []
    for proposed, clause in readings:
        inner = shortest[clause.contents[0].start]
        if clause.source is not None or not nests(clause, inner):
            kept.append((proposed, clause))
        else:
            fates.overruled(proposed, inner)
    return kept
