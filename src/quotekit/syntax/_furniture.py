"""Page furniture: credits of pictures and teasers of other articles, whose names say nothing here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import regex

from quotekit._patterns import compiled
from quotekit.lexicon import Language
from quotekit.spans import Span
from quotekit.syntax._signs import DOUBLE_MARKS

LONGEST_CREDIT: Final = 120
LONGEST_TEASER: Final = 120
TURKIC: Final = frozenset("ıİ")
"""They match *i* and *I* where case does not count."""
CREDIT_SIGNS: Final = ("(", ":", "/")
"""One of these goes with a word of credits that does not open its paragraph."""
TERMINALS: Final = frozenset(".?!…:;,")
SIGNED_RE: Final = compiled(r".*\s[–—|-]\s\p{Lu}[\w.’'-]*+(?:\s\p{Lu}[\w.’'-]*+){1,3}+")
"""*Ferry late again – Tom Beck*: several such lines are teasers."""


class Furniture:
    """The words of page furniture in one language, from the table *articles*."""

    def __init__(self, language: Language) -> None:
        of_credits = language.words("articles", "credits")
        credit = _either(of_credits)
        self._words = tuple(word.casefold() for word in of_credits)
        self._opening = compiled(rf"(?:{credit})\s", regex.IGNORECASE)
        teasers = _either(language.words("articles", "teasers"))
        ages = _either(language.words("articles", "ages"))
        credited = _either(language.words("articles", "credited"))
        self._credit = compiled(
            rf"""
            \(\s?(?:{credit})\b[^()\n]{{0,{LONGEST_CREDIT}}}\)             # (Photo by Uma Dey)
            | (?<![^\s.(])(?:{credit})(?:\s\p{{Ll}}{{1,6}})?+\s?[:/]\s?      # Photograph: Uma Dey
              [^.?!\n]{{2,{LONGEST_CREDIT}}}+\.?\s*$
            | ^(?:{credit})\s(?:{credited})\s[^.?!\n]{{2,{LONGEST_CREDIT}}}+\.?\s*$
            """,
            regex.VERBOSE | regex.IGNORECASE,
        )
        self._teaser = compiled(rf"(?:{teasers})\b", regex.IGNORECASE)
        self._age = compiled(rf"\d{{1,2}}\s\p{{Ll}}+\s(?:{ages})\b|(?:{ages})\s\d")

    def find(self, text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
        """Yield the spans of a text that are furniture, in text order."""
        for listed, group in groupby(paragraphs, lambda span: self._is_listed(text, span)):
            lines = [*group]
            if listed and len(lines) > 1:
                yield from lines
                continue
            for line in lines:
                yield from self._credits(text, line)

    def _may_credit(self, words: str) -> bool:
        """Return whether a paragraph may hold a credit, as few do.

        It has a word of credits, in whatever case, and a bracket, a colon or a slash beside it, or it
        begins with one.
        """
        if not any(sign in words for sign in CREDIT_SIGNS):
            return self._opening.match(words) is not None
        if not TURKIC.isdisjoint(words):
            return True
        folded = words.casefold()
        return any(word in folded for word in self._words)

    def _credits(self, text: str, paragraph: Span) -> Iterator[Span]:
        words = paragraph.slice(text)
        for match in self._credit.finditer(words) if self._may_credit(words) else ():
            yield Span(paragraph.start + match.start(), paragraph.start + match.end())

    def _is_listed(self, text: str, line: Span) -> bool:
        """Return whether a line looks like one of a list of other articles."""
        words = line.slice(text)
        if (
            len(words) > LONGEST_TEASER
            or words[-1] in TERMINALS
            or not DOUBLE_MARKS.isdisjoint(words)  # “We stay.” – Ida Moss: a voice
        ):
            return False
        heads = self._teaser.match(words) or self._age.match(words)
        return heads is not None or SIGNED_RE.fullmatch(words) is not None


def furniture(language: Language) -> Furniture:
    """Build the finder of a language."""
    return Furniture(language)


def _either(words: Sequence[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True))) or "(?!)"
