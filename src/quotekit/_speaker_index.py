"""SpeakerIndex: who was quoted over a stream of articles, one entry a person or body.

Within an article the text says who is who; between articles only names, titles, affiliations and
outside identifiers do. So entries are merged when their names agree in full and nothing else speaks
against it, and stay apart otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from quotekit._names import COMMON, LEGAL, SUFFIXES, Name, contains, fold
from quotekit.models import Extraction, Gender, Link, Quote, QuoteKind, Speaker, SpeakerKind
from quotekit.models._short import plural, quoted, short

NAMED = frozenset((SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.PLACE))


@attrs.define(repr=False)
class IndexedSpeaker:
    """One entry of an index.

    Attributes:
        name: The fullest name under which the speaker was met.
        kind: Person, organization, group …
        gender: As some article revealed it.
        quotes: Number of quotations by kind.
        articles: Number of articles that quote the speaker.
        titles: Titles and roles, with the number of articles that give them.
        affiliations: Affiliations, likewise.
        aliases: Other names, likewise.
        links: Identifiers in outside systems.
        first: Day of the first dated article that quotes the speaker.
        last: Day of the last.
    """

    name: str
    kind: SpeakerKind
    gender: Gender | None = None
    quotes: Counter[QuoteKind] = attrs.field(factory=Counter)
    articles: int = 0
    titles: Counter[str] = attrs.field(factory=Counter)
    affiliations: Counter[str] = attrs.field(factory=Counter)
    aliases: Counter[str] = attrs.field(factory=Counter)
    links: tuple[Link, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None

    def __repr__(self) -> str:
        quotes, articles = plural(self.total, "quote"), plural(self.articles, "article")
        return short(self, quoted(self.name), self.kind, f"{quotes} in {articles}")

    @property
    def total(self) -> int:
        """Number of quotations."""
        return self.quotes.total()

    def add(self, speaker: Speaker, quotes: Iterable[Quote], day: dt.date | None) -> None:
        """Add what one article says of the speaker, and what it quotes."""
        self.quotes.update(quote.kind for quote in quotes)
        self.articles += 1
        self.gender = self.gender or speaker.gender
        self.titles.update(filter(None, (speaker.title, speaker.role)))
        self.affiliations.update(filter(None, (speaker.affiliation,)))
        self.aliases.update(alias for alias in speaker.aliases if alias != self.name)
        if speaker.name != self.name:
            fuller = len(speaker.name.split()) > len(self.name.split())
            self.aliases.update([self.name if fuller else speaker.name])
            self.name = speaker.name if fuller else self.name
            del self.aliases[self.name]
        known = {(link.system, link.identifier) for link in self.links}
        more = (link for link in speaker.links if (link.system, link.identifier) not in known)
        self.links = (*self.links, *more)
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


class SpeakerIndex:
    """Gathers the speakers of a stream of extractions.

    The index keeps one entry a speaker and no extraction, so that memory grows with the number of
    speakers, not of articles.

    - Persons of one full name are one, unless genders, suffixes or outside identifiers differ, or
      both have titles and affiliations that share no word. Middle names may be missing.
    - A single name joins a full one only by its title: *Mayor Holm* the one *Mayor Tess Holm*.
    - Organizations and places go by their names, organizations also by their acronyms.
    - Groups, documents and the nameless are counted by their words; nobody claims that the
      *officials* of two articles are the same.

    Example:
        >>> from quotekit import extract
        >>> index = SpeakerIndex()
        >>> index.add(extract("“We will stay,” said Ida Moss, the mayor. “All of us,” she said."))
        >>> index.add(extract("“I am tired,” Mayor Ida Moss said."))
        >>> [(entry.name, entry.total, entry.articles) for entry in index]
        [('Ida Moss', 3, 2)]
    """

    def __init__(self) -> None:
        self._entries: list[IndexedSpeaker] = []
        self._by_key: dict[tuple[str, ...], list[IndexedSpeaker]] = {}
        self._by_link: dict[tuple[str, str], IndexedSpeaker] = {}

    def __repr__(self) -> str:
        total = sum(entry.total for entry in self._entries)
        return short(self, plural(len(self), "speaker"), plural(total, "quote"))

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[IndexedSpeaker]:
        """Yield the entries: the most quoted first, then by name."""
        return iter(sorted(self._entries, key=lambda entry: (-entry.total, entry.name)))

    def add(self, extraction: Extraction) -> None:
        """Add the speakers of one article with what they are quoted as saying."""
        self.enter(extraction)

    def enter(self, extraction: Extraction) -> dict[str, IndexedSpeaker]:
        """Add one article, and return the entries of those it quotes, by their ids in the article.

        Example:
            >>> from quotekit import extract
            >>> SpeakerIndex().enter(extract("“We will stay,” said Ida Moss."))
            {'s1': IndexedSpeaker('Ida Moss', person, 1 quote in 1 article)}
        """
        quotes: dict[str, list[Quote]] = {}
        for quote in extraction.quotes:
            if quote.speaker is not None:
                quotes.setdefault(quote.speaker.id, []).append(quote)
        day = extraction.article.published
        entries: dict[str, IndexedSpeaker] = {}
        for speaker in extraction.speakers:
            if speaker.id in quotes:
                entry = entries[speaker.id] = self._entry(speaker)
                entry.add(speaker, quotes[speaker.id], day)
        return entries

    def find(self, name: str) -> list[IndexedSpeaker]:
        """Return the entries that bear *name*, the most quoted first.

        Example:
            >>> SpeakerIndex().find("Ida Moss")
            []
        """
        keys = _keys(name)
        return [
            entry
            for entry in self
            if keys == _keys(entry.name) or any(keys == _keys(alias) for alias in entry.aliases)
        ]

    def _entry(self, speaker: Speaker) -> IndexedSpeaker:
        for link in speaker.links:
            entry = self._by_link.get((link.system, link.identifier))
            if entry is not None:
                return self._file(speaker, entry)
        fitting = [entry for entry in self._candidates(speaker) if _agree(entry, speaker)]
        if len(fitting) > 1:
            # A name that several bear joins the one of whom as little is known, or none.
            fitting = [entry for entry in fitting if not entry.titles and not entry.affiliations]
        if len(fitting) == 1:
            return self._file(speaker, fitting[0])
        entry = IndexedSpeaker(speaker.name, speaker.kind)
        self._entries.append(entry)
        return self._file(speaker, entry)

    def _file(self, speaker: Speaker, entry: IndexedSpeaker) -> IndexedSpeaker:
        """File an entry under all the names that the speaker goes by."""
        for key in _filed_under(speaker):
            entries = self._by_key.setdefault(key, [])
            if entry not in entries:
                entries.append(entry)
        for link in speaker.links:
            self._by_link.setdefault((link.system, link.identifier), entry)
        return entry

    def _candidates(self, speaker: Speaker) -> list[IndexedSpeaker]:
        found: list[IndexedSpeaker] = []
        for key in _filed_under(speaker):
            found += [e for e in self._by_key.get(key, ()) if e.kind is speaker.kind]
        return list({id(entry): entry for entry in found}.values())


def _keys(name: str) -> tuple[str, ...]:
    return Name(name, SUFFIXES).keys


def _filed_under(speaker: Speaker) -> list[tuple[str, ...]]:
    """Return the keys under which a speaker may be met again."""
    if speaker.kind not in NAMED:
        return [(speaker.kind.value, *fold(speaker.name).split())]
    name = Name(speaker.name, SUFFIXES)
    if speaker.kind is SpeakerKind.PERSON:
        # Filed by surname; whether the rest agrees is looked at later.
        return [(speaker.kind.value, name.keys[-1])] if name.keys else [(speaker.kind.value, "")]
    keys = [tuple(key for key in name.keys if key not in LEGAL)]
    keys += [(fold(alias),) for alias in speaker.aliases if alias.isupper()]
    return [(speaker.kind.value, *key) for key in keys]


def _agree(entry: IndexedSpeaker, speaker: Speaker) -> bool:
    """Return whether nothing speaks against an entry and a speaker of one surname being one."""
    if speaker.kind is not SpeakerKind.PERSON:
        return True
    if entry.gender and speaker.gender and entry.gender != speaker.gender:
        return False
    if _other_identity(entry.links, speaker.links):
        return False
    one, other = Name(entry.name, SUFFIXES), Name(speaker.name, SUFFIXES)
    if one.suffix != other.suffix and one.suffix and other.suffix:
        return False
    known = _words([*entry.titles, *entry.affiliations])
    said = _words(filter(None, (speaker.title, speaker.role, speaker.affiliation)))
    if min(len(one.keys), len(other.keys)) < 2:
        return one.keys == other.keys if not known and not said else bool(known & said)
    if not (contains(one.keys, other.keys) or contains(other.keys, one.keys)):
        return False
    placed = entry.affiliations and speaker.affiliation
    return not placed or bool(known & said)


def _other_identity(known: Iterable[Link], said: Iterable[Link]) -> bool:
    identifiers: dict[str, set[str]] = {}
    for link in known:
        identifiers.setdefault(link.system, set()).add(link.identifier)
    return any(
        link.system in identifiers and link.identifier not in identifiers[link.system]
        for link in said
    )


def _words(texts: Iterable[str]) -> set[str]:
    return {fold(word.strip(".,")) for text in texts for word in text.split()} - COMMON
