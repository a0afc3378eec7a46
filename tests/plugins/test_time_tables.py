"""The tables of time: each rule carries an example that it reads as it says."""

from __future__ import annotations

import re

import pytest

from quotekit.lexicon import tables
from quotekit.models import Article
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

MARKED = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")
EXTRACTOR = Extractor(Registry(entry_points=False))


def unmark(marked: str) -> tuple[str, list[tuple[int, str, str | None]]]:
    """Return the text without its marks, and the start, words and value of each marked stretch."""
    text, expected, last = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        expected.append((len(text), match[1], match[2] or None))
        text += match[1]
        last = match.end()
    return text + marked[last:], expected


RULES = [(table.language, row) for table in tables("times") for row in table.data()["rules"]]


@pytest.mark.parametrize(
    ("language", "row"), RULES, ids=lambda part: part if isinstance(part, str) else part["name"]
)
def test_a_rule_reads_its_own_example(language, row):
    text, expected = unmark(row["example"])
    times = EXTRACTOR.extract(Article(text, published="2022-03-09", language=language)).times
    assert [(t.span.start, t.text, t.value) for t in times] == expected
    if row["reads"] != "nothing":
        assert row["name"] in [time.rule for time in times]
