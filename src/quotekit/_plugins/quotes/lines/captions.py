"""Captions: subtitles that stand in a text as they are in their file, with their time lines.

Files of subtitles have a reader, which joins their cues. In a text that was pasted they stay what they
are, and each cue of a known voice is a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from quotekit._patterns import compiled
from quotekit._plugins.quotes.lines.labels import label_at
from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind, SpeakerKind
from quotekit.spans import Span

CLOCK: Final = r"(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}"
CAPTION_RE: Final = compiled(
    rf"""
    ^[ \t]*+ {CLOCK} [ \t]*+-->[ \t]*+ {CLOCK} [^\n]*+ \n             # 00:00:01,200 --> 00:00:04,050
    (?P<words> (?: (?!\d++[ \t]*+\r?$) [^\n]*[^\s] [^\n]*+ (?:\n|\Z) )++ )
    """,
    regex.VERBOSE | regex.MULTILINE,
)
"""The time line of a cue and the lines below it, up to a blank one or the number of the next cue."""
VOICE_RE: Final = compiled(r"<v(?:\.[^\s<>]*+)?\s++(?P<name>[^<>\n]++)>\s*+")
END_RE: Final = compiled(r"(?:</v>|\s)++\Z")
FEWEST: Final = 2
"""So many time lines show that a text is made of captions."""


class _Caption(NamedTuple):
    """The words of a cue, and the mention of its voice where one is named."""

    words: Span
    source: Mention | None


def find_captions(document: Document) -> Iterator[Quote]:
    """Propose each cue as a direct quotation of the voice that it, or one before it, names."""
    cues = list(CAPTION_RE.finditer(document.text)) if "-->" in document.text else []
    if len(cues) < FEWEST:
        return
    source: Mention | None = None
    for cue in cues:
        caption = _caption(document, Span(*cue.span("words")))
        if caption is None:
            continue
        source = caption.source or source
        if source is not None:
            yield Quote(
                [caption.words],
                QuoteKind.DIRECT,
                source=source,
                confidence=0.8,
                rule="caption",
                evidence=Evidence.LINE,
                why=f"a caption, of the voice “{source.span.slice(document.text)}”",
            )


def _caption(document: Document, lines: Span) -> _Caption | None:
    text = document.text
    end = END_RE.search(text, lines.start, lines.end)
    start, stop = lines.start, end.start() if end else lines.end
    source = None
    voice = VOICE_RE.match(text, start, stop)
    if voice is not None:
        name = Span(*voice.span("name"))
        source = Mention(
            name, MentionKind.NAME, name=name, entity=SpeakerKind.PERSON, number="singular"
        )
        start = voice.end()
    else:
        label = label_at(text, Span(start, stop), 0)
        if label is not None:
            source, start = label.mention(document), label.start
    words = Span(start, stop).trim(text) if start < stop else None
    return None if words is None else _Caption(words, source)
