"""Dialogue that dashes open: *— No hay prisa — contestó Inés Vidal.*"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit._patterns import compiled
from quotekit.document import Document
from quotekit.models import Evidence, Quote, QuoteKind
from quotekit.spans import Span
from quotekit.syntax._signs import DASHES

BEFORE_CUE: Final = DASHES | set(",?!")
BEFORE_REST: Final = DASHES | set(",.:")
LINE_RE: Final = compiled(r"[—–―]\s?+(?=\S)")
CUE_RE: Final = compiled(
    r"\s?[—–―]\s?(?P<cue>\p{Ll}[\p{L}-]*+(?:\s\p{Ll}[\p{L}-]*+){0,2}+)\s(?P<name>\p{Lu}[\p{L}’'-]*+)"
)
"""*— dijo Raúl*: a dash, words in lower case, a name."""
GOES_ON_RE: Final = compiled(r"[.,:;]?\s?[—–―][.,:;]?\s?(?=\S)")


def find_dialogue(document: Document) -> Iterator[Quote]:
    """Propose the lines of dialogue that have a cue between or after dashes."""
    text = document.text
    for paragraph in document.paragraphs:
        opening = LINE_RE.match(text, paragraph.start, paragraph.end)
        if opening is None:
            continue
        cue = CUE_RE.search(text, opening.end(), paragraph.end)
        if cue is None:
            quote = _with_cue_clause(document, opening.end(), paragraph.end)
            if quote is not None:
                yield quote
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
                rule="dialogue-dash",
                evidence=Evidence.LINE,
                why="a line of dialogue, opened by a dash",
            )


def _with_cue_clause(document: Document, start: int, end: int) -> Quote | None:
    """Read *— Il fait froid, dit Marthe. Rentrons.*, where only a comma parts the cue."""
    tokens, phrases = document.tokens, document.phrases
    if not phrases.words.small_nouns:
        return None
    stop = tokens.after(end)
    for cue in document.cues_in(start, end):
        sign = tokens.texts[cue.first - 1]
        if sign not in BEFORE_CUE or "direct" not in cue.row.frames:
            continue
        place = phrases.extent(cue.last + 1, stop)
        last = place[1] if place is not None and phrases.opens(place[0]) else cue.last
        if last == cue.last and phrases.clitic((cue.head, cue.last)) is None:
            continue
        spoken = tokens.ends[cue.first - 1 - (sign in DASHES)]
        if spoken <= start:  # the dash that opens the line is the sign before the cue
            continue
        contents = [Span(start, spoken)]
        following = last + 1
        while following < stop and tokens.texts[following] in BEFORE_REST:
            following += 1
        if last + 1 < following < stop:
            contents.append(Span(tokens.starts[following], end))
        trimmed = [
            span for content in contents if (span := content.trim(document.text)) is not None
        ]
        return Quote(
            trimmed,
            QuoteKind.DIRECT,
            cue=[tokens.span(cue.head, cue.last)],
            confidence=0.8,
            rule="dialogue-dash",
            evidence=Evidence.LINE,
            why="a line of dialogue, opened by a dash",
        )
    return None
