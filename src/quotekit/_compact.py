"""Compact tables: what the text of quotekit's own tables says, in a form that loads at once.

People review and change the text, ``data/<language>/<name>.toml``; parsing it takes a tenth of a
second. When the package is built, :func:`build` writes each table once more as plain JSON. A compact
table counts only for the very text that it was made of, so that a changed text needs no new build.

Only the standard library is imported here: the build runs this file by itself.
"""

from __future__ import annotations

import json
import tomllib
import zlib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

FOLDER = "_compact"
"""Where the compact tables are, beside the folders of the languages."""


def read_text(text: str, *, is_json: bool) -> dict[str, Any]:
    """Return the data that the text of a table holds.

    Raises:
        ValueError: If it is no valid TOML or JSON.
    """
    data: dict[str, Any] = json.loads(text) if is_json else tomllib.loads(text)
    return data


def load(folder: Traversable, table: str, text: str) -> dict[str, Any] | None:
    """Return the data of a table in its compact form, ``None`` where none was made of this text.

    Args:
        folder: The folder of all tables.
        table: Language and name: ``en/cues``.
        text: The table's text.
    """
    try:
        made_of, _, data = _file(folder, table).read_text(encoding="utf-8").partition("\n")
    except OSError:
        return None
    if made_of != fingerprint(text):
        return None
    found: dict[str, Any] = json.loads(data)
    return found


def build(folder: Path) -> list[Path]:
    """Write the compact form of all tables that are kept as TOML, and return the files."""
    written = []
    for source in sorted(folder.glob("*/*.toml")):
        text = source.read_text(encoding="utf-8")
        target = folder / FOLDER / f"{source.parent.name}-{source.stem}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(compact(text), encoding="utf-8")
        written.append(target)
    return written


def compact(text: str) -> str:
    """Return the compact form of a table's text.

    Example:
        >>> compact('[kin]\\nany = ["aunt"]').partition("\\n")[2]
        '{"kin":{"any":["aunt"]}}'
    """
    data: Mapping[str, Any] = read_text(text, is_json=False)
    return f"{fingerprint(text)}\n{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}"


def fingerprint(text: str) -> str:
    """Return what tells one text from another that somebody made of it."""
    return f"{len(text)} {zlib.crc32(text.encode()):08x}"


def _file(folder: Traversable, table: str) -> Traversable:
    return folder / FOLDER / f"{table.replace('/', '-')}.json"
