"""JSON: the records of the contract, valid by their schema, from which nothing is lost."""

from __future__ import annotations

import copy
import io
import json
import re
from importlib import resources

import pytest
from hypothesis import given

from quotekit import Article, Extraction, QuotekitError, Registry, extract, read, read_all
from quotekit._outputs import writer_named
from quotekit.exceptions import RecordError

from ..conftest import ROOT
from ..strategies import NEWSLIKE, extractions
from ..test_writers import EMPTY, FULL, MOSS, written

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads(
    resources.files("quotekit.data").joinpath("extraction.schema.json").read_text("utf-8")
)
EXAMPLES = sorted((ROOT / "examples" / "articles").iterdir())


def closed(schema):
    """Return the schema with no room for keys that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {key: closed(value) for key, value in schema.items()}
    return shut | {"additionalProperties": False} if "properties" in schema else shut


VALIDATOR = jsonschema.Draft202012Validator(closed(SCHEMA))


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_documentation_names_every_key_of_the_schema():
    page = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")
    documented = set(re.findall(r"`(\w+)`", page))
    keys = set(SCHEMA["properties"])
    for definition in SCHEMA["$defs"].values():
        keys |= set(definition.get("properties", ()))
    assert keys - documented == set()


def test_a_record_is_what_the_contract_says():
    record = FULL.to_dict()
    assert record["schema"] == 1
    assert record["published"] == "2021-07-28"
    first, second, third = record["quotes"]
    assert first == {
        "kind": "direct",
        "mode": "speech",
        "text": "Yes, we\nwill.",
        "spans": [[1, 5], [29, 37]],
        "quoted": [[1, 5], [29, 37]],
        "nested_in": None,
        "cue": {"text": "said", "spans": [[11, 15]]},
        "speaker": {
            "id": "s1",
            "name": "Ida Moss",
            "mention": {"text": "she", "spans": [[7, 10]], "kind": "pronoun"},
        },
        "said": record["times"][0],
        "confidence": 0.98765,
        "found_by": "quotes",
        "rule": "marks",
        "evidence": "asserted",
        "attributed_by": "attribution",
        "attributed_rule": None,
        "why": "subject of “said”",
        "cue_class": None,
    }
    assert second["speaker"] == {
        "id": None,
        "name": None,
        "mention": {"text": "Critics", "spans": [[39, 46]], "kind": "nominal"},
    }
    assert (second["nested_in"], second["cue"], second["said"]) == (0, None, None)
    assert third["speaker"] is None
    assert record["speakers"] == [
        {
            "id": "s1",
            "name": "Ida Moss",
            "kind": "person",
            "title": "Mayor",
            "role": None,
            "affiliation": None,
            "gender": None,
            "aliases": ["Moss"],
            "links": [],
            "mentions": [[7, 10]],
        }
    ]
    assert [(mention["text"], mention["speaker"]) for mention in record["mentions"]] == [
        ("she", MOSS.id),
        ("Critics", None),
    ]
    assert {key: record["times"][0][key] for key in ("text", "spans", "value", "anchor")} == {
        "text": "Tuesday",
        "spans": [[19, 26]],
        "value": "2021-07-27",
        "anchor": "2021-07-28",
    }


@pytest.mark.parametrize("extraction", [FULL, EMPTY], ids=["full", "empty"])
def test_every_key_is_there_in_every_record(extraction):
    """Readers of tables know columns by the first records, and drop what appears late."""
    assert list(extraction.to_dict()) == list(SCHEMA["properties"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_was_extracted_comes_back_from_valid_json(path):
    for article in read(path):
        extraction = extract(article)
        VALIDATOR.validate(extraction.to_dict())
        VALIDATOR.validate(json.loads(extraction.to_json(with_text=False)))
        assert Extraction.from_json(extraction.to_json()) == extraction
        assert Extraction.from_dict(extraction.to_dict(with_text=False), article.text) == extraction


@given(extractions())
def test_every_offset_survives_json(extraction):
    line = extraction.to_json()
    assert len(line.splitlines()) == 1
    VALIDATOR.validate(json.loads(line))
    back = Extraction.from_json(line.encode("utf-8"))
    assert back == extraction
    assert [quote.text for quote in back] == [quote.text for quote in extraction]


@given(NEWSLIKE)
def test_what_is_found_in_any_text_comes_back(text):
    extraction = extract(Article(text, published="2021-07-28"))
    VALIDATOR.validate(extraction.to_dict())
    assert Extraction.from_json(extraction.to_json()) == extraction


def test_text_is_written_where_it_is_asked_for_or_nobody_else_has_it():
    page = Extraction(Article("Yes.", markup="html"))
    plain = Extraction(Article("Yes."))
    assert json.loads(written("jsonl", page))["text"] == "Yes."
    assert json.loads(written("jsonl", plain))["text"] is None
    assert json.loads(written("jsonl", plain, with_text=True))["text"] == "Yes."
    assert json.loads(written("json", plain, with_text=True))[0]["text"] == "Yes."


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_would_break_lines_or_utf_8_is_escaped_and_all_else_stands_for_itself(name):
    odd = Extraction(Article("", title="\ud800“Já”🙂\0\u2028\u2029\u0085"))
    text = written(name, odd)
    assert "\\ud800“Já”🙂\\u0000\\u2028\\u2029\\u0085" in text
    assert name == "json" or len(text.splitlines()) == 1
    read_back = json.loads(text.encode("utf-8"))
    assert (read_back[0] if name == "json" else read_back)["title"] == odd.article.title


def test_fields_of_the_file_that_json_does_not_have_are_put_into_words():
    meta = {"rank": float("nan"), "tags": ("a", 1), "nested": {"x": None}, "odd": {1}}
    [line] = written("jsonl", Extraction(Article("", meta=meta))).splitlines()
    record = json.loads(line, parse_constant=pytest.fail)
    assert record["meta"] == {"rank": None, "tags": ["a", 1], "nested": {"x": None}, "odd": "{1}"}


def test_articles_know_the_file_that_they_come_from(tmp_path):
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Nobody spoke.")
    paths = [str(tmp_path / folder / "a.txt") for folder in ("north", "south")]
    records = [extract(article).to_dict() for article in read_all(paths)]
    assert [record["id"] for record in records] == ["a", "a"]
    assert [record["path"] for record in records] == paths


def without(key):
    record = FULL.to_dict()
    del record[key]
    return record


def changed(change):
    record = copy.deepcopy(FULL.to_dict())
    change(record)
    return record


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "needs schema 1, got 'list'"),
        ({"schema": 2}, "needs schema 1, got 2"),
        (FULL.to_dict(with_text=False), "no text: give it"),
        (without("quotes"), "no 'quotes'"),
        (without("rejected"), "no 'rejected'"),
        (changed(lambda r: r["quotes"][0].update(kind="loud")), "'loud' is not a valid QuoteKind"),
        (changed(lambda r: r["quotes"][0].update(spans=[[1, 900]])), "lies outside the text"),
        (changed(lambda r: r["quotes"][0].update(spans=[[5, 1]])), "0 <= start < end"),
        (changed(lambda r: r["quotes"][0].update(spans=[])), "needs contents"),
        (changed(lambda r: r.update(speakers=3)), "not the shape of schema 1"),
        (changed(lambda r: r.update(published="soon")), "not the shape|published must"),
    ],
)  # fmt: skip
def test_a_record_that_is_none_says_what_is_wrong(record, message):
    with pytest.raises(QuotekitError, match=message):
        Extraction.from_dict(record)


def test_what_is_no_json_says_so():
    with pytest.raises(RecordError, match="no JSON"):
        Extraction.from_json("{'schema': 1}")


def test_pandas_reads_lines_of_any_text():
    """It cuts at the separators that are escaped, if they are not."""
    pandas = pytest.importorskip("pandas")
    title = "one\u2028two\u0085three"
    lines = written("jsonl", *[Extraction(Article("", title=title))] * 3)
    assert list(pandas.read_json(io.StringIO(lines), lines=True)["title"]) == [title] * 3


def test_every_reader_of_lines_finds_as_many_as_were_written():
    """At U+2028, U+2029 and U+0085 httpx and str.splitlines cut, at a bare carriage return most do."""
    polars, httpx = pytest.importorskip("polars"), pytest.importorskip("httpx")
    odd = "one\u2028two\u2029three\u0085four\rfive\vsix\x1eseven"
    article = Article(f"“{odd},” Ida Moss said.", id=odd, title=odd, meta={odd: odd})
    lines = written("jsonl", *[extract(article)] * 3)
    response = httpx.Response(200, content=lines.encode())
    for found in (
        lines.splitlines(),
        list(response.iter_lines()),
        list(io.StringIO(lines, newline=None)),
    ):
        assert [json.loads(line)["title"] for line in found] == [odd] * 3
    assert polars.read_ndjson(lines.encode())["title"].to_list() == [odd] * 3


def test_duckdb_reads_lines_with_their_nested_records(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a.jsonl"
    writer = writer_named("jsonl", Registry(entry_points=False))
    path.write_text("".join(writer.pieces([FULL, EMPTY])), "utf-8")
    rows = duckdb.sql(
        "select q.speaker.name, q.spans, q.said.value::varchar "
        f"from (select unnest(quotes) as q from read_json('{path}'))"
    ).fetchall()
    assert rows[0] == ("Ida Moss", [[1, 5], [29, 37]], "2021-07-27")
    assert len(rows) == 3
