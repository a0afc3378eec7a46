"""Pronouns: number, gender, nearness, subjecthood and turn-taking point to the one who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.models import Mention, SpeakerKind
from quotekit.plugins.speakers.entities import Entity
from quotekit.plugins.speakers.occurrences import Occurrence
from quotekit.plugins.speakers.words import Words

WINDOW = 6
"""An antecedent stands at most so many sentences back."""
MEMORY = 40
MARGIN = 0.4
"""The best candidate must be better than the next by this much, else the pronoun stays open."""

SURE = 1.0
"""From this lead on the pronoun says what gender the text gives its antecedent."""

PER_SENTENCE = -1.0
SUBJECT = 1.0
REPORTED = -0.6
INNER = -0.6
SAME_GENDER = 0.8
HINTED = 0.5
HINTED_OTHER = -2.0
LAST_SPEAKER = 1.0
ANSWERED = -2.0
NAMELESS = -0.3
OBJECTS = frozenset(("him", "them"))
"""These never mean the subject of their own clause."""
THINGS = frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.PLACE, SpeakerKind.DOCUMENT))


class Memory:
    """The entities mentioned last, and who spoke last.

    Attributes:
        recent: The last mentions outside quotation marks, in text order.
        speaker: Who spoke last.
        cue: The reporting expression with which they did: *asked*.
        sure: Whether the last pronoun was resolved by a clear lead.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.recent: list[tuple[Occurrence, Entity]] = []
        self.speaker: Entity | None = None
        self.cue = ""
        self.sure = True

    def note(self, one: Occurrence, entity: Entity, cue: str = "") -> None:
        """Remember a mention; what stands inside quotation marks is soon forgotten."""
        if not one.quoted:
            self.recent.append((one, entity))
            if len(self.recent) > 2 * MEMORY:
                del self.recent[:MEMORY]
        if one.source:
            self.speaker, self.cue = entity, cue

    def resolve(self, one: Occurrence, low: str, *, answers: bool = False) -> Entity | None:
        """Return whom a pronoun means; ``None`` where nobody or more than one fits.

        Args:
            one: The pronoun.
            low: Its word in lower case.
            answers: Whether its verb answers the last speaker: *she replied*.
        """
        scores: dict[int, float] = {}
        entities: dict[int, Entity] = {}
        for other, entity in reversed(self.recent[-MEMORY:]):
            distance = one.sentence - other.sentence
            if distance > WINDOW:
                break
            if other.after > one.token or not _agrees(entity, one.mention):
                continue
            if distance == 0 and other.subject and low in OBJECTS:
                continue
            score = self._score(one, other, entity, distance, answers)
            key = id(entity)
            if score > scores.get(key, -99.0):
                scores[key] = score
                entities[key] = entity
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else SURE
        self.sure = lead >= SURE
        return entities[ranked[0][0]] if lead >= MARGIN else None

    def _score(
        self, one: Occurrence, other: Occurrence, entity: Entity, distance: int, answers: bool
    ) -> float:
        score = PER_SENTENCE * distance
        score += SUBJECT * other.subject + REPORTED * other.reported + INNER * other.inner
        gender = one.mention.gender
        if gender is not None:
            if entity.gender is not None:
                score += SAME_GENDER
            else:
                hint = entity.name and self.words.first_names.get(entity.name.keys[0])
                score += 0.0 if not hint else HINTED if hint == gender else HINTED_OTHER
        if entity.name is None:
            score += NAMELESS
        if entity is self.speaker:
            score += ANSWERED if answers else LAST_SPEAKER
        return score


def _agrees(entity: Entity, pronoun: Mention) -> bool:
    """Tell whether number, gender and kind let a pronoun mean *entity*."""
    if pronoun.gender is not None:
        named = entity.kind is None and entity.name is not None
        person = named or entity.kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
        same = entity.gender is None or entity.gender == pronoun.gender
        return person and same and not entity.plural and not entity.vague
    if pronoun.number == "plural":
        return entity.plural or entity.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)
    return entity.kind in THINGS and not entity.plural


def relative(one: Occurrence, before: Sequence[tuple[Occurrence, Entity]]) -> Entity | None:
    """Return the antecedent of *who*, *which*: the mention that ends right before it."""
    for other, entity in reversed(before[-6:]):
        if 0 <= one.token - other.after <= 1 and not other.inner:
            return entity
    return None
