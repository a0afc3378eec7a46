"""Record batches: the contract of the schema, and what comes of every kind of article."""

from __future__ import annotations

import datetime as dt
import pickle
from functools import partial

import pytest

from quotekit.exceptions import ArgumentError, PluginError

pa = pytest.importorskip("pyarrow", reason="PyArrow is not installed")

from quotekit.arrow import check_schema, extract_batches, extract_table, schema  # noqa: E402

SAID = "“We will stay,” Ida Moss said on Tuesday. “It’s ours 🙂,” she added."


def rows(texts, kind="quotation", **columns):
    return extract_table(pa.table({"text": texts, **columns}), rows=kind).to_pylist()


def test_a_row_is_a_quotation_with_its_article():
    first, second = rows([SAID], id=["a"], published=["2021-07-28"])
    assert (first["id"], first["published"], first["quote"]) == ("a", dt.date(2021, 7, 28), 0)
    assert (first["speaker"], first["text"], first["said"]) == (
        "Ida Moss", "We will stay,", "2021-07-27"
    )  # fmt: skip
    assert first["said_first"] == dt.date(2021, 7, 27)
    assert second["spans"] == [{"start": 43, "end": 55}]
    assert SAID[43:55] == second["text"]


def test_a_row_is_an_article_with_its_quotations():
    (row,) = rows([SAID], "article", id=["a"])
    assert [quote["speaker"] for quote in row["quotations"]] == ["Ida Moss", "Ida Moss"]
    assert row["error"] is None


def test_articles_without_quotations_and_broken_ones_keep_their_place():
    texts = ["Nobody spoke.", None, SAID, ""]
    found = rows(texts, id=["a", "b", "c", "d"], url=["u", "v", None, None])
    assert [(row["id"], row["quote"]) for row in found] == [
        ("a", None), ("b", None), ("c", 0), ("c", 1), ("d", None)
    ]  # fmt: skip
    assert found[1]["error"] == {
        "type": "ArticleError", "message": "an article needs a text", "plugin": None
    }  # fmt: skip
    assert found[1]["url"] == "v"
    assert [len(row["quotations"]) for row in rows(texts, "article")] == [0, 0, 2, 0]


def test_days_may_be_dates_texts_or_missing():
    days = pa.array([dt.date(2021, 7, 28), None])
    found = rows(["“No,” he said.", "“No,” he said."], published=days)
    assert [row["published"] for row in found] == [dt.date(2021, 7, 28), None]
    stamps = pa.array([dt.datetime(2021, 7, 28, 23, 59)])
    assert rows(["“No,” he said."], published=stamps)[0]["published"] == dt.date(2021, 7, 28)


def test_a_language_can_be_given_for_all():
    table = pa.table({"text": ["„Wir bleiben“, sagte Ida Moss."]})
    (row,) = extract_table(table, language="de").to_pylist()
    assert (row["language"], row["speaker"]) == ("de", "Ida Moss")


def test_batches_come_one_for_one_as_they_are_asked_for():
    taken = []

    def batches():
        for text in ("One.", "“Two,” he said."):
            taken.append(text)
            yield pa.RecordBatch.from_pydict({"text": [text]})

    results = extract_batches(batches())
    next(results)
    assert taken == ["One."]
    assert next(results).num_rows == 1


@pytest.mark.parametrize("kind", ["quotation", "article"])
def test_the_declared_schema_is_the_one_that_comes_out(kind):
    table = extract_table(pa.table({"text": [SAID, None]}), rows=kind)
    assert table.schema.equals(schema(kind), check_metadata=True)
    check_schema(table.schema, kind)
    table.validate(full=True)


def test_offsets_are_64_bits_wide_and_never_null():
    span = schema().field("spans").type.value_type
    assert [(f.name, str(f.type), f.nullable) for f in span] == [
        ("start", "int64", False), ("end", "int64", False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s: s.set(0, pa.field("id", pa.int64())), "column 0 is declared as 'id': int64"),
        (lambda s: s.set(0, pa.field("id", pa.string(), nullable=False)), "'id': string not null"),
        (lambda s: s.remove(1), "column 1 is declared as 'url'"),
        (lambda s: s.remove(len(s) - 1), "columns are declared, but there are"),
    ],
)
def test_a_schema_that_differs_is_an_error_that_names_the_place(change, message):
    with pytest.raises(ArgumentError, match=message):
        check_schema(change(schema()))


def test_it_can_be_sent_to_workers():
    work = pickle.loads(pickle.dumps(partial(extract_table, block=("dates",), rows="article")))
    (row,) = work(pa.table({"text": [SAID], "published": ["2021-07-28"]})).to_pylist()
    assert row["quotations"][0]["said"] is None


def test_what_is_no_table_of_articles_is_an_error_of_ours():
    with pytest.raises(ArgumentError, match="no column 'text'; there are body"):
        extract_table(pa.table({"body": ["x"]}))
    with pytest.raises(ArgumentError, match="a quotation or an article, not 'page'"):
        schema("page")
    with pytest.raises(PluginError, match="no_such_plugin"):
        extract_table(pa.table({"text": ["x"]}), plugins=["no_such_plugin"])


def test_lone_surrogates_of_a_message_are_escaped():
    from quotekit.arrow import _error

    assert _error(ValueError("\ud800"))["message"] == "\\ud800"
