#!/usr/bin/env bash
# PySpark cannot hand back, as an Arrow table, a frame that its own mapInArrow has just made.
#
# A column is a struct that may be null (an error, which most rows do not have) whose fields, where there is one, never
# are. Arrow has such types, Spark's schema keeps them, mapInArrow takes the batches, and collect() gives the rows.
# Only toArrow() raises an ArrowInvalid from inside: the null structs' fields hold nulls, and it views them as a type
# that has none.
#
# Whom it hurts: whoever declares nullability as it is, so that Spark may optimise on it, and then goes on in Arrow,
# Polars or pandas. The failure comes at the very end, after all the work.
#
# What quotekit does: in the schema of quotekit.arrow the fields of such a struct may be null too, and nox -s engines
# takes the frame back with toArrow. Needs Java 17.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyspark==4.3.0 pyarrow==26.0.1 pandas==3.1.1
cd "$work"
PYSPARK_PYTHON="$work/venv/bin/python" PYSPARK_DRIVER_PYTHON="$work/venv/bin/python" \
    "$work/venv/bin/python" - 2>"$work/log" <<'PY' || { tail -20 "$work/log"; exit 1; }
import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .getOrCreate()
)
print("pyspark", spark.version, "pyarrow", pa.__version__)


def work(always):
    """Return a frame with a struct that is null in one of two rows."""
    error = pa.struct([pa.field("message", pa.string(), nullable=not always)])
    schema = pa.schema([pa.field("id", pa.string()), pa.field("error", error)])

    def rows(batches):
        for batch in batches:
            found = [{"id": str(n), "error": {"message": "no"} if n else None} for n in range(2)]
            yield pa.RecordBatch.from_pylist(found, schema)

    return spark.range(1, numPartitions=1).mapInArrow(rows, from_arrow_schema(schema))


strict, loose = work(True), work(False)
print("collect():", [(row.id, row.error and row.error.message) for row in strict.collect()])
assert [row.error is None for row in strict.collect()] == [True, False]
try:
    strict.toArrow()
except pa.ArrowInvalid as error:
    print("toArrow():", str(error).split(":")[-1].strip())
    assert "non-nullable" in str(error)
else:
    raise SystemExit("toArrow() takes it now")
print("toArrow(), fields that may be null:", loose.toArrow().to_pylist())
assert loose.toArrow().num_rows == 2
PY
