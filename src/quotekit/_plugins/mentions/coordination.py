"""Several who speak as one: *Orr and Doyle*, *teachers, parents and pupils*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from quotekit._plugins.mentions.mention_draft import MentionDraft
from quotekit.models import Mention, MentionKind, SpeakerKind
from quotekit.spans import Span
from quotekit.syntax._tagged_chunks import TaggedChunks

LONGEST_ROW: Final = 8
SIGNS: Final = frozenset("&/")


def join(
    scan: TaggedChunks, found: Sequence[MentionDraft], mentions: Sequence[Mention]
) -> list[Mention]:
    """Join the mentions that stand in a row up to *and* into one that holds them."""
    joined: list[Mention] = []
    i, last = 0, len(found) - 1
    while i <= last:
        near = i < last and 1 <= found[i + 1].first - found[i].last - 1 <= 2
        end = _row_end(scan, found, i) if near else i
        row = mentions[i : end + 1]
        if end == i + 1 and _one_person(scan, found[i], found[end]):
            joined.append(_with_roles(row[0], row[1]))
        else:
            joined.append(row[0] if end == i else _together(row))
        i = end + 1
    return joined


def _row_end(scan: TaggedChunks, found: Sequence[MentionDraft], i: int) -> int:
    """Return the index of the last mention of the row that begins with mention *i*."""
    j, conjunctions = i, scan.small.row_conjunctions
    while j + 1 < len(found) and j - i < LONGEST_ROW:
        gap = found[j + 1].first - found[j].last - 1
        if gap not in (1, 2) or not _alike(found[i], found[j + 1]):
            break
        between = scan.lowers[found[j].last + 1 : found[j + 1].first]
        joined = between[-1] in SIGNS or between[-1] in conjunctions
        if joined and (gap == 1 or between[0] == ","):
            return j + 1 if gap == 1 or j > i else i
        if gap != 1 or between[0] != "," or _in_apposition(scan, found[j], found[j + 1]):
            break
        j += 1
    return i


def _one_person(scan: TaggedChunks, one: MentionDraft, other: MentionDraft) -> bool:
    """Return whether one person has two roles: *chairman and CEO Mia Orr*, *founder/editor Jo Marr*."""
    bare = one.first == one.last and one.kind is MentionKind.NOMINAL
    person = SpeakerKind.PERSON
    titled = other.kind is MentionKind.NAME and other.parts.title is not None
    same = one.parts.entity is person and other.parts.entity is person
    return (
        bare and titled and same and one.parts.number == "singular" and not scan.capital[one.last]
    )


def _with_roles(role: Mention, named: Mention) -> Mention:
    """Let a name begin with the first of its two roles."""
    assert named.title is not None
    start = role.span.start
    return attrs.evolve(named, span=Span(start, named.span.end), title=Span(start, named.title.end))


def _in_apposition(scan: TaggedChunks, one: MentionDraft, other: MentionDraft) -> bool:
    """Return whether *the Harbour and Coast commissioner* may say who the name before it is."""
    return one.kind is MentionKind.NAME and scan.tags[other.first] == "DET"


def _alike(one: MentionDraft, other: MentionDraft) -> bool:
    if MentionKind.PRONOUN in (one.kind, other.kind):
        return False
    document = SpeakerKind.DOCUMENT
    both = (one.parts.entity is document) == (other.parts.entity is document)
    return both or one.kind is other.kind


def _together(row: Sequence[Mention]) -> Mention:
    named = all(mention.kind is MentionKind.NAME for mention in row)
    return Mention(
        Span(row[0].span.start, row[-1].span.end),
        MentionKind.NAME if named else MentionKind.NOMINAL,
        entity=SpeakerKind.GROUP,
        number="plural",
        inner=tuple(row),
        found_by="mentions",
    )
