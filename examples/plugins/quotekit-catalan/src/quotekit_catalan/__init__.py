"""A quotekit plugin for Catalan: tables of cues, clauses, phrases, people, titles and marks."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit import Table, hookimpl
from quotekit.lexicon import tables

NAMES = ("cues", "clauses", "phrases", "grammar", "people", "titles", "marks")
"""The tables that the folder ``data/ca`` holds."""


@hookimpl
def quotekit_languages() -> Iterator[Table]:
    """Bring the tables of Catalan."""
    yield from tables(*NAMES, package=f"{__name__}.data")
