"""Compact tables: what the text of quotekit's own tables says, in a form that loads at once.

People review and change the text, ``data/<language>/<name>.toml`` (or JSON); parsing it takes longer
than an article. When the package is built, :func:`build` writes each table once more, in the format
of Python's own compiled modules. A compact table counts only for the very text that it was made of,
and only where this Python can read it: a changed text needs no new build.

Only the standard library is imported here: the build runs this file by itself.
"""

from __future__ import annotations

import itertools
import json
import marshal
import zlib
from importlib import import_module
from pathlib import Path, PurePath
from sys import intern
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER = "_compact"
"""Where the compact tables are, beside the folders of the languages."""
FORMAT = 4
"""The format's version, which every Python that quotekit runs on can read."""
SEPARATOR = "\t"
"""In JSON, parts the words of a key of several words; no token holds one."""


def read_text(text: bytes, *, is_json: bool) -> dict[str, Any]:
    r"""Return the data that the text of a table holds.

    Raises:
        ValueError: If it is no valid TOML or JSON in UTF-8.

    Example:
        >>> read_text(b'{"said\\tthat": 30, "said": 200}', is_json=True)
        {('said', 'that'): 30, 'said': 200}
    """
    import tomllib

    decoded = text.decode("utf-8")
    if not is_json:
        return tomllib.loads(decoded)
    data: dict[str, Any] = json.loads(decoded, object_hook=_Shared().object)
    return data


def folder_of(package: str) -> Traversable:
    """Return the folder of a package.

    Where it lies on disk that is a path: :mod:`importlib.resources`, which takes a thirtieth of the
    time to the first article, is imported for packages in archives alone.
    """
    places = list(getattr(import_module(package), "__path__", ()))
    if len(places) == 1 and (place := Path(places[0])).is_dir():
        return place
    from importlib import resources

    return resources.files(package)


def load(folder: Traversable, table: str, text: bytes) -> dict[str, Any] | None:
    """Return the data of a table in its compact form, ``None`` where none was made of this text.

    Args:
        folder: The folder of all tables.
        table: Language and name: ``en/cues``.
        text: The table's text.
    """
    try:
        made_of, data = marshal.loads((folder / FOLDER / _name(table)).read_bytes())
    except (OSError, EOFError, TypeError, ValueError):
        return None
    found: dict[str, Any] = data
    return found if made_of == fingerprint(text) else None


def build(folder: Path) -> list[Path]:
    """Write the compact form of all tables, and return the files."""
    written = []
    sources = (folder.glob(name) for name in ("languages.toml", "[a-z]*/*.toml", "[a-z]*/*.json"))
    for source in sorted(itertools.chain(*sources)):
        text, name = source.read_bytes(), str(source.relative_to(folder).with_suffix(""))
        written.append(write(folder, name, text, read_text(text, is_json=source.suffix == ".json")))
    return written


def write(folder: Path, table: str, text: bytes, data: dict[Any, Any]) -> Path:
    """Write the compact form of what was made of a text, and return the file."""
    target = folder / FOLDER / _name(table)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(marshal.dumps((fingerprint(text), data), FORMAT))
    return target


def fingerprint(text: bytes) -> tuple[int, int]:
    """Return what tells one text from another that somebody made of it."""
    return len(text), zlib.crc32(text)


def _name(table: str) -> str:
    return f"{'-'.join(PurePath(table).parts)}.marshal"


class _Shared:
    """Makes objects of JSON whose keys of several words are tuples.

    Each word, key and whole number of a table is there once, however often it stands in the text:
    what is looked up a million times lies close together in memory.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...] | int, Any] = {}

    def object(self, data: dict[str, Any]) -> dict[Any, Any]:
        """Return an object of JSON."""
        return {self._key(key): self._value(value) for key, value in data.items()}

    def _key(self, key: str) -> str | tuple[str, ...]:
        if SEPARATOR not in key:
            return intern(key)
        words = tuple(map(intern, key.split(SEPARATOR)))
        known: tuple[str, ...] = self._known.setdefault(words, words)
        return known

    def _value(self, value: Any) -> Any:  # noqa: ANN401 - any value of JSON
        return self._known.setdefault(value, value) if type(value) is int else value
