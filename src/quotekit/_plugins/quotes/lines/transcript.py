"""Transcripts: turns that a label opens, *AMOS PRYCE: The pier is shut.*, *Q. Since when?*."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind, SpeakerKind
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
NEXT = 2
"""The turns of two speakers stand no more paragraphs apart than this, somewhere."""
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
            rule="transcript-turn",
            evidence=Evidence.LINE,
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
    letters, capitals, names = (
        [turn for turn in found if turn.kind == kind] for kind in ("turn", "upper", "name")
    )
    spoken = _conversation([turn for turn in found if turn.kind != "name"]) if capitals else []
    labels = Counter(turn.text for turn in letters)
    if not spoken and (len(labels) == 2 or labels["A"] > 2):
        spoken = letters
    if len(names) >= MIN_NAME_TURNS and 2 <= len({t.text for t in names}) <= len(names) // 2:
        spoken = [*spoken, *names]
    return sorted(spoken, key=lambda turn: turn.paragraph)


def _conversation(turns: Sequence[_Turn]) -> list[_Turn]:
    """Keep labels that come again or stand beside another one's: *UPDATE: …* alone is no turn."""
    often = Counter(turn.text for turn in turns)
    beside: set[_Turn] = set()
    for one, other in itertools.pairwise(turns):
        if one.text != other.text and other.paragraph - one.paragraph <= NEXT:
            beside |= {one, other}
    return [turn for turn in turns if beside and (turn in beside or often[turn.text] > 1)]


def _last_paragraph(document: Document, first: int, stop: int) -> int:
    """Return the last paragraph of a turn: those after its own that follow without a blank line."""
    last = first
    while last + 1 < stop:
        gap = document.text[document.paragraphs[last].end : document.paragraphs[last + 1].start]
        if gap.count("\n") != 1:
            break
        last += 1
    return last
