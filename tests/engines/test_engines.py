"""The same rows come out of every engine as out of one process, errors and all."""

from __future__ import annotations

import functools
import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from quotekit.arrow import check_schema, extract_batches, extract_table, schema
from quotekit.exceptions import ArgumentError

from .conftest import NUMBER, SETTINGS, in_order, pa, pq


def test_no_article_is_lost_and_each_broken_one_says_why(expected):
    rows = expected.to_pylist()
    assert len({row["id"] for row in rows}) == NUMBER
    errors = [row["error"] for row in rows if row["error"] is not None]
    assert {(e["type"], e["plugin"]) for e in errors} == {
        ("ArticleError", None),
        ("ValueError", "raises_at_boom"),
    }
    assert 30 <= len(errors) <= 80
    assert all(row["quote"] is None for row in rows if row["error"])
    check_schema(expected.schema)


def _file(path: str) -> list[dict[str, object]]:
    return extract_table(pq.read_table(path), **SETTINGS).to_pylist()


def test_processes_of_the_standard_library(folder, expected):
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(_file, sorted(map(str, folder.glob("*.parquet"))))
        assert [row for part in parts for row in part] == expected.to_pylist()


def _reader(duckdb, folder):
    # A connection of its own: while its result is read, it takes no other query.
    relation = duckdb.connect().sql(f"select * from '{folder}/*.parquet'")
    # The method has had two names.
    return (getattr(relation, "to_arrow_reader", None) or relation.fetch_record_batch)(500)


def test_duckdb(folder, expected):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    batches = _reader(duckdb, folder)
    found = pa.RecordBatchReader.from_batches(schema(), extract_batches(batches, **SETTINGS))
    columns = "count(distinct id), count(quote), count(error)"
    counted = duckdb.from_arrow(found).aggregate(columns).fetchall()
    rows = expected.to_pylist()
    errors = sum(row["error"] is not None for row in rows)
    assert counted == [(NUMBER, sum(row["quote"] is not None for row in rows), errors)]
    again = extract_batches(_reader(duckdb, folder), **SETTINGS)
    table = pa.Table.from_batches(list(again), schema())
    assert table.to_pylist() == expected.to_pylist()


def test_polars(folder, expected):
    pl = pytest.importorskip("polars", reason="Polars is not installed")

    def work(frame):
        return pl.from_arrow(extract_table(frame.to_arrow(), **SETTINGS))

    wanted = pl.from_arrow(expected)
    frame = pl.scan_parquet(f"{folder}/*.parquet").map_batches(work, schema=wanted.schema).collect()
    assert frame.equals(wanted)


def test_dask(folder, expected):
    dask = pytest.importorskip("dask", reason="Dask is not installed")
    files = sorted(map(str, folder.glob("*.parquet")))
    work = functools.partial(extract_table, **SETTINGS)
    tasks = [dask.delayed(work)(dask.delayed(pq.read_table)(file)) for file in files]
    tables = dask.compute(*tasks, scheduler="processes", num_workers=2)
    assert pa.concat_tables(tables).to_pylist() == expected.to_pylist()


def test_ray(folder, expected):
    ray = pytest.importorskip("ray", reason="Ray is not installed")
    pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=2**28)
    try:
        work = functools.partial(extract_table, **SETTINGS)
        frames = ray.data.read_parquet(str(folder)).map_batches(work, batch_format="pyarrow")
        tables = [table for table in ray.get(frames.to_arrow_refs()) if table.num_rows]
    finally:
        ray.shutdown()
    assert in_order(pa.concat_tables(tables)) == in_order(expected)


@pytest.fixture(scope="module", name="spark")
def _spark():
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    import shutil
    import sys

    if shutil.which("java") is None:
        pytest.skip("no Java on the path")
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_spark(folder, expected, spark):
    from quotekit.arrow import extract_spark

    frame = extract_spark(spark.read.parquet(str(folder)), **SETTINGS)
    assert in_order(frame.toArrow()) == in_order(expected)


def test_spark_keeps_the_nullability_of_every_field(folder, spark):
    from quotekit.arrow import extract_spark

    frame = extract_spark(spark.read.parquet(str(folder)), rows="article", **SETTINGS)
    item = frame.schema["quotations"].dataType.elementType
    assert not frame.schema["quotations"].nullable
    assert not item["spans"].dataType.elementType["start"].nullable
    assert item["speaker"].nullable


def test_a_swapped_schema_is_caught_before_spark_mixes_columns_up(spark):
    """Spark takes columns by their place, inside structs too."""
    right = schema("article")
    swapped = pa.schema([right.field(1), right.field(0), *list(right)[2:]])
    with pytest.raises(ArgumentError, match="column 0 is declared as 'path': string, but is 'id'"):
        check_schema(swapped, "article")
    quotations = right.field("quotations").type.value_type
    inner = pa.struct([quotations.field(1), quotations.field(0), *list(quotations)[2:]])
    item = pa.field("item", inner, nullable=False)
    mixed = right.set(7, pa.field("quotations", pa.list_(item), nullable=False))
    with pytest.raises(ArgumentError, match="column 7 is declared as 'quotations'"):
        check_schema(mixed, "article")
