"""Scanning: from codes to candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.grammar import MORE, NUMERALS, Rule
from quotekit._plugins.dates.guards import GUARDS, blank_line, glued
from quotekit._plugins.dates.readers import possible
from quotekit.spans import Span

MAX_TOKENS = 24
"""No expression is longer: a bound on what one match may cost."""


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
