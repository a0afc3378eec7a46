"""Links: speakers to the identifiers that the tables ``links`` list for them.

quotekit ships no such table: it would list people, and whom a newsroom follows is its own affair. A
plugin brings it, from a file or a database (see ``examples/people_from_csv.py``)::

    Table("en", "links", {"people": [
        {"name": "Ada Ferro", "aliases": ["A. Ferro"], "about": "trade minister",
         "ids": {"wikidata": "Q17"}},
    ]})

A row is taken where its name, or one of its aliases, is the speaker's full name. Of several rows
with one name only that counts whose ``about`` shares a word with what the text says of the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quotekit._names import Name, fold
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Language
from quotekit.models import Link, Speaker
from quotekit.syntax._closed_classes import ClosedClasses

Row = Mapping[str, Any]


@hookimpl
def quotekit_link_speaker(document: Document, speaker: Speaker) -> Iterator[Link]:
    """Link a speaker whom exactly one row of the table fits."""
    rows = document.language.memo(_by_name)
    if not rows:
        return
    fitting = _fitting(rows, speaker)
    if len(fitting) > 1:
        said = _words(speaker.title, speaker.role, speaker.affiliation)
        said -= document.language.memo(ClosedClasses).no_keys
        fitting = [row for row in fitting if said & _words(row.get("about"))]
    if len(fitting) == 1:
        for system, identifier in sorted(fitting[0].get("ids", {}).items()):
            yield Link(system, str(identifier))


def _by_name(language: Language) -> dict[tuple[str, ...], list[Row]]:
    """Return the rows of the language's table by the folded words of each of their names."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in language.table("links").get("people", ()):
        for name in dict.fromkeys([row["name"], *row.get("aliases", ())]):
            rows = found.setdefault(Name(name).keys, [])
            if row not in rows:
                rows.append(row)
    return found


def _fitting(rows: Mapping[tuple[str, ...], list[Row]], speaker: Speaker) -> list[Row]:
    """Return the rows that bear the speaker's name, or a full form of it that the text has too."""
    found = rows.get(Name(speaker.name).keys, [])
    if found:
        return list(found)
    full = [alias for alias in speaker.aliases if len(alias.split()) > 1]
    unique: list[Row] = []
    for alias in full:
        unique += [row for row in rows.get(Name(alias).keys, ()) if row not in unique]
    return unique


def _words(*texts: str | None) -> set[str]:
    return {fold(word.strip(".,")) for text in texts if text for word in text.split()}
