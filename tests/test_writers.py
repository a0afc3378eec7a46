"""Writing: JSON lines as the contract says, JSON, CSV and tables; same input, same bytes."""

from __future__ import annotations

import csv
import io
import json

import pytest

from quotekit import (
    Article,
    Extraction,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Registry,
    Span,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimeType,
)
from quotekit._outputs import writer_named
from quotekit._writers.delimited import COLUMNS

TEXT = "“Yes,” she said on Tuesday, “we\nwill.” Critics agreed."
SHE = Mention(Span(7, 10), MentionKind.PRONOUN, text="she")
MOSS = Speaker("s1", "Ida Moss", SpeakerKind.PERSON, "Mayor", aliases=("Moss",), mentions=(SHE,))
TUESDAY = TimeExpression(
    Span(19, 26), TimeType.DATE, "2021-07-27", granularity="day", anchor="2021-07-28", resolved=True
)
FULL = Extraction(
    Article(TEXT, id="a", title="Wall", published="2021-07-28", publisher="Quay Post"),
    (
        Quote(
            [Span(1, 5), Span(29, 37)],
            QuoteKind.DIRECT,
            cue=[Span(11, 15)],
            source=SHE,
            quoted=[Span(1, 5), Span(29, 37)],
            confidence=0.98765,
            rule="marks",
            why="subject of “said”",
            found_by="rules",
            speaker=MOSS,
            said=TUESDAY,
            attributed_by="attribution",
            text="Yes, we\nwill.",
        ),
        Quote(
            [Span(39, 46)],
            QuoteKind.INDIRECT,
            source=Mention(Span(39, 46), MentionKind.NOMINAL, text="Critics"),
            nested_in=0,
            text="Critics",
        ),
        Quote([Span(47, 53)], QuoteKind.MIXED, text="agreed"),
    ),
    (MOSS,),
    (TUESDAY,),
)
EMPTY = Extraction(Article(""))


def written(name: str, *extractions: Extraction) -> str:
    writer = writer_named(name, Registry(entry_points=False))
    return "".join(writer.write(iter(extractions)))


def test_a_json_line_is_what_the_contract_says():
    [line] = written("jsonl", FULL).splitlines()
    assert json.loads(line) == {
        "schema": 1,
        "id": "a",
        "title": "Wall",
        "published": "2021-07-28",
        "published_from": "caller",
        "publisher": "Quay Post",
        "url": None,
        "language": "en",
        "quotes": [
            {
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
                "said": {"text": "Tuesday", "spans": [[19, 26]], "value": "2021-07-27"},
                "confidence": 0.9877,
                "found_by": "rules",
                "rule": "marks",
                "attributed_by": "attribution",
                "why": "subject of “said”",
            },
            {
                "kind": "indirect",
                "mode": "speech",
                "text": "Critics",
                "spans": [[39, 46]],
                "quoted": [],
                "nested_in": 0,
                "cue": None,
                "speaker": {
                    "id": None,
                    "name": None,
                    "mention": {"text": "Critics", "spans": [[39, 46]], "kind": "nominal"},
                },
                "said": None,
                "confidence": 0.5,
                "found_by": "",
                "rule": "",
                "attributed_by": None,
                "why": "",
            },
            {
                "kind": "mixed",
                "mode": "speech",
                "text": "agreed",
                "spans": [[47, 53]],
                "quoted": [],
                "nested_in": None,
                "cue": None,
                "speaker": None,
                "said": None,
                "confidence": 0.5,
                "found_by": "",
                "rule": "",
                "attributed_by": None,
                "why": "",
            },
        ],
        "speakers": [
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
        ],
        "times": [
            {
                "text": "Tuesday",
                "spans": [[19, 26]],
                "type": "DATE",
                "value": "2021-07-27",
                "anchor": "2021-07-28",
                "mod": None,
                "granularity": "day",
                "start": None,
                "end": None,
                "signal": None,
                "resolved": True,
                "resolved_date": None,
            }
        ],
    }


def test_json_lines_start_with_the_schema_and_keep_their_order():
    line = written("jsonl", FULL)
    assert line.startswith('{"schema": 1, "id": "a", "title": "Wall", "published": "2021-07-28"')
    assert written("jsonl", FULL, EMPTY) == line + written("jsonl", EMPTY)


def test_text_drawn_out_of_markup_is_given_back():
    """Its offsets point into it, and nobody else has it."""
    page = Extraction(Article("Yes.", markup="html"))
    assert json.loads(written("jsonl", page))["text"] == "Yes."
    assert "text" not in json.loads(written("jsonl", EMPTY))


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_lone_surrogates_are_escaped_and_everything_else_stands_for_itself(name):
    odd = Extraction(Article("", title="\ud800“Já”🙂\0\u2028"))
    text = written(name, odd)
    assert "\\ud800“Já”🙂\\u0000\u2028" in text
    read = json.loads(text.encode("utf-8"))
    assert (read[0] if name == "json" else read)["title"] == odd.article.title


@pytest.mark.parametrize("extractions", [(), (EMPTY,), (FULL, EMPTY)])
def test_json_is_one_array_of_the_same_objects(extractions):
    array = json.loads(written("json", *extractions))
    assert array == [json.loads(line) for line in written("jsonl", *extractions).splitlines()]


def test_csv_is_one_row_a_quotation():
    rows = list(csv.DictReader(io.StringIO(written("csv", FULL, EMPTY))))
    assert [row["quote"] for row in rows] == ["0", "1", "2"]
    assert tuple(rows[0]) == COLUMNS
    assert {key: rows[0][key] for key in ("text", "spans", "speaker", "mention", "said")} == {
        "text": "Yes, we\nwill.",
        "spans": "1-5 29-37",
        "speaker": "Ida Moss",
        "mention": "she",
        "said": "2021-07-27",
    }
    assert (rows[1]["speaker"], rows[1]["mention"], rows[2]["mention"]) == ("", "Critics", "")


def test_a_table_shows_who_said_what_and_when():
    assert written("table", FULL) == (
        "a, Quay Post, 2021-07-28, Wall\n"
        "  SPEAKER                   SAID        KIND      QUOTATION\n"
        "  Ida Moss (Mayor)          2021-07-27  direct    Yes, we will.\n"
        "  [Critics]                             indirect  └ Critics\n"
        "  ?                                     mixed     agreed\n"
        "  3 quotations, 1 speaker\n\n"
    )


def test_a_table_keeps_steering_characters_from_the_terminal():
    evil = Extraction(Article("", id="\x1b[2Jx\ry"))
    assert written("table", evil).splitlines()[0] == " [2Jx y"


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "table"])
def test_writers_write_as_extractions_come(name):
    """The first article's words come out before the second is asked for."""
    writer = writer_named(name, Registry(entry_points=False))
    asked = []

    def extractions():
        for n in range(3):
            asked.append(n)
            yield FULL

    pieces = writer.write(extractions())
    text = ""
    while "will" not in text:
        text += next(pieces)
    assert asked == [0]


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "table"])
def test_the_same_extractions_give_the_same_words(name):
    assert written(name, FULL, EMPTY) == written(name, FULL, EMPTY)
