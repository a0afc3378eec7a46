"""Pull quotes: a paragraph without marks that its speaker signs, *… We built it. Ida Moss, mayor*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind, SpeakerKind
from quotekit.spans import Span
from quotekit.syntax._noun_lexicon import NounLexicon

TERMINALS: Final = (".", "!", "?", "…")
FEWEST_WORDS: Final = 12
"""Fewer words before a name and a role are a caption."""


def find_signed(document: Document) -> Iterator[Quote]:
    """Propose the paragraphs that end with a name and a role and no full stop."""
    for paragraph in document.paragraphs:
        signature = _signature(document, paragraph)
        if signature is None:
            continue
        before = document.text[paragraph.start : signature.span.start].rstrip()
        if not before:
            continue
        said = Span(paragraph.start, paragraph.start + len(before))
        words = said.slice(document.text).split()
        if len(words) < FEWEST_WORDS or not words[-1].endswith(TERMINALS):
            continue
        if document.marks_in(said.start, said.end):
            continue
        yield Quote(
            [said],
            QuoteKind.DIRECT,
            source=signature,
            confidence=0.8,
            rule="block-quote",
            evidence=Evidence.LINE,
            why="a name and a role sign the paragraph",
        )


def _signature(document: Document, paragraph: Span) -> Mention | None:
    """Return the full name that ends a paragraph with a comma and a role: *Ida Moss, Harbour Clerk*."""
    text = document.text
    if text[paragraph.end - 1] in TERMINALS:
        return None
    mentions = list(document.mentions_in(paragraph.start, paragraph.end))
    if not mentions:
        return None
    last = mentions[-1]
    if last.role is not None and _is_full(document, last):
        return last if last.span.end == paragraph.end else None
    if len(mentions) < 2 or last.span.end != paragraph.end:
        return None
    named = mentions[-2]
    between = text[named.span.end : last.span.start].strip()
    signed = between == "," and _is_full(document, named) and _is_role(document, last)
    return named if signed else None


def _is_full(document: Document, mention: Mention) -> bool:
    name = mention.name
    person = mention.kind is MentionKind.NAME and mention.entity is SpeakerKind.PERSON
    return person and name is not None and " " in name.slice(document.text)


def _is_role(document: Document, mention: Mention) -> bool:
    """Return whether a phrase ends with a noun for a person, a bracket left aside."""
    words = mention.span.slice(document.text).partition(" (")[0].split()
    head = document.language.memo(NounLexicon).heads.get(words[-1].lower())
    return head is not None and head.entity is SpeakerKind.PERSON and head.number == "singular"
