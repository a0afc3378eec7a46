"""Confidence says how often a quotation is right."""

from __future__ import annotations

import itertools
import json

import pytest

from quotekit import Article
from quotekit.evaluation import evaluate
from quotekit.testing import extractor

SURE = 0.9
RIGHT = 0.95


@pytest.mark.corpus
def test_of_the_sure_quotations_95_in_100_are_found_and_rightly_attributed(corpora):
    here = extractor()
    with (corpora / "quotes" / "polnear.jsonl").open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line in itertools.islice(lines, 0, None, 3)]
    sure = []
    for document in gold:
        run = here.extract(Article(document["text"], id=document["id"])).to_dict()
        run["quotes"] = [quote for quote in run["quotes"] if quote["confidence"] >= SURE]
        sure.append(run)
    report = evaluate(gold, sure)
    assert report.end_to_end.system > 700
    assert report.end_to_end.precision >= RIGHT
