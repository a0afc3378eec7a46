"""Closed classes: the small sets of words that rules on tagged text ask for."""

from __future__ import annotations

from typing import Protocol

from quotekit.lexicon import Language


class ClosedClasses:
    """The table *syntax* of one language: each of its keys is an attribute, a set of words.

    The schema lists the keys and says what each is for; a set is empty where the language has no
    such list.

    Example:
        >>> from quotekit.lexicon import Table
        >>> words = ClosedClasses(Language("en", [Table("en", "syntax", {"relatives": ["who"]})]))
        >>> words.relatives, words.agents
        (frozenset({'who'}), frozenset())
    """

    def __init__(self, language: Language) -> None:
        self._language = language

    def __getattr__(self, name: str) -> frozenset[str]:
        if name.startswith("_"):
            raise AttributeError(name)
        found = frozenset(self._language.words("syntax", name))
        self.__dict__[name] = found
        return found


class HasLanguage(Protocol):
    """A document, or its views."""

    @property
    def language(self) -> Language:
        """The tables of its language."""


def small(document: HasLanguage) -> ClosedClasses:
    """Return the closed classes of a document's language."""
    return document.language.memo(ClosedClasses)
