"""Parquet: one article per row, its fields in named columns."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from quotekit._extras import extra
from quotekit._formats import stem
from quotekit._readers.records import article_from
from quotekit.exceptions import QuotekitError, ReadError
from quotekit.models import Article, Failure

ROWS = 256
"""How many rows are in memory at a time."""


def read_parquet(
    stream: BinaryIO, name: str, *, fields: Mapping[str, str] | None = None
) -> Iterator[Article | Failure]:
    """Read one article per row, some rows at a time; columns are named as the fields of a record.

    A bad row gives a :class:`.Failure`, and the rest goes on. A stream that cannot seek is read
    whole first, since Parquet has its table of contents at the end.

    Raises:
        ReadError: If the file is no Parquet file, or has no column with a text.
        MissingExtraError: Without the extra ``arrow``.
    """
    with extra("arrow"):
        import pyarrow as pa
        import pyarrow.parquet as pq
    number = 0
    try:
        source = pq.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        article_from(dict.fromkeys(source.schema_arrow.names, "x"), "", fields)
        for batch in source.iter_batches(ROWS):
            for row in batch.to_pylist():
                number += 1
                yield _item(row, f"{stem(name)}:{number}", f"{name}, row {number}", fields)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        reason = " ".join(str(error).split()).replace("the keys are", "the columns are")
        raise ReadError(f"{name}, after row {number}: {reason}") from error


def _item(
    row: dict[str, object], default_id: str, where: str, fields: Mapping[str, str] | None
) -> Article | Failure:
    try:
        return article_from(row, default_id, fields)
    except QuotekitError as error:
        return Failure(where, str(error))
