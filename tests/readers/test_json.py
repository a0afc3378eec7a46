"""JSON: lines, arrays, objects, and what quotekit itself wrote."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article, Failure, extract
from quotekit._json import dumps
from quotekit._readers.jsons import read_json, read_jsonl

from .reading import items, one

# -- JSON lines ------------------------------------------------------------------------------------


def lines(*content: bytes | str) -> list[Article | Failure]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in content)
    return list(read_jsonl(io.BytesIO(data), "batch.jsonl"))


def test_a_line_is_an_article_with_what_it_says():
    [article] = lines(
        '{"id": "a", "text": "x", "title": "T", "published": "2021-07-27T08:00Z", "language": "de",'
        ' "url": "u", "publisher": "P", "other": [1]}'
    )
    assert article == Article(
        "x",
        id="a",
        title="T",
        published="2021-07-27",
        publisher="P",
        url="u",
        language="de",
        meta={"other": [1]},
    )


def test_unknowns_may_be_null_or_left_out():
    [article] = lines('{"text": "x", "id": null, "title": null, "published": null}')
    assert article == Article("x", id="batch:1")


def test_a_number_may_be_an_id():
    assert lines('{"id": 7, "text": "x"}')[0].id == "7"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not valid JSON: Expecting property name"),
        ("[1]", "expected a JSON object, got a list"),
        ("null", "expected a JSON object, got null"),
        ('"text"', "expected a JSON object, got a string"),
        ("3", "expected a JSON object, got a number"),
        ('{"txt": "x"}', "no \"text\"; the keys are 'txt'"),
        ('{"text": 3}', "text must be str, got int"),
        (b'{"text": "\xff"}', "this line: not UTF-8 text (byte 10 is 0xFF)"),
        ("[" * 100_000, "too deeply nested JSON"),
    ],
)
def test_a_bad_line_is_reported_with_file_and_line_and_the_rest_goes_on(line, reason):
    first, bad, last = lines('{"text": "one"}', line, '{"text": "three"}')
    assert (first.text, last.text) == ("one", "three")
    assert bad.where == "batch.jsonl, line 2"
    assert reason in bad.reason


def test_blank_lines_are_no_articles_but_count():
    assert [item.id for item in lines('{"text": "a"}', "", " \r", '{"text": "b"}')] == [
        "batch:1",
        "batch:4",
    ]


def test_lines_are_read_as_they_are_asked_for():
    """So a file of any size fits into memory."""

    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "x"}\n'
            buffer[: len(line)] = line
            return len(line)

    stream = io.BufferedReader(Endless())
    articles = read_jsonl(stream, "endless")
    assert [next(articles).id for _ in range(3)] == ["endless:1", "endless:2", "endless:3"]


# -- arrays and objects ----------------------------------------------------------------------------


def document(content: str) -> list[Article | Failure]:
    return list(read_json(io.BytesIO(content.encode()), "batch.json"))


def test_each_object_of_an_array_is_an_article():
    found = document('[{"id": "a", "text": "x"},\n {"text": "y"}]')
    assert [(item.id, item.text) for item in found] == [("a", "x"), ("batch:2", "y")]


def test_an_object_over_several_lines_is_one_article():
    [article] = document(json.dumps({"text": "x\ny", "title": "T"}, indent=2))
    assert (article.text, article.title) == ("x\ny", "T")


def test_a_file_named_json_may_hold_json_lines(file):
    found = items(file("a.json", '{"text": "x"}\n{"text": "y"}\n'))
    assert [item.text for item in found] == ["x", "y"]


def test_articles_that_a_service_wraps_are_found():
    page = {
        "status": "ok",
        "total": 2,
        "articles": [{"content": "x"}, {"content": "y", "lang": "de"}],
    }
    found = document(json.dumps(page))
    assert [(item.id, item.text, item.language) for item in found] == [
        ("batch:1.1", "x", "en"),
        ("batch:1.2", "y", "de"),
    ]


def test_a_bad_object_costs_no_other():
    first, bad, last = document('[{"text": "x"}, 3, {"text": "z"}]')
    assert (first.text, last.text) == ("x", "z")
    assert str(bad) == "batch.json, item 2: expected a JSON object, got a number"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ('[{"text": "x"}, {"text": }]', "batch.json, line 1"),
        ('[{"text": "x"}\n {"text": "y"}]', "batch.json, line 2"),
        ('[{"text": "x"},\n\n' + "[" * 100_000, "batch.json, line 3"),
        ('[{"text": "x"}', "batch.json, line 1"),
    ],
)
def test_where_the_syntax_breaks_what_stands_before_still_counts(content, where):
    first, bad = document(content)
    assert first.text == "x"
    assert bad.where == where
    assert "JSON" in bad.reason


@pytest.mark.parametrize("content", ["", "[]", " \n"])
def test_a_file_without_objects_has_no_articles(content):
    assert document(content) == []


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(JSON_VALUES, max_size=4), st.sampled_from([None, 1]))
def test_every_value_of_an_array_gives_an_article_or_a_failure(values, indent):
    assert len(document(json.dumps(values, indent=indent))) == len(values)


# -- what quotekit itself wrote --------------------------------------------------------------------


def test_an_extraction_is_read_back_as_its_article(file):
    article = Article(
        "“Yes,” Ida Moss said.",
        id="a",
        title="Wall",
        published="2023-05-12",
        publisher="The Quay Post",
        markup="html",
        meta={"section": "Harbour"},
        warnings=["as read"],
    )
    back = one(file("a.jsonl", dumps(extract(article).to_dict())))
    assert (back.text, back.id, back.title, back.published) == (
        article.text, "a", "Wall", article.published,
    )  # fmt: skip
    assert (back.publisher, back.meta, back.warnings) == (
        "The Quay Post", {"section": "Harbour"}, ("as read",),
    )  # fmt: skip


def test_an_extraction_without_its_text_says_how_to_write_it(file):
    [failure] = items(file("a.jsonl", dumps(extract("Nobody spoke.").to_dict(with_text=False))))
    assert failure.reason == "an extraction without its text; write it with --with-text"
