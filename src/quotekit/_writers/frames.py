"""Data frames: the table of quotations with the types of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from quotekit._extras import extra
from quotekit._writers.columns import COLUMNS, Row, rows, value

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from quotekit.models import Extraction

    Extractions: TypeAlias = Extraction | Iterable[Extraction]


def to_arrow(extractions: Extractions, *, nested: bool = False) -> pa.Table:
    """Return a PyArrow table of quotations (extra: ``arrow``).

    Args:
        extractions: One extraction, or a stream of them.
        nested: Whether ``speaker``, ``mention``, ``cue`` and ``said`` are structs; otherwise each of
            their fields is a column.

    Raises:
        MissingExtraError: If PyArrow is not installed.
    """
    with extra("arrow"):
        import pyarrow as pa
    return pa.Table.from_pylist(list(records(extractions, nested)), arrow_schema(nested))


def to_pandas(extractions: Extractions, *, nested: bool = False) -> pd.DataFrame:
    """Return a pandas data frame of quotations, its columns typed by Arrow (extra: ``pandas``).

    Args:
        extractions: One extraction, or a stream of them.
        nested: As for :func:`to_arrow`.

    Raises:
        MissingExtraError: If pandas or PyArrow is not installed.
    """
    with extra("pandas"):
        import pandas as pd
        import pyarrow  # noqa: F401 - what types the columns
    return to_arrow(extractions, nested=nested).to_pandas(types_mapper=pd.ArrowDtype)


def to_polars(extractions: Extractions, *, nested: bool = False) -> pl.DataFrame:
    """Return a Polars data frame of quotations (extra: ``polars``).

    Args:
        extractions: One extraction, or a stream of them.
        nested: As for :func:`to_arrow`.

    Raises:
        MissingExtraError: If Polars is not installed.
    """
    with extra("polars"):
        import polars as pl
    types = {
        "string": pl.String,
        "strings": pl.List(pl.String),
        "int": pl.Int32,
        "float": pl.Float64,
        "date": pl.Date,
        "spans": pl.List(pl.Struct({"start": pl.Int32, "end": pl.Int32})),
    }
    fields = _fields(types, nested)
    schema = {name: pl.Struct(t) if isinstance(t, dict) else t for name, t in fields.items()}
    return pl.DataFrame(list(records(extractions, nested)), schema=schema)


def arrow_schema(nested: bool) -> pa.Schema:
    """Return the table's columns for Arrow."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "int": pa.int32(),
        "float": pa.float64(),
        "date": pa.date32(),
        "spans": pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())])),
    }
    fields = _fields(types, nested)
    return pa.schema(
        [
            (name, pa.struct(list(kind.items())) if isinstance(kind, dict) else kind)
            for name, kind in fields.items()
        ]
    )


def _fields(types: dict[str, Any], nested: bool) -> dict[str, Any]:
    """Return the types of the columns by name; those of a struct are a dictionary of their own."""
    fields: dict[str, Any] = {}
    for column in COLUMNS:
        struct, _, field = column.path.rpartition(".")
        if nested and struct:
            fields.setdefault(struct, {})[field] = types[column.type]
        else:
            fields[column.name] = types[column.type]
    return fields


def records(extractions: Extractions, nested: bool) -> Iterator[dict[str, Any]]:
    """Yield the rows of the table as plain values; one extraction has an article, a stream none."""
    one = hasattr(extractions, "article")
    for row in rows([extractions] if one else extractions):  # type: ignore[list-item, arg-type]
        yield _nested(row) if nested else {c.name: value(c, row) for c in COLUMNS}


def _nested(row: Row) -> dict[str, Any]:
    """Return a row with a struct for each record, ``None`` where there is none."""
    record: dict[str, Any] = {}
    for column in COLUMNS:
        struct, _, field = column.path.rpartition(".")
        if struct:
            record.setdefault(struct, {})[field] = value(column, row)
        else:
            record[column.name] = value(column, row)
    quote = row.quote
    for struct, there in (
        ("cue", quote.cue), ("speaker", quote.speaker), ("mention", quote.source),
        ("said", quote.said),
    ):  # fmt: skip
        if not there:
            record[struct] = None
    return record
