"""Scanning: from codes to candidates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

import regex

from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.guards import GUARDS, blank_line, glued
from quotekit._plugins.dates.heads import HEAD
from quotekit._plugins.dates.readers import possible
from quotekit._plugins.dates.rules import MORE, NUMERALS, Rule
from quotekit.spans import Span

MAX_TOKENS: Final = 24
"""No expression is longer: a bound on what one match may cost."""

BLOCK: Final = 128
"""So many tokens are counted together where a text may be a crowd of figures."""
DENSE: Final = 24
"""A block in which so many may begin an expression is no prose, in which six do."""
CROWD: Final = 48
"""So many blocks of the sort in a row are a table: six thousand words, every fifth of them a figure."""

LENT: Final = frozenset({"month", "year", "era", "deixis", "unit", "meridian"})
"""What an expression may take from the one after it: *5-7 May*, *from 3 to 5 p.m.*"""


class Candidate(NamedTuple):
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
    for i in _outside_crowds([start.start() for start in grammar.starts.finditer(codes)]):
        if i < done:
            continue
        match = _match(encoded, i, grammar.rules_at(codes[i : i + HEAD]))
        if match is None:
            continue
        rule, end, seen = match
        done = end
        parts = _parts(encoded, rule, i, end)
        if rule.lends:
            _lend(parts, _parts(encoded, rule, end, seen))
        if rule.reads != "nothing" and possible(rule.reads, parts):
            yield Candidate(Span(encoded.starts[i], encoded.ends[end - 1]), rule, parts, i, end)


def _outside_crowds(starts: list[int]) -> Sequence[int]:
    """Return the tokens that may begin an expression, without those of crowds, which name no day.

    A counter gone wrong, a table of a thousand results or an attack has a figure or the name of a
    month at every turn, and each would be read, counted and given a value like the dates of prose.
    """
    if len(starts) < DENSE * CROWD:
        return starts
    blocks = Counter(start // BLOCK for start in starts)
    dense = sorted(block for block, count in blocks.items() if count >= DENSE)
    crowded: set[int] = set()
    for _, run in groupby(enumerate(dense), lambda pair: pair[1] - pair[0]):
        row = [block for _, block in run]
        if len(row) >= CROWD:
            crowded.update(row[1:-1])  # prose may share the first block and the last
    return [start for start in starts if start // BLOCK not in crowded] if crowded else starts


def _match(
    encoded: EncodedTokens, first: int, rules: tuple[Rule, ...]
) -> tuple[Rule, int, int] | None:
    """Return the first rule that matches at a token and that its guards do not turn down.

    With it come the token after the expression, and the one after all that the rule looked at.
    """
    while rules:
        found = _first_match(encoded, first, first + MAX_TOKENS, rules)
        if found is not None:
            stop = blank_line(encoded, first, found[1].end())
            if stop is not None:  # no expression goes on in the next paragraph
                found = _first_match(encoded, first, stop, rules)
        if found is None:
            return None
        rule, match = found
        end = match.end(1) if rule.lends else match.end()
        if _is_accepted(encoded, rule, first, end):
            return rule, end, match.end()
        rules = rules[rules.index(rule) + 1 :]
    return None


def _first_match(
    encoded: EncodedTokens, first: int, stop: int, rules: Iterable[Rule]
) -> tuple[Rule, re.Match[str] | regex.Match[str]] | None:
    """Return the first rule that matches at a token, before another one."""
    for rule in rules:
        match = encoded.grammar.pattern(rule).match(encoded.codes, first, stop)
        if match is not None:
            return rule, match
    return None


def _is_accepted(encoded: EncodedTokens, rule: Rule, first: int, end: int) -> bool:
    """Return whether no guard rejects an expression."""
    if glued(encoded, first, end):
        return False
    return all(GUARDS[name](encoded, first, end) for name in rule.guards)


def _lend(parts: dict[str, list[Any]], after: Mapping[str, list[Any]]) -> None:
    """Give an expression the month, the year and the like that stand with the one after it."""
    for role in LENT & after.keys() - parts.keys():
        parts[role] = after[role]
    if "year" in after and parts["year"] is after["year"] and _is_later(parts, after):
        parts["year"] = [parts["year"][0] - 1]  # from November to February 2017
    for figures in (*after.get("dotted", ()), *after.get("decimal", ())):
        for role, number in zip(("month", "year"), figures[1:], strict=False):
            parts.setdefault(role, [int(number)])


def _is_later(parts: Mapping[str, list[Any]], after: Mapping[str, list[Any]]) -> bool:
    """Return whether an expression names a later month than the one after it."""
    months = parts.get("month"), after.get("month")
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
