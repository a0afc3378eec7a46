"""``quotekit evaluate``: figures, groups, errors, and two runs side by side."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from quotekit import extract_many, read

from ..conftest import ROOT

GOLD = ROOT / "examples" / "gold.jsonl"


@pytest.fixture
def silent(tmp_path: Path) -> str:
    """A run that finds nothing in the first document, and lacks the second."""
    path = tmp_path / "silent.jsonl"
    path.write_text('{"id": "rents", "quotes": []}\n', "utf-8")
    return str(path)


def test_the_texts_of_gold_are_read_where_no_run_is_given(quotekit):
    code, out, err = quotekit("evaluate", str(GOLD))
    assert code == 0
    assert out.startswith("2 documents  PRECISION  RECALL")
    assert "speaker accuracy: 100.0% of" in out
    assert "2 articles" in err


def test_gold_agrees_with_itself(quotekit):
    code, out, err = quotekit("evaluate", str(GOLD), str(GOLD), "--json", "--errors")
    record = json.loads(out)
    assert (code, err) == (0, "")
    for figure in ("found", "end_to_end", "content", "source", "cue"):
        assert record[figure]["f1"] == 1.0, figure
        assert record[figure]["f1_interval"] == [1.0, 1.0], figure
    assert not any(one["missed"] + one["extra"] + one["misattributed"] for one in record["errors"])


def test_a_run_that_lacks_documents_is_told_of_and_counts_as_empty(quotekit, silent):
    code, out, err = quotekit("evaluate", str(GOLD), silent, "--errors")
    assert code == 0
    assert "has no line for 1 of 2 documents" in err
    lines = GOLD.read_text("utf-8").splitlines()
    assert out.count("  missed  ") == sum(len(json.loads(line)["quotes"]) for line in lines)


def test_two_runs_are_compared_figure_by_figure_and_quotation_by_quotation(quotekit, silent):
    _, out, _ = quotekit("evaluate", str(GOLD), str(GOLD), "--against", silent, "--errors")
    assert "DIFFERENCE" in out
    assert "+100.0" in out
    assert "  gained  " in out
    assert "  lost    " not in out
    _, out, _ = quotekit("evaluate", str(GOLD), silent, "--against", str(GOLD), "--errors")
    assert "  lost    " in out
    assert "-100.0" in out


def test_the_groups_of_a_run_add_up_to_it(quotekit):
    wanted = ("kind", "rule", "class", "domain")
    options = [option for name in wanted for option in ("--by", name)]
    _, out, _ = quotekit("evaluate", str(GOLD), "--json", *options)
    record = json.loads(out)
    for name in wanted:
        counts = record["by"][name].values()
        assert sum(group["right"] for group in counts) == record["found"]["right"], name
        assert sum(group["system"] for group in counts) == record["found"]["system"], name
    assert set(record["by"]["domain"]) == {"Coast Wire", "The Quay Post"}
    assert "report" in record["by"]["class"]
    _, out, _ = quotekit("evaluate", str(GOLD), *options)
    assert {"KIND", "RULE", "CLASS", "DOMAIN"} <= set(out.split())


def test_only_quotations_of_one_kind_count_if_asked(quotekit):
    _, out, _ = quotekit("evaluate", str(GOLD), "--kind", "direct", "--json")
    assert set(json.loads(out)["recall_by_kind"]) == {"direct"}


def test_compressed_gold_and_several_processes_give_the_same(quotekit, tmp_path):
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress(GOLD.read_bytes()))
    _, plain, _ = quotekit("evaluate", str(GOLD), "--json")
    _, other, _ = quotekit("evaluate", str(packed), "--json", "-p", "2")
    assert plain == other


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[]", "not a JSON object"),
        ("{", "no JSON"),
        ('{"id": "a"}', "a list “quotes”"),
        ('{"id": "a", "text": "", "quotes": [{}]}', "“kind”"),
        (
            '{"id": "a", "text": "No.", "quotes": [{"kind": "direct", "content": 3}]}',
            "as lists of offsets",
        ),
        ('{"id": "a", "quotes": []}', "no “text”"),
    ],
)
def test_what_is_no_gold_is_refused_with_its_line(quotekit, tmp_path, line, words):
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    code, out, err = quotekit("evaluate", str(path))
    assert (code, out) == (1, "")
    assert words in err
    assert "line 2" in err


def test_quotekits_own_output_is_gold_for_itself(quotekit, tmp_path):
    path = tmp_path / "run.jsonl"
    results = extract_many(read(str(ROOT / "examples" / "articles" / "ferry.txt")))
    path.write_text("".join(one.to_json() + "\n" for one in results), "utf-8")
    _, out, _ = quotekit("evaluate", str(path), str(path), "--json")
    assert json.loads(out)["end_to_end"]["f1"] == 1.0


def test_gold_without_documents_is_an_error_and_gold_without_quotations_is_told_of(
    quotekit, tmp_path
):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("", "utf-8")
    code, out, err = quotekit("evaluate", str(gold))
    assert (code, out) == (1, "")
    assert "has no documents" in err
    gold.write_text('{"id": "fog", "text": "Fog.", "quotes": []}\n', "utf-8")
    code, _, err = quotekit("evaluate", str(gold))
    assert code == 0
    assert "has no quotations" in err
