"""The tables of time: each rule carries an example that it reads as it says."""

from __future__ import annotations

import re

import pytest
import regex

from quotekit import Article, Extractor, Registry
from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.grammar import ARTICLE, article_grammar
from quotekit._plugins.dates.rules import KEYS
from quotekit.lexicon import tables
from tests.plugins.dates.marked import read, unmark

pytestmark = pytest.mark.once

RULES = [
    pytest.param(table.language, row, id=f"{table.language}-{row['name']}")
    for table in tables("times")
    for row in table.data()["rules"]
]


@pytest.mark.parametrize(("language", "row"), RULES)
def test_a_rule_reads_its_own_example(language, row):
    text, expected = unmark(row["example"])
    times = read(text, "2022-03-09", language, row.get("only", ARTICLE))
    assert [(t.span.start, t.text, t.value) for t in times] == expected
    if row["reads"] != "nothing":
        assert row["name"] in [time.rule for time in times]


@pytest.mark.parametrize(("language", "row"), RULES)
def test_a_rule_has_only_known_keys(language, row):
    assert row.keys() <= KEYS


@pytest.mark.parametrize("table", list(tables("times")), ids=lambda table: table.language)
def test_names_of_rules_are_unique(table):
    names = [row["name"] for row in table.data()["rules"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", list(tables("times")), ids=lambda table: table.language)
def test_rules_match_the_same_whether_regex_or_re_compiled_them(table):
    examples = " … ".join(unmark(row["example"])[0] for row in table.data()["rules"])
    document = Extractor(Registry(entry_points=False)).document(
        Article(examples, language=table.language)
    )
    grammar = document.language.memo(article_grammar)
    codes = EncodedTokens(document, grammar).codes
    for source in {rule.source for rule in grammar.rules}:
        ends = [
            [(match.end(), match.span(match.lastindex or 0)) for match in matches if match]
            for matches in (
                map(compiled.match, [codes] * len(codes), range(len(codes)))
                for compiled in (re.compile(source), regex.compile(source))
            )
        ]
        assert ends[0] == ends[1], source
