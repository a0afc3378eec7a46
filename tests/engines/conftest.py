"""What the tests of engines share: articles as Parquet, and what one process makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .articles import articles

pa = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
pq = pytest.importorskip("pyarrow.parquet")

NUMBER = 5000
PARTS = 4
PLUGIN = str(Path(__file__).with_name("raises_at_boom.py"))
SETTINGS = {"plugins": (PLUGIN,), "block": ("links",)}
INPUT = pa.schema([(name, pa.string()) for name in ("id", "text", "published", "publisher")])


def pytest_collection_modifyitems(items):
    """Leave these to the session of their own: they start engines, and read much."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("engines")


@pytest.fixture(scope="session", name="folder")
def _folder(tmp_path_factory) -> Path:
    """A folder of Parquet files, in the order of their names."""
    folder = tmp_path_factory.mktemp("articles")
    made = articles(NUMBER)
    size = NUMBER // PARTS
    for part in range(PARTS):
        table = pa.Table.from_pylist(made[part * size : (part + 1) * size], INPUT)
        pq.write_table(table, folder / f"part-{part}.parquet", row_group_size=250)
    return folder


@pytest.fixture(scope="session", name="expected")
def _expected(folder):
    """What one process makes of them."""
    from quotekit.arrow import extract_table

    table = pq.read_table(sorted(folder.glob("*.parquet")))
    return extract_table(table, **SETTINGS)


def in_order(table):
    """Return the rows in the order of articles and quotations, for engines that keep none."""
    rows = table.to_pylist()
    return sorted(rows, key=lambda row: (int(row["id"].split("-")[1]), row["quote"] or 0))
