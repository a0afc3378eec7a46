"""Scanning: from codes to candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.grammar import MORE, NUMERALS, Rule
from quotekit._plugins.dates.guards import GUARDS, blank_line, glued
from quotekit._plugins.dates.readers import possible
from quotekit.spans import Span

MAX_TOKENS = 24
"""No expression is longer: a bound on what one match may cost."""


LENT = frozenset({"month", "year", "era", "deixis", "unit", "meridian"})
"""What an expression may take from the one behind it: *5-7 May*, *from 3 to 5 p.m.*"""


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
        match = _match(encoded, i, grammar.rules_at(codes[i]))
        while match is not None and (end := _accepted(encoded, match)) is None:
            match = _match(encoded, i, grammar.rules_at(codes[i], str(match.lastgroup)))
        if match is None or end is None:
            continue
        rule = grammar.rules[str(match.lastgroup)]
        done = end
        parts = _parts(encoded, rule, i, end)
        if rule.lends:
            _lend(parts, _parts(encoded, rule, end, match.end()))
        if rule.reads != "nothing" and possible(rule.reads, parts):
            yield Candidate(Span(encoded.starts[i], encoded.ends[end - 1]), rule, parts, i, end)


def _accepted(encoded: EncodedTokens, match: re.Match[str]) -> int | None:
    """Return the token after the expression, ``None`` where a guard of its rule turns it down."""
    group = str(match.lastgroup)
    rule = encoded.grammar.rules[group]
    first, end = match.start(), match.end(f"{group}_end") if rule.lends else match.end()
    if glued(encoded, first, end):
        return None
    return end if all(GUARDS[name](encoded, first, end) for name in rule.guards) else None


def _match(encoded: EncodedTokens, first: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the first rule of *pattern* that matches at a token, within its paragraph."""
    match = pattern.match(encoded.codes, first, first + MAX_TOKENS)
    if match is not None:
        stop = blank_line(encoded, first, match.end())
        if stop is not None:
            match = pattern.match(encoded.codes, first, stop)
    return match


def _lend(parts: dict[str, list[Any]], behind: Mapping[str, list[Any]]) -> None:
    """Give an expression the month, the year and the like that stand with the one behind it."""
    for role in LENT & behind.keys() - parts.keys():
        parts[role] = behind[role]
    if "year" in behind and parts["year"] is behind["year"] and _is_later(parts, behind):
        parts["year"] = [parts["year"][0] - 1]  # from November to February 2017
    for figures in (*behind.get("dotted", ()), *behind.get("decimal", ())):
        for role, number in zip(("month", "year"), figures[1:], strict=False):
            parts.setdefault(role, [int(number)])


def _is_later(parts: Mapping[str, list[Any]], behind: Mapping[str, list[Any]]) -> bool:
    """Return whether an expression names a later month than the one behind it."""
    months = parts.get("month"), behind.get("month")
    return bool(months[0] and months[1] and months[0][0] > months[1][0])


def _parts(encoded: EncodedTokens, rule: Rule, first: int, last: int) -> dict[str, list[Any]]:
    parts: dict[str, list[Any]] = {role: [value] for role, value in rule.settings}
    for i in range(first, last):
        if encoded.codes[i] != MORE:
            role, value = encoded.meaning(i)
            if parts.get("hour") == [True] and (role in NUMERALS or role == "number"):
                parts["hour"] = [value]
                continue
            parts.setdefault(role, []).append(value)
            if role in NUMERALS or role == "number":
                parts.setdefault("numbers", []).append(value)
    if parts.get("weekday") == ["nth"]:  # Portuguese: the second day of the week is Monday
        parts["weekday"] = [parts["nth"][0] - 1]
    return parts
