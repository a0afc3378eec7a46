"""Heads: with which codes a rule may begin, so that it is tried only where it can match."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from quotekit.exceptions import LexiconError

HEAD: Final = 2
"""So many codes of a match's start tell whether a rule is worth trying."""


@functools.cache
def heads_of(pattern: str) -> frozenset[str]:
    """Return what a match may begin with: its first two codes, or all of it if it is shorter.

    Example:
        >>> sorted(heads_of("ab?(?:c|d)*"))
        ['a', 'ab', 'ac', 'ad']
    """
    found: set[str] = set()
    heads = {""}
    i = 0
    while i < len(pattern):
        if pattern[i] == "|":
            found |= heads
            heads = {""}
            i += 1
            continue
        end = _closing(pattern, i) if pattern.startswith("(?:", i) else i
        inner = {*heads_of(pattern[i + 3 : end])} if end > i else {pattern[i]}
        i = end + 1
        while i < len(pattern) and pattern[i] in "?*+":
            more = _chained(inner, inner) if pattern[i] in "*+" else set()
            inner = inner | more | ({""} if pattern[i] in "?*" else set())
            i += 1
        heads = _chained(heads, inner)
    return frozenset(found | heads)


def _chained(left: set[str], right: set[str]) -> set[str]:
    """Return the heads of what begins as *left* and goes on as *right*."""
    whole = {head for head in left if len(head) == HEAD}
    return whole | {(a + b)[:HEAD] for a in left - whole for b in right}


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for i in range(start, len(pattern)):
        depth += {"(": 1, ")": -1}.get(pattern[i], 0)
        if depth == 0:
            return i
    raise LexiconError(f"unbalanced parentheses in {pattern!r}")


def start_of(heads: Iterable[str]) -> str:
    """Return a pattern that matches the first code of *heads*, looking at the second."""
    seconds: dict[str, set[str]] = {}
    for head in heads:
        seconds.setdefault(head[0], set()).add(head[1:])
    alone = sorted(first for first, found in seconds.items() if "" in found)
    beside = [
        f"{first}(?=[{''.join(sorted(found))}])"
        for first, found in sorted(seconds.items())
        if "" not in found
    ]
    return "|".join([*([f"[{''.join(alone)}]"] if alone else []), *beside]) or "(?!)"
