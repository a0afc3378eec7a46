"""Where a reported clause beside quote marks begins and ends, for clauses made by hand."""

from __future__ import annotations

import re

import pytest

from quotekit import Quote, Span
from quotekit._plugins.quotes.selection import boundaries
from quotekit._plugins.quotes.selection.overlaps import Index
from quotekit.testing import document

pytestmark = pytest.mark.once


def made(marked):
    """Return a document and the quotation in it: contents in brackets, the cue in braces."""
    text, contents, cues, opened = "", [], [], 0
    for piece in re.split(r"([\[\]{}])", marked):
        if piece in tuple("[{"):
            opened = len(text)
        elif piece == "]":
            contents.append(Span(opened, len(text)))
        elif piece == "}":
            cues.append(Span(opened, len(text)))
        else:
            text += piece
    found = document(text)
    quoted = [
        pair.inner
        for pair in found.marks
        if any(content.contains(pair.inner) for content in contents)
    ]
    kind = "mixed" if quoted else "indirect"
    return found, Quote(contents, kind, cue=cues, quoted=quoted)


def words(found, quote):
    """Return the contents of a quotation."""
    return quote and [content.slice(found.text) for content in quote.contents]


@pytest.mark.parametrize(
    ("marked", "contents"),
    [
        ("Moss {said} [the plan was “dead,” noting that rain fell].", ["the plan was “dead,"]),
        ("Moss {said} [the plan was “dead” and said that rain fell].", ["the plan was “dead"]),
        ("Moss {says} [the plan is “dead,” and so is the mill].", None),
        ("Moss {said} [the plan was “dead” noting that rain fell].", None),
        ("Moss {said} [the plan was “dead”].", None),
    ],
)
def test_a_clause_ends_at_marks_behind_which_its_speaker_goes_on(marked, contents):
    found, clause = made(marked)
    cut = boundaries.to_next_act(found, clause)
    assert words(found, cut) == (contents or words(found, clause))
    assert len(cut.quoted) == 1


@pytest.mark.parametrize(
    ("marked", "contents"),
    [
        ("Moss {said} [the plan was “dead]”.", ["the plan was “dead”"]),
        ("Moss {said} “[dead” was the word].", ["“dead” was the word"]),
        ("Moss {said} [the plan was dead].", ["the plan was dead"]),
    ],
)
def test_contents_with_one_mark_of_a_pair_take_in_the_other(marked, contents):
    found, clause = made(marked)
    assert words(found, boundaries.with_marks(found, clause)) == contents


@pytest.mark.parametrize(
    ("clause", "direct", "contents"),
    [
        (
            "Moss [called it a “shame”], she {said}. “It ends.”",
            "Moss called it a “[shame]”, she {said}. “[It ends.]”",
            ["called it a “shame”", "It ends."],
        ),
        (
            "Moss [called it a “shame”], she {said}. “It ends.”",
            "Moss called it a “[shame]”, she {said}. “It ends.”",
            None,
        ),
        (
            "Moss [called it a shame], she {said}. “It ends.”",
            "Moss called it a shame, she {said}. “[It ends.]”",
            None,
        ),
        (
            "Moss [called it a “shame”], she {said}. “It ends.”",
            "Moss called it a “shame”, she {said}. “[It ends.]”",
            None,
        ),
    ],
)
def test_a_clause_is_joined_with_what_its_speaker_says_on(clause, direct, contents):
    found, clause = made(clause)
    assert words(found, boundaries.joined(clause, made(direct)[1])) == contents


@pytest.mark.parametrize(
    ("clause", "direct", "contents"),
    [
        (
            "Moss said [the mill stays and added, “We pay.”]",
            "Moss said the mill stays and {added}, “[We pay.]”",
            ["the mill stays"],
        ),
        (
            "Moss said [the “old” mill stays, adding, “We pay.”]",
            "Moss said the “old” mill stays, {adding}, “[We pay.]”",
            ["the “old” mill stays"],
        ),
        (
            "Moss said [the mill stays. “We pay,” added Orr].",
            "Moss said the mill stays. “[We pay,]” {added} Orr.",
            None,
        ),
        (
            "Moss said [the mill stays where Orr added, “We pay.”]",
            "Moss said the mill stays where Orr {added}, “[We pay.]”",
            None,
        ),
        (
            "Moss left, adding, [“We pay.”]",
            "Moss left, {adding}, “[We pay.]”",
            None,
        ),
    ],
)
def test_a_clause_is_cut_before_the_cue_of_what_follows(clause, direct, contents):
    found, clause = made(clause)
    assert words(found, boundaries.before_cue(found, clause, made(direct)[1])) == contents


@pytest.mark.parametrize(
    ("clause", "other", "contents"),
    [
        (
            "Moss {called} it [a “shame]” and “a pity”.",
            "Moss {called} it a “[shame]” and “[a pity]”.",
            ["a “shame” and “a pity"],
        ),
        ("Moss {called} it [a shame].", "Moss {called} it [a shame].", ["a shame"]),
        (
            "Moss {called} it [a “shame]” and left.",
            "Moss {called} it a “[shame]” and left.",
            ["a “shame"],
        ),
    ],
)
def test_a_clause_takes_in_what_is_said_beside_its_last_marks(clause, other, contents):
    found, clause = made(clause)
    assert words(found, boundaries.whole(clause, Index([made(other)[1]]))) == contents
