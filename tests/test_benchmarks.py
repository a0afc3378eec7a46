"""The benchmark's own parts: what it reads, and what it prints."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from .conftest import ROOT

FOLDER = ROOT / "benchmarks"


@pytest.fixture(autouse=True)
def _in_its_folder(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))


def test_its_own_articles_are_always_the_same_and_hold_quotations():
    from texts import own

    articles = own(count=2, sentences=6)
    assert articles == own(count=2, sentences=6)
    assert "“" in articles[0]["text"]
    assert articles[0]["text"] != articles[1]["text"]


@pytest.mark.parametrize("library", ["quotekit", "tokens"])
def test_a_contender_answers_each_order_with_a_line(library):
    articles = [{"text": "“We will stay,” said Ida Moss.", "published": "2023-05-01"}]
    asked = subprocess.run(
        [sys.executable, str(FOLDER / "contender.py"), library],
        input=f"{json.dumps(articles)}\nrun\nstages\n",
        capture_output=True,
        text=True,
        check=True,
    )
    first, ran, stages = map(json.loads, asked.stdout.splitlines())
    assert first["first_call"] > 0
    assert len(ran["digests"]) == 1
    assert ran["seconds"] > 0
    assert sum(stages.values()) == pytest.approx(1) or not stages


def test_contenders_are_compared_within_rounds_and_their_starts_by_medians():
    from bench import Contender, measure

    class Told(Contender):
        """One whose process takes as long as it is told."""

        def start(self, articles):
            self.seconds.append([])
            self.first_calls.append(0.1)

        def run(self):
            self.seconds[-1].append(self.told.pop(0))

        def close(self):
            pass

        def stages(self):
            return {"core": 1.0}

    ours, theirs = Told("ours", None, "quotekit"), Told("theirs", None, "other")
    ours.told = [1.0, 2.0, 9.0, *[1.0] * 3, *[2.0] * 3]
    theirs.told = [2.0, 4.0, 9.0, *[3.0] * 3, 2.0, 2.0, 8.0]
    found = measure([ours, theirs], [{"text": "12345678"}], starts=3, rounds=3)
    assert [row["ratio"] for row in found["rows"]] == [[1.0, 1.0, 1.0], [1.0, 2.0, 3.0]]
    assert [row["characters_per_second"] for row in found["rows"]] == [4, 3]
    assert [row["stages"] for row in found["rows"]] == [{"core": 1.0}, {}]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="revisions are those of a repository")
@pytest.mark.parametrize(
    ("compiled", "variables"),
    [(False, {}), (True, {"QUOTEKIT_COMPILE": "1"})],
)
def test_a_revision_has_an_environment_of_its_own_when_compiled(
    compiled, variables, monkeypatch, tmp_path
):
    import environments

    made = []
    monkeypatch.setattr(
        environments, "environment", lambda folder, *_, **given: made.append((folder.name, given))
    )
    environments.revision(tmp_path, "HEAD", compiled=compiled)
    [(name, given)] = made
    assert name.startswith("quotekit-")
    assert name.endswith("-compiled") is compiled
    assert given == variables


def test_the_report_names_what_is_compared_and_where_results_differ():
    from report import report

    row = {
        "name": "quotekit", "characters_per_second": 250_000, "ratio": [1.0, 1.0, 1.0],
        "peak_mb": 63, "first_call": 0.2, "stages": {"dates": 0.1, "core": 0.9}, "differs_in": 0,
    }  # fmt: skip
    other = row | {"name": "quotekit v1", "ratio": [1.9, 2.0, 2.2], "differs_in": 3}
    part = {"articles": 5, "characters": 9_000, "starts": 7, "rounds": 3} | {"rows": [row, other]}
    result = {"texts": {"Ours": part}, "starts": {"import": {"quotekit": 0.02, "quotekit v1": 0.1}}}
    text = "\n".join(report(result))
    assert "Ours: 5 articles, 9,000 characters, 7 starts, 3 rounds each" in text
    assert "| quotekit v1 | 250,000 | 2 (1.9–2.2) | 63 | 0.20 |" in text
    assert "quotekit v1 finds something else in 3 articles." in text
    assert "| dates | 10.0% | 10.0% |" in text
    assert "| import | 0.020 | 0.100 |" in text
