"""Interviews: the *A* of question and answer is the one person whom title or opening name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from quotekit._names import Name, fold
from quotekit._patterns import compiled
from quotekit._plugins.speakers.entities import Names
from quotekit._plugins.speakers.entity import Entity
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.document import Document
from quotekit.models import SpeakerKind

FULL_NAME_RE: Final = compiled(r"\p{Lu}[\p{L}\p{M}'’.\-]*+(?:\s\p{Lu}[\p{L}\p{M}'’.\-]*+)++")
"""Two or more capitalized words in a row: *Rosa Lind* in *Interview with Rosa Lind, mayor*."""
EXAMINER_RE: Final = compiled(r"(?<!\p{L})BY\s(?:\p{Lu}++\.?\s)?$", regex.MULTILINE)
"""*BY MR. PENN:* stands above the questions of Penn."""
LABELS: Final = ("Q.", "A.", "Q:", "A:")
"""A capital after these is read as a name’s at times."""


def letter_of(document: Document, one: Occurrence) -> str:
    """Return the letter that may mark questions or answers, in lower case: *Q.*, *A:*."""
    text = one.mention.span.slice(document.text)
    return text.rstrip(".:").lower() if text.isupper() else ""


def interviewee(
    document: Document, names: Names, before: int, words: SpeakerLexicon
) -> Entity | None:
    """Return who answers: named in the title, or alone named in the text before offset *before*."""
    found = FULL_NAME_RE.findall(document.article.title or "")
    titled = [
        name
        for name in (_without_titles(text, words) for text in found if not text.startswith(LABELS))
        if name
    ]
    if len(titled) == 1:
        return _entity(names, Name(titled[0], words.suffixes))
    persons = [
        entity
        for entity in names.entities
        if entity.kind in (None, SpeakerKind.PERSON)
        and entity.name is not None
        and len(entity.name.text) > 2
        and not entity.name.text.startswith(LABELS)
        and entity.first < before
        and EXAMINER_RE.search(document.text, max(0, entity.first - 20), entity.first) is None
    ]
    return persons[0] if len(persons) == 1 else None


def examiners(
    document: Document, ordered: Sequence[Occurrence], names: Names
) -> list[tuple[int, Entity]]:
    """Return where the text says whose the next questions are, and whose: *BY MR. PENN:*."""
    found: list[tuple[int, Entity]] = []
    for one in ordered:
        entity, start = names.of.get(id(one)), one.mention.span.start
        if entity is not None and EXAMINER_RE.search(document.text, max(0, start - 20), start):
            found.append((start, entity))
    return found


def _without_titles(text: str, words: SpeakerLexicon) -> str:
    parts = text.split()
    while parts and fold(parts[0]) in words.titles:
        parts.pop(0)
    return " ".join(parts) if len(parts) > 1 else ""


def _entity(names: Names, name: Name) -> Entity:
    for entity in names.entities:
        # A title that no table has may stand before the name: Harbourmaster Ines Rato.
        keys = entity.name.keys if entity.name is not None else ()
        if len(keys) > 1 and name.keys[-len(keys) :] == keys:
            return entity
    entity = Entity(SpeakerKind.PERSON)
    entity.name = name
    names.entities.append(entity)
    return entity
