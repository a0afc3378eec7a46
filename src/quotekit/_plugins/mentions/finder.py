"""From token to token through the text: each phrase that can speak becomes a mention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit._patterns import compiled
from quotekit._plugins.mentions.coordination import join
from quotekit._plugins.mentions.extent import extend
from quotekit._plugins.mentions.mention_draft import MentionDraft
from quotekit._plugins.mentions.names import Parts, head_of, parse
from quotekit._plugins.mentions.untagged import find_untagged
from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind, SpeakerKind
from quotekit.models._copies import maker
from quotekit.spans import Span
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._noun_lexicon import NounLexicon
from quotekit.syntax._tagged_chunks import Core, TaggedChunks
from quotekit.syntax._tags import FINITE

CLOCK_RE: Final = compiled(r"\d{1,2}[.:]\d\d(?:[ap]m)?")
"""A time of day, as live pages set it before an entry."""
STARTS_PHRASE: Final = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "ADV"))
PARTICIPLES: Final = frozenset(("VBN", "VBD"))
LOOKED_AT: Final = PARTICIPLES | {"NUM"}
"""At these tags, too, there is more to look at."""
_make: Final = maker(Mention)


def find(document: Document) -> Sequence[Mention]:
    """Return the mentions of *document*: disjoint ones, each with those inside it."""
    if not document.tagged:
        return list(find_untagged(document)) if document.language.table("titles") else []
    scan, special = document.memo(TaggedChunks), document.language.memo(_special)
    tags, lowers, capital = scan.tags, scan.lowers, scan.capital
    found: list[MentionDraft] = []
    i = 0
    while i < scan.n:
        if lowers[i] in special or tags[i] in LOOKED_AT:
            i = _at(scan, i, found)
        elif capital[i] or tags[i] in STARTS_PHRASE:
            i = _phrase(scan, i, found)  # most need no closer look
        else:
            i += 1
    return _nest(scan, found)


def _special(language: Language) -> frozenset[str]:
    """Return the words at which there is more to look at than whether a phrase begins."""
    words, small = language.memo(NounLexicon), language.memo(ClosedClasses)
    known = frozenset((*words.pronouns, *words.quantities, "@"))
    return known | words.modifiers | small.those | small.no_mentions | small.acronyms


def _at(scan: TaggedChunks, i: int, found: list[MentionDraft]) -> int:
    """Look for a mention that begins at token *i*; return where to look next."""
    low, tag, small = scan.lowers[i], scan.tags[i], scan.small
    clock = tag == "NUM" and scan.capital[i + 1] and CLOCK_RE.fullmatch(low)  # 14.32 Minister Orr
    if low in small.no_mentions or clock:
        return i + 1
    if low == "@" and scan.adjacent(i + 1) and _stands_free(scan, i):
        found.append(MentionDraft(i, i + 1, MentionKind.NAME, Parts((i, i + 1), number="singular")))
        return i + 2
    if low in small.acronyms and _is_acronym(scan, i):
        parts = Parts((i, i), entity=SpeakerKind.ORGANIZATION, number="singular")
        found.append(MentionDraft(i, i, MentionKind.NAME, parts))
        return i + 1
    pronoun = scan.words.pronouns.get(low)
    if pronoun is not None and not scan.capital[i]:
        parts = Parts(number=pronoun.number, gender=pronoun.gender)
        if tag != "DET":
            found.append(MentionDraft(i, i, MentionKind.PRONOUN, parts))
            return i + 1
        owner = MentionDraft(i, i, MentionKind.PRONOUN, parts)
        end = _phrase(scan, i, found)
        found.append(owner)
        return end
    if low in small.those and scan.lowers[i + 1] in small.after_those:
        parts = Parts(entity=SpeakerKind.GROUP, number="plural")
        found.append(extend(scan, MentionDraft(i, i, MentionKind.NOMINAL, parts)))
        return i + 1
    if low in small.those and _is_asked(scan, i):
        parts = Parts(entity=SpeakerKind.GROUP, number="plural")
        found.append(MentionDraft(i, i + 1, MentionKind.NOMINAL, parts))
        return i + 2
    if tag == "NUM" and scan.texts[i + 1] == "%" and scan.tags[i + 2] in FINITE:  # 52% said
        parts = Parts(entity=SpeakerKind.ANONYMOUS, number="plural")
        found.append(MentionDraft(i, i + 1, MentionKind.NOMINAL, parts))
        return i + 2
    if low in scan.words.quantities and (
        scan.lowers[i + 1] in small.of or tag in ("DET", "NUM", "PRON")
    ):
        end = _quantity(scan, i, found)
        if end:
            return end
    if (
        tag in STARTS_PHRASE
        or scan.capital[i]
        or low in scan.words.modifiers
        or (tag in PARTICIPLES and i in scan.after_reports)
        or low in scan.words.quantities
    ):
        return _phrase(scan, i, found)
    return i + 1


def _is_asked(scan: TaggedChunks, i: int) -> bool:
    """Return whether a participle says who *those* are: *those polled said*."""
    return scan.tags[i + 1] in PARTICIPLES and scan.tags[i + 2] in FINITE


def _is_acronym(scan: TaggedChunks, i: int) -> bool:
    """Return whether a relative pronoun in capitals names a body: *WHO says*, not *MAN WHO SAYS*."""
    if len(scan.texts[i]) < 3 or not scan.texts[i].isupper():
        return False
    around = [word for word in scan.texts[max(0, i - 2) : i + 3] if word.isalpha()]
    return sum(word.isupper() for word in around) == 1


def _stands_free(scan: TaggedChunks, i: int) -> bool:
    """Return whether an *@* begins a user’s name: no address of mail has a blank or bracket there."""
    word = scan.texts[i + 1]
    free = not i or not scan.adjacent(i) or not scan.texts[i - 1][-1].isalnum()
    return free and (word[0].isalnum() or word[0] == "_")


def _phrase(scan: TaggedChunks, i: int, found: list[MentionDraft]) -> int:
    """Read the noun phrase at token *i*; return the token after its core."""
    core = scan.at(i)
    if core is None:
        return i + 1
    if scan.lowers[core.last] in scan.words.partitives and not scan.capital[core.last]:
        end = _part(scan, core.first, core.last, found)
        if end:
            return end
    head = head_of(scan, core)
    if head < 0:
        if core.possessors:
            _owners(scan, core, found)
        return core.last + 1
    parts = parse(scan, core, head)
    first = core.first
    if scan.lowers[first - 1] in scan.small.before_quantities:
        first = first_of_quantity(scan, first)
    if parts.name is not None and not (parts.title or parts.role or parts.affiliation):
        first = _first_of_name(scan, core, parts.name[0])
    kind = MentionKind.NOMINAL if parts.name is None else MentionKind.NAME
    found.append(extend(scan, MentionDraft(first, head, kind, parts)))
    if core.possessors:
        _owners(scan, core, found)
    return core.last + 1


def _first_of_name(scan: TaggedChunks, core: Core, name: int) -> int:
    """Return where a bare name begins: with its article and adjectives, not with other nouns."""
    first = name
    while first > core.first and scan.tags[first - 1] in ("DET", "ADJ"):
        if scan.lowers[first - 1] in scan.small.predeterminers:
            break  # that was all Moss would say
        first -= 1
    return first


def _owners(scan: TaggedChunks, core: Core, found: list[MentionDraft]) -> None:
    """Add what possesses something inside a phrase: *Carter* in *Carter’s press secretary*."""
    first = core.first
    for last in core.possessors:
        inner = Core(first, last, [])
        head = head_of(scan, inner)
        if head >= 0:
            parts = parse(scan, inner, head)
            kind = MentionKind.NOMINAL if parts.name is None else MentionKind.NAME
            found.append(MentionDraft(first, head, kind, parts))
        first = last + 2


def first_of_quantity(scan: TaggedChunks, first: int) -> int:
    """Return where a phrase begins if *nearly*, *at least*, *more than* … stand before it."""
    small = scan.small
    while scan.lowers[first - 1] in small.before_quantities:
        low = scan.lowers[first - 1]
        if low in small.compared:
            if first < 2 or scan.lowers[first - 2] not in small.before_compared:
                break
            first -= 2
        elif low in small.focus or _counts(scan, first):
            first -= 1
        else:
            break
    return first


def _counts(scan: TaggedChunks, i: int) -> bool:
    return (
        scan.tags[i] == "NUM"
        or scan.lowers[i] in scan.words.quantities
        or scan.lowers[i] in scan.small.zero
    )


def _quantity(scan: TaggedChunks, i: int, found: list[MentionDraft]) -> int:
    """Read *some*, *many of the voters*, *two* where they stand for people."""
    j = i + 1
    if j < scan.n and scan.lowers[j] in scan.small.of:
        return _part(scan, i, i, found)
    if j < scan.n and (scan.tags[j] in STARTS_PHRASE or scan.capital[j]) and scan.tags[j] != "ADV":
        return 0
    before = scan.tags[i - 1] if i else ""
    if before == "PRON" or (scan.tags[i] == "NUM" and before in ("ADP", "NUM")):
        return 0
    parts = Parts(entity=SpeakerKind.ANONYMOUS, number=scan.words.quantities[scan.lowers[i]])
    found.append(MentionDraft(first_of_quantity(scan, i), i, MentionKind.NOMINAL, parts))
    return i + 1


def _part(scan: TaggedChunks, first: int, last: int, found: list[MentionDraft]) -> int:
    """Read *a handful of officials*, *many of them*: a quantity, *of*, and who they are."""
    j = last + 2
    if j >= scan.n or scan.lowers[last + 1] not in scan.small.of:
        return 0
    number = scan.words.quantities.get(scan.lowers[last], "plural")
    parts = Parts(entity=SpeakerKind.GROUP, number=number)
    first = first_of_quantity(scan, first)
    if scan.lowers[j] in scan.words.pronouns or scan.lowers[j] in scan.small.demonstratives:
        j += scan.lowers[j] in scan.small.those and _is_asked(scan, j)
        found.append(MentionDraft(first, j, MentionKind.NOMINAL, parts))
        return j + 1
    core = scan.at(j)
    head = head_of(scan, core) if core is not None else -1
    if core is None or head < 0:
        return 0
    inner = parse(scan, core, head)
    found.append(extend(scan, MentionDraft(first, head, MentionKind.NOMINAL, parts)))
    if inner.name is not None:
        found.append(MentionDraft(core.first, head, MentionKind.NAME, inner))
    return head + 1


def _nest(scan: TaggedChunks, found: list[MentionDraft]) -> list[Mention]:
    """Build the mentions; those inside another one become its own."""
    found.sort(key=lambda one: (one.first, -one.last))
    mentions: list[Mention] = []
    outer: list[MentionDraft] = []
    i, stop = 0, len(found)
    while i < stop:
        one = found[i]
        i += 1
        inner: list[Mention] = []
        while i < stop and found[i].first <= one.last:
            other = found[i]
            named = other.parts.name
            same = named and one.parts.name and named[1] == one.parts.name[1]
            if other.last <= one.last and not same:
                inner.append(_mention(scan, other, ()))
            i += 1
        outer.append(one)
        mentions.append(_mention(scan, one, tuple(inner)))
    return join(scan, outer, mentions)


def _mention(scan: TaggedChunks, one: MentionDraft, inner: tuple[Mention, ...]) -> Mention:
    parts, starts, ends = one.parts, scan.starts, scan.ends
    name, title, affiliation, role = parts.name, parts.title, parts.affiliation, parts.role
    return _make(
        Span(starts[one.first], ends[one.last]),
        one.kind,
        name and Span(starts[name[0]], ends[name[1]]),
        title and Span(starts[title[0]], ends[title[1]]),
        affiliation and Span(starts[affiliation[0]], ends[affiliation[1]]),
        role and Span(starts[role[0]], ends[role[1]]),
        parts.entity,
        parts.number,
        parts.gender,
        inner,
        "mentions",
        "",
    )
