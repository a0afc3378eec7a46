"""Writing: JSON lines as the contract says, JSON, CSV and tables; same input, same bytes."""

from __future__ import annotations

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

TEXT = "“Yes,” she said on Tuesday, “we\nwill.” Critics agreed."
SHE = Mention(Span(7, 10), MentionKind.PRONOUN, text="she")
MOSS = Speaker("s1", "Ida Moss", SpeakerKind.PERSON, "Mayor", aliases=("Moss",), mentions=(SHE,))
TUESDAY = TimeExpression(
    Span(19, 26),
    TimeType.DATE,
    "2021-07-27",
    granularity="day",
    anchor="2021-07-28",
    resolved=True,
    start="2021-07-27",
    end="2021-07-28",
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
            found_by="quotes",
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


def written(name: str, *extractions: Extraction, **options: object) -> str:
    writer = writer_named(name, Registry(entry_points=False))
    return "".join(writer.pieces(iter(extractions), **options))


@pytest.mark.parametrize("extractions", [(), (EMPTY,), (FULL, EMPTY)])
def test_json_is_one_array_of_the_same_objects(extractions):
    array = json.loads(written("json", *extractions))
    assert array == [json.loads(line) for line in written("jsonl", *extractions).splitlines()]


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
    assert written("table", evil).splitlines()[0] == "␛[2Jx y"


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
