"""Encoding: a document's tokens as one string of codes, a code a token."""

from __future__ import annotations

import re
from typing import Any, Final

from quotekit._plugins.dates.grammar import DIGITS, OTHER, Grammar
from quotekit._plugins.dates.numerals import classify
from quotekit._plugins.dates.rules import MORE
from quotekit.document import Document

PARTS_RE: Final = re.compile(r"[^\W\d_]+['’]?|[0-9][^\W_]*|[-‐‑]")
OPEN_RE: Final = re.compile("[#~]")
COMPOUND_RE: Final = re.compile("-")
"""Codes of what needs a closer look: numerals and phrases, compounds."""
GLUED_RE: Final = re.compile(r"[0-9]+|[^\W\d_]+")


def _positions(codes: list[str], marks: re.Pattern[str]) -> list[int]:
    """Return which tokens have one of the codes that *marks* matches."""
    return [match.start() for match in marks.finditer("".join(codes))]


class EncodedTokens:
    """A text as codes, with the tokens that come after them.

    Attributes:
        text: The text.
        codes: One code a token.
        starts: First code point of each token.
        ends: The one after its last.
        lowers: The words in lower case.
        meanings: Token → role and value, for tokens that are no plain words of the table.
    """

    __slots__ = ("codes", "ends", "grammar", "lowers", "meanings", "starts", "text")

    def __init__(self, document: Document, grammar: Grammar) -> None:
        tokens = document.tokens
        self.text = document.text
        self.grammar = grammar
        size = len(tokens)
        self.starts, self.ends = tokens.starts[:size], tokens.ends[:size]
        self.lowers = tokens.lowers[:size]
        self.meanings: dict[int, tuple[str, Any]] = {}
        codes = grammar.look(self.lowers)
        if "-" in codes:
            codes = self._split_compounds(codes)
        seconds, names, lowers = grammar.seconds, grammar.names, [*self.lowers, ""]
        for i in _positions(codes, OPEN_RE):
            word = lowers[i]
            if codes[i] == "#":
                self._numeral(codes, i)
            elif codes[i] == "~" and (word in names or lowers[i + 1] in seconds[word]):
                self._special(codes, i)
            elif codes[i] == "~":
                codes[i] = grammar.codes.get(word, OTHER)
        self.codes = "".join(codes)

    def meaning(self, i: int) -> tuple[str, Any]:
        """Return the role and value of token *i*."""
        found = self.meanings.get(i)
        if found is None:
            word = self.grammar.words.get(self.lowers[i])
            found = (word.role, word.value) if word else (self.grammar.roles[self.codes[i]], None)
        return found

    def _split_compounds(self, codes: list[str]) -> list[str]:
        """Split ``two-year``, ``mid-July``, ``Feb23``, ``l’année`` where a part is known."""
        grammar = self.grammar
        starts: list[int] = []
        ends: list[int] = []
        lowers: list[str] = []
        new: list[str] = []
        last = 0
        for i in _positions(codes, COMPOUND_RE):
            if len(self.lowers[i]) == 1:
                continue
            pattern = (
                GLUED_RE if self.lowers[i].isalnum() and self.lowers[i][0] in DIGITS else PARTS_RE
            )
            parts = list(pattern.finditer(self.text, self.starts[i], self.ends[i]))
            words = [part.group().lower().replace("’", "'") for part in parts]
            codes[i] = OTHER
            if not any(word in grammar.known and word[0].isalpha() for word in words):
                continue
            for whole, copy in (
                (self.starts, starts),
                (self.ends, ends),
                (self.lowers, lowers),
                (codes, new),
            ):
                copy.extend(whole[last:i])  # type: ignore[arg-type]
            for part, word in zip(parts, words, strict=True):
                starts.append(part.start())
                ends.append(part.end())
                lowers.append(word)
                new.append(
                    "~" if word in grammar.special
                    else grammar.codes.get(word) or ("#" if word[0] in DIGITS else OTHER)
                )  # fmt: skip
            last = i + 1
        if last:
            self.starts, self.ends = starts + self.starts[last:], ends + self.ends[last:]
            self.lowers, codes = lowers + self.lowers[last:], new + codes[last:]
        return codes

    def _numeral(self, codes: list[str], i: int) -> None:
        found = classify(self.lowers[i], self.grammar.endings)
        codes[i] = OTHER
        if found is not None:
            codes[i] = self.grammar.code[found[0]]
            self.meanings[i] = (self.grammar.roles[codes[i]], found[1])

    def _special(self, codes: list[str], i: int) -> None:
        """Recognize a phrase that begins here, or a word that counts only with a capital."""
        codes[i] = OTHER
        word = self.lowers[i]
        for phrase in self.grammar.phrases.get(word, ()):
            end = i + 1 + len(phrase.rest)
            if tuple(self.lowers[i + 1 : end]) == phrase.rest:
                codes[i] = phrase.code
                codes[i + 1 : end] = MORE * (end - i - 1)
                self.meanings[i] = (phrase.role, phrase.value)
                return
        single = self.grammar.names.get(word)
        if single is None or not self.text[self.starts[i]].isupper():
            single = self.grammar.words.get(word)
        if single is not None:
            codes[i] = single.code
            self.meanings[i] = (single.role, single.value)
