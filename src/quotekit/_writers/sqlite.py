"""SQLite: articles, speakers, mentions, quotations and times as tables, ready for Datasette."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from quotekit._extras import extra
from quotekit._formats import Writer
from quotekit._json import dumps, plain
from quotekit._writers.columns import first_day, last_day
from quotekit.exceptions import ReadError
from quotekit.models import Article, Extraction, Mention, Quote, TimeExpression
from quotekit.spans import Span, join

Row = dict[str, Any]

KEYED = {"key": str, "article": str}
PLACE = {"start": int, "end": int, "text": str}

TABLES: dict[str, dict[str, type]] = {
    "articles": {
        "key": str,
        "id": str,
        "path": str,
        "url": str,
        "title": str,
        "published": str,
        "publisher": str,
        "language": str,
        "text": str,
        "meta": str,
        "warnings": str,
    },
    "speakers": {
        **KEYED,
        "id": str,
        "name": str,
        "kind": str,
        "title": str,
        "role": str,
        "affiliation": str,
        "gender": str,
        "aliases": str,
    },
    "links": {"key": str, "speaker": str, "system": str, "identifier": str},
    "mentions": {**KEYED, "speaker": str, "kind": str, **PLACE},
    "times": {
        **KEYED,
        **PLACE,
        "type": str,
        "value": str,
        "first_day": str,
        "last_day": str,
        "anchor": str,
    },
    "quotations": {
        **KEYED,
        "number": int,
        "kind": str,
        "mode": str,
        **PLACE,
        "speaker": str,
        "source": str,
        "cue": str,
        "said": str,
        "confidence": float,
        "nested_in": str,
        "rule": str,
        "why": str,
    },
    "spans": {"key": str, "quotation": str, "part": str, **PLACE},
}
"""The tables and their columns, in an order in which each refers only to those before it."""

REFERENCES: dict[str, dict[str, str]] = {
    "speakers": {"article": "articles"},
    "links": {"speaker": "speakers"},
    "mentions": {"article": "articles", "speaker": "speakers"},
    "times": {"article": "articles"},
    "quotations": {
        "article": "articles",
        "speaker": "speakers",
        "source": "mentions",
        "said": "times",
        "nested_in": "quotations",
    },
    "spans": {"quotation": "quotations"},
}
"""Which columns are the ``key`` of a row of which table."""

SEARCHED = {"articles": ["title", "text"], "speakers": ["name", "aliases"], "quotations": ["text"]}
"""Columns with full-text search."""

TOKENIZER = "unicode61 remove_diacritics 2"
"""Folds case and accents; quotation marks and apostrophes of every form part words alike."""


def save_sqlite(extractions: Iterable[Extraction], path: Path) -> None:
    """Add the extractions to the database at *path*; what it has of the same article is replaced.

    An article is the same where its address or path and its identifier are. All is one transaction:
    if anything fails, the database stays as it was. Lone surrogates, which SQLite does not have,
    are escaped.

    Raises:
        MissingExtraError: If sqlite-utils is missing.
        ReadError: If what is at *path* is no database, or one that cannot be written to.
    """
    with extra("sqlite"):
        import sqlite_utils

    database = sqlite_utils.Database(path)
    try:
        with database.atomic():
            _create(database)
            for extraction in extractions:
                _replace(database, extraction)
        _metadata(path)
    except sqlite3.Error as error:
        raise ReadError(f"{path}: {error}") from error
    finally:
        database.close()


def _create(database: Any) -> None:  # noqa: ANN401 - sqlite-utils may be missing
    for name, columns in TABLES.items():
        table = database[name]
        if not table.exists():
            table.create(
                columns,
                pk="key",
                foreign_keys=[
                    (column, other, "key") for column, other in REFERENCES.get(name, {}).items()
                ],
            )
            table.create_index([next(iter(REFERENCES.get(name, {"key": ""})))])
            if name in SEARCHED:
                table.enable_fts(SEARCHED[name], tokenize=TOKENIZER, create_triggers=True)


def _replace(database: Any, extraction: Extraction) -> None:  # noqa: ANN401 - sqlite-utils
    rows = dict(_rows(extraction))
    key = rows["articles"][0]["key"]
    for table in reversed(TABLES):
        owner = next(iter(REFERENCES.get(table, {"key": ""})))
        if owner == "quotation" or table == "links":
            database[table].delete_where("key like ? escape '\\'", [f"{key}/%"])
        else:
            database[table].delete_where(f"{owner} = ?", [key])
    for table, found in rows.items():
        if found:
            database[table].insert_all(found, pk="key")


def _rows(extraction: Extraction) -> Iterator[tuple[str, list[Row]]]:
    """Yield the rows of each table for one article."""
    article, text = extraction.article, extraction.article.text
    key = _key(article)
    speakers = {speaker.id: f"{key}/{speaker.id}" for speaker in extraction.speakers}
    mentions = _mentions(extraction)
    times = {time: f"{key}/t{n}" for n, time in enumerate(extraction.times)}
    quotes = [f"{key}/q{n}" for n in range(len(extraction.quotes))]

    def place(span: Span) -> Row:
        return {"start": span.start, "end": span.end, "text": _storable(span.slice(text))}

    yield "articles", [_article(article, key)]
    yield (
        "speakers",
        [
            {
                "key": speakers[speaker.id],
                "article": key,
                "id": speaker.id,
                "name": _storable(speaker.name),
                "kind": str(speaker.kind),
                "title": _storable(speaker.title),
                "role": _storable(speaker.role),
                "affiliation": _storable(speaker.affiliation),
                "gender": speaker.gender,
                "aliases": dumps([*speaker.aliases]),
            }
            for speaker in extraction.speakers
        ],
    )
    yield (
        "links",
        [
            {
                "key": f"{speakers[speaker.id]}/{n}",
                "speaker": speakers[speaker.id],
                "system": link.system,
                "identifier": link.identifier,
            }
            for speaker in extraction.speakers
            for n, link in enumerate(speaker.links)
        ],
    )
    yield (
        "mentions",
        [
            {
                "key": f"{key}/m{n}",
                "article": key,
                "speaker": speaker and speakers[speaker],
                "kind": str(mention.kind),
                **place(mention.span),
            }
            for n, (mention, speaker) in enumerate(mentions.values())
        ],
    )
    yield (
        "times",
        [
            {
                "key": own,
                "article": key,
                **place(time.span),
                "type": str(time.type),
                "value": time.value,
                "anchor": time.anchor,
                "first_day": _day(first_day(time)),
                "last_day": _day(last_day(time)),
            }
            for time, own in times.items()
        ],
    )
    sources = {span: f"{key}/m{n}" for n, span in enumerate(mentions)}
    yield (
        "quotations",
        [
            {
                "key": quotes[n],
                "article": key,
                "number": n,
                "kind": str(quote.kind),
                "mode": str(quote.mode),
                "start": quote.span.start,
                "end": quote.span.end,
                "text": _storable(join(text, quote.contents)),
                "speaker": quote.speaker and speakers.get(quote.speaker.id),
                "source": quote.source and sources[quote.source.span],
                "cue": _storable(join(text, quote.cue)) if quote.cue else None,
                "said": _said(quote, times),
                "confidence": quote.confidence,
                "nested_in": None if quote.nested_in is None else quotes[quote.nested_in],
                "rule": quote.rule,
                "why": _storable(quote.why),
            }
            for n, quote in enumerate(extraction.quotes)
        ],
    )
    parts = [
        (own, part, span)
        for own, quote in zip(quotes, extraction.quotes, strict=True)
        for part in ("contents", "quoted", "cue")
        for span in getattr(quote, part)
    ]
    yield (
        "spans",
        [
            {"key": f"{own}/{n}", "quotation": own, "part": part, **place(span)}
            for n, (own, part, span) in enumerate(parts)
        ],
    )


def _key(article: Article) -> str:
    """Return what an article is known by, in every run: a digest of where it stands and its id."""
    where = (article.url or article.path, article.id)
    known = where if any(where) else (article.text,)
    whole = dumps(list(known)).encode("utf-8", "backslashreplace")
    return hashlib.sha256(whole).hexdigest()[:16]


def _article(article: Article, key: str) -> Row:
    fields = ("id", "path", "url", "title", "publisher", "language", "text")
    return {
        "key": key,
        **{field: _storable(getattr(article, field)) for field in fields},
        "published": article.published and article.published.isoformat(),
        "meta": dumps(plain(article.meta)),
        "warnings": dumps([*article.warnings]),
    }


def _mentions(extraction: Extraction) -> dict[Span, tuple[Mention, str | None]]:
    """Return the mentions of speakers, and the sources behind which no speaker is known."""
    found: dict[Span, tuple[Mention, str | None]] = {}
    for speaker in extraction.speakers:
        for mention in speaker.mentions:
            found.setdefault(mention.span, (mention, speaker.id))
    for quote in extraction.quotes:
        if quote.source is not None:
            found.setdefault(quote.source.span, (quote.source, None))
    return found


def _said(quote: Quote, times: Mapping[TimeExpression, str]) -> str | None:
    """Return the key of the time at which a quotation was said."""
    return None if quote.said is None else times.get(quote.said)


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _storable(text: str | None) -> str | None:
    """Return *text* with lone surrogates escaped: SQLite's text is UTF-8."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()


def _metadata(path: Path) -> None:
    """Write what Datasette shows of the database, beside it, unless there is such a file."""
    beside = path.with_suffix(".metadata.json")
    if not beside.exists():
        beside.write_text(dumps(METADATA | {"databases": {path.stem: DATABASE}}, 1) + "\n", "utf-8")


METADATA: Row = {"title": "Who said what, and when"}
DATABASE: Row = {
    "description": "Quotations in articles, as quotekit found them.",
    "tables": {
        "articles": {"label_column": "title", "sortable_columns": ["published", "publisher"]},
        "speakers": {"label_column": "name", "facets": ["kind", "gender"]},
        "mentions": {"label_column": "text"},
        "times": {"label_column": "value"},
        "quotations": {
            "label_column": "text",
            "facets": ["kind", "mode"],
            "sort_desc": "confidence",
            "description": "Offsets are code points of the article's text, the end exclusive.",
        },
        "spans": {"description": "The stretches of contents, quoted words and cue."},
    },
}

WRITER = Writer("sqlite", None, (".db", ".sqlite", ".sqlite3"), save=save_sqlite, updates=True)
"""Adds to an SQLite database."""
