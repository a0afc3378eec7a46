"""A plugin of quotekit: spaCy's noun chunks and entities, in place of the built-in ``mentions``."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quotekit import Document, Language, Mention, MentionKind, Span, SpeakerKind, hookimpl
from quotekit_spacy.reading import MODEL, Reading, reader

ENTITIES = {
    "PERSON": SpeakerKind.PERSON,
    "ORG": SpeakerKind.ORGANIZATION,
    "GPE": SpeakerKind.ORGANIZATION,
    "NORP": SpeakerKind.GROUP,
}
"""Entity labels of those who can speak."""

GENDERS: dict[str, Literal["female", "male"]] = {"Fem": "female", "Masc": "male"}
NOT_IN_TITLES = frozenset(("DET", "PUNCT", "PART", "PRON", "SPACE", "CCONJ"))


class SpacyMentions:
    """The plugin with a pipeline of your choice; block ``mentions``, in whose place it is.

    Args:
        model: The name of a pipeline that spaCy can load.
    """

    def __init__(self, model: str = MODEL) -> None:
        self.model = model

    @hookimpl
    def quotekit_find_mentions(self, document: Document) -> Iterator[Mention]:
        """Make a mention of each noun chunk, with its apposition, and of each entity beside them."""
        reading = document.memo(reader(self.model))
        if reading is not None:
            yield from _Finder(document, reading).find()


class _Finder:
    def __init__(self, document: Document, reading: Reading) -> None:
        self.document, self.reading = document, reading

    def find(self) -> Iterator[Mention]:
        doc = self.reading.doc
        covered = -1
        appositions: set[int] = set()
        for chunk in doc.noun_chunks:
            if chunk.root.i in appositions or chunk.root.tag_ in ("WDT", "WP", "EX"):
                continue
            role = _apposition(chunk)
            if role is not None:
                appositions.update(token.i for token in role)
            yield self._mention(chunk, role)
            covered = max(covered, chunk.end)
        chunked = {token.i for chunk in doc.noun_chunks for token in chunk} | appositions
        for entity in doc.ents:
            if entity.label_ in ENTITIES and not chunked & {token.i for token in entity}:
                span = self._span(entity.start, entity.end)
                yield Mention(span, MentionKind.NAME, name=span, entity=ENTITIES[entity.label_])

    def _mention(self, chunk: DocSpan, role: DocSpan | None) -> Mention:
        root = chunk.root
        end = role.end if role is not None else chunk.end
        titles = self.document.language.memo(_titles)
        name = _name(chunk, titles)
        title = _title(chunk, name) if name is not None else None
        if name is None and role is not None:  # her lawyer, Ida Moss
            name, title, role = _name(role, titles), chunk, None
            title = _title(chunk, chunk[len(chunk) :]) if name is not None else None
        kind = MentionKind.NAME if name is not None else MentionKind.NOMINAL
        return Mention(
            self._span(chunk.start, end),
            MentionKind.PRONOUN if root.pos_ == "PRON" else kind,
            name=self._part(name),
            title=self._part(title),
            role=self._part(role),
            entity=next((ENTITIES[e.label_] for e in chunk.ents if e.label_ in ENTITIES), None),
            number=_number(root),
            gender=GENDERS.get(next(iter(root.morph.get("Gender")), "")),
        )

    def _part(self, span: DocSpan | None) -> Span | None:
        return self._span(span.start, span.end) if span is not None else None

    def _span(self, start: int, end: int) -> Span:
        """Return the place in the text of tokens of spaCy's."""
        owners = self.reading.owners
        return self.document.tokens.span(owners[start], owners[end - 1])


def _titles(language: Language) -> frozenset[str]:
    """Return the words that stand before names, as quotekit's tables have them."""
    keys = ("honorific", "abbreviated", "office")
    return frozenset(word for key in keys for word in language.words("titles", key))


def _name(chunk: DocSpan, titles: Container[str]) -> DocSpan | None:
    """Return the name in a chunk: an entity at its end, or the proper nouns there, without titles."""
    named = [e for e in chunk.ents if e.end == chunk.end and e.label_ in ENTITIES]
    start = named[0].start if named else chunk.end
    while not named and start > chunk.start and chunk.doc[start - 1].pos_ == "PROPN":
        start -= 1
    while start < chunk.end - 1 and (
        chunk.doc[start].pos_ != "PROPN" or chunk.doc[start].lower_.rstrip(".") in titles
    ):
        start += 1
    return chunk.doc[start : chunk.end] if start < chunk.end else None


def _title(chunk: DocSpan, name: DocSpan) -> DocSpan | None:
    """Return what stands before a name in its chunk, without article: *Harbour Mayor*."""
    start = chunk.start
    while start < name.start and chunk.doc[start].pos_ in NOT_IN_TITLES:
        start += 1
    return chunk.doc[start : name.start] if start < name.start else None


def _apposition(chunk: DocSpan) -> DocSpan | None:
    """Return an apposition after a chunk: *an engineer* of *Bo Tran, an engineer*."""
    for child in chunk.root.children:
        if child.dep_ == "appos" and child.i > chunk.root.i:
            first, last = child.left_edge.i, child.right_edge.i
            if first == chunk.end + 1 and chunk.doc[chunk.end].text == ",":
                return chunk.doc[first : last + 1]
    return None


def _number(token: Token) -> Literal["singular", "plural"] | None:
    plural = token.morph.get("Number")
    return None if not plural else "plural" if plural == ["Plur"] else "singular"


quotekit_find_mentions = SpacyMentions().quotekit_find_mentions
"""For ``--plugin quotekit_spacy.spacy_mentions``: the plugin with the default pipeline."""
