"""Blocks without marks: *> The pier is shut.* after a colon, and posts with a signature beneath."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit._patterns import compiled
from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind
from quotekit.spans import Span
from quotekit.syntax._signs import DOUBLE_MARKS

BLOCK_RE: Final = compiled(r">\s*+")
"""How Markdown sets off what is quoted."""
POST_RE: Final = compiled(r"(?P<sign>[—–―]|--)\s?(?P<name>\p{Lu}[^()\n]{1,60}?)\s\(@\w{1,30}\)")
"""*— Ida Moss (@idamoss) March 4, 2021*, under a post."""


def find_blocks(document: Document) -> Iterator[Quote]:
    """Propose blocks that Markdown quotes after a colon, and posts by the line beneath them."""
    yield from _quoted_blocks(document)
    yield from _posts(document)


def _quoted_blocks(document: Document) -> Iterator[Quote]:
    """Propose the paragraphs after *>* as one quotation, by the cue of the paragraph before."""
    text, contents, before = document.text, list[Span](), None
    for paragraph in [*document.paragraphs, None]:
        sign = BLOCK_RE.match(text, paragraph.start, paragraph.end) if paragraph else None
        if sign is not None and paragraph is not None:
            if sign.end() < paragraph.end:
                contents.append(Span(sign.end(), paragraph.end))
            continue
        if contents and before is not None:
            yield from _block(document, contents, before)
        contents, before = [], paragraph


def _block(document: Document, contents: list[Span], before: Span) -> Iterator[Quote]:
    if document.text[before.end - 1] != ":":
        return
    sentence = document.sentence_at(before.end - 1) or before
    spoken = [
        cue
        for cue in document.cues_in(max(before.start, sentence.start), before.end)
        if "speaks" in cue.row.traits and "direct" in cue.row.frames
    ]
    if spoken:
        cue = document.tokens.span(spoken[-1].head, spoken[-1].last)
        yield Quote(
            contents,
            QuoteKind.DIRECT,
            mode=spoken[-1].row.mode,
            cue=[cue],
            confidence=0.85,
            rule="quoted-block",
            evidence=Evidence.LINE,
            why=f"a block is quoted after “{cue.slice(document.text)}” and a colon",
        )


def _posts(document: Document) -> Iterator[Quote]:
    """Propose the paragraph above *— Ida Moss (@idamoss)*, unless it has marks of its own."""
    text = document.text
    for n, paragraph in enumerate(document.paragraphs):
        match = POST_RE.match(text, paragraph.start, paragraph.end) if n else None
        if match is None:
            continue
        above = document.paragraphs[n - 1]
        if DOUBLE_MARKS.isdisjoint(above.slice(text)):
            name = Span(*match.span("name"))
            yield Quote(
                [above],
                QuoteKind.DIRECT,
                cue=[Span(*match.span("sign"))],
                source=Mention(name, MentionKind.NAME, name=name, number="singular"),
                confidence=0.85,
                rule="post-signature",
                evidence=Evidence.LINE,
                why=f"a post, with “{name.slice(text)}” and a handle beneath",
            )
