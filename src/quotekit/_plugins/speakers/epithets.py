"""Epithets: *the 36-year-old*, *the Norwegian*, *the film star* say anew who was just named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._names import fold
from quotekit._plugins.speakers.entity import Entity
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.document import Document
from quotekit.models import SpeakerKind

WINDOW: Final = 3
"""The one who is meant was named at most so many sentences before."""
PERSONS: Final = (None, SpeakerKind.PERSON)


class Epithets:
    """Finds who is meant by a definite phrase that repeats nothing said of anybody."""

    def __init__(self, document: Document, words: SpeakerLexicon) -> None:
        self.document = document
        self.words = words
        self._ages: dict[Entity, tuple[int, set[str]]] = {}

    def find(self, one: Occurrence, recent: Sequence[tuple[Occurrence, Entity]]) -> Entity | None:
        """Return the person named last whom the epithet fits, ``None`` if it is no epithet.

        Args:
            one: The phrase.
            recent: The mentions before it outside quote marks, each with its entity.
        """
        first, many = self.document.tokens.lowers[one.token], one.mention.number == "plural"
        if many or first not in self.words.articles:
            return None
        text = one.mention.span.slice(self.document.text)
        sure = self._is_epithet(one, text)
        if not sure and not self._names_work(one):
            return None
        persons = [(other, entity) for other, entity in recent if self._fits(one, entity, text)]
        if not sure:
            persons = [(other, entity) for other, entity in persons if _is_full(entity)]
            if len({id(entity) for _, entity in persons}) != 1:
                return None
        near = [
            (other, entity) for other, entity in persons if one.sentence - other.sentence <= WINDOW
        ]
        return _last_subject(near)

    def _is_epithet(self, one: Occurrence, text: str) -> bool:
        """Return whether the words of a phrase tell age, nation or fame, and no office."""
        words = self.words
        keys = self._keys(one)
        told = any(key in words.epithets or key in words.nationalities for key in keys[-1:])
        led = any(key in words.nationalities or key.endswith(words.born) for key in keys)
        if keys[:1] and keys[0] in words.epithet_leads:
            return True
        return (
            told or self.words.aged.search(text) is not None or (led and not self._is_office(keys))
        )

    def _is_office(self, keys: Sequence[str]) -> bool:
        return any(key in self.words.titles for key in keys)

    def _names_work(self, one: Occurrence) -> bool:
        """Return whether a proper name tells what a person did: *the Long Summer actress*."""
        tags = self.document.tags
        return any(tags[i] == "PROPN" for i in range(one.token + 1, one.after))

    def _keys(self, one: Occurrence) -> list[str]:
        """Return the folded words of the phrase up to its first comma or preposition."""
        tokens, tags = self.document.tokens, self.document.tags
        end = one.token + 1
        while end < one.after and tags[end] not in ("ADP", "PUNCT", "PRON"):
            end += 1
        return [fold(tokens.texts[i]) for i in range(one.token + 1, end)]

    def _fits(self, one: Occurrence, entity: Entity, text: str) -> bool:
        """Return whether kind, gender and age let the phrase mean *entity*."""
        if entity.name is None or entity.kind not in PERSONS or entity.plural:
            return False
        gender = one.mention.gender
        if gender is not None and entity.gender not in (None, gender):
            return False
        aged = self.words.aged.search(text)
        ages = self._ages_of(entity) if aged is not None else set()
        return not ages or aged is None or aged["age"] in ages

    def _ages_of(self, entity: Entity) -> set[str]:
        """Return the ages beside the mentions of an entity; each mention is read once."""
        read, ages = self._ages.get(entity, (0, set()))
        for one in entity.occurrences[read:]:
            span = one.mention.span
            for match in self.words.age.finditer(self.document.text, span.start, span.end + 1):
                ages.add(match["age"])
        self._ages[entity] = len(entity.occurrences), ages
        return ages


def _is_full(entity: Entity) -> bool:
    """Return whether an entity is a person for sure, or has a name of two words."""
    full = entity.name is not None and len(entity.name.keys) > 1
    return full or entity.kind is SpeakerKind.PERSON


def _last_subject(persons: Sequence[tuple[Occurrence, Entity]]) -> Entity | None:
    """Return who was the subject last, else who was named last."""
    for other, entity in reversed(persons):
        if other.subject or other.source:
            return entity
    return persons[-1][1] if persons else None
