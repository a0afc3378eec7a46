"""From a candidate to a quotation: kind, contents in code points, the quoted spans."""

from __future__ import annotations

from itertools import chain
from typing import Final

from quotekit._plugins.quotes.indirect.candidates import CONTINUED, FREE, MOOD, Candidate
from quotekit._plugins.quotes.quoted.quoted_spans import quoted_in
from quotekit.document import Document
from quotekit.models import Evidence, Quote, QuoteKind, QuoteMode
from quotekit.spans import Span

_WITHOUT_CUE: Final = {
    CONTINUED: "the mood of the verb goes on with the report before",
    MOOD: "the mood of the verb reports",
    FREE: "the tense of the verb may go on with the report before",
}


def to_quote(document: Document, candidate: Candidate) -> Quote | None:
    """Return a candidate as a quotation; ``None`` where quote marks contain all its contents.

    But *said that “C”*, with a conjunction, is mixed.
    """
    share = _quoted_share(document, candidate)
    if share == 1 and not candidate.conjunction:
        return None
    cue = candidate.cue
    contents = _spans(document, candidate, trim=share == 1)
    return Quote(
        contents,
        QuoteKind.MIXED if share else QuoteKind.INDIRECT,
        _mode(candidate),
        cue=[cue.span] if cue is not None else (),
        source=candidate.source,
        quoted=quoted_in(document, contents) if share else (),
        confidence=round(candidate.confidence, 3),
        rule=_rule(candidate),
        why=f"the contents are {candidate.position} the cue “{cue.row.lemma or 'of no row'}”"
        if cue is not None
        else _WITHOUT_CUE[candidate.position],
        evidence=_evidence(candidate),
        cue_class=FREE if candidate.position == FREE else None,
    )


def _mode(candidate: Candidate) -> QuoteMode:
    """Return the mode of the cue; a judgement on something is no mere thought."""
    cue = candidate.cue
    if cue is None or (candidate.judges and "thinks" in cue.row.traits):
        return QuoteMode.SPEECH
    return cue.row.mode


def _spans(document: Document, candidate: Candidate, *, trim: bool) -> list[Span]:
    """Return the contents in code points, without a conjunction written together with them.

    Args:
        document: The document.
        candidate: The candidate.
        trim: Whether to leave out the quote marks at the start of each.
    """
    tokens = document.tokens
    spans = []
    for first, last in candidate.contents:
        while trim and first < last and not tokens.texts[first][0].isalnum():
            first += 1
        spans.append(Span(tokens.starts[first], tokens.ends[_with_punctuation(document, last)]))
    spans[0] = Span(spans[0].start + candidate.skip, spans[0].end)
    return spans


def _evidence(candidate: Candidate) -> Evidence:
    if candidate.cue is None:
        return Evidence.FREE if candidate.position == FREE else Evidence.CONTINUED
    return Evidence.TOPIC if candidate.topic else Evidence.CLAUSE


def _rule(candidate: Candidate) -> str:
    cue = candidate.cue
    if cue is None:
        return f"indirect-{candidate.position}"
    if cue.row.pos == "expression" and {"after", "before", "aside"} & cue.row.frames:
        return "according-to"
    return f"indirect-{candidate.position}-cue"


def _quoted_share(document: Document, candidate: Candidate) -> float:
    """Return how much of the contents is in quote marks that do not contain the cue too."""
    pairs, texts = document.in_quotes, document.tokens.texts
    outside = {0, pairs[candidate.cue.head] if candidate.cue is not None else 0}
    if all(outside.issuperset(pairs[first : last + 1]) for first, last in candidate.contents):
        return 0.0
    quoted = [
        pairs[i] not in outside
        for i in chain.from_iterable(range(first, last + 1) for first, last in candidate.contents)
        if texts[i][0].isalnum() or any(map(str.isalnum, texts[i]))
    ]
    return sum(quoted) / len(quoted) if quoted else 0.0


def _with_punctuation(document: Document, last: int) -> int:
    """Take in the punctuation between the last word and the closing mark: *“… say no.”*."""
    pairs, texts = document.in_quotes, document.tokens.texts
    pair = pairs[last]
    while pair and pairs[last + 1] == pair and not texts[last + 1][0].isalnum():
        last += 1
    return last
