"""A quotekit plugin that links speakers to a newsroom's register of people, a CSV file.

A row is a person or a body: the ``name``, ``aliases`` separated by semicolons, words ``about`` them
that separate bearers of one name, and a column for each system of identifiers. An empty cell is no
identifier.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from quotekit import Table, hookimpl
from quotekit.exceptions import LexiconError

OWN = ("name", "aliases", "about")
"""Columns that are no systems of identifiers."""


class People:
    """The people of a CSV file, for the built-in plugin ``links``, which finds the speakers among them.

    Args:
        path: The file.
        language: The language of the articles, or ``mul`` for all.
    """

    def __init__(self, path: Path | Traversable, language: str = "mul") -> None:
        self._path, self._language = path, language

    @hookimpl
    def quotekit_languages(self) -> Iterator[Table]:
        """Bring the people as rows of the table *links*."""
        yield Table(self._language, "links", {"people": list(read(self._path))})


def read(path: Path | Traversable) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a file as those of the table.

    Raises:
        LexiconError: If a row has no name, no identifier at all, or that of another row: whoever
            shares one is counted as one person.
    """
    taken: dict[tuple[str, str], int] = {}
    with path.open("r", encoding="utf-8-sig", newline="") as file:
        for number, cells in enumerate(csv.DictReader(file), 2):
            where = f"{path.name}, row {number}"
            ids = {key: cells[key].strip() for key in cells if key not in OWN and cells[key]}
            if not cells.get("name") or not ids:
                raise LexiconError(f"{where}: a person has a name and an identifier")
            for system, identifier in ids.items():
                first = taken.setdefault((system, identifier), number)
                if first != number:
                    raise LexiconError(
                        f"{where}: {system} {identifier!r} is also that of row {first}"
                    )
            aliases = (cells.get("aliases") or "").split(";")
            yield {
                "name": cells["name"].strip(),
                "aliases": [alias.strip() for alias in aliases if alias.strip()],
                "about": cells.get("about") or "",
                "ids": ids,
            }


NEWSROOM = People(Path(str(resources.files(__name__) / "people.csv")))
"""The plugin with the newsroom's own file, which this package ships."""
