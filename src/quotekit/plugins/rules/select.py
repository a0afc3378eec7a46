"""Selection: which candidates stay, and why the others go.

A stretch in marks inside a reported clause is that quotation's *quoted* part, no quotation of its
own; what stands wholly in marks is direct, whatever a clause reader made of it; a stretch that nobody
says is a title, a term, a name or scare quotes, and goes with that reason.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from quotekit.document import Document
from quotekit.models import Quote, QuoteKind, Rejected, Selection
from quotekit.plugins.rules.beside import FINITE_TAGS
from quotekit.plugins.rules.direct import CLAUSE, FRAGMENT, OBJECT
from quotekit.plugins.rules.nested import NESTED
from quotekit.plugins.rules.scare import reason_against
from quotekit.plugins.rules.stretches import MARKS
from quotekit.spans import Span

MARKED_RULES = frozenset(
    ("cue-after", "cue-before", "colon", "block", "signature", OBJECT, FRAGMENT)
)
PARTIAL = frozenset((OBJECT, FRAGMENT))
"""Rules of stretches that a reported clause around them takes in."""
WHOLE_RULES = frozenset(("transcript", "headline", "dash-dialogue"))
"""Rules that read a whole line: nothing else in it is taken for a direct quotation."""
MARK_LENGTH = 12
"""No mark with the blanks at it is longer than this (some stand as character references)."""


PARTING = frozenset("–—-(")
"""Behind these, marks that their own cue follows are no part of the clause before."""
REPORTING = frozenset(("report", "judge", "writing", "ask", "command", "manner", "support"))
"""Classes of the verbs with which a speaker goes on behind marks."""
NEAR = 40
"""So many neighbours of a candidate are looked at: hostile text stays linear."""


class _Index:
    """Quotations by place, for finding those that overlap a span."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._found = sorted(((q.span, q) for q in quotes), key=lambda pair: pair[1].sort_key)
        self._starts = [span.start for span, _ in self._found]

    def overlapping(self, span: Span) -> list[Quote]:
        """Return the quotations that overlap *span*, in text order."""
        last = bisect_left(self._starts, span.end)
        return [q for other, q in self._found[max(0, last - NEAR) : last] if other.end > span.start]


def select(document: Document, candidates: Sequence[Quote]) -> Selection:
    """Keep what is speech, one reading of each stretch, and give the reasons for the rest."""
    whole = [quote for quote in candidates if quote.rule in WHOLE_RULES]
    lines = _Index(whole)
    others = [q for q in candidates if q.rule not in WHOLE_RULES and not _covered(q, lines)]
    marked = [quote for quote in others if quote.rule in MARKED_RULES]
    nested = [quote for quote in others if quote.rule == NESTED]
    kept = [*whole, *nested, *_clauses(document, others, marked)]
    clauses = _Index(kept)
    rejected: list[Rejected] = []
    for quote in marked:
        if any(_takes_in(clause, quote) for clause in clauses.overlapping(quote.span)):
            continue
        reason = reason_against(document, quote)
        if reason is None:
            kept.append(quote)
        else:
            rejected.append(Rejected(quote, reason))
    return Selection(sorted(kept, key=lambda quote: quote.sort_key), rejected)


def _clauses(
    document: Document, candidates: Sequence[Quote], marked: Sequence[Quote]
) -> list[Quote]:
    """Return the reported clauses that stay beside the stretches in marks."""
    direct = _Index(quote for quote in marked if quote.rule not in PARTIAL)
    fragments = _Index(quote for quote in marked if quote.rule in PARTIAL and quote.cue)
    kept: list[Quote] = []
    for clause in candidates:
        if clause.rule in MARKED_RULES or clause.rule in (CLAUSE, NESTED):
            continue
        if _cuts(document, clause) or _is_inner(document, clause):
            continue
        rest = _beside(document, _to_next_act(document, clause), direct)
        if rest is not None:
            kept.append(_whole(_with_cue(rest, fragments), fragments))
    kept = _once(_without_swallowers(kept))
    read = _Index(kept)
    instead = [
        clause
        for clause in candidates
        if clause.rule == CLAUSE
        and not any(_holds(q, clause.quoted[0]) for q in read.overlapping(clause.quoted[0]))
    ]
    cues = {cue for clause in instead for cue in clause.cue}
    return [*(clause for clause in kept if not cues & set(clause.cue)), *instead]


def _to_next_act(document: Document, clause: Quote) -> Quote:
    """End a clause at marks behind which its speaker goes on with a cue: *was “dead,” noting …*."""
    for stretch in clause.quoted:
        if stretch.end < clause.contents[-1].end and _acts_behind(document, clause, stretch.end):
            contents = [
                Span(content.start, min(content.end, stretch.end))
                for content in clause.contents
                if content.start < stretch.end
            ]
            quoted = [other for other in clause.quoted if other.end <= stretch.end]
            return attrs.evolve(clause, contents=contents, quoted=quoted)
    return clause


def _acts_behind(document: Document, clause: Quote, end: int) -> bool:
    """Tell whether *, noting*, *and says* or the like stands behind marks."""
    tokens, tags = document.tokens, document.tags
    i = tokens.after(end)
    while i < len(tokens) and not tokens.texts[i][0].isalnum():
        i += 1
    if i >= len(tokens) or not clause.cue:
        return False
    joined = tags[i] == "CCONJ"
    i += joined
    parted = "," in document.text[end - 1 : tokens.starts[i]]
    wanted = tags[tokens.after(clause.cue[-1].end) - 1] if joined else "VBG"
    if i >= len(tokens) or tags[i] != wanted or not (joined or parted):
        return False
    return any(
        cue.first == i and cue.row.kind in REPORTING
        for cue in document.cues_in(tokens.starts[i], tokens.ends[i])
    )


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
        if clause.source is not None or not _nests(clause, shortest[clause.contents[0].start])
    ]


def _with_cue(clause: Quote, fragments: _Index) -> Quote:
    """Give a clause without source the cue behind its marks: *Iran must “…,” as X has stated*."""
    if clause.source is None and clause.kind is QuoteKind.MIXED:
        for quote in fragments.overlapping(clause.span):
            if _takes_in(clause, quote):
                return attrs.evolve(clause, cue=quote.cue, rule=CLAUSE)
    return clause


def _whole(clause: Quote, fragments: _Index) -> Quote:
    """Let a clause that ends in marks take in what is said beside them: *called it “A” and “B”*."""
    for quote in fragments.overlapping(clause.quoted[-1]) if clause.quoted else ():
        first, last = quote.contents[0], quote.contents[-1]
        if _holds(clause, first) and first.end == clause.quoted[-1].end < last.end:
            *before, end = clause.contents
            quoted = [*clause.quoted, *quote.contents[1:]]
            return attrs.evolve(
                clause, contents=[*before, Span(end.start, last.end)], quoted=quoted
            )
    return clause


def _covered(quote: Quote, lines: _Index) -> bool:
    """Tell whether a whole-line quotation stands where this one does."""
    return any(
        quote.kind is not QuoteKind.INDIRECT or line.rule == "headline"
        for line in lines.overlapping(quote.span)
    )


def _beside(document: Document, clause: Quote, direct: _Index) -> Quote | None:
    """Return a reported clause, or what is left of it, beside the direct quotations."""
    for quote in direct.overlapping(clause.span):
        if _between(clause, quote):
            continue
        inside = any(content.contains(clause.span) for content in quote.contents)
        if inside and not set(quote.cue) & set(clause.cue):
            continue
        if _takes_in(clause, quote) and not _stands_alone(document, quote):
            if not (quote.rule == "cue-before" and _begins_with(clause, quote)):
                continue
            return None
        joined = _joined(clause, quote)
        if joined is not None and not _stands_alone(document, quote):
            clause = joined
            continue
        if inside or not _nests(clause, quote) or _begins_with(clause, quote):
            return None
        if clause.rule == "reported-before" and _unparted(document, clause):
            return None
        clause = _before_cue(document, clause, quote) or clause
    return clause


def _between(clause: Quote, marked: Quote) -> bool:
    """Tell whether a clause stands between the parts of a quotation: *“…,” he said, adding … “…”*."""
    if set(clause.cue) & set(marked.cue):
        return False
    return not any(content.overlaps(clause.span) for content in marked.contents)


def _takes_in(clause: Quote, marked: Quote) -> bool:
    """Tell whether a reported clause holds a marked quotation as its quoted part."""
    if clause.kind is not QuoteKind.MIXED:
        return False
    if marked.rule not in PARTIAL and _nests(clause, marked):
        return False
    return all(_holds(clause, stretch) for stretch in marked.contents)


def _joined(clause: Quote, marked: Quote) -> Quote | None:
    """Join a clause that ends in marks with what its speaker says on: *C “…,” she said. “…”*."""
    if clause.kind is not QuoteKind.MIXED or set(clause.cue) != set(marked.cue):
        return None
    if not _holds(clause, marked.contents[0]):
        return None
    rest = [content for content in marked.contents[1:] if not _holds(clause, content)]
    if not rest or any(content.start < clause.span.end for content in rest):
        return None
    return attrs.evolve(clause, contents=[*clause.contents, *rest], quoted=[*clause.quoted, *rest])


def _holds(clause: Quote, stretch: Span) -> bool:
    return any(content.contains(stretch) for content in clause.contents)


def _nests(clause: Quote, marked: Quote) -> bool:
    """Tell whether the marked quotation's own cue stands inside the reported clause."""
    return bool(marked.cue) and any(
        content.contains(cue) for content in clause.contents for cue in marked.cue
    )


def _begins_with(clause: Quote, marked: Quote) -> bool:
    """Tell whether a reported clause begins with the marks: it swallowed a direct quotation."""
    return 0 <= marked.contents[0].start - clause.contents[0].start < MARK_LENGTH


def _unparted(document: Document, clause: Quote) -> bool:
    """Tell whether no comma parts a clause from the cue behind it: *they sang “…” as he said*."""
    end = clause.contents[-1].end
    return "," not in document.text[end - 1 : end + 2]


def _is_inner(document: Document, clause: Quote) -> bool:
    """Tell whether a reported clause is no more than marks inside marks."""
    content = clause.contents[0]
    return any(
        pair.depth > 0 and pair.outer.end >= clause.span.end - 1
        for pair in document.marks_in(max(0, content.start - MARK_LENGTH), content.start + 1)
    )


def _cuts(document: Document, clause: Quote) -> bool:
    """Tell whether a reported clause ends or begins in the midst of marks."""
    span = clause.span
    sentence = document.sentence_at(span.start)
    pairs = document.marks_in(sentence.start if sentence else 0, span.end)[-NEAR:]
    for content in clause.contents:
        for pair in pairs:
            inner = pair.inner
            if inner.start < content.start < inner.end < content.end:
                return True
            if content.start < inner.start < content.end < inner.end:
                return True
    return False


def _stands_alone(document: Document, quote: Quote) -> bool:
    """Tell whether marks begin a sentence, or follow a sign that parts them from what is before.

    That is a colon, a dash or a bracket before words with their own cue behind them (*she was
    unmoved – “Born rich,” he said – and left*), or a comma before a capital or the cue's own.
    """
    start = quote.contents[0].start
    for pair in document.marks_in(max(0, start - MARK_LENGTH), start):
        if pair.inner.start == start:
            start = pair.opening.start
    sentence = document.sentence_at(start)
    left = document.text[sentence.start if sentence else 0 : start].rstrip(MARKS)
    if not left or left[-1] == ":":
        return True
    if left[-1] in PARTING:
        aside = any(sign in PARTING for sign in left[:-1].rstrip(MARKS)[-NEAR:])
        return quote.rule == "cue-after" and not aside
    if left[-1] != ",":
        return False
    return quote.rule == "cue-before" or (
        document.text[quote.contents[0].start].isupper()
        and _has_verb(document, start - len(left), start)
    )


def _has_verb(document: Document, start: int, end: int) -> bool:
    return any(document.tags[i] in FINITE_TAGS for i in document.tokens.within(start, end))


def _before_cue(document: Document, clause: Quote, quote: Quote) -> Quote | None:
    """Cut a reported clause before *and added, “…”* or *, saying: “…”*."""
    if quote.rule != "cue-before":
        return None
    tokens = document.tokens
    i = tokens.after(quote.cue[0].start)
    if i == 0 or not (tokens.texts[i - 1] == "," or document.tags[i - 1] == "CCONJ"):
        return None
    end = tokens.ends[i - 2]
    contents = [
        Span(content.start, min(content.end, end))
        for content in clause.contents
        if content.start < end
    ]
    if not contents:
        return None
    quoted = [stretch for stretch in clause.quoted if stretch.end <= end]
    kind = QuoteKind.MIXED if quoted else QuoteKind.INDIRECT
    return attrs.evolve(clause, contents=contents, quoted=quoted, kind=kind)
