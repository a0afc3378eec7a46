"""Tables: CSV, data frames and Parquet share their columns, whose types are stated."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

import pytest
from hypothesis import given

from quotekit import (
    Article,
    Extraction,
    Quote,
    QuoteKind,
    Span,
    TimeExpression,
    TimeType,
    extract,
    to_arrow,
    to_pandas,
    to_polars,
    write,
)
from quotekit._writers.columns import COLUMNS, first_day, last_day

from ..conftest import ROOT
from ..strategies import extractions
from ..test_writers import EMPTY, FULL, written

NAMES = [column.name for column in COLUMNS]
TRAP = Quote([Span(0, 1)], QuoteKind.DIRECT, why="…")


def said(value, start=None, end=None):
    time = TimeExpression(Span(0, 1), TimeType.DATE, value, start=start, end=end)
    return Extraction(Article("“a”"), (Quote([Span(1, 2)], QuoteKind.DIRECT, said=time),))


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2026-11-05", "2026-11-06", "2026-11-05", "2026-11-05"),
        ("2026-11-01", "2026-12-01", "2026-11-01", "2026-11-30"),
        ("2026-11-09", "2026-11-16", "2026-11-09", "2026-11-15"),
        ("2026-11-05T10:00", "2026-11-05T10:01", "2026-11-05", "2026-11-05"),
        ("2026-11-05T23:00", "2026-11-06T00:00", "2026-11-05", "2026-11-05"),
        ("2026-11-05T23:00", "2026-11-06T01:00", "2026-11-05", "2026-11-06"),
        ("9999-12-31", None, "9999-12-31", None),
        (None, None, None, None),
    ],
)
def test_a_time_has_a_first_and_a_last_day(start, end, first, last):
    time = TimeExpression(Span(0, 1), TimeType.DATE, "…", start=start, end=end)
    days = (first_day(time), last_day(time))
    assert days == tuple(day and dt.date.fromisoformat(day) for day in (first, last))


def test_the_documentation_has_every_column_with_its_type():
    page = (ROOT / "docs" / "reference" / "columns.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (?:`([\w.]+)`)? ?\| (\w+) \| (.+?) \|$", page, re.MULTILINE)
    assert rows == [(c.name, c.path if "." in c.path else "", c.type, c.about) for c in COLUMNS]


# -- CSV -----------------------------------------------------------------------------------------


def test_csv_is_one_row_per_quotation():
    rows = list(csv.DictReader(io.StringIO(written("csv", FULL, EMPTY))))
    assert [row["quote"] for row in rows] == ["0", "1", "2"]
    assert list(rows[0]) == NAMES
    wanted = {"text", "spans", "speaker", "mention", "said", "said_first", "said_last", "said_text"}
    assert {key: value for key, value in rows[0].items() if key in wanted} == {
        "text": "Yes, we will.",
        "spans": "1-5 29-37",
        "speaker": "Ida Moss",
        "mention": "she",
        "said": "2021-07-27",
        "said_first": "2021-07-27",
        "said_last": "2021-07-27",
        "said_text": "Tuesday",
    }
    assert (rows[1]["speaker"], rows[1]["mention"], rows[2]["mention"]) == ("", "Critics", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "＝", "\n="])
def test_cells_that_spreadsheets_would_run_get_an_apostrophe(start):
    evil = Extraction(Article("a", id="x", title=f"{start}1+1"), (TRAP,))
    [row] = csv.DictReader(io.StringIO(written("csv", evil)))
    assert row["title"].startswith("'")
    [row] = csv.DictReader(io.StringIO(written("csv", evil, csv_safe=False)))
    assert row["title"] == f"{start}1+1".replace("\n", " ")


@given(extractions())
def test_csv_has_one_line_per_row_whoever_reads_it_and_every_offset(extraction):
    text = written("csv", extraction, csv_safe=False)
    assert len(text.splitlines()) == len(extraction.quotes) + 1
    for row, quote in zip(csv.DictReader(io.StringIO(text)), extraction.quotes, strict=True):
        pairs = [pair.split("-") for pair in row["spans"].split()]
        assert tuple(Span(int(start), int(end)) for start, end in pairs) == quote.contents


@given(extractions())
def test_csv_gives_pandas_and_polars_as_many_rows_as_there_are_quotations(extraction):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    text = written("csv", extraction)
    assert len(pandas.read_csv(io.StringIO(text), dtype=str)) == len(extraction.quotes)
    # Without a schema polars asks what the first rows are like.
    assert len(polars.read_csv(text.encode(), infer_schema=False)) == len(extraction.quotes)


def test_pandas_and_polars_and_duckdb_read_csv_with_every_row(tmp_path):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    odd = Extraction(Article("a", title='x\ry\u2028z\u0085"q", w\n\0'), (TRAP, TRAP))
    path = tmp_path / "a.csv"
    write([odd, FULL], path)
    titles = ['x y z "q", w �'] * 2 + ["Wall"] * 3
    assert list(pandas.read_csv(path)["title"]) == titles
    assert list(polars.read_csv(path)["title"]) == titles
    assert [
        row[0] for row in duckdb.sql(f"select title from read_csv('{path}')").fetchall()
    ] == titles


# -- data frames ---------------------------------------------------------------------------------


FRAMES = [("pandas", to_pandas), ("polars", to_polars), ("pyarrow", to_arrow)]


def records(frame):
    """Return a frame's rows as dictionaries, whichever library it is of."""
    if hasattr(frame, "to_pylist"):
        return frame.to_pylist()
    if hasattr(frame, "to_dicts"):
        return frame.to_dicts()
    import pyarrow as pa

    return pa.Table.from_pandas(frame).to_pylist()


@pytest.mark.parametrize(("library", "make"), FRAMES, ids=[name for name, _ in FRAMES])
def test_a_frame_has_its_types_whatever_is_in_it(library, make):
    pytest.importorskip(library)
    full, empty = make(FULL), make([])
    types = [getattr(frame, "dtypes", None) for frame in (full, empty)]
    types = [
        frame.schema if kinds is None else list(kinds)
        for frame, kinds in zip((full, empty), types, strict=True)
    ]
    assert types[0] == types[1]
    first, second, _ = records(full)
    assert list(first) == NAMES
    assert first["said"] == "2021-07-27"
    assert first["said_first"] == dt.date(2021, 7, 27)
    assert first["spans"] == [{"start": 1, "end": 5}, {"start": 29, "end": 37}]
    assert first["speaker_aliases"] == ["Moss"]
    assert (second["speaker"], second["nested_in"], second["said_first"]) == (None, 0, None)


@pytest.mark.parametrize("nested", [False, True])
def test_an_extraction_gives_the_frame_of_its_own_quotations(nested):
    pytest.importorskip("pandas")
    own = FULL.to_pandas(nested=nested)
    assert records(own) == records(to_pandas([FULL], nested=nested))
    assert len(own) == len(FULL)


@pytest.mark.parametrize(("library", "make"), FRAMES, ids=[name for name, _ in FRAMES])
def test_a_nested_frame_has_structs(library, make):
    pytest.importorskip(library)
    first, second, third = records(make([FULL], nested=True))
    assert first["speaker"]["name"] == "Ida Moss"
    assert first["cue"] == {"text": "said", "spans": [{"start": 11, "end": 15}]}
    assert second["mention"]["text"] == "Critics"
    assert third["speaker"] is third["mention"] is third["cue"] is third["said"] is None


@pytest.mark.parametrize("value", ["2026-11", "2026-W46", "2026-SU", "2026"])
@pytest.mark.parametrize(("library", "make"), FRAMES, ids=[name for name, _ in FRAMES])
def test_a_value_that_is_no_day_stays_text(library, make, value):
    pytest.importorskip(library)
    [row] = records(make(said(value, "2026-11-01", "2026-12-01")))
    assert row["said"] == value
    assert (row["said_first"], row["said_last"]) == (dt.date(2026, 11, 1), dt.date(2026, 11, 30))


@pytest.mark.parametrize(("library", "make"), FRAMES, ids=[name for name, _ in FRAMES])
@given(extraction=extractions())
def test_every_offset_survives_a_frame(library, make, extraction):
    pytest.importorskip(library)
    rows = records(make(extraction))
    for row, quote in zip(rows, extraction.quotes, strict=True):
        spans = tuple(Span(span["start"], span["end"]) for span in row["spans"])
        assert spans == quote.contents
        assert " ".join(span.slice(extraction.article.text) for span in spans) == row["text"]


def test_lone_surrogates_are_escaped_in_frames():
    pytest.importorskip("pyarrow")
    odd = Extraction(Article("\ud800"), (TRAP,))
    assert to_arrow(odd).column("text").to_pylist() == ["\\ud800"]


# -- Parquet -------------------------------------------------------------------------------------


@pytest.mark.parametrize("nested", [False, True])
def test_parquet_is_the_frame_with_its_types(tmp_path, nested):
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    write([EMPTY, FULL, EMPTY, FULL], path, nested=nested)
    assert pq.read_table(path).equals(to_arrow([FULL, FULL], nested=nested))
    write([], path, nested=nested)
    assert pq.read_table(path).equals(to_arrow([], nested=nested))


def test_duckdb_reads_a_column_that_is_empty_at_first(tmp_path):
    """Its reader of JSON takes one that is null in the first 20,480 rows for NULL throughout."""
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    unknown = Extraction(Article("a"), (TRAP,) * 3000)
    path = tmp_path / "a.parquet"
    write([*[unknown] * 8, FULL], path)
    found = duckdb.sql(f"select speaker, said_first from '{path}' where speaker is not null")
    assert found.fetchall() == [("Ida Moss", dt.date(2021, 7, 27))]


def test_without_the_extra_an_error_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r"pip install 'quotekit-nlp\[polars\]'"):
        to_polars([])


def test_examples_have_frames():
    pytest.importorskip("polars")
    text = (ROOT / "examples" / "articles" / "ferry.txt").read_text("utf-8")
    frame = to_polars(extract(text))
    assert frame.height == len(extract(text).quotes)
