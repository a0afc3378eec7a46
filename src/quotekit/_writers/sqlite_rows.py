"""Rows of the database: what each table says of one article."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import Any

import attrs

from quotekit._json import dumps, plain
from quotekit._writers.characters import encodable
from quotekit._writers.columns import first_day, last_day
from quotekit._writers.marks import QUOTATIONS, Mark, marks
from quotekit.models import Article, Extraction, Mention, Quote, TimeExpression
from quotekit.spans import Span, join

Row = dict[str, Any]

_PART = {"key": str, "article": str}
_PLACE = {"start_offset": int, "end_offset": int, "text": str}

TABLES: dict[str, dict[str, type]] = {
    "articles": {
        "key": str, "id": str, "path": str, "url": str, "title": str, "published": str,
        "publisher": str, "language": str, "text": str, "meta": str, "warnings": str,
    },
    "speakers": {
        **_PART, "id": str, "name": str, "kind": str, "title": str, "role": str,
        "affiliation": str, "gender": str, "aliases": str,
    },
    "links": {**_PART, "speaker": str, "system": str, "identifier": str},
    "mentions": {**_PART, "speaker": str, "kind": str, **_PLACE},
    "times": {
        **_PART, "type": str, "value": str, "first_day": str, "last_day": str, "anchor": str,
        **_PLACE,
    },
    "quotations": {
        **_PART, "number": int, "kind": str, "mode": str, **_PLACE, "speaker": str, "source": str,
        "cue": str, "said": str, "nested_in": str, "confidence": float, "rule": str, "why": str,
        "cue_class": str,
    },
    "spans": {**_PART, "quotation": str, "part": str, **_PLACE},
}  # fmt: skip
"""The tables and their columns, in an order in which each refers only to those before it."""

REFERENCES: dict[str, dict[str, str]] = {
    "articles": {},
    "speakers": {"article": "articles"},
    "links": {"article": "articles", "speaker": "speakers"},
    "mentions": {"article": "articles", "speaker": "speakers"},
    "times": {"article": "articles"},
    "quotations": {
        "article": "articles",
        "speaker": "speakers",
        "source": "mentions",
        "said": "times",
        "nested_in": "quotations",
    },
    "spans": {"article": "articles", "quotation": "quotations"},
}
"""Which columns are the ``key`` of a row of which table."""


def key_of(article: Article) -> str:
    """Return what an article is known by, in every run: a digest of where it stands and its id.

    Example:
        >>> key_of(Article("No.", id="wall")) == key_of(Article("Yes.", id="wall"))
        True
    """
    where = (article.url or article.path, article.id)
    known = where if any(where) else (article.text,)
    whole = dumps(list(known)).encode("utf-8", "backslashreplace")
    return hashlib.sha256(whole).hexdigest()[:16]


def rows_of(extraction: Extraction, key: str) -> dict[str, list[Row]]:
    """Return the rows of each table for one article, in the order of :data:`TABLES`.

    Every character of the text is one in the database: those that SQLite's text does not have, or
    at which it ends, are U+FFFD.

    Example:
        >>> rows = rows_of(Extraction(Article("No.", id="wall")), "a1")
        >>> rows["articles"][0]["text"], rows["quotations"]
        ('No.', [])
    """
    rows = _Rows(extraction, key)
    return {table: list(getattr(rows, table)()) for table in TABLES}


@attrs.frozen
class _Rows:
    """Makes the rows of each table; it has a method of each table's name."""

    extraction: Extraction
    key: str
    text: str = attrs.field(init=False)
    marks: list[Mark] = attrs.field(init=False)

    @text.default
    def _text(self) -> str:
        return _storable(self.extraction.article.text)

    @marks.default
    def _marks(self) -> list[Mark]:
        return marks(self.extraction)

    def articles(self) -> Iterator[Row]:
        article = self.extraction.article
        fields = ("id", "path", "url", "title", "publisher", "language")
        yield {
            "key": self.key,
            **{field: _known(getattr(article, field)) for field in fields},
            "published": _day(article.published),
            "text": self.text,
            "meta": dumps(plain(article.meta)),
            "warnings": dumps([*article.warnings]),
        }

    def speakers(self) -> Iterator[Row]:
        fields = ("id", "name", "title", "role", "affiliation", "gender")
        for speaker in self.extraction.speakers:
            yield {
                **self._part(speaker.id),
                **{field: _known(getattr(speaker, field)) for field in fields},
                "kind": str(speaker.kind),
                "aliases": dumps([*speaker.aliases]),
            }

    def links(self) -> Iterator[Row]:
        for speaker in self.extraction.speakers:
            for n, link in enumerate(speaker.links):
                yield {
                    **self._part(f"{speaker.id}/{n}"),
                    "speaker": self._key(speaker.id),
                    "system": _storable(link.system),
                    "identifier": _storable(link.identifier),
                }

    def mentions(self) -> Iterator[Row]:
        for mark in self.marks:
            if isinstance(mark.record, Mention):
                yield {
                    **self._part(mark.id),
                    "speaker": self._key(mark.speaker),
                    "kind": str(mark.record.kind),
                    **self._place(mark.span),
                }

    def times(self) -> Iterator[Row]:
        for mark in self.marks:
            if isinstance(mark.record, TimeExpression):
                yield {
                    **self._part(mark.id),
                    "type": str(mark.record.type),
                    "value": mark.record.value,
                    "first_day": _day(first_day(mark.record)),
                    "last_day": _day(last_day(mark.record)),
                    "anchor": mark.record.anchor,
                    **self._place(mark.span),
                }

    def quotations(self) -> Iterator[Row]:
        said_by = {mark.id: mark for mark in self.marks if mark.label in QUOTATIONS}
        for n, quote in enumerate(self.extraction.quotes):
            mark = said_by[f"q{n}"]
            yield {
                **self._part(mark.id),
                "number": n,
                "kind": str(quote.kind),
                "mode": str(quote.mode),
                **self._place(quote.span),
                "text": join(self.text, quote.contents),
                "speaker": self._key(mark.speaker),
                "source": self._key(mark.source),
                "cue": join(self.text, quote.cue) if quote.cue else None,
                "said": self._key(mark.said),
                "nested_in": None if quote.nested_in is None else self._key(f"q{quote.nested_in}"),
                "confidence": quote.confidence,
                "rule": _storable(quote.rule),
                "why": _storable(quote.why),
                "cue_class": quote.cue_class and _storable(quote.cue_class),
            }

    def spans(self) -> Iterator[Row]:
        for n, quote in enumerate(self.extraction.quotes):
            for number, (part, span) in enumerate(_spans(quote)):
                yield {
                    **self._part(f"q{n}/{number}"),
                    "quotation": self._key(f"q{n}"),
                    "part": part,
                    **self._place(span),
                }

    def _part(self, name: str) -> Row:
        return {"key": self._key(name), "article": self.key}

    def _key(self, name: str | None) -> str | None:
        return None if name is None else f"{self.key}/{_storable(name)}"

    def _place(self, span: Span) -> Row:
        return {
            "start_offset": span.start,
            "end_offset": span.end,
            "text": span.slice(self.text),
        }


def _spans(quote: Quote) -> Iterator[tuple[str, Span]]:
    for part in ("contents", "quoted", "cue"):
        for span in getattr(quote, part):
            yield part, span


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _known(text: str | None) -> str | None:
    return None if text is None else _storable(text)


def _storable(text: str) -> str:
    """Return *text* of the same length as SQLite has it: its functions end at a NUL."""
    return encodable(text).replace("\0", "\N{REPLACEMENT CHARACTER}")
