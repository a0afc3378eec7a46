"""Entities: the names of a text, gathered by who bears them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Final

from quotekit._names import Name, bare, contains, is_slip, name_of
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.models import Gender, Mention, SpeakerKind

MOST: Final = 100
"""A surname with a slip is compared with so many: hostile text stays linear."""
LASTING: Final = (None, SpeakerKind.PERSON)
LONGEST_HEADLINE: Final = 200
"""Headlines have so many characters."""


class Entity:
    """One person, organization, group or place, as far as it has shown.

    Attributes:
        occurrences: Its mentions, in the order in which they were assigned.
        name: The fullest name; ``None`` for one that has none.
        names: All its names, each with where it stands.
        kind: Sort of speaker.
        gender: As the text reveals it.
        words: Words that describe it: titles, roles, affiliations; for the nominals to find it.
        acronyms: Acronyms, folded.
        label: What it is called where it has no name: *two officials*.
        plural: Whether it is more than one.
        vague: Whether it is nobody in particular: *some*, *everyone*.
        neutral: Whether a plural pronoun means it, although it is one: *Alex Moss (they/them)*.
    """

    __slots__ = (
        *("acronyms", "gender", "kind", "label", "name", "names", "occurrences"),
        *("neutral", "plural", "vague", "words"),
    )

    def __init__(self, kind: SpeakerKind | None) -> None:
        self.occurrences: list[Occurrence] = []
        self.name: Name | None = None
        self.names: list[tuple[int, Name]] = []
        self.kind = kind
        self.gender: Gender | None = None
        self.words: set[str] = set()
        self.acronyms: set[str] = set()
        self.label = ""
        self.plural = False
        self.vague = False
        self.neutral = False

    def add(self, one: Occurrence, name: Name | None = None, *, sure: bool = True) -> None:
        """Add a mention, and what it says; of an unsure pronoun not even the gender."""
        self.occurrences.append(one)
        mention = one.mention
        if self.gender is None and sure:
            self.gender = mention.gender
        if self.kind is None:
            self.kind = mention.entity
        if name is not None:
            self.names.append((mention.span.start, name))
            if name is self.name:
                return  # as it often is
            if self.name is None or _rank(name) > _rank(self.name):
                self.name = name

    def settle(self, headline: int) -> None:
        """Choose the canonical name, once all names are known: the fullest.

        But not one that stands once only and has more than a word before a name that stands often:
        words of a headline (*Six Loud Things Gil Amaro Said*), nor one of three words that ends
        before *headline* if there are others (*Moss Wins Vote*).
        """
        if len(self.names) < 2:
            return  # as most have one
        told = [(at, name) for at, name in self.names if at >= headline or len(name.keys) < 3]
        if told and len(told) < len(self.names):
            self.names = told
            self.name = max((name for _, name in told), key=_rank)
        count = Counter(name.keys for _, name in self.names)
        often = [name for _, name in self.names if count[name.keys] > 1 and len(name.keys) > 1]
        if self.name is None or not often or count[self.name.keys] > 1:
            return
        best = max(often, key=_rank)
        keys = self.name.keys
        if len(keys) > len(best.keys) + 1 and keys[-len(best.keys) :] == best.keys:
            self.name = best

    @property
    def first(self) -> int:
        """Where it is first mentioned."""
        return min(one.mention.span.start for one in self.occurrences)


def _rank(name: Name) -> tuple[int, int, bool]:
    """The fuller name ranks higher: more words, longer ones, not all in capitals."""
    spelt = sum(len(key) > 1 for key in name.keys)
    return (spelt, len(name.keys), not name.text.isupper())


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
        found = [
            entity
            for entity in self._by_last.get(key, ())
            if entity.kind in LASTING and entity.name is not None and len(entity.name.keys) > 1
        ]
        return found[0] if len(found) == 1 else None

    def _assign(self, one: Occurrence, name: Name) -> None:
        candidates = [e for e in self._candidates(name) if self._fits(e, one.mention, name)]
        candidates = candidates or self._namesake(one, name) or self._misspelt(one, name)
        if len(candidates) > 1:
            candidates = _better(candidates, one, name)
        another = self._first_words(one.mention) & self.words.others  # the other Nils Orr
        alone = len(candidates) == 1 and not another
        entity = candidates[0] if alone else self._new(one, name)
        entity.add(one, name)
        if name.nickname:
            self._by_first.setdefault(name.nickname.casefold(), []).append(entity)
        self._acronym(one, entity)
        self._office(one, entity)
        self.of[id(one)] = entity

    def _candidates(self, name: Name) -> list[Entity]:
        last = bare(name.keys[-1])
        found = list(self._by_last.get(last, ()))
        if len(name.keys) == 1:
            if not found:
                found = list(self._by_first.get(name.keys[0], ()))
            if not found:
                found = list(self._by_middle.get(name.keys[0], ()))
            found += self._by_acronym.get(name.keys[0], ())
        else:
            found += self._by_first.get(name.keys[0], ())
        return list(dict.fromkeys(found)) if len(found) > 1 else found

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
            if entity.kind in LASTING and entity.name is not None and len(entity.name.keys) > 1
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


def _better(candidates: list[Entity], one: Occurrence, name: Name) -> list[Entity]:
    """Of several who may bear a name, keep those who share all of it, came before, fit its gender."""
    exact = [e for e in candidates if any(n.keys == name.keys for _, n in e.names)]
    if len(exact) == 1:
        return exact
    before = [e for e in candidates if e.first < one.mention.span.start]
    if len(before) == 1:
        return before
    candidates = before or candidates
    if one.mention.gender:
        same = [e for e in candidates if e.gender == one.mention.gender]
        full = [e for e in candidates if e.name is not None and len(e.name.keys) > 1]
        return same if len(same) == 1 else full if len(full) == 1 else candidates
    return candidates
