"""Quoted spans: what stands in marks, and the words on either side.

A quoted span is an outer pair of marks with the words of its sentence on either side, as far as the
next one. :mod:`.beside` looks there for its cue, :mod:`.direct` makes quotations of quoted spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotekit.document import Document
from quotekit.models import Mention
from quotekit.spans import Span
from quotekit.syntax._crowds import marks_outside_crowds
from quotekit.syntax._cues import Cue
from quotekit.syntax._mark_pairs import MarkPair
from quotekit.syntax._signs import MARK_LENGTH

SENTENCE_SIGNS: Final = frozenset(".?!…。")
CLAUSE_ENDS: Final = frozenset(".,;:!?…—–-)。")
MARKS: Final = " \u00a0\u202f\"'’”“‘»«›‹"


@attrs.define
class QuotedSpan:
    """A pair of outer marks and the words on either side, in token indices.

    Attributes:
        pair: The marks.
        inner: What they hold; less than in the pair where a lost mark let a cue in.
        left: First token that belongs to it before the opening mark.
        opening: Index of the first token of the opening mark.
        closing: Index of the first token after the closing mark.
        right: The first token after the closing mark that does not.
        words: How many words stand inside.
        opens_sentence: Whether the marks begin their sentence or paragraph.
        final: The last character inside, over marks of quotations inside.
        ends_sentence: Whether a full stop or the like stands at the closing mark.
        closed: Whether any sign stands there, so that the clause ends with the marks.
        after: The cue after it: *“…,” she said*.
        before: The cue before it: *she said: “…”*.
        separator: What parts the cue before from the mark: ``:``, ``,``, ``that`` or nothing.
        clause: The cue whose reported clause it stands in: *he said the plan is “dead”*.
        near: The last verb before the marks that may report anything.
        judgement: The verb that judges with the words in marks: *nannte den Plan „Unfug“*.
        governor: The verb whose object it is: *he condemned “…”*.
        signature: The sign and the mention after it, *“…” – Ida Moss*; no sign where the name has
            a line of its own.
    """

    pair: MarkPair
    inner: Span
    left: int
    opening: int
    closing: int
    right: int
    words: int
    opens_sentence: bool
    final: str
    ends_sentence: bool
    closed: bool
    after: Cue | None = None
    before: Cue | None = None
    separator: str = ""
    clause: Cue | None = None
    near: Cue | None = None
    judgement: Cue | None = None
    governor: Cue | None = None
    signature: tuple[Span | None, Mention] | None = None


def quoted_spans(document: Document) -> list[QuotedSpan]:
    """Return the quoted spans of a document in text order, their cues not yet looked for."""
    outer = tuple(_without_glosses(document.text, document.marks))
    pairs = marks_outside_crowds(outer, document.tokens, document.sentences)
    found: list[QuotedSpan] = []
    for n, pair in enumerate(pairs):
        before = pairs[n - 1].outer.end if n else 0
        after = pairs[n + 1].outer.start if n + 1 < len(pairs) else len(document.text)
        found.append(span_between(document, pair, before, after))
    return found


def _without_glosses(text: str, marks: Sequence[MarkPair]) -> list[MarkPair]:
    """Return the outer pairs without those that translate the one before: *“Sí” (“Yes”)*."""
    found: list[MarkPair] = []
    for pair in marks:
        if pair.depth == 0:
            gap = text[found[-1].outer.end : pair.outer.start] if found else ""
            if gap.strip() != "(" or not text.startswith(")", pair.outer.end):
                found.append(pair)
    return found


def inner_quoted_spans(document: Document) -> list[QuotedSpan]:
    """Return the quoted spans right inside others, each with the words beside it there."""
    inner = tuple(pair for pair in document.marks if pair.depth == 1)
    sparse = set(marks_outside_crowds(inner, document.tokens, document.sentences))
    found: list[QuotedSpan] = []
    last = end = 0
    for pair in document.marks:
        if pair.depth == 0:
            last, end = pair.inner.start, pair.inner.end
        elif pair in sparse and pair.closing is not None:
            found.append(span_between(document, pair, last, end))
            last = pair.outer.end
    return found


def span_between(document: Document, pair: MarkPair, before: int, after: int) -> QuotedSpan:
    """Return a pair of marks with its words, between the offsets *before* and *after*."""
    tokens = document.tokens
    sentence = document.sentence_at(pair.outer.start) or pair.outer
    last = document.sentence_at(pair.outer.end - 1) or sentence
    opening = tokens.after(pair.outer.start)
    closing = tokens.after(pair.outer.end)
    left = tokens.after(max(sentence.start, before))
    inside = tokens.within(pair.inner.start, pair.inner.end)
    final = pair.inner.slice(document.text)[-4:].rstrip(MARKS)[-1:]
    next_sign = tokens.texts[closing] if closing < len(tokens) else "."
    return QuotedSpan(
        pair,
        pair.inner,
        left,
        opening,
        closing,
        right=max(closing, tokens.after(min(last.end, after))),
        words=sum(tokens.texts[i][0].isalnum() for i in inside),
        opens_sentence=left >= opening,
        final=final,
        ends_sentence=final in SENTENCE_SIGNS or next_sign in SENTENCE_SIGNS,
        closed=final in CLAUSE_ENDS or next_sign in CLAUSE_ENDS or pair.closing is None,
    )


def quoted_in(document: Document, contents: Sequence[Span]) -> list[Span]:
    """Return what of some contents is in outer quote marks, the marks themselves left out."""
    return [
        pair.inner
        for content in contents
        for pair in document.marks_in(max(0, content.start - MARK_LENGTH), content.end)
        if pair.depth == 0 and content.contains(pair.inner)
    ]


def cue_span(document: Document, cue: Cue) -> Span:
    """Return the span of a cue in a quotation: without auxiliaries and adverbs before the verb."""
    return document.tokens.span(cue.head, cue.last)
