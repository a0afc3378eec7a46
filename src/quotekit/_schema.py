"""What language tables may hold: ``data/schema.toml``, and the checks of a table against it.

Plugins' tables are checked when a registry merges them; quotekit's own by the tests.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from quotekit.exceptions import LexiconError

Spec = Mapping[str, Any]
Path = tuple[str, ...]

OWN = "x-"
"""How the name of a plugin's own table begins, which no schema describes."""


@functools.cache
def schema() -> Spec:
    """Return the schema: ``tables`` with their keys, and ``columns`` of their rows."""
    import tomllib
    from importlib import resources

    text = resources.files("quotekit.data").joinpath("schema.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def is_key(spec: Spec) -> bool:
    """Return whether a part of the schema describes a key, not a section of keys."""
    return isinstance(spec.get("type"), str)


class Checker:
    """Checks one table.

    Args:
        name: The table's name.
        where: The table and who brings it, for messages: ``table en/cues of plugin 'mine'``.
    """

    def __init__(self, name: str, where: str) -> None:
        self.where = where
        tables = schema()["tables"]
        self.keys: Spec | None = None
        if name in tables:
            self.keys = tables[name].get("keys")
        elif not name.startswith(OWN):
            self._fail((), f"there is no table {name!r}{_meant(name, tables)}")

    def check(self, data: Mapping[str, Any]) -> None:
        """Check keys, types and columns of what one plugin brings.

        Raises:
            LexiconError: At the first fault.
        """
        if self.keys is not None:
            self._section(self.keys, data, ())

    def check_removal(self, less: object) -> None:
        """Check that what one plugin removes is a mapping of lists of names.

        Raises:
            LexiconError: At the first fault.
        """
        self._removal(less, ("remove",))

    def _removal(self, less: object, path: Path) -> None:
        for key, names in self._mapping(less, path).items():
            if isinstance(names, Mapping):
                self._removal(names, (*path, key))
            elif not isinstance(names, list | tuple) or set(map(type, names)) - {str}:
                self._fail((*path, key), f"{_brief(names)} is no list of names")

    def check_merged(
        self,
        part: Mapping[str, Any],
        merged: Mapping[str, Any],
        words: Callable[..., tuple[str, ...]],
    ) -> None:
        """Check what shows only in the merged table: required keys and columns, and classes.

        Args:
            part: What one plugin brings; only its rows are looked at.
            merged: The merged table.
            words: Gives the words of an entry of another table (:meth:`.Language.words`).

        Raises:
            LexiconError: At the first fault.
        """
        for key, spec in (self.keys or {}).items():
            if spec.get("required") and not merged.get(key):
                self._fail((key,), f"is missing: {spec['about']}")
            if spec.get("type") == "rows":
                for row in part.get(key, ()):
                    self._merged_row(spec, (key, row), merged[key].get(row), merged, words)

    def _merged_row(
        self,
        spec: Spec,
        path: Path,
        row: Mapping[str, Any] | None,
        merged: Mapping[str, Any],
        words: Callable[..., tuple[str, ...]],
    ) -> None:
        if row is None:  # removed
            return
        columns = schema()["columns"][spec["columns"]]
        self._required(columns, row, path)
        for column, value in row.items():
            rule = columns[column]
            if "one_of_keys" in rule:
                self._one_of(value, merged.get(rule["one_of_keys"], {}), (*path, column))
            if "or_words" in rule:
                known = set(rule["one_of"])
                known.update(w for entry in rule["or_words"] for w in words(*entry.split(".")))
                for word in value:
                    self._one_of(word, known, (*path, column))

    def _section(self, keys: Spec, data: object, path: Path) -> None:
        for key, value in self._mapping(data, path).items():
            if key not in keys:
                self._fail((*path, key), f"there is no such key{_meant(key, keys)}")
            if is_key(keys[key]):
                self._value(keys[key], value, (*path, key))
            else:
                self._section(keys[key], value, (*path, key))

    def _value(self, spec: Spec, value: object, path: Path) -> None:
        getattr(self, f"_{spec['type']}")(spec, value, path)

    def _words(self, spec: Spec, value: object, path: Path) -> None:
        for word in self._phrases(spec, value, path):
            if len(word.split()) != 1:
                self._fail(path, f"{word!r} is no single word{_such_as(spec)}")
            if not spec.get("capitals") and word != word.lower():
                self._fail(path, f"{word!r} has a capital; words are compared in lower case")
            if "one_of" in spec and "or_words" not in spec:
                self._one_of(word, spec["one_of"], path)

    def _phrases(self, spec: Spec, value: object, path: Path) -> list[str]:
        if not isinstance(value, list | tuple):
            self._fail(path, f"{_brief(value)} is no list{_such_as(spec)}")
        for word in value:
            if not isinstance(word, str) or not word.strip():
                self._fail(path, f"{_brief(word)} is no word{_such_as(spec)}")
        return list(value)

    def _switch(self, _: Spec, value: object, path: Path) -> None:
        if not isinstance(value, bool):
            self._fail(path, f"{_brief(value)} is neither true nor false")

    def _text(self, spec: Spec, value: object, path: Path) -> None:
        if not isinstance(value, str):
            self._fail(path, f"{_brief(value)} is no text{_such_as(spec)}")
        if "one_of" in spec:
            self._one_of(value, spec["one_of"], path)

    def _texts(self, spec: Spec, value: object, path: Path) -> None:
        for key, text in self._mapping(value, path).items():
            self._text(spec, text, (*path, key))

    def _values(self, _: Spec, value: object, path: Path) -> None:
        self._mapping(value, path)

    def _lists(self, spec: Spec, value: object, path: Path) -> None:
        for key, words in self._mapping(value, path).items():
            if "keys" in spec:
                self._one_of(key, spec["keys"], path)
            self._words({"example": next(iter(spec["example"].values()))}, words, (*path, key))

    def _classes(self, spec: Spec, value: object, path: Path) -> None:
        for key, words in self._mapping(value, path).items():
            if not isinstance(words, Mapping):
                self._phrases(spec, words, (*path, key))

    def _rows(self, spec: Spec, value: object, path: Path) -> None:
        for key, row in self._mapping(value, path).items():
            self._section(schema()["columns"][spec["columns"]], row, (*path, key))

    def _rules(self, spec: Spec, value: object, path: Path) -> None:
        columns = schema()["columns"][spec["columns"]]
        if not isinstance(value, list | tuple):
            self._fail(path, f"{_brief(value)} is no list of rows")
        for number, row in enumerate(value, 1):
            self._section(columns, row, (*path, str(number)))
            self._required(columns, row, (*path, str(number)))

    def _required(self, columns: Spec, row: Mapping[str, Any], path: Path) -> None:
        for column, rule in columns.items():
            if rule.get("required") and column not in row:
                self._fail(path, f"has no {column!r}: {rule['about']}{_such_as(rule)}")

    def _mapping(self, value: object, path: Path) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self._fail(path, f"{_brief(value)} is no mapping")
        for key in value:
            if not isinstance(key, str):
                self._fail(path, f"{_brief(key)} is no key: keys are text")
        return value

    def _one_of(self, value: str, allowed: Iterable[str], path: Path) -> None:
        if value not in allowed:
            self._fail(path, f"{value!r} is not allowed{_meant(value, allowed)}")

    def _fail(self, path: Path, fault: str) -> NoReturn:
        place = f", {'.'.join(path)}" if path else ""
        raise LexiconError(f"{self.where}{place}: {fault}")


def _meant(word: str, allowed: Iterable[str]) -> str:
    """Return what may be meant, and what is allowed, as the end of a message."""
    options = sorted(allowed)
    import difflib

    close = difflib.get_close_matches(word, options, 1)
    hint = f"; is {close[0]!r} meant?" if close else ";"
    return f"{hint} Allowed are {', '.join(options)}"


def _such_as(spec: Spec) -> str:
    return f"; expected something like {spec['example']!r}"


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
