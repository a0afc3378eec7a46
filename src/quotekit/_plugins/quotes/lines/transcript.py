"""Transcripts: turns that a label opens, *AMOS PRYCE: The pier is shut.*, *Q. Since when?*."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from quotekit._patterns import compiled
from quotekit._plugins.quotes.lines.labels import Label, read_labels
from quotekit.document import Document
from quotekit.models import Evidence, Quote, QuoteKind
from quotekit.spans import Span
from quotekit.syntax._signs import DOUBLE_MARKS

MIN_NAMES: Final = 4
"""So many paragraphs must begin with names that are not in capitals, for them to be turns …"""
MIN_DENSE: Final = 3
"""… or so many, where most paragraphs have labels."""
MOST: Final = 0.6
MANY: Final = 0.3
"""Share of labelled paragraphs from which on one without label goes on with the turn before it."""
NEXT: Final = 2
"""The turns of two speakers stand no more paragraphs apart than this, somewhere."""
FAR: Final = 5
"""A turn has no more paragraphs without a label between it and the next one."""
SUBTITLES: Final = "subtitles"
"""Markup of articles in which labels are those of voices, however few there are."""
TERMINALS: Final = frozenset(".?!…—–-”\"'’)]")
OUTER: Final = "".join((" \t\n", *DOUBLE_MARKS))
"""What may stand around the words of a turn."""
NOTE: Final = r"[(\[][^()\[\]]{1,80}[)\]]"
NOTE_RE: Final = compiled(rf"{NOTE}[.!]?")
"""*(Applause)*, *[crosstalk 00:12]*: no words."""
NOTE_BEFORE_RE: Final = compiled(rf"{NOTE}\s++(?=\p{{Lu}})")
NOTE_AFTER_RE: Final = compiled(rf"(?<=[.?!…—–-])\s*+{NOTE}[.]?$")


def find_turns(document: Document) -> Iterator[Quote]:
    """Propose each turn of a transcript as a direct quotation of the one whom its label names."""
    labels = document.memo(turns)
    dense = len(labels) >= MANY * len(document.paragraphs)
    for n, label in enumerate(labels):
        stop = _stop(labels, n, len(document.paragraphs))
        last = _last_paragraph(document, label, stop, dense=dense and n + 1 < len(labels))
        contents = list(_contents(document, label, last))
        if contents:
            yield Quote(
                contents,
                QuoteKind.DIRECT,
                source=label.mention(document),
                confidence=0.8,
                rule="transcript-turn",
                evidence=Evidence.LINE,
                why=f"a turn of a transcript, under the label “{label.text}”",
            )


def turns(document: Document) -> list[Label]:
    """Return the labels of the turns, if there are enough labels to be those of a transcript."""
    found = list(read_labels(document))
    if document.article.markup == SUBTITLES:
        return found
    if found and _is_title(document, found):
        found = found[1:]
    if _is_dense(document, found):
        return found
    letters = [label for label in found if label.kind == "letter"]
    weak = [label for label in found if not label.sure]
    sure = [label for label in found if label.sure]
    spoken = _conversation(sure) if len(sure) > len(letters) else []
    often = Counter(label.text for label in letters)
    if not spoken and (len(often) == 2 or often["A"] > 2):
        spoken = letters
    repeated = 2 <= len({label.text for label in weak}) <= len(weak) // 2
    if len(weak) >= MIN_NAMES and repeated and _hold_sentences(document, weak):
        spoken = [*spoken, *weak]
    elif sum(label.kind == "heading" for label in weak) > 1:
        spoken = [*spoken, *(label for label in weak if label.kind == "heading")]
    return sorted(spoken, key=lambda label: label.start)


def _is_title(document: Document, found: Sequence[Label]) -> bool:
    """Return whether the first label is part of a title: *Ida Moss: an interview*."""
    first = found[0]
    if first.kind == "heading":
        return False
    apart = len(found) < 2 or found[1].paragraph > first.paragraph + 1
    facts = (fact.span for fact in document.article.facts if fact.field == "title" and fact.span)
    return apart and any(span.start <= first.span.start < span.end for span in facts)


def _is_dense(document: Document, found: Sequence[Label]) -> bool:
    """Return whether most paragraphs have labels, some of them the same, with sentences after them."""
    if len(found) < MIN_DENSE or len({label.text for label in found}) in (1, len(found)):
        return False
    dense = len(found) >= MOST * len(document.paragraphs)
    return dense and _hold_sentences(document, found)


def _hold_sentences(document: Document, found: Sequence[Label]) -> bool:
    """Return whether sentences come after the labels, unlike after *Age: 40*."""
    ends = [document.text[document.paragraphs[label.paragraph].end - 1] for label in found]
    return sum(end in TERMINALS for end in ends) >= MOST * len(found)


def _conversation(labels: Sequence[Label]) -> list[Label]:
    """Keep labels that come again or stand beside another one's: *UPDATE: …* alone is no turn."""
    often = Counter(label.text for label in labels)
    beside: set[Label] = set()
    for one, other in itertools.pairwise(labels):
        if one.text != other.text and other.paragraph - one.paragraph <= NEXT:
            beside |= {one, other}
    return [label for label in labels if beside and (label in beside or often[label.text] > 1)]


def _stop(labels: Sequence[Label], n: int, end: int) -> int:
    """Return the first paragraph that is the next turn's."""
    if n + 1 == len(labels):
        return end
    return labels[n + 1].paragraph - (labels[n + 1].kind == "heading")


def _last_paragraph(document: Document, label: Label, stop: int, *, dense: bool) -> int:
    """Return the last paragraph of a turn.

    Those after its own go on with it if no blank line parts them, or, where labels are many, if
    another turn follows soon.
    """
    last = label.paragraph
    if dense and stop - last <= FAR and (label.sure or label.kind == "heading"):
        return stop - 1
    while last + 1 < stop:
        gap = document.text[document.paragraphs[last].end : document.paragraphs[last + 1].start]
        if gap.count("\n") != 1:
            break
        last += 1
    return last


def _contents(document: Document, label: Label, last: int) -> Iterator[Span]:
    """Yield the words of a turn: its paragraphs, parted by the notes between them."""
    text = document.text
    start, end = label.start, document.paragraphs[label.paragraph].end
    for paragraph in [*document.paragraphs[label.paragraph + 1 : last + 1], None]:
        if paragraph is not None and NOTE_RE.fullmatch(text, *paragraph) is None:
            end = paragraph.end
            continue
        words = _words(text, start, end)
        if words is not None:
            yield words
        if paragraph is not None:
            start = end = paragraph.end


def _words(text: str, start: int, end: int) -> Span | None:
    """Return what is said in a span, without notes and marks at its ends."""
    if start >= end or NOTE_RE.fullmatch(text, start, end):
        return None
    before = NOTE_BEFORE_RE.match(text, start, end)
    start = before.end() if before else start
    following = NOTE_AFTER_RE.search(text, max(start, end - 100), end)
    return _without_marks(text, Span(start, following.start() if following else end))


def _without_marks(text: str, span: Span) -> Span | None:
    """Return words without the marks around them; one at the end may close what they quote."""
    words, bare = span.trim(text), span.trim(text, OUTER)
    if words is None or bare is None or bare.start > words.start:
        return bare
    pairs = sum(map(words.slice(text).count, DOUBLE_MARKS)) % 2 == 0
    return words if pairs else bare
