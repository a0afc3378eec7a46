"""What language tables are put together from: additions, then removals.

Lists are chained, mappings merged. A plugin's single value (the class of a cue, say) replaces that
of a built-in table; two plugins that give different ones are an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotekit.exceptions import LexiconError

Path = tuple[str, ...]


class Merger:
    """Merges the data of several tables, and names who brought what they disagree about.

    Args:
        where: The table, for messages: ``en/cues``.

    Example:
        >>> merger = Merger("en/titles")
        >>> merger.add({"suffix": {"any": ["jr"]}}, "built-in")
        >>> merger.add({"suffix": {"any": ["esq"]}}, "mine")
        >>> merger.data
        {'suffix': {'any': ['jr', 'esq']}}
        >>> merger.remove({"suffix": {"any": ["jr"]}}, "mine")
        >>> merger.result()
        {'suffix': {'any': ['esq']}}
    """

    def __init__(self, where: str) -> None:
        self.data: dict[str, Any] = {}
        self._where = where
        self._givers: dict[Path, str] = {}
        self._removals: list[tuple[Mapping[str, Any], str]] = []

    def add(self, more: Mapping[str, Any], giver: str, *, builtin: bool = False) -> None:
        """Add the data of one table.

        Args:
            more: The data.
            giver: Who brings them, for messages.
            builtin: Whether a plugin's single value may replace these.

        Raises:
            LexiconError: If a value contradicts that of another plugin.
        """
        self._add(self.data, more, giver, (), builtin=builtin)

    def remove(self, less: Mapping[str, Any], giver: str) -> None:
        """Note what is to be taken out once everything is added."""
        if less:
            self._removals.append((less, giver))

    def result(self) -> dict[str, Any]:
        """Return the merged data without what is removed.

        Raises:
            LexiconError: If there is nothing of that name to remove.
        """
        gone: dict[Path, set[str]] = {}
        for less, giver in self._removals:
            for path, names in _lists(less):
                self._check_removal(path, names, giver)
                gone.setdefault(path, set()).update(names)
        for path in filter(gone.get, gone):
            _drop(self.data, path, gone[path])
        return self.data

    def _add(
        self,
        into: dict[str, Any],
        more: Mapping[str, Any],
        giver: str,
        path: Path,
        *,
        builtin: bool,
    ) -> None:
        for key, value in more.items():
            here = (*path, key)
            old = into.get(key)
            if builtin and old is None:
                into[key] = value  # nothing to merge, and nobody to name
            elif isinstance(value, Mapping) and isinstance(old, Mapping | None):
                into[key] = dict(old or {})
                self._add(into[key], value, giver, here, builtin=builtin)
            elif isinstance(value, list | tuple) and isinstance(old, list | None):
                into[key] = [*(old or ()), *value]
            else:
                other = self._givers.get(here)
                if other is not None and old != value:
                    raise LexiconError(
                        f"table {self._where}, {'.'.join(map(str, here))}: two values, "
                        f"{old!r} from {other} and {value!r} from {giver}"
                    )
                into[key] = value
                if not builtin:
                    self._givers[here] = giver

    def _check_removal(self, path: Path, names: Iterable[str], giver: str) -> None:
        there = _names(self.data, path)
        for name in names:
            if name not in there:
                place = ".".join(path)
                raise LexiconError(
                    f"table {self._where} of {giver} removes {name!r}, but {place} has no such entry"
                    f"{self._hint(path, name)}"
                )

    def _hint(self, path: Path, name: str) -> str:
        """Return what may be meant by a name to remove, or by the first key to it that is not there."""
        for n, key in enumerate((*path, name)):
            there = _names(self.data, path[:n])
            if key not in there:
                import difflib

                close = difflib.get_close_matches(key, there, 1)
                return f"; is {'.'.join((*path[:n], *close))!r} meant?" if close else ""
        return ""


def _lists(less: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, list[str]]]:
    """Yield each list of names in a removal, and the keys that lead there."""
    for key, value in less.items():
        if isinstance(value, Mapping):
            yield from _lists(value, (*path, key))
        else:
            yield (*path, key), list(value)


def _names(data: Any, path: Path) -> list[str]:  # noqa: ANN401 - any value of a table
    """Return what can be removed at a place: words of a list, keys, or names of rows."""
    for key in path:
        data = data.get(key, {}) if isinstance(data, Mapping) else {}
    return [_name(item) for item in data] if isinstance(data, Mapping | list) else []


def _drop(data: dict[str, Any], path: Path, names: set[str]) -> None:
    *before, last = path
    for key in before:
        data = data[key]
    found = data[last]
    if isinstance(found, Mapping):
        data[last] = {key: value for key, value in found.items() if key not in names}
    else:
        kept = (item for item in found if _name(item) not in names)
        data[last] = list(kept)


def _name(item: Any) -> str:  # noqa: ANN401 - a word, or a row
    return str(item["name"] if isinstance(item, Mapping) else item)
