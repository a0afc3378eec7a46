"""Parquet: the table of quotations as a file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from quotekit._extras import extra
from quotekit._writers.frames import arrow_schema, records
from quotekit.models import Extraction

BATCH = 10_000
"""How many rows are in memory at once when a file is written."""


def save_parquet(extractions: Iterable[Extraction], path: Path, *, nested: bool = False) -> None:
    """Write a Parquet file of quotations, some thousand rows at a time (extra: ``arrow``)."""
    with extra("arrow"):
        import pyarrow as pa
        import pyarrow.parquet as pq
    schema = arrow_schema(nested)
    rows = records(extractions, nested)
    with pq.ParquetWriter(path, schema) as out:
        while batch := list(islice(rows, BATCH)):
            out.write_batch(pa.RecordBatch.from_pylist(batch, schema))
