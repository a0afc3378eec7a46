"""Scanning: from tokens to codes, from codes to candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from quotekit._plugins.dates.grammar import MORE, NUMERALS, OTHER, Grammar, Rule
from quotekit._plugins.dates.guards import GUARDS, blank_line, glued
from quotekit._plugins.dates.numerals import classify
from quotekit._plugins.dates.readers import possible
from quotekit.document import Document
from quotekit.spans import Span

DIGITS = frozenset("0123456789")
PARTS_RE = re.compile(r"[^\W_]+'?|[-‐‑]")
MAX_TOKENS = 24
"""No expression is longer: a bound on what one match may cost."""


class EncodedTokens:
    """A text as codes, with the tokens that stand behind them.

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
        self.starts, self.ends = list(tokens.starts), list(tokens.ends)
        self.lowers = list(tokens.lowers)
        self.meanings: dict[int, tuple[str, Any]] = {}
        known, special = grammar.codes, grammar.special
        apostrophe = "'" if grammar.elides else "-"
        codes = [
            "~" if word in special
            else known.get(word) or (
                "#" if word[0] in DIGITS
                else "-" if "-" in word or apostrophe in word
                else OTHER
            )
            for word in self.lowers
        ]  # fmt: skip
        if "-" in codes:
            codes = self._split_compounds(codes)
        for i in [n for n, code in enumerate(codes) if code in "#~"]:
            if codes[i] == "#":
                self._numeral(codes, i)
            elif codes[i] == "~":
                self._special(codes, i)
        self.codes = "".join(codes)

    def meaning(self, i: int) -> tuple[str, Any]:
        """Return the role and value of token *i*."""
        found = self.meanings.get(i)
        if found is None:
            word = self.grammar.words.get(self.lowers[i])
            found = (word.role, word.value) if word else (self.grammar.roles[self.codes[i]], None)
        return found

    def _split_compounds(self, codes: list[str]) -> list[str]:
        """Split ``two-year``, ``mid-July``, ``l’année`` where a part is known."""
        grammar = self.grammar
        known = grammar.codes.keys() | grammar.special
        starts: list[int] = []
        ends: list[int] = []
        lowers: list[str] = []
        new: list[str] = []
        last = 0
        for i in [n for n, code in enumerate(codes) if code == "-" and len(self.lowers[n]) > 1]:
            parts = list(PARTS_RE.finditer(self.lowers[i]))
            codes[i] = OTHER
            if not any(len(part.group()) > 1 and part.group() in known for part in parts):
                continue
            for whole, copy in (
                (self.starts, starts),
                (self.ends, ends),
                (self.lowers, lowers),
                (codes, new),
            ):
                copy.extend(whole[last:i])  # type: ignore[arg-type]
            for part in parts:
                word = part.group()
                starts.append(self.starts[i] + part.start())
                ends.append(self.starts[i] + part.end())
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
        found = classify(self.lowers[i])
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


@attrs.frozen
class Candidate:
    """A matched expression, not yet counted from any anchor.

    Attributes:
        span: Where it stands.
        rule: The rule that matched.
        parts: Role → the values of the matched tokens, in text order.
        first: Its first token.
        last: The token after its last.
    """

    span: Span
    rule: Rule
    parts: dict[str, list[Any]]
    first: int
    last: int


def candidates(encoded: EncodedTokens) -> Iterator[Candidate]:
    """Yield the expressions of a text, in text order, none overlapping another."""
    grammar, codes = encoded.grammar, encoded.codes
    done = 0
    for start in grammar.starts.finditer(codes):
        i = start.start()
        if i < done:
            continue
        match = _match(encoded, i)
        if match is None or match.lastgroup is None:
            continue
        rule = grammar.rules[match.lastgroup]
        end = match.end(f"{match.lastgroup}_end") if rule.lends else match.end()
        if glued(encoded, i, end) or not all(GUARDS[name](encoded, i, end) for name in rule.guards):
            continue
        done = end
        parts = _parts(encoded, rule, i, match.end())
        if rule.reads != "nothing" and possible(rule.reads, parts):
            yield Candidate(Span(encoded.starts[i], encoded.ends[end - 1]), rule, parts, i, end)


def _match(encoded: EncodedTokens, first: int) -> re.Match[str] | None:
    """Return the first rule that matches at a token, within its paragraph."""
    pattern = encoded.grammar.patterns[encoded.codes[first]]
    match = pattern.match(encoded.codes, first, first + MAX_TOKENS)
    if match is not None:
        stop = blank_line(encoded, first, match.end())
        if stop is not None:
            match = pattern.match(encoded.codes, first, stop)
    return match


def _parts(encoded: EncodedTokens, rule: Rule, first: int, last: int) -> dict[str, list[Any]]:
    parts: dict[str, list[Any]] = {role: [value] for role, value in rule.settings}
    for i in range(first, last):
        if encoded.codes[i] != MORE:
            role, value = encoded.meaning(i)
            if parts.get("hour") == [True] and role in NUMERALS:
                parts["hour"] = [value]
                continue
            parts.setdefault(role, []).append(value)
            if role in NUMERALS or role == "number":
                parts.setdefault("numbers", []).append(value)
    return parts
