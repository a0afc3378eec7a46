"""Sentences, paragraphs and tokens: how the text is cut."""

from __future__ import annotations

import pytest

from quotekit.testing import document


def sentences(text: str) -> list[str]:
    made = document(text)
    return [span.slice(text) for span in made.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Orr met Mrs. Lund and Dr. Voss at St. Mary’s.",
        "The U.S. Congress and the U.N. Council met.",
        "J. R. Orr met K. Lund.",
        "We met Albert I. Moss and I. R. Lund.",
        "Gov. Ida Moss and Sen. Bo Tran left.",
        "It rose 3.5 percent, to 1,200.50 crowns.",
        "They met at 5 p.m. on Monday.",
        "Orr v. Lund was heard on Jan. 4.",
        "“Stop. Go back. Now!” she said.",
        "She said “Stop. Go back.” and left.",
        "‘No. Never!’ he said.",
        "«Non. Jamais.» dit-elle.",
        "“Why? Who?” he asked.",
        '"One. Two," she said.',
        "The firm (Orr Bros. Ltd.) closed.",
    ],
)
def test_one_sentence_stays_one(text):
    """No cut at abbreviations, initials and numbers, nor inside quotation marks."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "She left.| He stayed.",
        "Who left?| Nobody!| Really…| Yes.",
        "“Stop.”| He left.",
        "“We looked,” she said.| “We turned it down.”",
        "He met Orr.| Lund stayed.",
        "So did I.| Moss stayed.",
        "Neither do I.| The mayor stayed.",
        "It was Lund and I.| Moss stayed.",
        "It began in World War I.| Moss stayed.",
        "They chose plan B.| The mayor left.",
        "It cost 5 crowns.| 6 were left.",
        "(He left.)| She stayed.",
        "She said so on Monday.| “Yes,” he said.",
    ],
)
def test_two_sentences_are_two(text):
    parts = text.split("|")
    assert sentences("".join(parts)) == [part.strip() for part in parts]


def test_a_sentence_ends_with_its_paragraph():
    assert sentences("A headline\n\nThe text. It goes on") == [
        "A headline",
        "The text.",
        "It goes on",
    ]


def test_no_text_has_no_parts():
    for text in ("", " \n\t\u00a0"):
        made = document(text)
        assert (made.sentences, made.paragraphs, list(made.tokens.texts)) == ((), (), [])


@pytest.mark.parametrize("line_end", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\u2029", "\n\n\n\n"])
def test_paragraphs_are_parted_by_any_kind_of_blank_line(line_end):
    text = f"One. Two.{line_end}Three.\u00a0"
    assert [span.slice(text) for span in document(text).paragraphs] == ["One. Two.", "Three."]


def test_lines_that_were_wrapped_by_force_stay_together():
    line = "the council met on the quay and talked about the harbour wall for hours and"
    text = "\n".join([line] * 5) + " left.\n\nNobody spoke."
    assert len(document(text).paragraphs) == 2


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("O’Neil can’t stay.", ["O’Neil", "can’t", "stay", "."]),
        ("the U.S. e-mail of AT&T", ["the", "U.S.", "e-mail", "of", "AT&T"]),
        ("1,200.50 at 14:30, 27th", ["1,200.50", "at", "14:30", ",", "27th"]),
        ("the mayor’s boat", ["the", "mayor", "’s", "boat"]),
        ("“Yes,”", ["“", "Yes", ",", "”"]),
        ("no\u00a0break\u202fspace", ["no", "break", "space"]),
    ],
)
def test_tokens_are_words_numbers_and_single_marks(text, tokens):
    assert document(text).tokens.texts == tokens


def test_hundreds_of_very_short_sentences_are_one():
    crowd = "He left. " * 200
    text = f"{crowd}\n\nThe wall will hold until the spring. It is late."
    assert sentences(text)[1:] == ["The wall will hold until the spring.", "It is late."]
    assert sentences(text)[0] == crowd.strip()


def test_an_offset_finds_its_sentence_and_paragraph():
    text = "One. Two.\n\nThree."
    made = document(text)
    assert made.sentence_at(6).slice(text) == "Two."
    assert made.paragraph_at(6).slice(text) == "One. Two."
    assert made.sentence_at(len(text)).slice(text) == "Three."
    assert document("").sentence_at(0) is None


@pytest.mark.parametrize(
    ("lead", "first"),
    [
        ("The Quay Post – ", "The wall will hold."),
        ("RAVENFORD, May 3 (Coast Wire) - ", "Rents rose."),
    ],
)
def test_the_papers_name_and_the_dateline_are_none_of_the_first_sentence(lead, first):
    text = f"Thursday, 4 March 2021\n\nA headline\n\n{lead}{first} It is late."
    assert sentences(text)[-3:] == [lead.strip(), first, "It is late."]
