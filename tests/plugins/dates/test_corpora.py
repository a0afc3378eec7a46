"""What the dates plugin reaches on annotated news, where the corpora are at hand."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.plugins.dates.marked import read

FLOORS = [
    ("aquaint", "article", {"strict": 85, "relaxed": 93.8, "value": 76.2}, 91),
    ("krauts_de", "article", {"relaxed": 89, "value": 74.7}, 90),
    ("tempeval2_es", "article", {"relaxed": 91.3, "value": 85.8}, 95),
    ("tempeval2_it", "article", {"relaxed": 86.5, "value": 78.5}, 84),
    ("frtimebank_te2", "article", {"relaxed": 88, "value": 73.5}, 88),
    ("wikiwars_en", "narrative", {"relaxed": 92.3, "value": 83}, 98),
]


@pytest.mark.corpus
@pytest.mark.parametrize(("corpus", "mode", "floors", "precision"), FLOORS)
def test_scores_do_not_fall(corpora, tmp_path, corpus, mode, floors, precision):
    gold = corpora / "dates" / f"{corpus}.jsonl"
    found = tmp_path / "found.jsonl"
    with found.open("w", encoding="utf-8") as file:
        for line in gold.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            times = read(
                article["text"], (article["date"] or "")[:10] or None, article["lang"], mode
            )
            rows = [{"spans": [list(t.span)], "type": t.type, "value": t.value} for t in times]
            file.write(json.dumps({"id": article["id"], "times": rows}) + "\n")
    command = [sys.executable, str(corpora / "score_dates.py"), str(gold), str(found), "--json"]
    score = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert {name: score[name]["f1"] >= floor for name, floor in floors.items()} == dict.fromkeys(
        floors, True
    )
    assert score["relaxed"]["p"] >= precision
