"""Names as keys: what of two names must agree for them to be one person’s."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Collection
from typing import Final

from quotekit._patterns import compiled

WORD_RE: Final = compiled(r"[\p{L}\p{N}][\p{L}\p{N}\p{M}&'’.\-‐‑\x02\ufffe]*")
PLAIN: Final = str.maketrans({"’": "'", **dict.fromkeys("‐‑\x02\ufffe", "-")})
"""Apostrophes and hyphens; PDFium writes the last two for a hyphen at the end of a line."""
NICKNAME_RE: Final = compiled(r"\s*+[“\"‘'(]\s*+(?P<nick>[^”\"’')]{1,40})[”\"’')]\s*+")
OPENING_MARKS: Final = frozenset("“\"‘'(")
"""A nickname begins with one of these."""
LONG: Final = 5
VERY_LONG: Final = 9
"""A slip of one letter needs a word of so many, a slip of two a word of so many more."""
ARTICLES: Final = frozenset(("al", "el", "the"))
LEGAL: Final = frozenset(("inc", "ltd", "llc", "plc", "corp", "co", "gmbh", "ag", "the"))
"""Words that come and go in organizations’ names."""
SUFFIXES: Final = frozenset(("jr", "sr", "ii", "iii", "iv"))
COMMON: Final = frozenset(("of", "the", "and", "for", "in", "former", "then"))
"""Words that tell nothing of whose name or role it is."""


class Name:
    """A name taken apart.

    Args:
        text: The name as it stands.
        suffixes: Words that follow a name and are no surname: *jr*, *iii*.

    Attributes:
        text: The name without nickname and suffix, its words parted by one blank.
        keys: Its words, folded.
        words: Its words as written.
        suffix: The suffix, folded.
        last: The suffix as written.
        nickname: The nickname in marks inside it.

    Example:
        >>> name = Name("Roberta “Bobbie” Crane Jr.", ["jr", "sr"])
        >>> name.text, name.nickname, name.last
        ('Roberta Crane', 'Bobbie', 'Jr.')
    """

    __slots__ = ("keys", "last", "nickname", "suffix", "text", "words")

    def __init__(self, text: str, suffixes: Collection[str] = ()) -> None:
        self.nickname = self.suffix = self.last = ""
        match = None if OPENING_MARKS.isdisjoint(text) else NICKNAME_RE.search(text)
        if match is not None and match.start() > 0 and match.end() < len(text):
            self.nickname = " ".join(match["nick"].split())
            text = f"{text[: match.start()]} {text[match.end() :]}"
        self.words = WORD_RE.findall(text)
        self.keys = tuple(fold(word) for word in self.words)
        if len(self.keys) > 1 and self.keys[-1] in suffixes:
            self.suffix, self.last = self.keys[-1], self.words[-1]
            self.keys, self.words = self.keys[:-1], self.words[:-1]
            text = text[: text.rindex(self.last)].rstrip(" ,\u00a0")
        self.text = " ".join(text.split())


@functools.lru_cache(8192)  # the same names come again and again
def name_of(text: str, suffixes: frozenset[str]) -> Name:
    """Return a name taken apart; nobody changes it."""
    return Name(text, suffixes)


@functools.lru_cache(8192)  # as do their words
def fold(word: str) -> str:
    """Return *word* without case, diacritics and full stops: *Müller* and *MULLER* are one.

    Example:
        >>> fold("Núñez"), fold("J."), fold("O’Neil"), fold("Roux‐Gall")
        ('nunez', 'j', "o'neil", 'roux-gall')
    """
    word = word.translate(PLAIN)
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in word if not unicodedata.combining(c))
    return word.casefold().replace(".", "")


def bare(key: str) -> str:
    """Return a surname without its Arabic article: *al-Amin* → *amin*."""
    head, dash, rest = key.partition("-")
    return rest if dash and head in ARTICLES else key


def is_slip(one: str, other: str) -> bool:
    """Return whether two long words differ by a letter, or by two where they are very long.

    Example:
        >>> is_slip("maurer", "mauer"), is_slip("bauchtman", "buchtmann"), is_slip("moss", "mossy")
        (True, True, False)
        >>> is_slip("petersen", "petersen"), is_slip("marren", "barren")
        (False, False)
    """
    shorter, longer = sorted((one, other), key=len)
    allowed = 2 if len(shorter) >= VERY_LONG else 1
    if len(shorter) < LONG or one[0] != other[0] or len(longer) - len(shorter) > allowed:
        return False
    return 0 < _edits(shorter, longer) <= allowed


def _edits(one: str, other: str) -> int:
    """Return how many letters to add, leave out or change make one word of another."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        left, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (letter != wanted))
    return row[-1]


def contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Return whether the longer name holds the shorter one's words in order; initials may stand.

    Example:
        >>> contains(("pedro", "luis", "amado"), ("pedro", "amado"))
        True
        >>> contains(("john", "smith"), ("j", "smith"))
        True
        >>> contains(("john", "smith"), ("jane", "smith"))
        False
    """
    at = 0
    for key in shorter:
        while at < len(longer) and not _agree(longer[at], key):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _agree(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bare(one) == bare(other)
