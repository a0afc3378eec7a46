"""Titles in a run of capitalized words: where one begins and ends, and what it says of a person."""

from __future__ import annotations

from quotekit.models import Gender, SpeakerKind
from quotekit.syntax._tagged_chunks import TaggedChunks


def title_inside(scan: TaggedChunks, start: int, head: int) -> tuple[int, int] | None:
    """Return first and last token of the title in a run that goes on with a name."""
    words, lowers = scan.words, scan.lowers
    for p in range(head - 1, start - 1, -1):
        end = _end_of_title(scan, p, start, head)
        if end is None:
            continue
        if lowers[p + 1] in scan.small.of:
            end = _of_office(scan, p + 2, head)
            if end is None:
                return None
        end = _portfolio(scan, end, head)
        if scan.texts[end + 1] == ".":
            end += 1
        if end >= head or lowers[end + 1] in words.suffixes:
            continue
        first = p
        while first > start and (
            lowers[first - 1] in words.titles
            or lowers[first - 1] in words.modifiers
            or (scan.texts[first - 1] == "." and lowers[first - 2] in words.abbreviated)
        ):
            first -= 1
        return first, end
    return None


def _end_of_title(scan: TaggedChunks, p: int, start: int, head: int) -> int | None:
    """Return the last token of the title whose word or phrase begins at *p*: *Judge*, *Tan Sri*."""
    words, lowers = scan.words, scan.lowers
    if p + 1 < head and f"{lowers[p]} {lowers[p + 1]}" in words.title_phrases:
        return p + 1
    if lowers[p] in words.title_kin and p == start and scan.opens(p):
        return p  # Mum Ida
    known = lowers[p] in words.titles or _role_in_capitals(scan, p, start, head)
    return p if known else None


def _of_office(scan: TaggedChunks, i: int, head: int) -> int | None:
    """Return where an office with *of* ends before a name; ``None`` if the name is the body’s.

    *Secretary of State Mike Hale*, *Governor of Norland Ada Stone*, *CEO of the Refugee Council Eli
    Dorn*: a portfolio, a place, a body’s last word, or what stands before a first name.
    """
    words, lowers = scan.words, scan.lowers
    if i >= head:
        return None
    if lowers[i] in words.portfolios:
        return i
    for end in range(i, head):
        place = " ".join(lowers[i : end + 1]) in words.places
        if place or (end > i and lowers[end] in words.organization_ends):
            return end
    first = head - 1
    return first - 1 if first > i and lowers[first] in words.first_names else None


def _portfolio(scan: TaggedChunks, end: int, head: int) -> int:
    """Take in what an office is for: *Minister for Fisheries Mia Orr*, whose name is two words."""
    if end + 2 >= head or scan.lowers[end + 1] not in scan.small.purposes:
        return end
    return max(end + 2, head - 2)


def _role_in_capitals(scan: TaggedChunks, p: int, start: int, head: int) -> bool:
    """Return whether a run opens with a role before a full name: *Chief Purser Nell Dorsey*.

    Words that are given names as well (*Mason*, *Hunter*) are roles where a sentence opens only.
    """
    if head - p < 2 or not scan.capital[p + 1]:
        return False
    low = scan.lowers[p]
    if low in scan.words.given and (p > start or not scan.opens(p)):
        return False
    if any(word in scan.words.first_names for word in scan.lowers[start:p]):
        return False
    found = scan.words.heads.get(low)
    if found is None:
        return scan.words.ends_like_person(low) and not low.endswith(scan.endings.plural)
    if p == start and found.number == "plural" and scan.opens(p):
        return found.entity is SpeakerKind.GROUP  # Neighbours Ann Lee and Bo Fisk
    return found.entity is SpeakerKind.PERSON and found.number == "singular"


def is_only_title(scan: TaggedChunks, start: int, head: int) -> bool:
    """Return whether a run is a title and no name: *the Prime Minister*, *the Elm Board Chair*."""
    words, low = scan.words, scan.lowers[head]
    if scan.texts[head] == "." or low in words.honorifics:
        return False
    office = start > 0 and scan.lowers[start - 1] in scan.small.definite
    office = office and any(word in words.organization_ends for word in scan.lowers[start:head])
    return low in words.titles and (
        head == start
        or office
        or all(
            w in words.titles or w in words.modifiers or w in words.nationalities
            for w in scan.lowers[start:head]
        )
    )


def gender_of(scan: TaggedChunks, first: int, last: int) -> Gender | None:
    for i in range(first, last + 1):
        gender = scan.words.honorifics.get(scan.lowers[i])
        if gender is None:
            head = scan.words.heads.get(scan.lowers[i])
            gender = head.gender if head is not None else None
        if gender is not None:
            return gender
    return None
