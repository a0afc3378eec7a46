"""Pronouns: number, gender, nearness, subjecthood and turn-taking point to the one who is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._plugins.speakers.entity import Entity
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.models import Mention, SpeakerKind

WINDOW: Final = 6
"""An antecedent stands at most so many sentences back."""
MEMORY: Final = 40
REACH: Final = 8
"""So many mentions back a new subject is looked for."""
MARGIN: Final = 0.4
"""The best candidate must be better than the next by this much, else the pronoun stays open."""

SURE: Final = 1.0
"""From this lead on the pronoun says what gender the text gives its antecedent."""

PER_SENTENCE: Final = -1.0
SUBJECT: Final = 1.0
REPORTED: Final = -0.6
INNER: Final = -0.6
SAME_GENDER: Final = 0.8
HINTED: Final = 0.5
HINTED_OTHER: Final = -2.0
LAST_SPEAKER: Final = 1.0
OVERTAKEN: Final = 0.2
"""What is left of that where the sentence before the pronoun has another subject that fits."""
ANSWERED: Final = -2.0
PARTNER: Final = 1.0
"""Who asked the question that was just answered, or was asked it, has the word again."""
AWAITS: Final = -1.0
"""Who just answered does not ask the next question."""
NAMELESS: Final = -0.3
MOST: Final = SUBJECT + SAME_GENDER + LAST_SPEAKER + 0.01
"""No mention in the pronoun's own sentence has a higher score."""
THINGS: Final = frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.PLACE, SpeakerKind.DOCUMENT))


class Memory:
    """The entities mentioned last, and who spoke last.

    Attributes:
        recent: The last mentions outside quotation marks, in text order.
        speaker: Who spoke last.
        partner: Who spoke before them.
        asker: Who asked the question that they answered.
        cue: The reporting expression with which they did: *asked*.
        lost: Whether the last pronoun had nobody before it that it could mean.
        sure: Whether the last pronoun was resolved by a clear lead.
    """

    def __init__(self, words: SpeakerLexicon) -> None:
        self.words = words
        self.recent: list[tuple[Occurrence, Entity]] = []
        self.speaker: Entity | None = None
        self.partner: Entity | None = None
        self.asker: Entity | None = None
        self.cue = ""
        self.sure = True
        self.lost = False

    def note(self, one: Occurrence, entity: Entity) -> None:
        """Remember a mention."""
        subject = one.subject or (one.source and not one.inner)
        one.prominence = SUBJECT * subject + REPORTED * one.reported + INNER * one.inner
        self.recent.append((one, entity))
        if len(self.recent) > 2 * MEMORY:
            del self.recent[:MEMORY]

    def turn_to(self, entity: Entity, cue: str) -> None:
        """Remember who speaks."""
        if entity is not self.speaker:
            asked = self.cue in self.words.asking
            self.asker = self.speaker if asked else None
            self.partner = self.speaker
        self.speaker, self.cue = entity, cue

    def resolve(self, one: Occurrence, low: str, cue: str = "") -> Entity | None:
        """Return whom a pronoun means; ``None`` where nobody or more than one fits.

        Args:
            one: The pronoun.
            low: Its word in lower case.
            cue: Its verb, if it speaks: *replied*.
        """
        turn = self._turn(one, cue)
        another, thing = low in self.words.small.other_pronouns, low in self.words.small.things
        scores: dict[int, float] = {}
        entities: dict[int, Entity] = {}
        leanings: dict[int, tuple[float, float, float] | None] = {}
        sentence, token, mention, best = one.sentence, one.token, one.mention, -99.0
        for other, entity in reversed(self.recent[-MEMORY:]):
            distance = sentence - other.sentence
            if distance > WINDOW or PER_SENTENCE * distance + MOST < best - SURE:
                break  # none so far back comes near the best
            key = id(entity)
            if key not in leanings:
                fits = agrees(entity, mention)
                leanings[key] = self._leaning(mention, entity, turn) if fits else None
            leaning = leanings[key]
            if leaning is None or other.after > token:
                continue
            if distance == 0 and (
                (another and other.subject)
                or (thing and entity.kind is SpeakerKind.DOCUMENT)  # in a statement, it said
            ):
                continue
            gender, name, spoke = leaning
            score = PER_SENTENCE * distance + other.prominence + gender + name + spoke
            if score > scores.get(key, -99.0):
                scores[key], entities[key] = score, entity
                best = max(best, score)
        self.lost = not scores
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else SURE
        self.sure = lead >= SURE
        return entities[ranked[0][0]] if lead >= MARGIN else None

    def only_person(self, one: Occurrence) -> Entity | None:
        """Return the one person named around a plural pronoun, if the text names no other."""
        near = (
            entity
            for other, entity in self.recent[-MEMORY:]
            if one.sentence - other.sentence <= WINDOW and _is_named_person(other, entity)
        )
        people = {id(entity): entity for entity in near}
        return next(iter(people.values())) if len(people) == 1 else None

    def may_be_neutral(self, entity: Entity) -> bool:
        """Return whether neither the text nor a first name makes somebody *he* or *she*."""
        hint = entity.name and self.words.first_names.get(entity.name.keys[0])
        return entity.gender is None and not hint

    def _turn(self, one: Occurrence, cue: str) -> dict[int, float]:
        """Return what the turns of speech say for and against each entity.

        The last speaker goes on, unless a new subject stands between; an answer is somebody else's
        than the question's, and so is the next question: *asked A. … B cried. … he asked.*
        """
        words, speaker = self.words, self.speaker
        if speaker is None:
            return {}
        if cue in words.replying or (self.cue in words.asking and cue not in words.asking):
            return {id(self.partner): PARTNER, id(speaker): ANSWERED}
        if cue in words.asking and self.asker is not None and self.asker is not speaker:
            return {id(self.asker): PARTNER, id(speaker): AWAITS}
        return {id(speaker): OVERTAKEN if self._overtaken(one) else LAST_SPEAKER}

    def _overtaken(self, one: Occurrence) -> bool:
        """Return whether the sentence before has a subject that fits, after the last speaker."""
        for other, entity in reversed(self.recent[-REACH:]):
            distance = one.sentence - other.sentence
            if distance > 1 or (entity is self.speaker and not other.inner):
                return False
            if distance and other.subject and not (other.inner or other.reported or other.source):
                return other.after <= one.token and agrees(entity, one.mention)
        return False

    def _leaning(
        self, pronoun: Mention, entity: Entity, turn: dict[int, float]
    ) -> tuple[float, float, float]:
        """Return what gender, name and turn say for *entity*, wherever it is mentioned."""
        gender = 0.0
        if pronoun.gender is not None and entity.gender is not None:
            gender = SAME_GENDER
        elif pronoun.gender is not None and entity.name is not None:
            hint = self.words.first_names.get(entity.name.keys[0])
            gender = 0.0 if not hint else HINTED if hint == pronoun.gender else HINTED_OTHER
        return gender, NAMELESS if entity.name is None else 0.0, turn.get(id(entity), 0.0)


def agrees(entity: Entity, pronoun: Mention) -> bool:
    """Return whether number, gender and kind let a pronoun mean *entity*."""
    if pronoun.gender is not None:
        named = entity.kind is None and entity.name is not None
        person = named or entity.kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
        same = entity.gender is None or entity.gender == pronoun.gender
        return person and same and not entity.plural and not entity.vague
    if pronoun.number == "plural":
        return (
            entity.neutral
            or entity.plural
            or entity.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)
        )
    return entity.kind in THINGS and not entity.plural


def _is_named_person(one: Occurrence, entity: Entity) -> bool:
    person = entity.kind is SpeakerKind.PERSON or (entity.kind is None and one.subject)
    return person and entity.name is not None and not entity.plural and not entity.vague


def relative(one: Occurrence, before: Sequence[tuple[Occurrence, Entity]]) -> Entity | None:
    """Return the antecedent of *who*, *which*: the mention that ends right before it."""
    for other, entity in reversed(before[-6:]):
        if 0 <= one.token - other.after <= 1 and not other.inner:
            return entity
    return None
