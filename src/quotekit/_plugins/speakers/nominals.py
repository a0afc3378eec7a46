"""Nominals: *the minister*, *the union*, *a clerk* … *the clerk* find the one whom they fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from quotekit._names import fold
from quotekit._plugins.speakers.entity import Entity
from quotekit._plugins.speakers.occurrences import Occurrence
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.document import Document
from quotekit.models import SpeakerKind
from quotekit.spans import Span

BODIES: Final = frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.PLACE))
PERSONS: Final = frozenset((SpeakerKind.PERSON, SpeakerKind.ANONYMOUS))
ENDS_CORE: Final = frozenset(("ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "VBD", "VBN", "VBG"))


class Description:
    """A nominal taken apart: head, modifiers, and whether it points back.

    Attributes:
        head: The folded head noun, abbreviations spelt out.
        modifiers: The folded words before it, without determiner and loose words.
        definite: Whether it points to someone known: *the*, *her*, a bare title.
        label: The words without article.
        core: The same up to the head.
    """

    __slots__ = ("core", "definite", "head", "label", "modifiers")

    def __init__(self, document: Document, one: Occurrence, words: SpeakerLexicon) -> None:
        tokens, tags = document.tokens, document.tags
        texts, lowers = tokens.texts, tokens.lowers
        i = one.token
        first = lowers[i]
        self.definite = first in words.definites
        if tags[i] == "DET" or first in words.definites:
            i += 1
        end = i
        while end < one.after and not (tags[end] in ENDS_CORE or lowers[end] in words.core_ends):
            end += 1
        end = max(end, i + 1)
        keys = [*map(fold, texts[i : min(end, len(tokens))])]
        keys = [words.same.get(key, key) for key in keys] or [first]
        self.head = keys[-1]
        self.modifiers = _told(keys[:-1], words) if len(keys) > 1 else set()
        bare = first in words.small.label_articles and i < one.after
        start = tokens.starts[i] if bare else one.mention.span.start
        self.label = document.text[start : one.mention.span.end]
        self.core = document.text[start : tokens.ends[min(end, len(tokens)) - 1]]
        if not self.definite:
            self.definite = texts[one.token].istitle() and one.after - one.token == 1


def _told(keys: Sequence[str], words: SpeakerLexicon) -> set[str]:
    """Return the words that say who somebody is, without numbers and loose words."""
    return {
        key
        for key in keys
        if key not in words.loose
        and not key[:1].isdigit()
        and not key.endswith(words.loose_endings)
    }


class Nominals:
    """Finds the entity for each nominal, among those that came before it."""

    def __init__(self, document: Document, words: SpeakerLexicon) -> None:
        self.document = document
        self.words = words
        self._named: dict[str, list[Entity]] = {}
        self._nameless: dict[str, list[Entity]] = {}
        self._organizations: dict[Entity, None] = {}

    def introduce(self, entity: Entity, one: Occurrence) -> None:
        """Learn what a mention says of its entity: title, role, affiliation, words of a name."""
        mention = one.mention
        spans = [mention.title, mention.role, mention.affiliation]
        if mention.name is not None and entity.kind not in (None, SpeakerKind.PERSON):
            spans.append(mention.name)
        for span in spans:
            if span is not None:
                self._describe(entity, self._keys(span))
        if entity.kind is SpeakerKind.ORGANIZATION:
            for key in list(entity.words):
                self._describe(entity, self.words.implied.get(key, ()))
            self._organizations[entity] = None

    def describe(self, one: Occurrence) -> Description:
        """Return a nominal taken apart."""
        return Description(self.document, one, self.words)

    def heads_text(self, one: Occurrence) -> bool:
        """Return whether a headline has a person without an article: *Elm baker says C*."""
        mention = one.mention
        if mention.entity is not SpeakerKind.PERSON or mention.number == "plural" or one.inner:
            return False
        first = self.document.paragraphs[0]
        bare = self.document.tags[one.token] not in ("DET", "PRON") and one.after - one.token > 1
        sentence = self.document.text[first.end - 1] == "."
        return bare and first.contains(mention.span) and not sentence

    def keys(self, *spans: Span | None) -> set[str]:
        """Return the folded words of what a mention says of its entity."""
        return {key for span in spans if span is not None for key in self._keys(span)}

    def find_known(self, said: Description, one: Occurrence) -> Entity | None:
        """Return the entity that came before and that a nominal points back to."""
        found = self._known(said, one) if said.definite or one.mention.number == "plural" else None
        if found is None:
            return None
        if said.modifiers:
            self._describe(found, sorted(said.modifiers))
        if found.name is None and len(found.label.split()) == 1:
            found.label = said.core
        return found

    def introduce_nominal(self, said: Description, one: Occurrence) -> Entity:
        """Return a new entity for a nominal that points back to nobody."""
        entity = Entity(one.mention.entity)
        entity.label = said.label
        entity.plural = one.mention.number == "plural"
        entity.vague = one.mention.entity is SpeakerKind.ANONYMOUS
        if entity.kind is SpeakerKind.PERSON and not said.definite:
            entity.kind = SpeakerKind.ANONYMOUS
        self._describe(entity, [said.head, *sorted(said.modifiers)])
        return entity

    def _known(self, said: Description, one: Occurrence) -> Entity | None:
        """Return the only one with a name that fits, else the last one without; nobody if that is open.

        A text may have thousands with the same word: none is looked at that cannot change the answer.
        """
        plural = one.mention.number == "plural"
        nameless = reversed(self._nameless.get(said.head, ()))
        last = (entity for entity in nameless if self._fits(entity, said, one))
        named = self._named.get(said.head, ())
        found = [*islice((entity for entity in named if self._fits(entity, said, one)), 2)]
        if len(found) == 1:
            return None if plural and next(last, None) else found[0]
        if found:
            return None
        general = said.head in self.words.companies or said.head in self.words.bodies
        only = general and not said.modifiers and not plural and len(self._organizations) == 1
        return next(last, None) or (next(iter(self._organizations)) if only else None)

    def _fits(self, entity: Entity, said: Description, one: Occurrence) -> bool:
        kind, gender = one.mention.entity, one.mention.gender
        if (kind in BODIES and entity.kind in PERSONS) or (
            kind in PERSONS and entity.kind in BODIES
        ):
            return False
        if gender is not None and entity.gender is not None and gender != entity.gender:
            return False
        if entity.plural != (one.mention.number == "plural"):
            return False
        bare = entity.name is None and entity.words <= {said.head}
        return bare or said.modifiers <= entity.words

    def _describe(self, entity: Entity, keys: Sequence[str]) -> None:
        for key in keys:
            if key not in entity.words:
                entity.words.add(key)
                by_word = self._nameless if entity.name is None else self._named
                by_word.setdefault(key, []).append(entity)

    def _keys(self, span: Span) -> list[str]:
        words = self.words
        keys = [fold(w.strip(".,'’“”\"")) for w in span.slice(self.document.text).split()]
        return [words.same.get(key, key) for key in keys if key]
