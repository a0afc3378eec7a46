"""Language tables: load, merge and hand out the data that rules work with.

A table is a TOML file ``data/<language>/<name>.toml`` (JSON where it was computed, not written), or
a mapping that a plugin brings. quotekit's own tables are there whichever plugins are blocked; those
of plugins add to them, or take out. What rules derive from tables (compiled patterns, sets) is built
once per language and kept by :meth:`Language.memo`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from quotekit import _compact
from quotekit._schema import Checker
from quotekit._tables import Merger
from quotekit.exceptions import LexiconError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "BUILTIN",
    "Language",
    "Table",
    "builtin_tables",
    "tables",
]

ALL = "mul"
"""The code of tables for all languages (*multiple languages* in ISO 639-2)."""
PACKAGE = "quotekit.data"
"""Where quotekit's own tables are."""
BUILTIN = "built-in"
"""What :attr:`.Table.found_by` is for quotekit's own tables."""

T = TypeVar("T")


@attrs.frozen
class Table:
    """One language table of one plugin.

    A table adds to those of its language and name: lists are chained, mappings merged, and a
    plugin's single value replaces that of a built-in table. What a table *removes* goes after all
    tables are added.

    Attributes:
        language: ISO 639-1 code, or ``mul`` for a table of all languages.
        name: *cues*, *titles*, *times* … (see :doc:`/reference/tables`). A plugin's own table,
            which the schema does not describe, has a name that begins with ``x-``.
        source: The data themselves, or the TOML or JSON file that holds them (read when first
            needed).
        remove: What to take out of the merged table, as a mapping of its shape: a list names words
            of a list, keys of a mapping, or rows by their names.
        found_by: The plugin that brings it; filled in by the registry.

    Raises:
        LexiconError: If language or name is no text, or empty.

    Example:
        >>> Table("en", "titles", {"suffix": {"any": ["esq"]}}).data()
        {'suffix': {'any': ['esq']}}
        >>> fewer = Table("en", "titles", remove={"office": {"person": ["baker"]}})
    """

    language: str
    name: str
    source: Mapping[str, Any] | Traversable = attrs.field(factory=dict, repr=False)
    remove: Mapping[str, Any] = attrs.field(factory=dict, kw_only=True, repr=False)
    found_by: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        for what, example in (("language", "en"), ("name", "cues")):
            value = getattr(self, what)
            if not isinstance(value, str) or not value.strip():
                raise LexiconError(
                    f"a table's {what} must be text such as {example!r}, got {value!r}"
                )

    def __str__(self) -> str:
        return f"table {self.language}/{self.name}"

    def data(self) -> Mapping[str, Any]:
        """Return the data.

        Raises:
            LexiconError: If there is no such file, or it is no valid TOML or JSON.
        """
        if isinstance(self.source, Mapping):
            return self.source
        if not hasattr(self.source, "read_bytes"):
            raise LexiconError(f"{self} of {self.giver}: {self.source!r} is no mapping and no file")
        try:
            text = self.source.read_bytes()
            if self.found_by == BUILTIN:
                table = f"{self.language}/{self.name}"
                data = _compact.load(_compact.folder_of(PACKAGE), table, text)
                if data is not None:
                    return data
            return _compact.read_text(text, is_json=self.source.name.endswith(".json"))
        except (OSError, ValueError) as error:
            raise LexiconError(f"{self} of {self.giver}: {error}") from error

    @property
    def giver(self) -> str:
        """Who brings it, for messages."""
        if self.found_by == BUILTIN:
            return "quotekit"
        return f"plugin {self.found_by!r}" if self.found_by else "the caller"


def builtin_tables() -> Iterator[Table]:
    """Yield quotekit's own tables, which every registry has whichever plugins it blocks."""
    for folder in _folders(PACKAGE):
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            name, _, suffix = file.name.rpartition(".")
            if suffix in ("toml", "json"):
                yield Table(folder.name, name, file, found_by=BUILTIN)


def tables(*names: str, package: str = PACKAGE) -> Iterator[Table]:
    """Yield the tables of these names in every language folder of *package*.

    Example:
        >>> any(table.language == "en" for table in tables("grammar"))
        True
    """
    for folder in _folders(package):
        for name in names:
            for file in (folder / f"{name}.toml", folder / f"{name}.json"):
                if file.is_file():
                    yield Table(folder.name, name, file)


def _folders(package: str) -> list[Traversable]:
    folders = (entry for entry in _compact.folder_of(package).iterdir() if entry.is_dir())
    found = (entry for entry in folders if not entry.name.startswith("_"))
    return sorted(found, key=lambda entry: entry.name)


class Language:
    """The merged tables of one language, and what was built from them.

    Args:
        code: ISO 639-1 code.
        sources: Its tables, those for all languages first.

    Raises:
        LexiconError: If a table breaks the schema (see :doc:`/reference/tables`), two plugins
            contradict each other, or one removes what is not there.

    Example:
        >>> language = Language("en", [Table("en", "titles", {"suffix": {"any": ["esq"]}})])
        >>> language.table("titles")["suffix"]
        {'any': ['esq']}
        >>> language.table("phrases")
        {}
    """

    def __init__(self, code: str, sources: Iterable[Table] = ()) -> None:
        self.code = code
        self._sources = tuple(sources)
        self._tables: dict[str, dict[str, Any]] = {}
        self._memo: dict[Any, Any] = {}
        brought = [source for source in self._sources if source.found_by != BUILTIN]
        for check in (self._check, self._check_merged):
            for source in brought:
                check(source)

    def __repr__(self) -> str:
        return f"Language({self.code!r}, {list(self.tables)})"

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables, sorted."""
        return tuple(sorted({table.name for table in self._sources}))

    def text(self) -> bytes | None:
        """Return the text of all its tables that people review, ``None`` where a plugin brings any."""
        if any(source.found_by != BUILTIN for source in self._sources):
            return None
        files = (source.source for source in self._sources)
        return b"\0".join(
            file.read_bytes()
            for file in files
            if not isinstance(file, Mapping) and file.name.endswith(".toml")
        )

    def _check(self, source: Table) -> None:
        checker = Checker(source.name, f"{source} of {source.giver}")
        checker.check(source.data())
        checker.check_removal(source.remove)

    def _check_merged(self, source: Table) -> None:
        checker = Checker(source.name, f"{source} of {source.giver}")
        checker.check_merged(source.data(), self.table(source.name), self.words)

    def table(self, name: str) -> dict[str, Any]:
        """Return the merged table, empty if nobody brings one; it must not be changed."""
        if name not in self._tables:
            merger = Merger(f"{self.code}/{name}")
            for source in self._sources:
                if source.name == name:
                    merger.add(source.data(), source.giver, builtin=source.found_by == BUILTIN)
                    merger.remove(source.remove, source.giver)
            self._tables[name] = merger.result()
        return self._tables[name]

    def words(self, name: str, *path: str) -> tuple[str, ...]:
        """Return the words that a table lists; none where the entry is missing.

        Args:
            name: The table.
            path: The keys that lead to the list. Where they end at a mapping, the words of all its
                lists.

        Example:
            >>> language = Language("en", [Table("en", "people", {"kin": {"any": ["aunt", "uncle"]}})])
            >>> language.words("people", "kin", "any")
            ('aunt', 'uncle')
            >>> language.words("people", "kin")
            ('aunt', 'uncle')
        """
        found: Any = self.table(name)
        for key in path:
            found = found.get(key, {})
        return tuple(_words(found))

    def memo(self, build: Callable[[Language], T]) -> T:
        """Return ``build(self)``, built once: compiled patterns, look-up sets and the like."""
        try:
            found: T = self._memo[build]
        except KeyError:
            found = self._memo[build] = build(self)
        return found


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - a list, or a mapping of lists
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _words(part)
    else:
        yield from value
