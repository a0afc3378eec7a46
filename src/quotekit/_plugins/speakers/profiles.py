"""Portraits: what all mentions together say of a speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quotekit._names import fold
from quotekit._plugins.speakers.entity import Entity
from quotekit._plugins.speakers.words import SpeakerLexicon
from quotekit.document import Document
from quotekit.models import Mention, MentionKind, Speaker, SpeakerKind
from quotekit.spans import Span
from quotekit.syntax._closed_classes import ClosedClasses


def speaker_profiles(
    document: Document, entities: Sequence[Entity], words: SpeakerLexicon
) -> list[Speaker]:
    """Return the speakers for *entities*, numbered; two of one name keep *Jr.* and *Sr.*."""
    bearers = Counter(map(canonical, entities))
    names = (canonical(entity, bearers[canonical(entity)] > 1) for entity in entities)
    return [
        _portrait(document, entity, f"s{number}", name, words)
        for number, (entity, name) in enumerate(zip(entities, names, strict=True), 1)
    ]


def _portrait(
    document: Document, entity: Entity, identifier: str, name: str, words: SpeakerLexicon
) -> Speaker:
    every = (one.mention for one in entity.occurrences)
    found = {(mention.span.start, mention.span.end): mention for mention in every}
    mentions = [found[place] for place in sorted(found)]
    roles = [mention.role for mention in mentions if mention.role is not None]
    return Speaker(
        identifier,
        name,
        _kind(entity),
        title=_title(document, mentions, words),
        role=_slice(document, roles[0]) if roles else None,
        affiliation=_affiliation(document, mentions, _kind(entity), words.small),
        gender=entity.gender,
        aliases=_aliases(entity, name),
        mentions=tuple(mentions),
    )


def canonical(entity: Entity, suffix: bool = False) -> str:
    """Return the fullest name without titles; *suffix* asks for *Jr.* too."""
    if entity.name is None:
        return " ".join(entity.label.split())
    text = entity.name.text
    if suffix and entity.name.last:
        text = f"{text} {entity.name.last}"
    titled = any(one.mention.title is not None for one in entity.occurrences)
    shortest = 3 if titled else 5  # Mr. PENN; but JFK and the like
    mixed = entity.kind is not SpeakerKind.ORGANIZATION and text.isupper()
    mixed = mixed and len(text) >= shortest
    return text.title() if mixed else text


def _kind(entity: Entity) -> SpeakerKind:
    if entity.kind is not None:
        return entity.kind
    return SpeakerKind.PERSON if entity.name is not None else SpeakerKind.ANONYMOUS


def _title(document: Document, mentions: Iterable[Mention], words: SpeakerLexicon) -> str | None:
    """Return the fullest title; a form of address only where there is no other."""
    best: tuple[tuple[bool, int], str] | None = None
    for mention in mentions:
        if mention.title is None:
            continue
        text = mention.title.slice(document.text)
        keys = [fold(word) for word in text.split()]
        rank = (not all(key in words.honorifics for key in keys), len(keys))
        if best is None or rank > best[0]:
            best = (rank, text)
    return " ".join(best[1].split()) if best is not None else None


def _affiliation(
    document: Document, mentions: Sequence[Mention], kind: SpeakerKind, small: ClosedClasses
) -> str | None:
    if kind not in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS):
        return None
    for mention in mentions:
        if mention.affiliation is not None:
            return _slice(document, mention.affiliation)
    for mention in mentions:
        for inner in mention.inner:
            following = mention.name is not None and inner.span.start >= mention.name.end
            in_role = mention.role is not None and mention.role.contains(inner.span)
            if inner.kind is MentionKind.NAME and inner.name is not None and (following or in_role):
                before = document.tokens.before(inner.span.start)
                between = document.text[mention.span.start : inner.span.start].split()
                clause = not small.personal_relatives.isdisjoint(between)
                if document.tokens.lowers[before] in small.before_affiliations and not clause:
                    return _slice(document, inner.name)
    return None


def _aliases(entity: Entity, name: str) -> tuple[str, ...]:
    """Return the other names, in the order in which they first stand in the text."""
    found: dict[str, str] = {}
    for _, one in sorted(entity.names, key=lambda other: other[0]):
        for text in (one.nickname, one.text):
            if text and fold(text) != fold(name):
                found.setdefault(fold(text), text)
    return tuple(found.values())


def _slice(document: Document, span: Span) -> str:
    return " ".join(span.slice(document.text).split())
