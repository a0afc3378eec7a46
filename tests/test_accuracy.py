"""Accuracy on the sixty invented articles of the names gold: no figure falls below what was reached.

Their quotations were drafted by quotekit, and corrected by hand: what it gets right, it gets right
here too, so the figures say what a change breaks, and not how good quotekit is on the news.
"""

from __future__ import annotations

import json

import pytest

from quotekit.evaluation import read_gold

from .conftest import ROOT

GOLD = ROOT / "tests" / "cases" / "names.jsonl"

FLOORS = {
    ("found", "precision"): 0.958,
    ("found", "recall"): 0.973,
    ("end_to_end", "f1"): 0.959,
    ("content", "f1"): 0.952,
    ("source", "f1"): 0.935,
    ("cue", "f1"): 0.964,
    ("speaker_accuracy", "share"): 0.990,
}
"""Half a point below what was measured; who raises a figure raises its floor."""

MARGIN = 0.02
"""No figure may be so far above its floor that a loss of as much would pass unseen."""


@pytest.fixture(scope="module")
def record():
    from quotekit._cli.app import run

    with pytest.MonkeyPatch.context() as patch:
        written = []
        patch.setattr("quotekit._cli.evaluate.put", written.extend)
        assert run(["evaluate", str(GOLD), "--mode", "all", "--json"]) == 0
    return json.loads("".join(written))


def test_the_gold_has_sixty_articles_whose_spans_are_words_of_the_text():
    documents = list(read_gold(GOLD))
    assert len(documents) == 60
    for document in documents:
        text = document["text"]
        for quote in document["quotes"]:
            spans = [*quote["content"], *quote["cue"], *(quote["speaker"] or ())]
            for start, end in spans:
                assert text[start:end] == text[start:end].strip() != ""


@pytest.mark.parametrize(("figure", "part"), FLOORS, ids=[" ".join(key) for key in FLOORS])
def test_no_figure_falls_below_its_floor(record, figure, part):
    floor, reached = FLOORS[figure, part], record[figure][part]
    assert reached >= floor
    assert reached <= floor + MARGIN, f"raise the floor of {figure} to {reached - 0.005:.3f}"
