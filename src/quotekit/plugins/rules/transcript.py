"""Transcripts: turns that a label opens, *AMOS PRYCE: The pier is shut.*, *Q. Since when?*."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from quotekit.document import Document
from quotekit.models import Mention, MentionKind, Quote, QuoteKind, SpeakerKind
from quotekit.spans import Span

LABEL_RE = regex.compile(
    r"""
    ["“„«]?+
    (?: (?P<turn>[QA])[.:]                                     # Q.  A:
      | (?P<upper>\p{Lu}[\p{Lu}'’.-]++(?:\ [\p{Lu}'’.-]++){0,4}+)    # DR. JANE OKAFOR
        (?:,?\ \([^()\n]{1,40}\))?+ :                          # (D-Vt.)
      | (?P<name>\p{Lu}[\p{L}'’.-]++(?:\ \p{Lu}[\p{L}'’.-]++){0,3}+) :    # Jane Okafor
    )
    [^\S\n]++
    (?=\S)
    """,
    regex.VERBOSE,
)
"""*JANE OKAFOR: The budget …*, *Q. Did you …*; not *At the door: a queue*."""
MIN_NAME_TURNS = 4
"""So many paragraphs must begin with names that are not in capitals, for them to be turns."""
MARKS = ' \t\n"“”„«»'


class _Turn(NamedTuple):
    """A labelled paragraph: the span of the label, its text and kind, and where the words start."""

    label: Span
    text: str
    kind: str
    start: int
    paragraph: int


def find_turns(document: Document) -> Iterator[Quote]:
    """Propose each turn of a transcript as a direct quotation of the one whom its label names."""
    turns = _turns(document)
    for n, turn in enumerate(turns):
        stop = turns[n + 1].paragraph if n + 1 < len(turns) else len(document.paragraphs)
        last = _last_paragraph(document, turn.paragraph, stop)
        end = document.paragraphs[last].end
        content = Span(turn.start, end).trim(document.text, MARKS) if turn.start < end else None
        if content is None:
            continue
        named = turn.kind != "turn"
        yield Quote(
            [content],
            QuoteKind.DIRECT,
            source=Mention(
                turn.label,
                MentionKind.NAME if named else MentionKind.NOMINAL,
                name=turn.label if named else None,
                entity=SpeakerKind.PERSON,
                number="singular",
            ),
            confidence=0.8,
            rule="transcript",
            why=f"a turn of a transcript, under the label “{turn.text}”",
        )


def _turns(document: Document) -> list[_Turn]:
    """Return the labelled paragraphs, if there are enough of them to be turns."""
    text = document.text
    found: list[_Turn] = []
    for n, paragraph in enumerate(document.paragraphs):
        match = LABEL_RE.match(text, paragraph.start, paragraph.end)
        if match is not None:
            kind = match.lastgroup or ""
            found.append(_Turn(Span(*match.span(kind)), match[kind], kind, match.end(), n))
    kinds = {kind: [t for t in found if t.kind == kind] for kind in ("turn", "upper", "name")}
    kept = [t for kind, turns in kinds.items() if _enough(kind, turns) for t in turns]
    return sorted(kept, key=lambda turn: turn.paragraph)


def _enough(kind: str, turns: Sequence[_Turn]) -> bool:
    """Tell whether labels of one kind part a conversation: at least two speakers, taking turns."""
    labels = Counter(turn.text for turn in turns)
    if kind == "turn":
        return len(labels) == 2 or labels["A"] > 2
    if kind == "upper":
        close = sum(b.paragraph - a.paragraph <= 2 for a, b in itertools.pairwise(turns))
        return len(labels) >= 2 and close > 0
    return len(turns) >= MIN_NAME_TURNS and 2 <= len(labels) <= len(turns) // 2


def _last_paragraph(document: Document, first: int, stop: int) -> int:
    """Return the last paragraph of a turn: those after its own that follow without a blank line."""
    last = first
    while last + 1 < stop:
        gap = document.text[document.paragraphs[last].end : document.paragraphs[last + 1].start]
        if gap.count("\n") != 1:
            break
        last += 1
    return last
