"""Link speakers to a register of your own: a CSV file of people, aliases and identifiers.

The file has a heading and one row a person; several aliases are parted by semicolons::

    name,aliases,about,wikidata,register
    Ada Ferro,A. Ferro;Ada Maria Ferro,trade minister,Q900001,17
    Bo Tran,,county engineer,,23

Columns after ``about`` are systems of identifiers; empty cells are left out. Run::

    python people_from_csv.py people.csv article.txt

or, without arguments, on the files beside this one.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from quotekit import Extractor, Registry, Table, hookimpl

OWN = ("name", "aliases", "about")


class PeopleFromCsv:
    """A plugin that brings the people of a CSV file to the built-in plugin ``links``.

    Args:
        path: The file.
        languages: The languages of the articles in which its people are to be found.
    """

    def __init__(self, path: str | Path, languages: tuple[str, ...] = ("en",)) -> None:
        with Path(path).open(newline="", encoding="utf-8") as file:
            self._rows = [_row(cells) for cells in csv.DictReader(file)]
        self._languages = languages

    @hookimpl
    def quotekit_languages(self) -> Iterator[Table]:
        """Bring the people as a table, one for each language."""
        for language in self._languages:
            yield Table(language, "links", {"people": self._rows})


def _row(cells: dict[str, str]) -> dict[str, object]:
    aliases = [alias.strip() for alias in (cells.get("aliases") or "").split(";")]
    return {
        "name": cells["name"].strip(),
        "aliases": [alias for alias in aliases if alias],
        "about": cells.get("about") or "",
        "ids": {key: value.strip() for key, value in cells.items() if key not in OWN and value},
    }


def main(people: str, article: str) -> None:
    """Print the speakers of an article whom the register knows."""
    registry = Registry()
    registry.register(PeopleFromCsv(people), "people")
    for speaker in Extractor(registry).extract(Path(article).read_text(encoding="utf-8")).speakers:
        if speaker.links:
            links = (f"{link.system}:{link.identifier}" for link in speaker.links)
            print(f"{speaker.name}: {', '.join(links)}")


HERE = Path(__file__).parent

if __name__ == "__main__":
    main(*(sys.argv[1:] or (str(HERE / "people.csv"), str(HERE / "articles" / "ferry.txt"))))

# Odile Castellan: register:17, wikidata:Q900001
# Jonas Rybeck: register:23
