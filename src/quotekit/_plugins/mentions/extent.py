"""How far a mention reaches to the right: brackets, prepositional phrases, appositions.

*the auditor, Uma Dey,* is one mention; so are *Jo Marr, 44, a baker from Elm*, *a person familiar
with the talks* and *Sen. Gil Amaro (D-Me.)*.
"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.mentions.bodies import named_in_object
from quotekit._plugins.mentions.mention_draft import MentionDraft
from quotekit._plugins.mentions.names import Parts, head_of, lookup, parse
from quotekit._plugins.mentions.offices import office_end, seat_end
from quotekit.models import MentionKind, SpeakerKind
from quotekit.syntax._tagged_chunks import NICKNAME_OPENERS, TaggedChunks
from quotekit.syntax._tags import VERBS

CLOSERS: Final = frozenset(',.;:)—–”"?!\n')
STARTS_APPOSITION: Final = frozenset(("DET", "NOUN", "PROPN", "ADJ", "NUM"))
PARTIES: Final = frozenset("RDI")
"""First letters of *R-Ill.*, *D-Calif.*: American party and seat."""
LONGEST_BRACKET: Final = 7
ENDS_CLAUSE: Final = frozenset(',.;:—–”"?!)')
ENDS_PHRASE: Final = frozenset(("NOUN", "PROPN", "NUM", "ADJ"))
LONGEST_CLAUSE: Final = 30
LONGEST_LETTERS: Final = 4
"""Letters after a name are no more than these: *KCMG*."""
LONGEST_CHAIN: Final = 4
"""Maximum number of prepositional phrases that are joined in a row."""


def extend(scan: TaggedChunks, one: MentionDraft) -> MentionDraft:
    """Return the mention with what is joined to it on its right."""
    i = one.last + 1
    if not scan.capital[i] and scan.lowers[i] not in scan.joining:
        return one  # as with most
    if named_in_object(scan, one):
        return one
    one.last = _phrases(scan, one, _bracket(scan, one.last))
    named = one.kind is MentionKind.NAME
    if not named and (_known_as(scan, one) or _named_after(scan, one)):
        return one
    if scan.texts[one.last + 1] != ",":
        return one
    _aside(scan, one)
    if scan.texts[one.last + 1] == ",":
        if named:
            _role(scan, one)
        elif one.parts.entity is SpeakerKind.PERSON or _is_body(scan, one):
            _name(scan, one)
    return one


def _is_body(scan: TaggedChunks, one: MentionDraft) -> bool:
    """Return whether a body may be named next: *The operator, Fjordlink, …*; not *the city, Orr …*."""
    body = one.parts.entity is SpeakerKind.ORGANIZATION and scan.tags[one.first] == "DET"
    return body and (not one.first or scan.tags[one.first - 1] not in ("ADP", "POS"))


def _known_as(scan: TaggedChunks, one: MentionDraft) -> bool:
    """Take in a name that is said to be one: *a man known only as “Red”*, *a judge named Orr*."""
    i, small = one.last + 1, scan.small
    if one.parts.entity is not SpeakerKind.PERSON:
        return False
    if scan.lowers[i] in small.known:
        i += 2 if scan.lowers[i + 1] in small.merely else 1
        if scan.lowers[i] not in small.known_as:
            return False
    elif scan.lowers[i] not in small.named:
        return False
    marked = bool(scan.texts[i + 1 : i + 2]) and scan.texts[i + 1] in NICKNAME_OPENERS
    first = i + 2 if marked else i + 1
    last = first
    while last < scan.n and scan.texts[last][0].isupper() and last < first + 3:
        last += 1
    if last == first:
        return False
    one.kind = MentionKind.NAME
    one.parts.name, one.parts.role = (first, last - 1), (one.first, one.last)
    while marked and last < scan.n and last < first + 5 and scan.texts[last] in ".,”\"’'":
        last += 1
        if scan.texts[last - 1] not in ".,":
            break
    one.last = last - 1
    return True


def _named_after(scan: TaggedChunks, one: MentionDraft) -> bool:
    """Take in a full name right after an office: *director of operations Lin Wei*."""
    i = one.last + 1
    person = one.parts.entity is SpeakerKind.PERSON and one.parts.number == "singular"
    if (
        not person
        or i + 1 >= scan.n
        or scan.capital[one.last]
        or scan.small.of.isdisjoint(scan.lowers[one.first : i])
    ):
        return False
    if not (scan.capital[i] and scan.capital[i + 1]) or i in scan.breaks:
        return False
    core = scan.at(i)
    head = head_of(scan, core) if core is not None else -1
    if core is None or head != core.last:
        return False
    found = parse(scan, core, head)
    if found.name is None or found.entity is not SpeakerKind.PERSON:
        return False
    one.kind = MentionKind.NAME
    if scan.tags[one.first] == "DET":
        found.title, found.role = None, (one.first, one.last)
    else:
        found.title = (one.first, one.last)
    one.parts = found
    one.last = head
    return True


def _bracket(scan: TaggedChunks, last: int) -> int:
    """Take in a short bracket: *(R-Pa.)*, *(IFU)*."""
    i = last + 1
    if i + 2 >= scan.n or scan.texts[i] != "(":
        return last
    if not scan.texts[i + 1][0].isalnum() and scan.texts[i + 1] != "@":
        return last
    stop = min(scan.n, i + LONGEST_BRACKET)
    for j in range(i + 2, stop):
        if scan.texts[j] == ")":
            first = scan.texts[i + 1]
            shaped = first[0].isupper() or first.isdigit() or first == "@"
            return j if shaped else last
    return last


def _phrases(scan: TaggedChunks, one: MentionDraft, last: int) -> int:
    """Take in prepositional phrases: *of the Sierra Trust*, *familiar with the talks*."""
    named, small = one.kind is MentionKind.NAME, scan.small
    joining = small.phrase_prepositions
    for _ in range(LONGEST_CHAIN):
        i = last + 1
        if i + 1 >= scan.n or i in scan.breaks:
            break
        low = scan.lowers[i]
        if not named and low in scan.words.after and scan.lowers[i + 1] in joining:
            i, low = i + 1, scan.lowers[i + 1]
        by = low in small.agents and one.parts.entity is SpeakerKind.DOCUMENT
        if not by and low not in (small.name_prepositions if named else joining):
            break
        end = _object(scan, i + 1, low, named)
        if end < 0:
            break
        last = end
    return last


def _object(scan: TaggedChunks, i: int, preposition: str, named: bool) -> int:
    """Return the last token of the noun phrase after a preposition, -1 if it does not belong."""
    if i >= scan.n:
        return -1
    if scan.tags[i] == "PRON" and not named and scan.lowers[i] not in scan.small.no_objects:
        return i
    core = scan.at(i)
    if core is None:
        return -1
    low = scan.lowers[core.last]
    asks = scan.lowers[core.first] in scan.small.question_determiners
    if preposition not in scan.small.of and (low in scan.words.circumstances or asks):
        return -1
    if named and not scan.capital[core.last]:
        return -1
    return _bracket(scan, _with_second(scan, core.last))


def _with_second(scan: TaggedChunks, last: int) -> int:
    """Take in a second object: *on health and safety*, *of Health and Human Services*."""
    if scan.lowers[last + 1] not in scan.small.additions:
        return last
    capital = scan.capital[last]
    if capital != scan.capital[last + 2] or scan.tags[last + 2] == "DET":
        return last
    core = scan.at(last + 2)
    if core is None or (not capital and not _closes(scan, core.last + 1)):
        return last
    return core.last


def _closes(scan: TaggedChunks, i: int) -> bool:
    """Return whether token *i* ends an apposition."""
    return scan.texts[i] in CLOSERS or scan.lowers[i] in scan.small.personal_relatives


def _aside(scan: TaggedChunks, one: MentionDraft) -> None:
    """Take in an age or a party and place between commas: *, 71,* and *, R-Ill.,*."""
    i = one.last + 2
    text = scan.texts[i]
    if text in scan.small.former and i + 1 < scan.n:
        i, text = i + 1, scan.texts[i + 1]
    age = text.isdigit() and len(text) < 4
    if one.parts.name is not None and _are_letters(scan, one, i):
        one.last = i
        return
    seat = len(text) > 2 and text[1] == "-" and text[0] in PARTIES
    if not (age or seat):
        return
    if scan.texts[i + 1] == "." and scan.adjacent(i + 1) and text[1:2] == "-":
        i += 1
    if i + 1 >= scan.n or scan.texts[i + 1] in CLOSERS:
        one.last = i


def _are_letters(scan: TaggedChunks, one: MentionDraft, i: int) -> bool:
    """Return whether token *i* is an order or service after a full name: *Ada Rao, MBE, said*."""
    name, text = one.parts.name, scan.texts[i]
    person = one.parts.entity is SpeakerKind.PERSON and name is not None and name[0] < name[1]
    shaped = 2 <= len(text) <= LONGEST_LETTERS and text.isalpha() and text.isupper()
    return person and shaped and scan.texts[i + 1] == ","


def _role(scan: TaggedChunks, one: MentionDraft) -> None:
    """Take in what an apposition says of a name: *, a doctor at the hospital*."""
    i = one.last + 2
    if scan.tags[i] not in STARTS_APPOSITION or scan.texts[i] in CLOSERS:
        return
    core = scan.at(i)
    if core is None:
        return
    head = head_of(scan, core)
    office = office_end(scan, one, core)
    if office >= 0:
        head, found = office, Parts(number="singular")
    elif head == core.last:
        found = parse(scan, core, head)
    elif scan.tags[i] == "DET" and not scan.lowers[core.last].endswith(scan.endings.plural):
        head, found = core.last, Parts(number="singular")
    else:
        return
    if found.name is not None or found.number == "plural":
        return
    proper = scan.tags[i] != "DET" and not core.possessors and scan.capital[i]
    if proper and office < 0 and lookup(scan, head) is None:
        return
    inner = MentionDraft(i, head, MentionKind.NOMINAL, found)
    last = seat_end(scan, _relative(scan, _coordinated(scan, inner)))
    if scan.texts[last + 1] not in CLOSERS:
        return
    if scan.lowers[last + 2] in scan.small.additions:
        return
    one.last = last
    parts = one.parts
    parts.role = (i, last)
    parts.entity = parts.entity or found.entity
    parts.gender = parts.gender or found.gender


def _relative(scan: TaggedChunks, last: int) -> int:
    """Take in a relative clause without commas that reports nothing itself: *people who vote*.

    It ends before a comma, or before the verb of the clause around it.
    """
    i = last + 1
    if i + 1 >= scan.n or scan.lowers[i] not in scan.small.personal_relatives:
        return last
    verb = i + 1
    while verb < scan.n and scan.tags[verb] == "ADV":
        verb += 1
    for j in range(verb, min(scan.n, i + LONGEST_CLAUSE)):
        tag, text = scan.tags[j], scan.texts[j]
        if j in scan.reporting and j <= verb + 2:
            return last
        if text in ENDS_CLAUSE:
            return j - 1 if text != "." or not scan.adjacent(j) or j - i > 2 else last
        if tag in VERBS and j > verb + 1 and scan.tags[j - 1] in ENDS_PHRASE:
            return j - 1
    return last


def _coordinated(scan: TaggedChunks, inner: MentionDraft) -> int:
    """Return the end of a role that may be two: *president and chief executive of the league*."""
    last = _phrases(scan, inner, inner.last)
    if scan.lowers[last + 1] in scan.small.additions:
        core = scan.at(last + 2)
        head = head_of(scan, core) if core is not None else -1
        known = core is not None and (
            lookup(scan, head) is not None or scan.lowers[core.first] in scan.words.modifiers
        )
        if core is not None and head == core.last and known:
            last = _phrases(scan, inner, head)
    return last


def _name(scan: TaggedChunks, one: MentionDraft) -> None:
    """Take in the name that an apposition gives to a nominal: *the auditor, Uma Dey*."""
    i = one.last + 2
    core = scan.at(i) if scan.tags[i] != "PRON" else None
    head = head_of(scan, core) if core is not None else -1
    if core is None or head != core.last:
        return
    found = parse(scan, core, head)
    if found.name is None:
        _named(scan, one)
        return
    body = one.parts.entity is SpeakerKind.ORGANIZATION
    unlike = {SpeakerKind.PLACE, SpeakerKind.PERSON if body else SpeakerKind.ORGANIZATION}
    if found.name is None or found.role is not None or found.entity in unlike:
        return
    inner, told = MentionDraft(i, head, MentionKind.NAME, found), found.gender
    inner.last = last = _phrases(scan, inner, _bracket(scan, head))
    if scan.texts[last + 1] == ",":
        _aside(scan, inner)
        if scan.texts[inner.last + 1] == ",":
            _role(scan, inner)
    if scan.texts[inner.last + 1] not in CLOSERS:
        return
    one.kind = MentionKind.NAME
    parts = inner.parts  # to which an apposition may have given a role
    parts.role = parts.role or (one.first, one.last)
    parts.entity = one.parts.entity
    parts.affiliation = parts.affiliation or one.parts.affiliation
    parts.gender = told or one.parts.gender
    one.parts, one.last = parts, inner.last


def _named(scan: TaggedChunks, one: MentionDraft) -> None:
    """Take in a second description with a name: *the commissioner, a former judge named Ida Orr*."""
    i = one.last + 2
    core = scan.at(i) if scan.tags[i] == "DET" else None
    head = head_of(scan, core) if core is not None else -1
    if core is None or head != core.last:
        return
    inner = MentionDraft(i, head, MentionKind.NOMINAL, parse(scan, core, head))
    if inner.parts.name is None and _known_as(scan, inner) and _closes(scan, inner.last + 1):
        one.kind = MentionKind.NAME
        inner.parts.role, inner.parts.affiliation = (one.first, one.last), one.parts.affiliation
        one.parts, one.last = inner.parts, inner.last
