"""Words of a table as sets that rules look up: each key of the schema is an attribute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, cast

from quotekit.lexicon import Language

Path = tuple[str, ...]
Paths = Mapping[str, Path]


class TableWords:
    """The lists of one table, or of a section of it: each is built when it is first asked for.

    The schema says which keys there are and what each is for. A list is a set of words, that of a
    key which ends in *endings* a tuple, as :meth:`str.endswith` takes it; both are empty where
    the language has no such list.

    Attributes:
        PATH: The table, and the keys that lead to the section; without one, only :attr:`PATHS` count.
        PATHS: Names of attributes → the table and the keys that lead to their lists.

    Example:
        >>> from quotekit.lexicon import Table
        >>> class Phrases(TableWords):
        ...     PATH = ("phrases",)
        >>> german = Language("de", [Table("de", "phrases", {"linking": ["von"]})])
        >>> words = Phrases(german)
        >>> words.linking, words.verb_endings
        (frozenset({'von'}), ())
    """

    PATH: ClassVar[Path] = ()
    PATHS: ClassVar[Paths] = {}

    def __init__(self, language: Language) -> None:
        self._language = language

    def __getattr__(self, name: str) -> frozenset[str]:
        path = self.PATHS.get(name) or (self.PATH and (*self.PATH, name))
        if name.startswith("_") or not path:
            raise AttributeError(name)
        words = self._language.words(*path)
        found: object = words if name.endswith("endings") else frozenset(words)
        self.__dict__[name] = found
        return cast("frozenset[str]", found)  # a subclass declares its tuples
