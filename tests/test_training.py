"""Training weights of reported speech: the same articles give the same bytes, and these report."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys

import pytest

from quotekit import Extractor, Registry, Table, hookimpl

from .conftest import ROOT

SCRIPT = ROOT / "examples" / "training" / "train_reported.py"
SOURCES = ("Ida Moss", "The ferry office", "Bo Tran", "Two bakers", "A spokeswoman")
CUES = ("said that", "warned that", "says", "insisted", "wants")
CONTENTS = ("the old pier would close in May", "bread is dearer on the island", "to see the plans")


def annotated(name, source, cue, contents):
    """Return an article that reports once, annotated."""
    verb, start = len(source) + 1, len(source) + len(cue) + 2
    quote = {
        "kind": "indirect",
        "content": [[start, start + len(contents)]],
        "cue": [[verb, verb + len(cue.split()[0])]],
        "speaker": [[0, len(source)]],
    }
    text = f"{source} {cue} {contents}. The harbour was quiet on Friday."
    return {"id": name, "text": text, "quotes": [quote]}


@pytest.fixture(scope="module", name="learned")
def _learned(tmp_path_factory):
    """What two processes learn from the same articles, each with its own order of sets."""
    folder = tmp_path_factory.mktemp("training")
    gold = folder / "gold.jsonl"
    rows = itertools.product(SOURCES, CUES, CONTENTS)
    articles = [annotated(f"article-{n}", *row) for n, row in enumerate(rows)]
    gold.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    found = []
    for seed in ("1", "2"):
        weights = folder / f"weights-{seed}.json"
        told = ["--corpus", "invented", "--trained", "2026-11-28", "--name", "tried"]
        command = [sys.executable, str(SCRIPT), str(gold), str(weights), *told]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        found.append(weights.read_bytes())
    return found


def test_the_same_articles_give_the_same_bytes_in_another_process(learned):
    one, other = learned
    assert one == other


def test_what_was_learned_reports_by_itself(learned):
    class Tried:
        @hookimpl
        def quotekit_languages(self):
            weights = json.loads(learned[0])
            yield Table("en", "reported", weights, remove={"weights": ["polnear"]})

    registry = Registry()
    registry.register(Tried(), "tried")
    text = "Nils Orr warned that the old mill was unsafe. The quay was empty."
    (quote,) = Extractor(registry).extract(text).quotes
    assert quote.text.startswith("the old mill was unsafe")
    assert quote.source is not None
    assert quote.source.text == "Nils Orr"
