"""SQLite: articles, speakers, mentions, quotations and times as tables, ready for Datasette."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotekit._extras import extra
from quotekit._formats import Writer
from quotekit._json import dumps
from quotekit._writers.sqlite_rows import REFERENCES, TABLES, key_of, rows_of
from quotekit.exceptions import ReadError
from quotekit.models import Extraction

if TYPE_CHECKING:
    from sqlite_utils import Database

SEARCHED = {"articles": ["title", "text"], "speakers": ["name", "aliases"], "quotations": ["text"]}
"""Columns with full-text search."""

TOKENIZER = "unicode61 remove_diacritics 2 separators 'ʼ'"
"""Folds case and accents. Quotation marks and apostrophes of every form part words alike; for Unicode
the modifier letter apostrophe is a letter."""

VIEW = """\
select articles.published, articles.publisher, articles.title, speakers.name as speaker,
  quotations.kind, quotations.text, times.value as said, times.first_day, times.last_day,
  quotations.confidence, quotations.article, quotations.key as quotation
from quotations
  join articles on articles.key = quotations.article
  left join speakers on speakers.key = quotations.speaker
  left join times on times.key = quotations.said
order by articles.published, articles.key, quotations.number"""
"""The view ``who_said_what``."""


def save_sqlite(extractions: Iterable[Extraction], path: Path) -> None:
    """Add the extractions to the database at *path*; what it has of the same article is replaced.

    An article is the same where its address or path and its identifier are; where one run has
    several such, they are told apart by their order. All is one transaction: if anything fails, the
    database stays as it was.

    Raises:
        MissingExtraError: If sqlite-utils is missing.
        ReadError: If what is at *path* is no database, or one that cannot be written to.
    """
    with extra("sqlite"):
        import sqlite_utils

    is_new = not path.exists()
    try:
        with closing(sqlite_utils.Database(path)) as database, database.atomic():
            _create(database)
            seen: Counter[str] = Counter()
            for extraction in extractions:
                key = key_of(extraction.article)
                seen[key] += 1
                _replace(database, extraction, f"{key}-{seen[key]}" if seen[key] > 1 else key)
        _describe(path)
    except BaseException as error:
        if is_new:
            path.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise ReadError(f"{path}: {error}") from error
        raise


def _create(database: Database) -> None:
    """Create the tables that are not there yet, with an index for each reference."""
    for name, columns in TABLES.items():
        table = database.table(name)
        if table.exists():
            if not columns.keys() <= table.columns_dict.keys():
                raise sqlite3.DatabaseError(f"its table {name} has other columns")
            continue
        references = [(column, other, "key") for column, other in REFERENCES[name].items()]
        table.create(columns, pk="key", foreign_keys=references)
        for column in REFERENCES[name]:
            table.create_index([column])
        if name in SEARCHED:
            table.enable_fts(SEARCHED[name], tokenize=TOKENIZER, create_triggers=True)
    database.create_view("who_said_what", VIEW, ignore=True)


def _replace(database: Database, extraction: Extraction, key: str) -> None:
    for table in reversed(TABLES):
        owner = "article" if REFERENCES[table] else "key"
        database.table(table).delete_where(f"{owner} = ?", [key])
    for table, rows in rows_of(extraction, key).items():
        database.table(table).insert_all(rows, pk="key")


def _describe(path: Path) -> None:
    """Write what Datasette shows of the database, beside it, unless there is such a file."""
    beside = path.with_suffix(".metadata.json")
    if not beside.exists():
        beside.write_text(dumps(METADATA | {"databases": {path.stem: DATABASE}}, 1) + "\n", "utf-8")


OFFSETS = "Offsets are code points of the article's text, the end exclusive."

METADATA: dict[str, Any] = {"title": "Who said what, and when"}
DATABASE: dict[str, Any] = {
    "description": "Quotations in articles, as quotekit found them.",
    "tables": {
        "articles": {"label_column": "title", "sortable_columns": ["published", "publisher"]},
        "speakers": {"label_column": "name", "facets": ["kind", "gender"]},
        "mentions": {"label_column": "text", "facets": ["kind"], "description": OFFSETS},
        "times": {"label_column": "value", "facets": ["type"], "description": OFFSETS},
        "quotations": {
            "label_column": "text",
            "facets": ["kind", "mode"],
            "sort_desc": "confidence",
            "description": OFFSETS,
        },
        "spans": {"description": f"The spans of contents, quoted words and cue. {OFFSETS}"},
    },
}

WRITER = Writer("sqlite", None, (".db", ".sqlite", ".sqlite3"), save=save_sqlite, updates=True)
"""Adds to an SQLite database."""
