"""An entity: what a text says of one who bears its names, and which of several bears a name."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from quotekit._names import Name
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit.models import Gender, SpeakerKind


class Entity:
    """One person, organization, group or place, as far as it has shown.

    Attributes:
        occurrences: Its mentions, in the order in which they were assigned.
        name: The fullest name; ``None`` for one that has none.
        names: All its names, each with where it stands.
        keys: The keys of all its names.
        start: Where the first of its mentions that are known so far begins.
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
        *("acronyms", "gender", "keys", "kind", "label", "name", "names", "neutral"),
        *("occurrences", "plural", "start", "vague", "words"),
    )

    def __init__(self, kind: SpeakerKind | None) -> None:
        self.occurrences: list[Occurrence] = []
        self.name: Name | None = None
        self.names: list[tuple[int, Name]] = []
        self.keys: set[tuple[str, ...]] = set()
        self.start = sys.maxsize
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
        self.start = min(self.start, mention.span.start)
        if self.gender is None and sure:
            self.gender = mention.gender
        if self.kind is None:
            self.kind = mention.entity
        if name is not None:
            self.names.append((mention.span.start, name))
            if name is self.name:
                return  # as it often is
            self.keys.add(name.keys)
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


def best(fitting: Iterable[Entity], one: Occurrence, name: Name) -> list[Entity]:
    """Of all who may bear a name, keep those who share all of it, came before, fit its gender.

    Each mention that is open between two becomes an entity of its own, so that there may be thousands:
    none is looked at beyond those that show that it stays open.
    """
    gender = one.mention.gender
    found: list[Entity] = []
    exact: list[Entity] = []
    before: list[Entity] = []
    same = full = 0
    for entity in fitting:
        found.append(entity)
        if name.keys in entity.keys:
            exact.append(entity)
        if entity.start < one.mention.span.start:
            before.append(entity)
            same += entity.gender == gender
            full += is_full(entity)
            if len(exact) > 1 and len(before) > 1 and (not gender or (same > 1 and full > 1)):
                return before
    if len(exact) == 1:
        return exact
    if len(before) == 1:
        return before
    found = before or found
    if gender:
        same_gender = [e for e in found if e.gender == gender]
        full_names = [e for e in found if is_full(e)]
        return next((few for few in (same_gender, full_names) if len(few) == 1), found)
    return found


def is_full(entity: Entity) -> bool:
    """Return whether an entity has a name of two words or more."""
    return entity.name is not None and len(entity.name.keys) > 1
