"""Dialogue that dashes open: *— No hay prisa — contestó Inés Vidal.*"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from quotekit.document import Document
from quotekit.models import Quote, QuoteKind
from quotekit.spans import Span

LINE_RE = regex.compile(r"[—–―]\s?+(?=\S)")
CUE_RE = regex.compile(
    r"\s?[—–―]\s?(?P<cue>\p{Ll}[\p{L}-]*+(?:\s\p{Ll}[\p{L}-]*+){0,2}+)\s(?P<name>\p{Lu}[\p{L}’'-]*+)"
)
"""*— dijo Raúl*: a dash, words in lower case, a name."""
GOES_ON_RE = regex.compile(r"[.,:;]?\s?[—–―][.,:;]?\s?(?=\S)")


def find_dialogue(document: Document) -> Iterator[Quote]:
    """Propose the lines of dialogue that have a cue between or behind dashes."""
    text = document.text
    for paragraph in document.paragraphs:
        opening = LINE_RE.match(text, paragraph.start, paragraph.end)
        if opening is None:
            continue
        cue = CUE_RE.search(text, opening.end(), paragraph.end)
        if cue is None:
            continue
        contents = [Span(opening.end(), cue.start())] if opening.end() < cue.start() else []
        further = GOES_ON_RE.search(text, cue.end(), paragraph.end)
        if further is not None:
            contents.append(Span(further.end(), paragraph.end))
        trimmed = [span for content in contents if (span := content.trim(text)) is not None]
        if trimmed:
            yield Quote(
                trimmed,
                QuoteKind.DIRECT,
                cue=[Span(*cue.span("cue"))],
                confidence=0.85,
                rule="dash-dialogue",
                why="a line of dialogue, opened by a dash",
            )
