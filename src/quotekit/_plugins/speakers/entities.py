"""Entities: the names of a text, gathered by who bears them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

from quotekit._names import Name, bare, contains, is_slip, name_of
from quotekit._plugins.speakers.entity import Entity, best, is_full
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.models import Mention, SpeakerKind

MOST: Final = 100
"""A surname with a slip is compared with so many: hostile text stays linear."""
LASTING: Final = (None, SpeakerKind.PERSON)
LONGEST_HEADLINE: Final = 200
"""Headlines have so many characters."""


def _headline_end(text: str) -> int:
    """Return where the first line ends if it is a headline that gives every word a capital, else 0."""
    line = text[: text.find("\n", 0, LONGEST_HEADLINE) + 1].rstrip()
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = all(word[0].isupper() for word in words)
    return len(line) if capitals and line[-1:] not in ".!?" else 0


def _is_headed(entity: Entity, name: Name) -> bool:
    """Return whether the first word of a body’s name is its head: *Bank of Norland*."""
    return entity.kind is SpeakerKind.ORGANIZATION and _has_small_second(name)


def _has_small_second(name: Name) -> bool:
    words = name.text.split()
    return len(words) > 2 and words[1].islower()


class Names:
    """Gathers named mentions into entities: the fullest names first, then what abridges them."""

    def __init__(self, text: str, words: SpeakerLexicon) -> None:
        self.text = text
        self.words = words
        self.entities: list[Entity] = []
        self.of: dict[int, Entity] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        self._by_middle: dict[str, list[Entity]] = {}
        self._by_acronym: dict[str, list[Entity]] = {}

    def gather(self, ordered: Iterable[Occurrence]) -> None:
        """Assign every named mention of *ordered*."""
        named = [
            (one, name_of(one.mention.name.slice(self.text), self.words.suffixes))
            for one in ordered
            if one.mention.name is not None
        ]
        named = [(one, name) for one, name in named if self._is_name(one, name)]
        named.sort(
            key=lambda pair: (
                -len(pair[1].keys),
                pair[0].mention.gender is None,
                pair[0].mention.span.start,
            )
        )
        for one, name in named:
            self._assign(one, name)
        headline = _headline_end(self.text)
        for entity in self.entities:
            entity.settle(headline)

    def _is_name(self, one: Occurrence, name: Name) -> bool:
        """Return whether a name is more than a letter, and no epithet: *the 27-year-old Norwegian*."""
        if len(name.text) < 2 and not one.source:
            return False
        key = name.keys[0] if len(name.keys) == 1 else ""
        told = key in self.words.nationalities or key in self.words.epithets
        epithet = told or key.endswith(self.words.born)
        return not (epithet and self._first_word(one.mention) in self.words.articles)

    def _first_word(self, mention: Mention) -> str:
        return mention.span.slice(self.text).split(None, 1)[0].lower()

    def _first_words(self, mention: Mention) -> set[str]:
        """Return the words before the name, folded."""
        start = mention.name.start if mention.name is not None else mention.span.end
        if start == mention.span.start:
            return set()
        return set(self.text[mention.span.start : start].casefold().split())

    def surnamed(self, key: str) -> Entity | None:
        """Return the one person whose full name ends with *key*, ``None`` if there are several."""
        bearers = self._by_last.get(key, ())
        full = (entity for entity in bearers if entity.kind in LASTING and is_full(entity))
        found = [*islice(full, 2)]
        return found[0] if len(found) == 1 else None

    def _assign(self, one: Occurrence, name: Name) -> None:
        fitting = (e for e in self._candidates(name) if self._fits(e, one.mention, name))
        candidates = best(fitting, one, name)
        candidates = candidates or self._namesake(one, name) or self._misspelt(one, name)
        another = self._first_words(one.mention) & self.words.others  # the other Nils Orr
        alone = len(candidates) == 1 and not another
        entity = candidates[0] if alone else self._new(one, name)
        entity.add(one, name)
        if name.nickname:
            self._by_first.setdefault(name.nickname.casefold(), []).append(entity)
        self._acronym(one, entity)
        self._office(one, entity)
        self.of[id(one)] = entity

    def _candidates(self, name: Name) -> Iterator[Entity]:
        """Yield who may bear a name, each once: most often a few are enough to see that it is open."""
        first = name.keys[0]
        found: Iterable[Entity] = self._by_last.get(bare(name.keys[-1]), ())
        more: Iterable[Entity] = self._by_first.get(first, ())
        if len(name.keys) == 1:
            found = found or more or self._by_middle.get(first, ())
            more = self._by_acronym.get(first, ())
        seen: set[Entity] = set()
        for entity in chain(found, more):
            if entity not in seen:
                seen.add(entity)
                yield entity

    def _namesake(self, one: Occurrence, name: Name) -> list[Entity]:
        """Return the one person who bears the name of a place: *Mara London … London said*."""
        acts = one.mention.entity is SpeakerKind.PLACE and (one.source or one.subject)
        person = self.surnamed(name.keys[0]) if acts and len(name.keys) == 1 else None
        return [] if person is None else [person]

    def _misspelt(self, one: Occurrence, name: Name) -> list[Entity]:
        """Return the one person whose surname a source has with a slip: *Ida Marren … Maren said*."""
        mention = one.mention
        if not one.source or len(name.keys) > 1 or mention.entity not in LASTING:
            return []
        found = [
            entity
            for last, entities in islice(self._by_last.items(), MOST)
            if is_slip(name.keys[0], last)
            for entity in entities
            if entity.kind in LASTING and is_full(entity)
        ]
        fits = len(found) == 1 and mention.gender in (None, found[0].gender or mention.gender)
        return found if fits else []

    def _fits(self, entity: Entity, mention: Mention, name: Name) -> bool:
        """Return whether a name may be *entity*’s."""
        assert entity.name is not None
        gender = entity.gender or self.words.first_names.get(entity.name.keys[0])
        if mention.gender and gender and mention.gender != gender:
            return False
        if name.suffix and entity.name.suffix and name.suffix != entity.name.suffix:
            return False
        if len(name.keys) == 1 and name.keys[0] in entity.acronyms:
            led = self._first_word(mention) in self.words.articles  # the CM
            return entity.kind is not SpeakerKind.PERSON or (led and name.text.isupper())
        apart = (SpeakerKind.ORGANIZATION, SpeakerKind.PLACE)
        if self._heads_body(entity, mention, name):
            return True
        capitals = len(name.keys) == 1 and name.text.isupper()
        kind = None if capitals and entity.kind is SpeakerKind.PERSON else mention.entity
        if (kind in apart or entity.kind in apart) and kind is not entity.kind:
            bare = kind is None and mention.title is None and mention.gender is None
            short = bare and self._abridges(mention, name, entity.name)
            return name.keys == entity.name.keys[:1] if short else name.keys == entity.name.keys
        if entity.kind is SpeakerKind.ORGANIZATION and len(name.keys) == 1:
            short = self._abridges(mention, name, entity.name)
            return (short and name.keys[0] == entity.name.keys[0]) or name.keys == entity.name.keys
        return contains(entity.name.keys, name.keys) or contains(name.keys, entity.name.keys)

    def _heads_body(self, entity: Entity, mention: Mention, name: Name) -> bool:
        """Return whether the last word of a body’s name stands for it: *the Trust*, *the Post*."""
        if entity.name is None or entity.kind is not SpeakerKind.ORGANIZATION:
            return False
        led = len(name.keys) == 1 and self._first_word(mention) in self.words.articles
        whole = _has_small_second(entity.name) or mention.title is not None
        return led and not whole and name.keys[0] == entity.name.keys[-1]

    def _abridges(self, mention: Mention, name: Name, full: Name) -> bool:
        """Return whether one word may stand for a body: *Brix* for *Brix Ltd*, *the Bank*."""
        if len(name.keys) != 1:
            return False
        led = self._first_word(mention) in self.words.articles
        return self._is_company(full) or (led and _has_small_second(full))

    def _new(self, one: Occurrence, name: Name) -> Entity:
        entity = Entity(one.mention.entity)
        self.entities.append(entity)
        self._by_last.setdefault(bare(name.keys[-1]), []).append(entity)
        if len(name.keys) > 1 and entity.kind in LASTING:
            self._by_first.setdefault(name.keys[0], []).append(entity)
            for key in name.keys[1:-1]:  # of two family names the first may stand for both
                self._by_middle.setdefault(key, []).append(entity)
        if len(name.keys) > 1 and (self._is_company(name) or _is_headed(entity, name)):
            self._by_first.setdefault(name.keys[0], []).append(entity)
        if entity.kind is SpeakerKind.ORGANIZATION and len(name.keys) > 2:
            self._learn("".join(word[0] for word in name.words if word[0].isupper()), entity)
        return entity

    def _is_company(self, name: Name) -> bool:
        """Return whether the first word stands for the whole: *Meridian* for *Meridian Motors*."""
        last = name.keys[-1]
        implied = self.words.implied.get(last, ())
        return last in self.words.companies or not self.words.any_company.isdisjoint(implied)

    def _acronym(self, one: Occurrence, entity: Entity) -> None:
        """Learn the acronym in brackets inside a name’s mention: *(IFU)*."""
        name = one.mention.name
        for inner in one.mention.inner:
            if inner.name is None or name is None or inner.span.start < name.end:
                continue
            text = inner.span.slice(self.text)
            if self.text[inner.span.start - 1] == "(" and text.isupper() and "-" not in text:
                self._learn(text, entity)

    def _office(self, one: Occurrence, entity: Entity) -> None:
        """Learn the initials of an office: *Chief Minister Anil Rao … the CM said*."""
        title = one.mention.title
        words = title.slice(self.text).split() if title is not None else []
        if len(words) > 1 and all(word[0].isupper() and "." not in word for word in words):
            self._learn("".join(word[0] for word in words), entity)

    def _learn(self, acronym: str, entity: Entity) -> None:
        key = acronym.casefold().replace(".", "")
        if len(key) > 1 and key not in entity.acronyms:
            entity.acronyms.add(key)
            self._by_acronym.setdefault(key, []).append(entity)
