"""Closed classes: the small sets of words that rules on tagged text ask for."""

from __future__ import annotations

from typing import ClassVar, Protocol

from quotekit.lexicon import Language
from quotekit.syntax._table_words import Path, TableWords


class ClosedClasses(TableWords):
    """The table *syntax* of a language."""

    PATH: ClassVar[Path] = ("syntax",)
    reflexive_endings: tuple[str, ...]


class HasLanguage(Protocol):
    """A document, or its views."""

    @property
    def language(self) -> Language:
        """The tables of its language."""


def small(document: HasLanguage) -> ClosedClasses:
    """Return the closed classes of a document's language."""
    return document.language.memo(ClosedClasses)
