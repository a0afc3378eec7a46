"""Parquet: rows as articles; the files are written by pyarrow and pandas."""

from __future__ import annotations

import contextlib
import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article, Failure
from quotekit._readers.parquet import read_parquet
from quotekit.exceptions import QuotekitError, ReadError

from .reading import items

pa = pytest.importorskip("pyarrow", reason="needs the extra `arrow`")
pq = pytest.importorskip("pyarrow.parquet")


def parquet(rows: list[dict]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


ROWS = [
    {"nr": "0012", "Body": "“No,” she said. 𝒜\r\n", "Date": dt.date(2023, 5, 12), "Desk": "Quay"},
    {"nr": "0013", "Body": None, "Date": None, "Desk": None},
    {"nr": "0014", "Body": "Nobody spoke.", "Date": None, "Desk": None},
]  # fmt: skip


@pytest.mark.parametrize("name", ["a.parquet", "a"])
def test_a_row_is_an_article_and_a_bad_one_is_reported(file, name):
    first, failed, third = items(file(name, parquet(ROWS)), fields={"id": "nr"})
    assert (first.id, first.text) == ("0012", ROWS[0]["Body"])
    assert (str(first.published), first.meta) == ("2023-05-12", {"Desk": "Quay"})
    assert "row 2: Body: text must be str" in str(failed)
    assert (third.id, third.published) == ("0014", None)


def test_a_moment_counts_for_the_day_of_its_own_zone(file):
    pd = pytest.importorskip("pandas")
    out = io.BytesIO()
    days = pd.to_datetime(["2023-05-12T23:30:00"]).tz_localize("America/New_York")
    pd.DataFrame({"text": ["x"], "date": days}).to_parquet(out)
    [article] = items(file("a.parquet", out.getvalue()))
    assert str(article.published) == "2023-05-12"


def test_many_rows_come_in_order(file):
    rows = [{"id": str(n), "text": "x"} for n in range(1000)]
    assert [item.id for item in items(file("a.parquet", parquet(rows)))] == [r["id"] for r in rows]


def test_a_table_without_a_text_says_what_columns_there_are(file):
    with pytest.raises(ReadError, match=r'no "text"; the columns are .*nr'):
        items(file("a.parquet", parquet([{"nr": 1}])))


@settings(max_examples=60)
@given(st.integers(0, 2000).map(lambda size: parquet(ROWS)[:size]) | st.binary(max_size=60))
def test_a_file_cut_short_and_any_bytes_give_articles_or_an_error_of_ours(data):
    with contextlib.suppress(QuotekitError):
        for item in read_parquet(io.BytesIO(data), "a.parquet"):
            assert isinstance(item, (Article, Failure))
