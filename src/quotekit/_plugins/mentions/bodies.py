"""Offices with their body, and a name right after: *CEO of the Refuge Council Eli Dorn*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.mentions.mention_draft import MentionDraft
from quotekit.models import MentionKind, SpeakerKind
from quotekit.syntax._tagged_chunks import TaggedChunks

OWNERS: Final = frozenset(("'", "’", "'s", "’s"))
"""Signs of the possessive inside the name of a body: *Ferry Users’ Group*."""


def named_in_object(scan: TaggedChunks, one: MentionDraft) -> bool:
    """Take in a name after the body of an office: *CEO of the Refugee Council* | *Eli Dorn*."""
    i = one.last + 1
    office = one.parts.entity is SpeakerKind.PERSON and one.parts.number == "singular"
    if (
        one.kind is MentionKind.NAME
        or not office
        or scan.lowers[i] not in scan.small.body_prepositions
    ):
        return False
    body = i + 1 + (scan.tags[i + 1] == "DET")
    last = body
    while scan.capital[last + 1] or (scan.texts[last + 1] in OWNERS and scan.capital[last + 2]):
        last += 1
    first = _first_name(scan, body, last)
    if first is None:
        return False
    one.kind = MentionKind.NAME
    title, owner = (one.first, one.last), (body, first - 1)
    parts = one.parts
    parts.name, parts.affiliation = (first, last), owner
    if scan.tags[one.first] == "DET":
        parts.title, parts.role = None, title
    else:
        parts.title = title
    one.last = last
    return True


def _first_name(scan: TaggedChunks, body: int, last: int) -> int | None:
    """Return where a name of two words begins after a body in the same run of capitals."""
    words = scan.words
    first = last - 1
    if first <= body or not scan.capital[body] or scan.lowers[last] in words.organization_ends:
        return None
    known = scan.lowers[first] in words.first_names
    ends = scan.lowers[first - 1] in words.organization_ends
    return first if ends or known else None
