"""The same articles give the same bytes, whatever else is going on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from quotekit import Extractor, extract_many
from quotekit.testing import HOSTILE, SAMPLES

from .conftest import ROOT
from .engines.articles import articles

FILES = sorted(map(str, (ROOT / "examples" / "articles").iterdir()))
TEXTS = [
    *(article for article in (*SAMPLES, *HOSTILE)),
    *(one["text"] for one in articles(40, broken=0)),
]


def lines(results):
    return [result.to_json(with_text=True) for result in results]


@pytest.fixture(scope="module", name="expected")
def _expected():
    return lines(extract_many(TEXTS))


def test_the_order_of_articles_in_one_extractor_makes_no_difference(expected):
    """Nothing is remembered of one article while the next is read."""
    extractor = Extractor()
    for seed in range(3):
        order = list(range(len(TEXTS)))
        random.Random(seed).shuffle(order)
        found = dict(zip(order, (extractor.extract(TEXTS[n]) for n in order), strict=True))
        assert lines(found[n] for n in range(len(TEXTS))) == expected


def test_threads_that_share_an_extractor_make_no_difference(expected):
    extractor = Extractor()
    with ThreadPoolExecutor(8) as pool:
        assert lines(pool.map(extractor.extract, TEXTS)) == expected


def test_processes_make_no_difference(expected):
    assert lines(extract_many(TEXTS, processes=2)) == expected


def test_hash_seeds_make_no_difference():
    """Sets of strings have another order in every process, unless the seed is given."""
    command = [sys.executable, "-m", "quotekit", "extract", *FILES, "-f", "jsonl", "--with-text"]
    runs = {
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4711", "random")
    }
    assert len(runs) == 1
