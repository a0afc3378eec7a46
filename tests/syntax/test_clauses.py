"""Clauses: the parts of sentences between signs, and which words stand in marks."""

from __future__ import annotations

import pytest

from quotekit import Article, Document


def parts(text):
    document = Document(Article(text))
    return [
        (clause.sign, document.tokens.span(clause.first, clause.last).slice(text))
        for clause in document.clauses
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor, who left early, said: no.",
            [("", "The mayor"), (",", "who left early"), (",", "said"), (":", "no")],
        ),
        (
            "“Yes, we stay,” she said – twice.",
            [("", "Yes, we stay,” she said"), ("–", "twice")],
        ),
        (
            "Pre- and post-war (late, she said).",
            [("", "Pre- and post-war (late"), (",", "she said")],
        ),
        ("One; two. Three", [("", "One"), (";", "two"), ("", "Three")]),
        ("She left (on Monday), he said.", [("", "She left (on Monday)"), (",", "he said")]),
        ("… – …", []),
    ],
)
def test_signs_outside_marks_bound_clauses(text, expected):
    assert parts(text) == expected


def test_a_clause_is_found_by_its_words():
    document = Document(Article("Yes, she said. He left."))
    assert [document.clause_of(i).first for i in range(len(document.tokens))] == [
        *(0, 0, 2, 2, 2, 5, 5, 5)
    ]
    assert [clause.sentence for clause in document.clauses_in(2, 6)] == [0, 1]
    assert Document(Article("—")).clause_of(0) is None


def test_each_token_tells_which_outer_pair_of_marks_holds_it():
    text = "“Yes, ‘no’ ” she said. “Go.”"
    document = Document(Article(text))
    words = zip(document.tokens.texts, document.in_quotes, strict=True)
    held = {word: n for word, n in words if word.isalpha()}
    assert held == {"Yes": 1, "no": 1, "she": 0, "said": 0, "Go": 3}
    assert document.marks[held["Go"] - 1].inner.slice(text) == "Go."
