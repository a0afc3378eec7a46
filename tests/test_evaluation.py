"""Evaluation: the figures mean what their definitions say."""

from __future__ import annotations

import importlib.util
import json
import random

import attrs
import pytest

from quotekit.evaluation import (
    Agreement,
    Annotation,
    Report,
    annotations_of,
    compare,
    evaluate,
    interval,
    read_json_lines,
)
from quotekit.testing import SAMPLES, extractor

TEXT = "“We will stay,” Ida Moss said. “We will go,” he said. Critics said that all is lost."
STAY = Annotation("direct", ((1, 14),), ((25, 29),), ((16, 24),), "Ida Moss")
GO = Annotation("direct", ((32, 43),), ((48, 52),), ((45, 47),))
LOST = Annotation("indirect", ((67, 83),), ((62, 66),), ((54, 61),))


def test_the_same_on_both_sides_is_perfect():
    report = compare(TEXT, [STAY, GO, LOST], [STAY, GO, LOST])
    for figure in ("found", "end_to_end", "content", "source", "cue", "speakers"):
        assert getattr(report, figure) == Agreement(3, 3, 3), figure
    assert report.by_kind == {"direct": Agreement(2, 2, 2), "indirect": Agreement(1, 1, 1)}


def test_nothing_found_has_no_recall_and_no_division_by_zero():
    report = compare(TEXT, [STAY], [])
    assert (report.found.precision, report.found.recall, report.found.f1) == (0, 0, 0)
    assert compare(TEXT, [], []).found.f1 == 0
    assert Report().speaker_accuracy == 0


def test_marks_punctuation_and_conjunctions_at_the_ends_do_not_count():
    loose = attrs.evolve(STAY, contents=((0, 15),))
    assert compare(TEXT, [STAY], [loose]).content == Agreement(1, 1, 1)
    report = compare(TEXT, [LOST], [attrs.evolve(LOST, contents=((72, 84),))])
    assert report.content == Agreement(1, 1, 1)


def test_half_of_the_characters_make_a_pair_and_less_does_not():
    gold = [attrs.evolve(STAY, contents=((0, 20),))]
    for end, found in ((10, 1), (9, 0)):
        assert compare(TEXT, gold, [attrs.evolve(STAY, contents=((0, end),))]).found.right == found


def test_pairs_are_one_to_one_the_best_first():
    parts = [attrs.evolve(STAY, contents=(c,)) for c in ((0, 12), (0, 15))]
    report = compare(TEXT, [STAY], parts)
    assert report.found == Agreement(1, 2, 1)


def test_a_source_is_right_if_it_shares_a_word():
    surname = attrs.evolve(STAY, source=((20, 24),), name=None)
    assert compare(TEXT, [STAY], [surname]).speakers == Agreement(1, 1, 1)
    other = attrs.evolve(STAY, source=((45, 47),), name=None)
    assert compare(TEXT, [STAY], [other]).speakers == Agreement(0, 1, 1)


@pytest.mark.parametrize(
    ("name", "right"),
    [("Ida Moss", 1), ("MOSS", 1), ("Mayor Ida Moss", 1), ("Ida", 1), ("Tran", 0)],
)
def test_the_right_name_from_another_mention_counts(name, right):
    other = attrs.evolve(STAY, source=((45, 47),), name=name)
    assert compare(TEXT, [STAY], [other]).speakers.right == right


def test_a_quotation_without_a_speaker_is_right_without_one():
    gold = attrs.evolve(GO, source=())
    assert compare(TEXT, [gold], [attrs.evolve(GO, source=())]).end_to_end.right == 1
    assert compare(TEXT, [gold], [GO]).end_to_end.right == 0


def test_documents_are_matched_by_id_and_missing_ones_count():
    gold = [
        {"id": key, "text": TEXT, "quotes": [{"kind": "direct", "content": [[1, 14]]}]}
        for key in "ab"
    ]
    run = [{"id": "a", "quotes": [{"kind": "direct", "spans": [[1, 14]], "speaker": None}]}]
    report = evaluate(gold, run)
    assert (report.documents, report.found) == (2, Agreement(1, 1, 2))
    assert evaluate(gold, run, kinds=["indirect"]).found == Agreement(0, 0, 0)
    assert "found          100.0%   50.0%   66.7%" in str(report)
    assert "recall of direct: 50.0% of 2" in str(report)


def test_quotekits_own_output_can_be_compared():
    """Read back from JSON, an extraction agrees with itself."""
    for article in SAMPLES:
        extraction = extractor().extract(article)
        line = extraction.to_json()
        [gold] = read_json_lines([line, "\n"])
        report = evaluate([gold], [gold])
        assert report.found == Agreement(*[len(extraction.quotes)] * 3)
        assert (
            compare(article.text, annotations_of(extraction), annotations_of(extraction)) == report
        )


@pytest.mark.corpus
def test_the_figures_agree_with_the_reference_scorer(corpora):
    """On random distortions of real annotation, every count is the same."""
    spec = importlib.util.spec_from_file_location("reference", corpora / "score.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    with (corpora / "quotes" / "polnear.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line, _ in zip(lines, range(80), strict=False)]
    chance = random.Random(7)
    run = [
        {
            "id": d["id"],
            "quotes": [
                _distort(q, chance, len(d["text"])) for q in d["quotes"] if chance.random() < 0.8
            ],
        }
        for d in gold
    ]
    wanted = reference.score(gold, {d["id"]: d for d in run})
    got = evaluate(gold, run)
    for ours, theirs in (
        (got.found, "found"),
        (got.end_to_end, "end_to_end"),
        (got.content, "content_exact"),
        (got.source, "source_exact"),
        (got.cue, "cue_exact"),
    ):
        assert round(100 * ours.f1, 1) == wanted[theirs]["f1"], theirs
        assert (ours.gold, ours.system) == (wanted[theirs]["n_gold"], wanted[theirs]["n_system"])
    assert round(100 * got.speaker_accuracy, 1) == wanted["speaker_accuracy"]


def _distort(quote, chance, length):
    def move(spans):
        return [
            [max(0, s + chance.choice((0, 5, -3))), min(e + 9, length)]
            if chance.random() < 0.3
            else [s, e]
            for s, e in spans or ()
        ]

    return {
        "kind": quote["kind"],
        "content": move(quote["content"]),
        "cue": move(quote.get("cue")),
        "speaker": move(quote.get("speaker")) if chance.random() < 0.8 else [],
    }


def test_an_interval_holds_the_figure_and_is_narrow_where_documents_agree():
    alike = [Agreement(3, 4, 4)] * 20
    assert interval(alike, "recall") == (0.75, 0.75)
    apart = [Agreement(4 * (n % 2), 4, 4) for n in range(20)]
    low, high = interval(apart)
    assert low < 0.5 < high
    assert interval(apart) == interval(apart)
    assert interval([]) == (0, 0)


def test_the_interval_of_a_difference_is_that_of_pairs():
    """Two runs that err in the same documents differ by little, however much these vary."""
    apart = [Agreement(4 * (n % 2), 4, 4) for n in range(20)]
    assert interval(apart, "f1", apart) == (0, 0)
    better = [Agreement(a.right + (not a.right), 4, 4) for a in apart]
    low, high = interval(better, "f1", apart)
    assert 0 < low < high < 0.3
