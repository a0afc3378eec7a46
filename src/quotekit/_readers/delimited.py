"""CSV and TSV: one article a row, its fields in named columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple, TextIO, cast

import attrs

from quotekit._encodings import SAMPLE, detect, marked
from quotekit._formats import stem
from quotekit._readers.heads import separator
from quotekit._readers.records import article_from
from quotekit._streams import Peeked
from quotekit.exceptions import QuotekitError, ReadError
from quotekit.models import Article, Failure

LARGEST_CELL = 2**31 - 1
"""The csv module refuses cells of more than 131,072 characters unless told otherwise."""


class _Row(NamedTuple):
    line: int
    cells: list[str]


def read_delimited(
    stream: BinaryIO,
    name: str,
    *,
    encoding: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Article | Failure]:
    """Read one article a row, a row at a time; the first row names the columns.

    Commas, semicolons or tabs part the cells; every cell stays text (``0012`` is no number). A row
    without ``id`` gets ``<file name>:<line number>``.

    Example:
        >>> import io
        >>> file = io.BytesIO("nr;Date;Body\\n0012;2023-05-12;“Yes,” she said.\\n".encode())
        >>> [article] = read_delimited(file, "a.csv", fields={"id": "nr"})
        >>> article.id, article.text, str(article.published)
        ('0012', '“Yes,” she said.', '2023-05-12')
    """
    source = Peeked(stream, SAMPLE)
    codec, warnings = _codec(source.head, encoding)
    lines = io.TextIOWrapper(cast(BinaryIO, source), codec, newline="")
    csv.field_size_limit(LARGEST_CELL)
    rows = _rows(lines, name, separator(source.head.decode(codec, "replace")))
    header = next(rows, None)
    if header is None:
        return
    columns = [cell.strip() for cell in header.cells]
    _check(columns, name, fields or {})
    for row in rows:
        yield _article(row, columns, name, fields, warnings)


def _article(
    row: _Row,
    columns: list[str],
    name: str,
    fields: Mapping[str, str] | None,
    warnings: tuple[str, ...],
) -> Article | Failure:
    where = f"{name}, line {row.line}"
    if len(row.cells) != len(columns):
        return Failure(where, f"{len(row.cells)} cells, but there are {len(columns)} columns")
    record = dict(zip(columns, row.cells, strict=True))
    try:
        article = article_from(record, f"{stem(name)}:{row.line}", fields)
    except QuotekitError as error:
        return Failure(where, str(error))
    if warnings:
        return attrs.evolve(article, warnings=(*article.warnings, *warnings))
    return article


def _rows(lines: TextIO, name: str, separator: str) -> Iterator[_Row]:
    """Yield the rows that are not blank, each with the line on which it begins."""
    reader = csv.reader(lines, delimiter=separator, strict=False)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except UnicodeDecodeError as error:
            raise ReadError(
                f"{name}, line {line} or after: not {error.encoding.upper()} text "
                f"(0x{error.object[error.start]:02X}); name the encoding: --encoding cp1252"
            ) from error
        except csv.Error as error:
            raise ReadError(f"{name}, line {line}: {error}") from error
        if any(cell.strip() for cell in cells):
            yield _Row(line, cells)


def _check(columns: list[str], name: str, fields: Mapping[str, str]) -> None:
    """Raise where the first row does not name what is needed, once for the whole file."""
    missing = [column for column in fields.values() if column not in columns]
    try:
        if missing:
            raise ReadError(f"no column {missing[0]!r}; there are {', '.join(map(repr, columns))}")
        article_from(dict.fromkeys(columns, "x"), "", fields)
    except QuotekitError as error:
        raise ReadError(f"{name}: {str(error).replace('keys', 'columns')}") from error


def _codec(sample: bytes, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the encoding of a file that begins so, and what has to be said about it."""
    named = marked(sample) or encoding
    if named is not None:
        try:
            sample.decode(named, "replace")
        except LookupError as error:
            raise ReadError(f"unknown encoding {named!r}") from error
        return named, ()
    try:
        sample.decode()
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 3:
            found = detect(sample)
            if found is not None:
                return found, (f"not UTF-8, read as {found}, the likeliest encoding",)
    return "utf-8", ()
