"""Offices after a name: where one in capitals ends, and where its body sits."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.mentions.mention_draft import MentionDraft
from quotekit.models import SpeakerKind
from quotekit.syntax._tagged_chunks import Core, TaggedChunks
from quotekit.syntax._tags import FINITE

LONGEST_SEAT: Final = 3
"""A place after a body has at most so many words."""


def office_end(scan: TaggedChunks, one: MentionDraft, core: Core) -> int:
    """Return the last word of an office in capitals, -1 for none: *, Chief Scientist at X, said*."""
    last = core.first
    while last < core.last and scan.lowers[last + 1] not in scan.small.of:
        last += 1
    more = last > core.first or scan.lowers[last + 1] in scan.small.before_affiliations
    known = scan.capital[core.first] and scan.lowers[last] in scan.words.heads
    person = one.parts.entity is SpeakerKind.PERSON
    return last if person and known and more else -1


def seat_end(scan: TaggedChunks, last: int) -> int:
    """Take in where a body sits: *a curator at the University of Norland, Fayton, said*."""
    i = last + 2
    if scan.texts[last + 1] != "," or not scan.capital[last] or not scan.capital[i]:
        return last
    end = i
    while scan.capital[end + 1]:
        end += 1
    closed = end - i < LONGEST_SEAT and scan.texts[end + 1] == ","
    return end if closed and scan.tags[end + 2] in FINITE else last
