"""Noun phrases: where one begins, where its core ends, and what is joined to it on the right."""

from __future__ import annotations

from quotekit._plugins.mentions.token_arrays import TokenArrays
from quotekit.models import SpeakerKind

NOMINAL = frozenset(("NOUN", "PROPN"))
BEFORE_NOUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "VBN", "VBG"))
PARTICIPLES = frozenset(("VBN", "VBG", "VBD"))
APOSTROPHES = frozenset("'’")
NICKNAME_OPENERS = frozenset("“\"‘'(")
NICKNAME_CLOSERS = frozenset("”\"’')")
BEFORE_QUANTITY = frozenset(
    "least most than even no not both nearly almost roughly virtually about around only just "
    "exactly perhaps maybe some".split()
)
WH_DETERMINERS = frozenset(("which", "what", "whose"))
AFTER_COMMA = frozenset(("jr", "sr", "inc", "ltd"))
OFFICES = frozenset(("minister", "secretary", "commissioner", "state", "spokesman", "spokeswoman"))
LONGEST = 24
"""No core of a noun phrase is followed for more tokens: hostile text stays linear."""


class Core:
    """The core of a noun phrase: tokens ``first`` to ``last``.

    Attributes:
        first: First token, the determiner included.
        last: Last token.
        possessors: For each possessive inside it, the last token of what possesses.
    """

    __slots__ = ("first", "last", "possessors")

    def __init__(self, first: int, last: int, possessors: list[int]) -> None:
        self.first = first
        self.last = last
        self.possessors = possessors


def core_at(scan: TokenArrays, i: int) -> Core | None:
    """Return the core of the noun phrase that begins at token *i*, if one does."""
    n = min(scan.n, i + LONGEST)
    last = -1
    possessors: list[int] = []
    j = i
    while j < n and (j == i or j not in scan.breaks):
        if scan.lowers[j + 2 : j + 3] == ["year-old"] and scan.texts[j + 1] == "-":
            j += 2  # 19-year-old Tim Brandt
            if not _noun_follows(scan, j, n):
                return Core(i, j, possessors)
            j += 1
            continue
        behind_noun = last == j - 1 and last >= 0
        if _is_noun(scan, j, behind_noun, n):
            if behind_noun and scan.capital[j] and not _leads(scan, last):
                break
            last = j
            j += 1
            continue
        step = _joint(scan, j, n) if behind_noun else 0
        if not step:
            owned = bool(possessors) and possessors[-1] == last
            if not _modifies(scan, j, j == i, last >= 0 and not owned, n):
                break
            step = 1
        elif step == 1 and (scan.tags[j] == "POS" or scan.texts[j] in APOSTROPHES):
            possessors.append(last)
        elif scan.texts[j] == ".":
            last = j
        j += step
    return Core(i, last, possessors) if last >= 0 else None


def _is_noun(scan: TokenArrays, j: int, behind_noun: bool, n: int) -> bool:
    """Tell whether token *j* is a noun or part of a name; particles of names are not."""
    tag, low = scan.tags[j], scan.lowers[j]
    if scan.capital[j] or (tag == "VBG" and j and scan.tags[j - 1] == "POS"):
        return True  # the board’s thinking
    if tag == "PROPN":  # a capital that is no name’s
        return low in scan.words.heads or scan.words.ends_like_person(low)
    if tag == "NOUN":
        return not (behind_noun and low in scan.words.particles and scan.capital[j - 1])
    known = low in scan.words.heads or low in scan.words.partitives
    return tag == "ADJ" and known and not _noun_follows(scan, j, n)


def _modifies(scan: TokenArrays, j: int, opens: bool, noun: bool, n: int) -> bool:
    """Tell whether token *j* modifies a noun that follows.

    Args:
        scan: The tokens.
        j: The token.
        opens: Whether the phrase begins with it.
        noun: Whether the phrase has a noun already.
        n: Where to stop looking.
    """
    tag, low = scan.tags[j], scan.lowers[j]
    if tag == "ADJ" or tag == "NUM":
        return not noun or _noun_follows(scan, j, n)
    if noun:
        return False
    if tag == "DET" or low in scan.words.quantities:
        return low not in WH_DETERMINERS
    if tag in PARTICIPLES:
        led = not opens or low in scan.words.modifiers or j in scan.behind_reports
        return led and _noun_follows(scan, j, n)  # said exiled lawmaker Tariq Noor
    if tag == "ADV":
        return not opens and j + 1 < n and scan.tags[j + 1] in ("ADJ", "VBN", "NUM")
    return tag == "ADP" and not opens and low in ("outside", "inside")


def first_of_quantity(scan: TokenArrays, first: int) -> int:
    """Return where a phrase begins if *nearly*, *at least*, *more than* … stand before it."""
    while first > 0 and scan.lowers[first - 1] in BEFORE_QUANTITY:
        low = scan.lowers[first - 1]
        if low in ("least", "most", "than"):
            if first < 2 or scan.lowers[first - 2] not in ("at", "more", "fewer", "less"):
                break
            first -= 2
        elif low in ("even", "not", "both", "no") or _counts(scan, first):
            first -= 1
        else:
            break
    return first


def _counts(scan: TokenArrays, i: int) -> bool:
    return (
        scan.tags[i] == "NUM" or scan.lowers[i] in scan.words.quantities or scan.lowers[i] == "no"
    )


def _leads(scan: TokenArrays, i: int) -> bool:
    """Tell whether a name may follow token *i* inside a phrase: *adviser Ada Ferro*.

    It may not where *i* looks like a verb (*officials claim Ferro …*) or like a noun that a clause
    says more of (*an interview Ferro gave*).
    """
    if scan.capital[i] or scan.texts[i] == "." or scan.lowers[i] in scan.words.modifiers:
        return True
    head = scan.words.heads.get(scan.lowers[i])
    if head is not None:
        return head.number == "singular" and head.entity is not SpeakerKind.DOCUMENT
    if scan.lowers[i].endswith("s"):
        return False
    if i in scan.behind_reports and scan.capital[i + 2]:
        return True  # said chamberlain Nils Orr
    described = i > 0 and scan.tags[i - 1] in ("DET", "ADJ", "NUM", "PRON")
    return described or scan.words.ends_like_person(scan.lowers[i])


def _noun_follows(scan: TokenArrays, j: int, n: int) -> bool:
    """Tell whether modifiers from token *j* on lead to a noun."""
    j += 1
    while j < n and scan.tags[j] in ("ADJ", "VBN", "NUM"):
        j += 1
    return j < n and (scan.tags[j] in NOMINAL or scan.capital[j])


def _joint(scan: TokenArrays, j: int, n: int) -> int:
    """Return how many tokens at *j*, no nouns themselves, hold a noun phrase together.

    Token *j* stands right behind a noun; 0 says that the phrase ends there.
    """
    text, follows = scan.texts[j], j + 1 < n
    if scan.tags[j] == "POS" or (text in APOSTROPHES and scan.adjacent(j)):
        plural = scan.tags[j] == "POS" or scan.lowers[j - 1].endswith("s")
        owns = plural and follows and not scan.adjacent(j + 1)
        return 1 if owns and scan.tags[j + 1] in BEFORE_NOUN else 0
    if text == "turned" and follows and scan.tags[j + 1] == "NOUN":
        return 1  # goalkeeper turned pundit
    if not scan.capital[j - 1] or not follows:
        return _stop(scan, j, n) if text == "." else 0
    if text == ".":
        return _stop(scan, j, n)
    if text == ",":
        return 1 if scan.lowers[j + 1] in AFTER_COMMA else 0
    if text == "&":
        return 1 if scan.capital[j + 1] else 0
    if text in NICKNAME_OPENERS:
        return _nickname(scan, j, n)
    return _small_word(scan, j, n)


def _small_word(scan: TokenArrays, j: int, n: int) -> int:
    """A particle of a name, or *of* inside one."""
    low, capital = scan.lowers[j], scan.capital
    if low in scan.words.particles:
        k = j + 1
        while k < n and k < j + 3 and scan.lowers[k] in scan.words.particles:
            k += 1
        return k - j if k < n and capital[k] else 0
    if low == "of" and scan.lowers[j - 1] in scan.words.of_heads:
        return 1 if capital[j + 1] else 2 if _the_capital(scan, j + 1, n) else 0
    if low == "for" and scan.lowers[j - 1] in OFFICES and all(capital[j + 1 : j + 4]):
        return 1  # Minister for Fisheries Mia Orr
    if low == "for" or low == "of":
        head = scan.words.heads.get(scan.lowers[j - 1])
        body = head is not None and (
            head.entity is SpeakerKind.ORGANIZATION or head.number == "plural"
        )
        return 1 if body and capital[j + 1] and capital[j - 1] else 0
    return 1 if low == "and" and capital[j + 1] and _and_inside(scan, j, n) else 0


def _and_inside(scan: TokenArrays, j: int, n: int) -> bool:
    """Tell whether *and* stands inside one name.

    *the Center for Coast and River Studies* goes on behind *for*, and *the Food and Drug Agency*
    has its article before it and its kind at its end.
    """
    if scan.lowers[j - 2] in ("for", "of"):
        return True
    k = j + 1
    while k < n and scan.capital[k]:
        k += 1
    i = j - 1
    while i > 0 and scan.capital[i - 1]:
        i -= 1
    ends = k - j > 2 and scan.lowers[k - 1] in scan.words.organization_ends
    return ends and i > 0 and scan.tags[i - 1] == "DET"


def _stop(scan: TokenArrays, j: int, n: int) -> int:
    """A full stop inside a name: behind an initial, an abbreviated title, or *Jr*."""
    before = scan.lowers[j - 1]
    if not scan.adjacent(j) or (j + 1 < n and scan.starts[j + 1] > scan.ends[j] + 1):
        return 0
    if before in scan.words.suffixes and not before.startswith(("i", "v")):
        return 1
    if j + 1 >= n:
        return 0
    follows = scan.capital[j + 1] or scan.lowers[j + 1] in scan.words.particles
    short = len(before) == 1 or before in scan.words.abbreviated
    return 1 if short and follows else 0


def _the_capital(scan: TokenArrays, j: int, n: int) -> bool:
    return scan.lowers[j] == "the" and j + 1 < n and scan.capital[j + 1]


def _nickname(scan: TokenArrays, j: int, n: int) -> int:
    """Return the length of a nickname in marks inside a name, marks included: *“Bobbie”*."""
    k = j + 1
    while k < n and k <= j + 3 and scan.texts[k][0].isupper():
        k += 1
    closed = j + 1 < k < n and scan.texts[k] in NICKNAME_CLOSERS
    return k + 1 - j if closed and k + 1 < n and scan.capital[k + 1] else 0
