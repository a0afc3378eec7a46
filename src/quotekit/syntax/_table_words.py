"""Words of a table as sets that rules look up: each key of the schema is an attribute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from quotekit.lexicon import Language

Path = tuple[str, ...]
Paths = Mapping[str, Path]
Words = frozenset[str]
"""A list of words."""
ListedEndings = tuple[str, ...]
"""A list of endings."""


class _List:
    """A list of a table, as an attribute: built when it is first asked for, then kept by the object.

    A class with ``__getattr__`` would do the same, but all of its attributes are slow to look up.
    """

    def __init__(self, name: str, path: Path) -> None:
        self._name = name
        self._path = path

    def __get__(self, words: TableWords, _: type[TableWords]) -> frozenset[str] | tuple[str, ...]:
        listed = words.language.words(*self._path)
        found = listed if self._name.endswith("endings") else frozenset(listed)
        words.__dict__[self._name] = found
        return found


class TableWords:
    """The lists of one table, or of a section of it: each is built when it is first asked for.

    A subclass declares them: each name is a key of the table. A list is a set of words, that of a key
    which ends in *endings* a tuple, as :meth:`str.endswith` takes it; both are empty where the language
    has no such list. What a subclass computes itself it assigns, and declares nowhere.

    Attributes:
        PATH: The table, and the keys that lead to the section.
        PATHS: Names of lists that stand elsewhere → the table and the keys that lead to them.
        language: The tables of the language.

    Example:
        >>> from quotekit.lexicon import Table
        >>> class Phrases(TableWords):
        ...     PATH = ("phrases",)
        ...     linking: Words
        ...     verb_endings: ListedEndings
        >>> german = Language("de", [Table("de", "phrases", {"linking": ["von"]})])
        >>> words = Phrases(german)
        >>> words.linking, words.verb_endings
        (frozenset({'von'}), ())
    """

    PATH: ClassVar[Path] = ()
    PATHS: ClassVar[Paths] = {}

    def __init__(self, language: Language) -> None:
        self.language = language

    def __init_subclass__(cls) -> None:
        for name in cls.__annotations__:
            if not name.isupper():
                setattr(cls, name, _List(name, cls.PATHS.get(name) or (*cls.PATH, name)))
