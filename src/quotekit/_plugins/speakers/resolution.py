"""Resolution: one walk over the mentions of a document, in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from quotekit._names import fold
from quotekit._plugins.speakers.entities import Names
from quotekit._plugins.speakers.entity import Entity
from quotekit._plugins.speakers.epithets import Epithets
from quotekit._plugins.speakers.interviews import examiners, interviewee, letter_of
from quotekit._plugins.speakers.nominals import Description, Nominals
from quotekit._plugins.speakers.occurrences import Occurrence, occurrences
from quotekit._plugins.speakers.profiles import speaker_profiles
from quotekit._plugins.speakers.pronouns import Memory, agrees, relative
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.document import Document
from quotekit.models import MentionKind, Quote, QuoteKind, Speaker, SpeakerKind
from quotekit.spans import Span

TURN: Final = 0.75
"""An indirect quotation less sure than this makes nobody the last speaker."""
AHEAD: Final = 8
"""So many mentions after a pronoun are looked at for its name."""
IS_SOURCE: Final = attrgetter("source")
HEADLINE_REACH: Final = 24
"""So many mentions after a headline are looked at for the one whom it announces."""


def resolve(document: Document, quotes: Sequence[Quote]) -> list[Speaker]:
    """Return the speakers of *quotes*, in the order of their first mention."""
    if not any(quote.source is not None for quote in quotes):
        return []
    words = document.language.memo(SpeakerLexicon)
    walk = _Walk(document, quotes, words)
    walk.run()
    quoted = _sources(walk.entities)
    _part(quoted)
    quoted = _sources(quoted)
    quoted.sort(key=lambda entity: entity.first)
    return speaker_profiles(document, quoted, words)


def _sources(entities: Sequence[Entity]) -> list[Entity]:
    return [entity for entity in entities if any(map(IS_SOURCE, entity.occurrences))]


def _part(entities: Sequence[Entity]) -> None:
    """Leave a mention that two entities claim, by its name and by its twin, to the later one."""
    ordered = sorted(entities, key=lambda entity: entity.first)
    owner = {id(one): entity for entity in ordered for one in entity.occurrences}
    for entity in ordered:
        entity.occurrences = [one for one in entity.occurrences if owner[id(one)] is entity]


class _Walk:
    """The state of one walk."""

    def __init__(self, document: Document, quotes: Sequence[Quote], words: SpeakerLexicon) -> None:
        self.document = document
        self.words = words
        self.ordered = occurrences(document, quotes)
        self._places = [other.mention.span.start for other in self.ordered]
        self.names = Names(document.text, words)
        self.nominals = Nominals(document, words)
        self.epithets = Epithets(document, words)
        self.memory = Memory(words)
        self.entities: list[Entity] = []
        self._letters = {id(one): self._letter(one) for one in self.ordered if one.source}
        self._seen: set[int] = set()
        self._known: dict[int, Entity | None] = {}
        self._examiners: list[tuple[int, Entity]] | None = None
        self._cues = {
            quote.source.span: " ".join(span.slice(document.text) for span in quote.cue).lower()
            for quote in quotes
            if quote.source is not None
        }
        self._doubtful = {
            quote.source.span
            for quote in quotes
            if quote.source is not None
            and quote.kind is QuoteKind.INDIRECT
            and quote.confidence < TURN
        }
        self._holders = [
            (span, quote.source)
            for quote in quotes
            if quote.source is not None
            for span in quote.quoted
        ]

    def run(self) -> None:
        """Assign the names, then walk."""
        sources = (one for one in self.ordered if one.source)
        letters = {one.mention.span.start for one in sources if self._letters[id(one)]}
        named = self.ordered
        if letters:
            named = [one for one in named if one.mention.span.start not in letters]
        self.names.gather(named)
        for one in self.ordered:
            entity = self._entity(one)
            if entity is None:
                continue
            if self.names.of.get(id(one)) is not entity:
                pronoun = one.mention.kind is MentionKind.PRONOUN
                entity.add(one, sure=self.memory.sure or not pronoun)
            if id(entity) not in self._seen:
                self._seen.add(id(entity))
                self.entities.append(entity)
            if not one.quoted:  # what stands in marks is soon forgotten
                self.memory.note(one, entity)
            if one.source and one.mention.span not in self._doubtful:
                self.memory.turn_to(entity, self._cues.get(one.mention.span, ""))

    def _entity(self, one: Occurrence) -> Entity | None:
        """Return whose mention this is; a source that is another mention’s twin is the same’s."""
        read = one if one.twin is None or self._letters.get(id(one)) else one.twin
        key = id(read)
        if key not in self._known:
            self._known[key] = self._read(read)
        return self._known[key]

    def _letter(self, one: Occurrence) -> str:
        """Return the letter before a question or an answer that a source is, or nothing."""
        letter = letter_of(self.document, one)
        return letter if letter in self.words.answers or letter in self.words.questions else ""

    def _examiner(self, one: Occurrence) -> Entity | None:
        """Return who asks, if the text has said so before: *BY MR. PENN:*."""
        if self._examiners is None:
            self._examiners = examiners(self.document, self.ordered, self.names)
        n = bisect_left(self._examiners, (one.mention.span.start,))
        return self._examiners[n - 1][1] if n else None

    def _read(self, one: Occurrence) -> Entity | None:
        letter = self._letters[id(one)] if one.source else ""
        if letter and letter in self.words.answers:
            before = one.mention.span.start
            return interviewee(self.document, self.names, before, self.words)
        if letter:
            return self._examiner(one)
        entity = self.names.of.get(id(one))
        if entity is not None:
            self.nominals.introduce(entity, one)
            return entity
        if one.mention.kind is MentionKind.PRONOUN:
            return self._pronoun(one)
        return self._nominal(one)

    def _nominal(self, one: Occurrence) -> Entity | None:
        if one.mention.inner and one.mention.entity is SpeakerKind.GROUP:
            return self._group(one)
        said = self.nominals.describe(one)
        return (
            self.nominals.find_known(said, one)
            or self._announced(said, one)
            or self._identified(one)
            or self._surnamed(one)
            or self.epithets.find(one, self.memory.recent)
            or self.nominals.introduce_nominal(said, one)
        )

    def _announced(self, said: Description, one: Occurrence) -> Entity | None:
        """Return whom a headline means: *Elm baker says C* … *Ida Moss, a baker from Elm, said*."""
        if not self.nominals.heads_text(one):
            return None
        words = {said.head, *said.modifiers}
        i = bisect_right(self._places, one.mention.span.start)
        for other in self.ordered[i : i + HEADLINE_REACH]:
            entity = self.names.of.get(id(other))
            parts = (other.mention.role, other.mention.title, other.mention.affiliation)
            if entity is not None and any(parts) and words <= self.nominals.keys(*parts):
                return entity
        return None

    def _identified(self, one: Occurrence) -> Entity | None:
        """Return who a noun for a person is said to be: *The winner was Ida Moss*."""
        tokens = self.document.tokens
        copula = one.mention.entity is SpeakerKind.PERSON and not one.inner
        if not copula or tokens.lowers[one.after] not in self.words.small.copulas:
            return None
        i = bisect_right(self._places, one.mention.span.start)
        for other in self.ordered[i : i + 1]:
            entity = self.names.of.get(id(other))
            person = entity is not None and entity.kind is SpeakerKind.PERSON
            return entity if person and other.token == one.after + 1 else None
        return None

    def _surnamed(self, one: Occurrence) -> Entity | None:
        """Return whose surname a word for an office is: *Hal Rowan Pope … Pope said*."""
        tokens = self.document.tokens
        word = tokens.texts[one.token]
        if one.after - one.token != 1 or not word[:1].isupper():
            return None
        return self.names.surnamed(fold(word))

    def _pronoun(self, one: Occurrence) -> Entity | None:
        low = self.document.tokens.lowers[one.token]
        if low in self.words.small.relatives:
            return relative(one, self.memory.recent)
        if low in self.words.small.first_person:
            return self._holder(one) if one.source else None
        if one.quoted and not one.source:
            return None
        plural = low in self.words.small.any_number
        person = self.memory.only_person(one) if plural else None
        if person is not None and self._declares(one):
            person.neutral = True
        cue = self._cues[one.mention.span] if one.source else ""
        found = self.memory.resolve(one, low, cue)
        if found is None and one.source and self.memory.lost:
            clear = person is not None and self.memory.may_be_neutral(person)
            return person if clear else self._ahead(one)
        return found

    def _declares(self, one: Occurrence) -> bool:
        """Return whether a text says which pronouns mean somebody: *Alex Moss (they/them)*."""
        lowers, words = self.document.tokens.lowers, self.words.small.any_number
        return lowers[one.token - 2] in words or lowers[one.token + 2] in words

    def _ahead(self, one: Occurrence) -> Entity | None:
        """Return who is named right after a pronoun that has nobody before it.

        *“I signed it,” she said. Treasurer Odile Marsh resigned on Tuesday.*
        """
        i = bisect_right(self._places, one.mention.span.start)
        for other in self.ordered[i : i + AHEAD]:
            if other.sentence - one.sentence > 1:
                break
            entity = self.names.of.get(id(other))
            if entity is None or other.inner or other.reported or not other.subject:
                continue
            hint = self.words.first_names.get(entity.name.keys[0]) if entity.name else None
            fits = agrees(entity, one.mention) and hint in (None, one.mention.gender)
            return entity if fits else None
        return None

    def _group(self, one: Occurrence) -> Entity:
        entity = Entity(SpeakerKind.GROUP)
        entity.plural = True
        mention = one.mention
        first, last = mention.inner[0].name, mention.inner[-1].name
        span = mention.span
        if first is not None and last is not None and mention.kind is MentionKind.NAME:
            span = Span(first.start, last.end)
        entity.label = span.slice(self.document.text)
        return entity

    def _holder(self, one: Occurrence) -> Entity | None:
        """Return the speaker of the quotation that holds *I* or *we*."""
        for span, source in self._holders:
            if span.contains(one.mention.span) and source.span != one.mention.span:
                return self._of_span(source.span)
        return None

    def _of_span(self, span: Span) -> Entity | None:
        for entity in self.entities:
            if any(one.mention.span == span for one in entity.occurrences):
                return entity
        return None
