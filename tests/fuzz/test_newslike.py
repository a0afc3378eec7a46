"""Texts that look a little like news: none raises, none breaks an invariant."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article
from quotekit.testing import check_extraction, extractor

from . import newslike

HERE = extractor()
EXAMPLES = int(os.environ.get("QUOTEKIT_FUZZ_EXAMPLES") or 2_000)
FOUND = tomllib.loads(Path(__file__).with_name("found.toml").read_text("utf-8"))["case"]


@pytest.mark.once
@settings(max_examples=EXAMPLES)
@given(st.randoms(use_true_random=False))
def test_whatever_the_grammar_makes_is_extracted_soundly(random):
    check_extraction(HERE.extract(newslike.article(random)))


@pytest.mark.parametrize("case", FOUND, ids=lambda case: f"{case['language']} {case['text']!a:.60}")
def test_what_once_fell_stays_up(case):
    article = Article(case["text"], language=case["language"], published=case.get("published"))
    check_extraction(HERE.extract(article))
    for language in newslike.LANGUAGES:
        check_extraction(HERE.extract(attrs.evolve(article, language=language)))


def test_a_seed_gives_the_same_articles_for_ever():
    one, same, other = ([newslike.article(Random(seed)) for _ in range(9)] for seed in (1, 1, 2))
    assert one == same
    assert one != other


def test_the_grammar_uses_every_list_of_the_vocabulary():
    used = {name for rule in newslike.RULES.values() for line in rule for name in line.split()}
    lists = {name for table in newslike.TABLES.values() for name in table}
    assert used - set(newslike.RULES) == lists
