"""Kinds: whether a bare name is a person’s, an organization’s, a place’s, or a whole group’s."""

from __future__ import annotations

from typing import Final

from quotekit.models import SpeakerKind
from quotekit.syntax._noun_lexicon import Head
from quotekit.syntax._tagged_chunks import TaggedChunks

MEMBERS: Final = Head(SpeakerKind.GROUP, "plural")
"""What is known of *Finns* and the like."""
LONGEST_ACRONYM: Final = 6
DOMAINS: Final = (".com", ".org", ".net", ".info")


def is_organization(scan: TaggedChunks, start: int, head: int) -> bool:
    """Return whether the run *start* to *head* is an organization’s name by its words.

    *Harbour Bank*, *Department of Health*, *Bailey & Sons*, *United Cable Workers (UCW)*.
    """
    words, low = scan.words, scan.lowers[head]
    if start == head:
        return low in words.bodies or low.endswith(DOMAINS)
    run = scan.lowers[start : head + 1]
    if " ".join(run) in words.bodies or low.endswith(DOMAINS):
        return True
    if low in words.organization_ends or low.endswith(words.organization_endings):
        return True
    if "&" in scan.texts[start:head] or _abbreviated(scan, start, head):
        return True
    for small in (scan.small.of, scan.small.purposes):
        if not small.isdisjoint(run[:-1]):
            at = next(i for i in range(start, head) if scan.lowers[i] in small)
            return scan.lowers[start] not in words.titles and (
                scan.lowers[at - 1] not in words.titles
            )
    found = words.heads.get(low)
    if found is None or found.entity is not SpeakerKind.ORGANIZATION:
        return False
    first = scan.lowers[start]
    person = start + 1 == head and first in words.first_names and first not in words.places
    return found.number == "singular" and not person  # Theo Banks and Felix Brand are none


def _abbreviated(scan: TaggedChunks, start: int, head: int) -> bool:
    """Return whether a bracket after the run gives its initials."""
    if scan.texts[head + 1] != "(":
        return False
    letters = scan.texts[head + 2].replace(".", "")
    initials = [word[0] for word in scan.texts[start : head + 1] if word[0].isupper()]
    if len(letters) < 2 or not letters.isupper() or not initials:
        return False
    return letters[0] == initials[0] and letters[-1] == initials[-1]


def membership(scan: TaggedChunks, head: int) -> Head | None:
    """Return what is known of a capitalized noun for members: *Republicans*, *a Democrat*.

    They have no name by it; a surname that is such a noun (*Mr. Baker*) has a title before it or
    another name.
    """
    low = scan.lowers[head]
    found = scan.words.heads.get(low)
    if found is None and low.endswith(scan.endings.plural):
        stems = (low.removesuffix(end) for end in scan.endings.plural if low.endswith(end))
        if not scan.words.nationalities.isdisjoint(stems):
            return MEMBERS
    if found is None or found.entity not in (SpeakerKind.PERSON, SpeakerKind.GROUP):
        return None
    if found.number == "plural" or low in scan.words.nationalities or low in scan.words.parties:
        return found
    return None


def kind_of_name(scan: TaggedChunks, start: int, head: int) -> SpeakerKind | None:
    """Return the kind of a bare name; ``None`` for a single word that could be anybody’s."""
    words, low, text = scan.words, scan.lowers[head], scan.texts[head]
    if " ".join(scan.lowers[start : head + 1]) in words.places:
        return SpeakerKind.PLACE
    if low.rstrip(".") in words.places:
        named = start + 1 == head and scan.lowers[start] not in words.place_leads
        return None if named and text != text.upper() else SpeakerKind.PLACE  # Mara London
    if start == head:
        if low in words.nationalities:
            return SpeakerKind.GROUP  # spoke French
        acronym = text.isupper() and 1 < len(text) <= LONGEST_ACRONYM
        return SpeakerKind.ORGANIZATION if acronym else None
    if low in words.place_ends:
        person = start + 1 == head and (
            scan.lowers[start] in words.first_names or low in words.surnames
        )
        return None if person else SpeakerKind.PLACE
    found = words.heads.get(low)
    if found is not None and found.entity is SpeakerKind.DOCUMENT:
        return SpeakerKind.DOCUMENT
    return SpeakerKind.PERSON
