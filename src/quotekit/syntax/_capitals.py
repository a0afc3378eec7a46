"""Capitals: which capitalized words are parts of names, and which only open a sentence.

The document itself is the best witness: a word with a capital in mid-sentence is a name, one that
also stands in small letters is none. In headlines, where nearly every word has a capital, it is the
only one.
"""

from __future__ import annotations

from typing import Final

from quotekit.syntax._noun_lexicon import NounLexicon
from quotekit.syntax._noun_tokens import NounTokens

MAY_BE_NAMES: Final = frozenset(("", "PROPN", "NOUN", "ADJ", "NUM", "VBN", "VBG"))
SMALL_WORDS: Final = frozenset(
    ("DET", "ADP", "CCONJ", "SCONJ", "PRON", "PART", "AUX", "POS", "PUNCT")
)
"""Never first names, although a title may give them a capital; *Will*, *May* and *Else* may be."""
AROUND_NICKNAMES: Final = frozenset("“”\"‘’'(")
"""Marks, and the bracket, that a nickname stands in."""
SHORTEST_HEADLINE: Final = 4
LONGEST_HEADLINE: Final = 30
"""Headlines have so many words."""
CAPITALIZED: Final = 0.6
"""At least this share of a headline’s words has a capital."""


def capitals(scan: NounTokens) -> list[bool]:
    """Say of each token whether it is a capitalized word that may be part of a name."""
    texts, tags, lowers, words = scan.texts, scan.tags, scan.lowers, scan.words
    headlines = _headlines(scan)
    capital = [False] * len(texts)
    opening: list[int] = []
    names: set[str] = set()
    for i, text in enumerate(texts):
        if text.islower():  # as most are
            continue
        low, tag = lowers[i], tags[i]
        if not text[0].isupper():
            inside = len(text) > 2 and not text.isalnum()
            capital[i] = inside and _particle_inside(words, text)
        elif tag not in MAY_BE_NAMES:
            place = len(text) > 1 and text.isupper() and low in words.places
            first_name = tag not in SMALL_WORDS and not scan.opens(i) and _leads(scan, i)
            capital[i] = place or first_name
        elif scan.opens(i):
            if _is_nickname(scan, i) or (tag == "PROPN" and len(text) == 1):
                capital[i] = True
            elif i not in scan.verbs:  # Said Ida Moss: “…”
                opening.append(i)
                capital[i] = _leads(scan, i) or _unknown(words, low, tag)
        else:
            capital[i] = low not in words.calendar
            if i not in headlines:
                names.add(low)
    days = {i for i in opening if capital[i] and lowers[i] in words.calendar - words.first_names}
    if days:
        _part_days(scan, capital, days)
    if opening or headlines:
        _hear_witness(scan, capital, [*opening, *headlines], names, headlines)
    return capital


def _part_days(scan: NounTokens, capital: list[bool], days: set[int]) -> None:
    """Part a day that opens a sentence from a name that is whole without it.

    *Thursday Ida Moss said* and, where the text has *Ida Moss*, *Thursday Moss said*; but *Sunday
    Okoro* may be somebody's name.
    """
    lowers, words = scan.lowers, scan.words
    led = {
        low
        for i, low in enumerate(lowers[1 : len(capital)])
        if capital[i] and capital[i + 1] and i not in days
    }
    for i in days:
        low = lowers[i + 1]
        capital[i] = not (low in led or low in words.first_names or low in words.honorifics)


def _hear_witness(
    scan: NounTokens,
    capital: list[bool],
    doubtful: list[int],
    names: set[str],
    headlines: set[int],
) -> None:
    """Let the rest of the text decide about words that open sentences or stand in headlines."""
    common, endings = set(scan.texts), scan.endings
    verbal = endings.plural + endings.past + endings.gerund
    for i in doubtful:
        low = scan.lowers[i]
        if low in names:
            capital[i] = capital[i] or low not in scan.words.heads
        elif capital[i] and low in common and (i in headlines or not _leads(scan, i)):
            capital[i] = False
        elif capital[i] and i in headlines and low.endswith(verbal):
            capital[i] = low in scan.words.heads or scan.texts[i].isupper()


def _headlines(scan: NounTokens) -> set[int]:
    """Return the capitalized tokens of headlines: short, no full stop, nearly all capitals."""
    found: set[int] = set()
    text, tokens = scan.views.text, scan.views.tokens
    for paragraph in scan.views.paragraphs:
        if len(paragraph) > 10 * LONGEST_HEADLINE or text[paragraph.end - 1] in ".!:”\"’'":
            continue
        letters = [
            i
            for i in tokens.within(paragraph.start, paragraph.end)
            if scan.texts[i][0].isalpha() and len(scan.texts[i]) > 3
        ]
        upper = [i for i in letters if scan.texts[i][0].isupper()]
        if len(letters) >= SHORTEST_HEADLINE and len(upper) >= CAPITALIZED * len(letters):
            found.update(upper)
    return found


def _leads(scan: NounTokens, i: int) -> bool:
    """Return whether another capital follows, or *of* and a capital: *Secretary of State*."""
    j = i + 1
    if scan.lowers[j] in scan.small.of and scan.lowers[i] in scan.words.of_heads:
        j += 1
    return j < scan.n and scan.texts[j][0].isupper()


def _particle_inside(words: NounLexicon, text: str) -> bool:
    """Return whether a word is a particle joined to a name: *al-Amin*, *d’Orme*."""
    at = next((i for i, letter in enumerate(text[:5]) if letter in "-'’"), 0)
    return text[at + 1 : at + 2].isupper() and text[:at] in words.particles


def _is_nickname(scan: NounTokens, i: int) -> bool:
    """Return whether a word in marks stands between two others with capitals: *Bill “Tiny” Hobbs*."""
    if i < 2 or i + 2 >= scan.n or scan.texts[i - 1] not in AROUND_NICKNAMES:
        return False
    around = scan.texts[i - 2][0].isupper() and scan.texts[i + 2][0].isupper()
    return around and scan.texts[i + 1] in AROUND_NICKNAMES and scan.tags[i - 2] not in SMALL_WORDS


def _unknown(words: NounLexicon, low: str, tag: str) -> bool:
    """Return whether nothing speaks against taking a sentence’s first word for a name."""
    if low in words.heads or words.ends_like_person(low) or low in words.circumstances:
        return False
    return tag == "PROPN" or low in words.titles
