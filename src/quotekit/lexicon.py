"""Language tables: load, merge and hand out the data that rules work with.

A table is a TOML file ``data/<language>/<name>.toml`` (JSON where it was computed, not written), or
a mapping that a plugin brings; tables of one language and name are merged. What rules derive from
tables (compiled patterns, sets) is built once a language and kept by :meth:`Language.memo`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import attrs

from quotekit.exceptions import LexiconError

T = TypeVar("T")


@attrs.frozen
class Table:
    """One language table of one plugin.

    Attributes:
        language: ISO 639-1 code.
        name: *cues*, *titles*, *times* …
        source: The data themselves, or the TOML or JSON file that holds them (read when first
            needed).

    Example:
        >>> Table("en", "titles", {"person": ["Dr."]}).data()
        {'person': ['Dr.']}
    """

    language: str
    name: str
    source: Mapping[str, Any] | Traversable = attrs.field(repr=False)

    def data(self) -> Mapping[str, Any]:
        """Return the data.

        Raises:
            LexiconError: If the file is no valid TOML or JSON.
        """
        if isinstance(self.source, Mapping):
            return self.source
        try:
            text = self.source.read_text(encoding="utf-8")
            data: Mapping[str, Any] = (
                json.loads(text) if self.source.name.endswith(".json") else tomllib.loads(text)
            )
        except (OSError, ValueError) as error:
            raise LexiconError(f"table {self.language}/{self.name}: {error}") from error
        return data


def tables(*names: str, package: str = "quotekit.data") -> Iterator[Table]:
    """Yield the tables of these names in every language folder of *package*.

    Example:
        >>> any(table.language == "en" for table in tables("grammar"))
        True
    """
    for folder in sorted(resources.files(package).iterdir(), key=lambda entry: entry.name):
        if folder.is_dir():
            for name in names:
                for file in (folder / f"{name}.toml", folder / f"{name}.json"):
                    if file.is_file():
                        yield Table(folder.name, name, file)


class Language:
    """The merged tables of one language, and what was built from them.

    Example:
        >>> language = Language("en", [Table("en", "titles", {"person": ["Dr."]})])
        >>> language.table("titles")["person"]
        ['Dr.']
        >>> language.table("no such table")
        {}
    """

    def __init__(self, code: str, sources: Iterable[Table] = ()) -> None:
        self.code = code
        self._sources = tuple(sources)
        self._tables: dict[str, dict[str, Any]] = {}
        self._memo: dict[Any, Any] = {}

    def __repr__(self) -> str:
        return f"Language({self.code!r}, {sorted({t.name for t in self._sources})})"

    def table(self, name: str) -> dict[str, Any]:
        """Return the merged table, empty if no plugin brings one."""
        if name not in self._tables:
            merged: dict[str, Any] = {}
            for source in self._sources:
                if source.name == name:
                    _merge(merged, source.data(), f"{self.code}/{name}")
            self._tables[name] = merged
        return self._tables[name]

    def words(self, name: str, *path: str) -> tuple[str, ...]:
        """Return the words that an entry of a table lists in one string; none where it is missing.

        Args:
            name: The table.
            path: The keys that lead to the entry.

        Example:
            >>> language = Language("en", [Table("en", "people", {"kin": {"any": "aunt uncle"}})])
            >>> language.words("people", "kin", "any")
            ('aunt', 'uncle')
        """
        found: Any = self.table(name)
        for key in path[:-1]:
            found = found.get(key, {})
        return tuple(str(found.get(path[-1], "")).split())

    def memo(self, build: Callable[[Language], T]) -> T:
        """Return ``build(self)``, built once: compiled patterns, look-up sets and the like."""
        if build not in self._memo:
            self._memo[build] = build(self)
        result: T = self._memo[build]
        return result


def _merge(into: dict[str, Any], more: Mapping[str, Any], where: str) -> None:
    """Merge *more* into *into*: lists are chained, mappings merged, other values must agree."""
    for key, value in more.items():
        if key not in into:
            into[key] = list(value) if isinstance(value, list) else value
        elif isinstance(into[key], list) and isinstance(value, list):
            into[key] = into[key] + value
        elif isinstance(into[key], Mapping) and isinstance(value, Mapping):
            into[key] = dict(into[key])
            _merge(into[key], value, f"{where}:{key}")
        elif into[key] != value:
            raise LexiconError(f"table {where}: two values for {key!r}: {into[key]!r}, {value!r}")
