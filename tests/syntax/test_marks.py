"""Quotation marks: pairs of every style, apostrophes that are none, odd marks that cost little."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.spans import Span
from quotekit.syntax._layout import paragraphs
from quotekit.syntax._mark_pairs import pair_marks
from quotekit.syntax._markup import blank_markup

from ..loading import cases

pytestmark = pytest.mark.once

ELISIONS = frozenset("em tis twas cause n s re ve ll d m t".split())


def pairs(text):
    return pair_marks(blank_markup(text), paragraphs(text), ELISIONS)


@pytest.mark.parametrize("case", cases("marks"))
def test_marks_make_pairs(case):
    found = pairs(case["text"])
    assert [pair.inner.slice(case["text"]) for pair in found] == case["inner"]
    if "open" in case:
        assert [pair.closing is None for pair in found] == case["open"]


def test_depth_counts_the_pairs_around():
    text = "“He said ‘the “big” one’ again,” she said."
    assert [(p.inner.slice(text)[:3], p.depth) for p in pairs(text)] == [
        ("He ", 0),
        ("the", 1),
        ("big", 2),
    ]


def test_a_pair_knows_its_marks():
    text = "“Yes,” she said."
    (pair,) = pairs(text)
    assert (pair.opening, pair.inner, pair.closing) == (Span(0, 1), Span(1, 5), Span(5, 6))
    assert pair.outer.slice(text) == "“Yes,”"


@given(st.text(alphabet="ab .,\n“”\"'’‘«»„`&;ldquo5", max_size=80))
def test_pairs_nest_and_stay_inside_the_text(text):
    found = pairs(text)
    for pair in found:
        assert 0 <= pair.outer.start < pair.inner.start < pair.inner.end <= len(text)
    for left, right in itertools.pairwise(found):
        assert left.outer.end <= right.outer.start or left.inner.contains(right.outer)


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "'", "’", "«", "``", "&ldquo;", "“”", '“"', "“a ", "'a", "a' ", "s’ ‘"]
)
def test_time_grows_with_the_text_however_odd_the_marks(unit, affordable):
    short, long = (unit * (length // len(unit)) for length in (8192, 65536))
    assert affordable(lambda: pairs(long), 24, lambda: pairs(short))
