"""Layout: where a paragraph ends, and which line breaks only end a full line."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article, extract
from quotekit.syntax._layout import paragraphs

from ..loading import cases

pytestmark = pytest.mark.once

STORY = [
    "Elmport floods as gate stays open",
    "Water came over the quay at Elmport on Monday night, and the harbour master, Ivo Sand, said "
    "that nobody had expected it. The council will vote on 3 March 2021 whether to build a new gate.",
    "“We were asleep, all of us,” said Rosa Lind, who lives above the old net loft. “Then the cat "
    "began to howl at the cellar door, and it would not stop.”",
    "Asked who had the key to the pump house, Sand said: “I did not have it. I have never had it, "
    "and I shall find out who did.”",
    "According to the engineer Bo Tran, the gate had been open since the afternoon, because "
    "“somebody must have forgotten” to shut it.",
]
"""An article, paragraph by paragraph."""


@pytest.mark.parametrize("case", cases("layout"))
def test_the_whole_text_shows_where_paragraphs_end(case):
    text = case["text"]
    found = paragraphs(text)
    assert len(found) == case["paragraphs"], [span.slice(text) for span in found]


def _read(text):
    """Return what is said in a text, by whom and when, whatever its blanks."""
    result = extract(Article(text, language="en"))
    return [
        (
            " ".join(quote.text.split()),
            str(quote.kind),
            quote.speaker.name if quote.speaker else None,
        )
        for quote in result.quotes
    ] + [(time.text.split(), time.value) for time in result.times]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [36, 40, 52, 60, 72, 80, 100])
@pytest.mark.parametrize("style", ["blank lines", "indents", "nothing"])
def test_wrapping_changes_nothing_of_what_is_found(width, style, newline):
    indent = "    " if style == "indents" else ""
    wrapped = [
        textwrap.fill(paragraph, width, initial_indent=indent, break_on_hyphens=False)
        for paragraph in STORY
    ]
    text = ("\n\n" if style == "blank lines" else "\n").join(wrapped).replace("\n", newline)
    whole = _read("\n\n".join(STORY))
    assert len(whole) > 5
    assert _read(text) == whole


@given(st.text(alphabet="aB .,-\t\n\r\u2028\u2029\u0085\xa0:1", max_size=120))
def test_paragraphs_hold_every_word_once_and_in_order(text):
    found = paragraphs(text)
    assert "".join(span.slice(text) for span in found).split() == text.split() or (
        "".join("".join(span.slice(text).split()) for span in found) == "".join(text.split())
    )
    for left, right in pairwise(found):
        assert left.end <= right.start
    for span in found:
        assert span.slice(text) == span.slice(text).strip()


@pytest.mark.parametrize("line", ["7", "Ida Moss", "“a”", "Q: b"])
def test_a_column_of_very_short_lines_is_one_paragraph_and_what_follows_another(line):
    column = f"{line}\n" * 200
    text = f"The harbour is closed.\n{column}\nThe mayor left the quay.\nNobody spoke."
    after = ["The mayor left the quay.", "Nobody spoke."]
    found = [span.slice(text) for span in paragraphs(text)]
    assert found == ["The harbour is closed.", column.strip(), *after]


def test_a_hundred_very_short_lines_are_a_hundred_paragraphs():
    assert len(paragraphs("Bo Tran\n" * 100)) == 100


@pytest.mark.parametrize(
    "unit", ["\n", "\r\n ", "  ", "a\n", "word and\nword ", "- x\n", "A:\n", " \n a\n", "a   b\n"]
)
def test_time_grows_with_the_lines(unit, affordable):
    short, long = (unit * (length // len(unit)) for length in (8192, 65536))
    assert affordable(lambda: paragraphs(long), 24, lambda: paragraphs(short))
