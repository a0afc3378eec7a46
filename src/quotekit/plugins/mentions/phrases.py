"""Noun phrases: where one begins, where its core ends, and what is joined to it on the right."""

from __future__ import annotations

from quotekit.document import Document
from quotekit.plugins.mentions.words import Words, build

CORE = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
NOMINAL = frozenset(("NOUN", "PROPN"))
BEFORE_NOUN = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "VBN", "VBG"))
PARTICIPLES = frozenset(("VBN", "VBG", "VBD"))
APOSTROPHES = frozenset("'’")
NICKNAME_OPENERS = frozenset("“\"‘'(")
NICKNAME_CLOSERS = frozenset("”\"’')")
OPENERS = frozenset(".?!…:;\"“‘'„«(—–-*•»”")
LONGEST = 24
"""No core of a noun phrase is followed for more tokens: hostile text stays linear."""


class Scan:
    """The token lists of a document, and which tokens may be parts of names."""

    __slots__ = ("capital", "document", "ends", "lowers", "n", "starts", "tags", "texts", "words")

    def __init__(self, document: Document) -> None:
        tokens = document.tokens
        self.document = document
        self.words: Words = document.language.memo(build)
        self.texts, self.lowers = tokens.texts, tokens.lowers
        self.starts, self.ends = tokens.starts, tokens.ends
        self.n = len(tokens)
        self.tags = document.tags
        self.capital = _capitals(self)

    def opens(self, i: int) -> bool:
        """Tell whether token *i* opens a sentence or a quotation, where a capital means little."""
        if i == 0 or self.texts[i - 1] not in OPENERS:
            return i == 0
        return self.texts[i - 1] != "." or self.lowers[i - 2] not in self.words.abbreviated

    def adjacent(self, i: int) -> bool:
        """Tell whether token *i* stands right behind the one before it."""
        return self.starts[i] == self.ends[i - 1]


def _capitals(scan: Scan) -> list[bool]:
    """Say of each token whether it is a capitalized word that may be part of a name.

    A word that opens a sentence counts if nothing else is known of it, or if it is a name
    elsewhere.
    """
    texts, tags, lowers = scan.texts, scan.tags, scan.lowers
    words, last = scan.words, scan.n - 1
    capital: list[bool] = []
    opening: list[int] = []
    inside: set[str] = set()
    for i, tag in enumerate(tags):
        text = texts[i]
        if not text[0].isupper():
            capital.append(False)
        elif tag == "PROPN" or tag == "" or tag in BEFORE_NOUN:
            if scan.opens(i):
                opening.append(i)
                leads = i < last and texts[i + 1][0].isupper()
                capital.append(leads or _unknown(words, lowers[i], tag))
            else:
                capital.append(lowers[i] not in words.calendar)
                inside.add(lowers[i])
        else:
            capital.append(len(text) > 1 and text.isupper() and lowers[i] in words.places)
    for i in opening:
        if not capital[i] and lowers[i] in inside and lowers[i] not in words.heads:
            capital[i] = True
    return capital


def _unknown(words: Words, low: str, tag: str) -> bool:
    """Tell whether nothing speaks against taking a sentence's first word for a name."""
    if low in words.heads or words.ends_like_person(low) or low in words.calendar:
        return False
    return tag == "PROPN" or low in words.titles


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


def core_at(scan: Scan, i: int) -> Core | None:
    """Return the core of the noun phrase that begins at token *i*, if one does."""
    tags, lowers, n = scan.tags, scan.lowers, min(scan.n, i + LONGEST)
    particles = scan.words.particles
    first, last = i, -1
    possessors: list[int] = []
    j = i
    while j < n:
        tag = tags[j]
        if last == j - 1 and last >= 0 and scan.capital[last] and lowers[j] in particles:
            step = _joint(scan, j, n)
            if not step:
                break
            j += step
        elif tag in NOMINAL or scan.capital[j]:
            if last == j - 1 and last >= 0 and scan.capital[j] and not _leads(scan, last):
                break
            last = j
            j += 1
        elif tag == "ADJ" or tag == "NUM" or (last < 0 and _determines(scan, j)):
            if last >= 0 and not _noun_follows(scan, j, n):
                break
            j += 1
        elif tag in PARTICIPLES:
            opens = j > i or lowers[j] in scan.words.modifiers
            if last >= 0 or not opens or not _noun_follows(scan, j, n):
                break
            j += 1
        elif tag == "ADV":
            if last >= 0 or j == i or j + 1 >= n or tags[j + 1] not in ("ADJ", "VBN", "NUM"):
                break
            j += 1
        else:
            step = _joint(scan, j, n) if last == j - 1 and last >= 0 else 0
            if not step:
                break
            if lowers[j] == "'s" or (scan.texts[j] in APOSTROPHES and step == 1):
                possessors.append(last)
            elif scan.texts[j] == ".":
                last = j
            j += step
    return Core(first, last, possessors) if last >= 0 else None


def _determines(scan: Scan, j: int) -> bool:
    if scan.tags[j] == "DET":
        return scan.lowers[j] not in ("which", "what", "whose")
    return scan.lowers[j] in scan.words.quantities


def _leads(scan: Scan, i: int) -> bool:
    """Tell whether a name may follow noun *i* inside a phrase: *adviser Ada Ferro*."""
    if scan.capital[i] or scan.lowers[i] in scan.words.modifiers:
        return True
    head = scan.words.heads.get(scan.lowers[i])
    return scan.texts[i] == "." or (head is not None and head.number == "singular")


def _noun_follows(scan: Scan, j: int, n: int) -> bool:
    """Tell whether modifiers from token *j* on lead to a noun."""
    j += 1
    while j < n and scan.tags[j] in ("ADJ", "VBN", "NUM"):
        j += 1
    return j < n and (scan.tags[j] in NOMINAL or scan.capital[j])


def _joint(scan: Scan, j: int, n: int) -> int:
    """Return how many tokens at *j*, no nouns themselves, hold a noun phrase together."""
    text, low, capital = scan.texts[j], scan.lowers[j], scan.capital
    follows = j + 1 < n
    before = scan.lowers[j - 1]
    if scan.tags[j] == "POS" or low == "'s":
        return 1 if follows and scan.tags[j + 1] in BEFORE_NOUN else 0
    if not capital[j - 1]:
        if text in APOSTROPHES and before.endswith("s") and scan.adjacent(j):
            return 1 if follows and scan.tags[j + 1] in BEFORE_NOUN else 0
        return 0
    if text == ".":
        return _stop(scan, j, n)
    if not follows:
        return 0
    if low in scan.words.particles:
        k = j + 1
        while k < n and k < j + 3 and scan.lowers[k] in scan.words.particles:
            k += 1
        return k - j if k < n and capital[k] else 0
    if text in APOSTROPHES and before.endswith("s") and scan.adjacent(j):
        return 1 if scan.tags[j + 1] in BEFORE_NOUN and not scan.adjacent(j + 1) else 0
    if text == "&":
        return 1 if capital[j + 1] else 0
    if low == "of" and before in scan.words.of_heads:
        return 1 if capital[j + 1] else 2 if _the_capital(scan, j + 1, n) else 0
    if text in NICKNAME_OPENERS:
        return _nickname(scan, j, n)
    if text == "," and follows and scan.lowers[j + 1] in ("jr", "sr", "inc", "ltd"):
        return 1
    return 0


def _stop(scan: Scan, j: int, n: int) -> int:
    """A full stop inside a name: behind an initial, an abbreviated title, or *Jr*."""
    before = scan.lowers[j - 1]
    if not scan.adjacent(j) or (j + 1 < n and scan.starts[j + 1] > scan.ends[j] + 1):
        return 0
    if before in scan.words.suffixes and not before.startswith(("i", "v")):
        return 1
    follows = (j + 1 < n and scan.capital[j + 1]) or (
        j + 1 < n and scan.lowers[j + 1] in scan.words.particles
    )
    short = len(before) == 1 or before in scan.words.abbreviated
    return 1 if short and follows else 0


def _the_capital(scan: Scan, j: int, n: int) -> bool:
    return scan.lowers[j] == "the" and j + 1 < n and scan.capital[j + 1]


def _nickname(scan: Scan, j: int, n: int) -> int:
    """Return the length of a nickname in marks inside a name, marks included: *“Bobbie”*."""
    k = j + 1
    while k < n and k <= j + 3 and scan.capital[k]:
        k += 1
    closed = j + 1 < k < n and scan.texts[k] in NICKNAME_CLOSERS
    return k + 1 - j if closed and k + 1 < n and scan.capital[k + 1] else 0
