"""Inside a noun phrase: affiliation, title and name."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.mentions.kinds import is_organization, kind_of_name, membership
from quotekit._plugins.mentions.titles import gender_of, is_only_title, title_inside
from quotekit.models import Gender, Number, SpeakerKind
from quotekit.syntax._noun_lexicon import Head
from quotekit.syntax._tagged_chunks import Core, TaggedChunks

INSIDE: Final = frozenset("&.,")
"""Signs that may stand inside a name."""
VERBAL: Final = frozenset(("VERB", "VBZ", "VBD", "VBN", "AUX", "MODAL", "ADV"))


class Parts:
    """What a phrase is made of, as token ranges (first, last).

    Attributes:
        name: The proper name.
        title: The title before it.
        affiliation: What the title belongs to.
        role: A relative or an office that the phrase itself states: *her brother*.
        entity: Kind of speaker.
        number: Number.
        gender: Gender.
    """

    __slots__ = ("affiliation", "entity", "gender", "name", "number", "role", "title")

    def __init__(
        self,
        name: tuple[int, int] | None = None,
        title: tuple[int, int] | None = None,
        affiliation: tuple[int, int] | None = None,
        role: tuple[int, int] | None = None,
        entity: SpeakerKind | None = None,
        number: Number | None = None,
        gender: Gender | None = None,
    ) -> None:
        self.name = name
        self.title = title
        self.affiliation = affiliation
        self.role = role
        self.entity = entity
        self.number = number
        self.gender = gender


def head_of(scan: TaggedChunks, core: Core) -> int:
    """Return the token that heads the phrase, -1 if it heads no possible speaker.

    Nouns that no table knows are dropped at the end where a name or a plural stands before them:
    they are verbs more often than not (*officials claim*).
    """
    for i in range(core.last, core.first - 1, -1):
        if scan.texts[i] == ".":
            continue
        if scan.capital[i]:
            return core.last if core.last == i + 1 and scan.texts[core.last] == "." else i
        head = core.noun = lookup(scan, i)
        if head is not None and not (i == core.last and _may_be_verb(scan, core, i, head)):
            verb_follows = i == core.last - 1 and scan.lowers[core.last].endswith(
                scan.endings.plural
            )
            return i if i == core.last or head.number == "plural" or verb_follows else -1
        if head is None and scan.tags[i] != "NOUN":
            return -1
    return -1


def _may_be_verb(scan: TaggedChunks, core: Core, i: int, head: Head) -> bool:
    """Return whether *notes*, *report* and the like report here: *Orr notes that*, *experts note*."""
    if head.entity is not SpeakerKind.DOCUMENT or i == core.first:
        return False
    if scan.tags[i + 1] in VERBAL:
        return False
    if scan.capital[i - 1]:
        body = scan.tags[core.first] == "DET" and is_organization(scan, core.first + 1, i - 1)
        return head.number == "plural" and (body or scan.tags[core.first] != "DET")
    before = lookup(scan, i - 1)
    if head.number == "plural" and before is not None and before.number == "singular":
        parted = scan.texts[core.first - 1] == ","  # C, the report notes.
        if parted and (scan.texts[i + 1] == "." or scan.tags[i + 1] == "ADP"):
            return True
        return (
            scan.texts[i + 1] in (",", ":") or scan.texts[i + 1] in scan.small.complementizers
        )  # the report notes, “…”
    return before is not None and before.number == "plural" and head.number == "singular"


def lookup(scan: TaggedChunks, i: int) -> Head | None:
    """Return what is known of noun *i* as the head of a phrase, by table or by its ending."""
    words, low = scan.words, scan.lowers[i]
    return words.head_of(low) if scan.tags[i] == "NOUN" else words.listed_head(low)


def parse(scan: TaggedChunks, core: Core, head: int) -> Parts:
    """Take a phrase with a capitalized head apart; a lower-case head makes a nominal."""
    if not scan.capital[head] and scan.texts[head] != ".":
        found = core.noun
        assert found is not None
        return Parts(
            affiliation=_possessor(scan, core) if found.entity is SpeakerKind.PERSON else None,
            entity=found.entity,
            number=found.number,
            gender=found.gender,
        )
    start = _run_start(scan, core, head)
    if is_organization(scan, start, head):
        return Parts((start, head), entity=SpeakerKind.ORGANIZATION, number="singular")
    split = title_inside(scan, start, head)
    if split is not None:
        return _titled(scan, core, start, split, head)
    if is_only_title(scan, start, head):
        gender = gender_of(scan, start, head)
        return Parts(entity=SpeakerKind.PERSON, number="singular", gender=gender)
    members = membership(scan, head)
    if members is not None:
        return Parts(entity=members.entity, number=members.number)
    return _led(scan, core, start, head)


def _run_start(scan: TaggedChunks, core: Core, head: int) -> int:
    """Return where the run of capitalized words that ends at *head* begins."""
    k = head
    owned = bool(core.possessors) and not _of_members(scan, core.possessors[-1], head)
    bound = core.possessors[-1] + 2 if owned else core.first
    while k > bound and not _parts_from_run(scan, k - 1):
        k -= 1
    while k < head and not scan.capital[k]:
        k += 1
    return k


def _of_members(scan: TaggedChunks, owner: int, head: int) -> bool:
    """Return whether members stand in the name of a body: *the Teachers’ Union*, *Farmers’ Bank*."""
    plural = scan.lowers[owner].endswith(scan.endings.plural) and scan.lowers[owner + 1] != "'s"
    return plural and scan.capital[owner] and scan.lowers[head] in scan.words.organization_ends


def _parts_from_run(scan: TaggedChunks, i: int) -> bool:
    """Return whether token *i* ends the run to its right."""
    if scan.capital[i]:
        return False
    low = scan.lowers[i]
    if low in scan.words.particles or low in INSIDE or low in scan.small.inside_names:
        return False
    if low in scan.small.definite:
        return scan.lowers[i - 1] not in scan.small.of if i else True
    return scan.lowers[i] == "'s" or scan.texts[i][0].isalnum() or not scan.capital[i + 1]


def _titled(scan: TaggedChunks, core: Core, start: int, title: tuple[int, int], head: int) -> Parts:
    """A run with a title in it: *US Secretary of State Mike Hale*, *former Gov. Ada Stone*."""
    first, last = title
    affiliation = (start, first - 1) if start < first else None
    lead = _lead_start(scan, core, start)
    if affiliation is None and lead < start:
        if scan.capital[lead]:
            affiliation = (lead, _run_end(scan, lead))
            lead = affiliation[1] + 1
        first = min(first, lead)
    affiliation = _without_modifiers(scan, affiliation) or _possessor(scan, core)
    return Parts(
        (last + 1, head),
        (first, last),
        affiliation,
        entity=SpeakerKind.PERSON,
        number="singular",
        gender=gender_of(scan, first, last),
    )


def _without_modifiers(scan: TaggedChunks, part: tuple[int, int] | None) -> tuple[int, int] | None:
    """Leave *Former* out of *Former Vermont* before *Gov.*."""
    while part is not None and scan.lowers[part[0]] in scan.words.modifiers:
        part = (part[0] + 1, part[1]) if part[0] < part[1] else None
    return part


def _led(scan: TaggedChunks, core: Core, start: int, head: int) -> Parts:
    """A name that lower-case words may lead: *national security adviser Ada Ferro*."""
    words = scan.words
    lead = _lead_start(scan, core, start)
    if core.possessors and core.possessors[-1] == start - 2 and start < head:
        owner = _possessor(scan, core)
        if owner is not None and scan.capital[owner[1]]:
            person = SpeakerKind.PERSON
            return Parts((start, head), None, owner, entity=person, number="singular")
    before = lookup(scan, start - 1) if lead < start else None
    if lead < start < head and before is None and lead in scan.after_reports:
        person = SpeakerKind.PERSON  # said chamberlain Nils Orr
        return Parts((start, head), (lead, start - 1), entity=person, number="singular")
    if before is None or before.number == "plural":
        return _bare(scan, start, head)
    if before.entity is SpeakerKind.DOCUMENT or scan.lowers[start - 1] in scan.small.unnamed:
        return Parts((start, head), entity=kind_of_name(scan, start, head), number="singular")
    if before.entity is SpeakerKind.ORGANIZATION:
        return Parts((start, head), entity=before.entity, number="singular")
    if scan.lowers[start - 1] in words.kin:
        return Parts(
            (start, head),
            role=(core.first, start - 1),
            entity=SpeakerKind.PERSON,
            number="singular",
            gender=before.gender,
        )
    affiliation = _possessor(scan, core)
    if scan.capital[lead] and _affiliates(scan, lead):
        affiliation = (lead, _run_end(scan, lead))
        lead = affiliation[1] + 1
    return Parts(
        (start, head),
        (lead, start - 1) if lead < start else None,
        affiliation,
        entity=SpeakerKind.PERSON,
        number="singular",
        gender=before.gender,
    )


def _bare(scan: TaggedChunks, start: int, head: int) -> Parts:
    """A name that no title leads: *Ada Ferro*, *the Daily Post*, *Republican Gil Amaro*."""
    words = scan.words
    land = scan.texts[start].endswith(".") and scan.lowers[start] in words.places
    if land and start + 1 < head and scan.lowers[start + 1] in words.first_names:
        person = SpeakerKind.PERSON  # in the U.S. Ida Moss said
        return Parts((start + 1, head), None, (start, start), entity=person, number="singular")
    if start and scan.lowers[start - 1] in scan.small.definite:
        kind = kind_of_name(scan, start, head)
        if kind in (None, SpeakerKind.PERSON):
            kind = SpeakerKind.ORGANIZATION
        return Parts((start, head), entity=kind, number="singular")
    if head - start >= 2 and scan.lowers[start] in words.nationalities:
        person = SpeakerKind.PERSON
        return Parts((start + 1, head), None, (start, start), entity=person, number="singular")
    return Parts((start, head), entity=kind_of_name(scan, start, head), number="singular")


def _lead_start(scan: TaggedChunks, core: Core, start: int) -> int:
    """Return where the words before the name begin, determiner and possessor left out."""
    lead = core.possessors[-1] + 2 if core.possessors else core.first
    while lead < start and scan.tags[lead] in ("DET", "NUM", "PART", "PUNCT", "ADV"):
        lead += 1
    return min(lead, start)


def _affiliates(scan: TaggedChunks, i: int) -> bool:
    """Return whether a capitalized word before a title is a name, not just first in its sentence."""
    return (
        (scan.tags[i] == "PROPN" and not scan.opens(i))
        or scan.capital[i + 1]
        or scan.lowers[i] in scan.words.places
        or scan.lowers[i] in scan.words.nationalities
        or scan.texts[i].isupper()
    )


def _run_end(scan: TaggedChunks, i: int) -> int:
    while scan.capital[i + 1] or (scan.texts[i + 1] in (".", "&") and scan.capital[i + 2]):
        i += 1
    return i


def _possessor(scan: TaggedChunks, core: Core) -> tuple[int, int] | None:
    """Return what possesses the title: *the club* in *the club’s chairman*, without *the*."""
    if not core.possessors:
        return None
    end = core.possessors[-1]
    first = core.possessors[-2] + 2 if len(core.possessors) > 1 else core.first
    while first < end and scan.tags[first] in ("DET", "PUNCT", "PART"):
        first += 1
    return first, end
