"""Patterns: regular expressions that the build of the package has compiled already.

Compiling them takes longer than reading an article. :func:`build` writes down what :mod:`regex`
pickles of each pattern, which is code for its own machine; it counts only for the very pattern,
and only where the same version of :mod:`regex` is installed. Else the pattern is compiled here.
"""

from __future__ import annotations

import copyreg
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import regex

from quotekit import _compact
from quotekit._compact import folder_of

PACKAGE = "quotekit.data"
NAME = "patterns"
"""The compact table that holds them."""

Key = tuple[str, int]

_compiled: dict[Key, regex.Pattern[str]] = {}
"""What was compiled here: patterns of modules and tables, as many as there are of these."""


def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""Return a pattern as :func:`regex.compile` does; it is for those of modules and tables.

    Example:
        >>> compiled(r"\p{Lu}\w+").findall("Ida Moss")
        ['Ida', 'Moss']
    """
    key = (pattern, int(flags))
    found = _compiled.get(key)
    if found is None:
        found = _compiled[key] = from_build(pattern, flags) or regex.compile(pattern, flags)
    return found


def from_build(pattern: str, flags: int = 0) -> regex.Pattern[str] | None:
    """Return a pattern that the build has compiled, ``None`` where it did not."""
    ready = _ready().get((pattern, int(flags)))
    return None if ready is None else _machine()(*ready)


def build(folder: Path, patterns: Iterable[Key]) -> Path:
    """Write the code of patterns into the folder of all tables, and return the file."""
    code = {(text, flags): _code(regex.compile(text, flags)) for text, flags in sorted(patterns)}
    return _compact.write(folder, NAME, _version(), code)


def known() -> list[Key]:
    """Return the patterns that this process has met."""
    return list(_compiled)


def _code(pattern: regex.Pattern[str]) -> tuple[Any, ...]:
    return tuple(_reduced(pattern)[1])


@cache
def _ready() -> dict[Key, tuple[Any, ...]]:
    found: dict[Any, Any] = _compact.load(folder_of(PACKAGE), NAME, _version()) or {}
    return found


@cache
def _machine() -> Callable[..., regex.Pattern[str]]:
    """Return the function that a pickled pattern is made with."""
    machine: Callable[..., regex.Pattern[str]] = _reduced(regex.compile(""))[0]
    return machine


def _reduced(pattern: regex.Pattern[str]) -> tuple[Any, ...]:
    return copyreg.dispatch_table[type(pattern)](pattern)  # type: ignore[return-value]


def _version() -> bytes:
    """Return what the code of patterns depends on."""
    return f"regex {regex.__version__} {sys.byteorder}".encode()
