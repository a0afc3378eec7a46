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
TERMINALS: Final = frozenset(".?!…:;,")
SIGNED_RE: Final = compiled(r".*\s[–—|-]\s\p{Lu}[\w.’'-]*+(?:\s\p{Lu}[\w.’'-]*+){1,3}+")
"""*Ferry late again – Tom Beck*: several such lines are teasers."""


class Furniture:
    """The words of page furniture in one language, from the table *articles*."""

    def __init__(self, language: Language) -> None:
        of_credits = language.words("articles", "credits")
        credit = _either(of_credits)
        self._words = tuple(word.casefold() for word in of_credits)
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
        credited = self._may_credit(text)
        for listed, group in groupby(paragraphs, lambda span: self._is_listed(text, span)):
            lines = [*group]
            if listed and len(lines) > 1:
                yield from lines
                continue
            for line in lines if credited else ():
                yield from self._credits(text, line)

    def _may_credit(self, text: str) -> bool:
        """Return whether a word of credits is anywhere in a text, in whatever case: most have none."""
        if not TURKIC.isdisjoint(text):
            return True
        folded = text.casefold()
        return any(word in folded for word in self._words)

    def _credits(self, text: str, paragraph: Span) -> Iterator[Span]:
        words = paragraph.slice(text)
        for match in self._credit.finditer(words):
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
