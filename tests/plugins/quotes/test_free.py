"""Free indirect speech: it comes out only where it is asked for, at a low confidence."""

from __future__ import annotations

import pytest

from quotekit import Article, Extractor, Select
from quotekit.models import Evidence

from ...loading import cases

pytestmark = pytest.mark.once

ALL = Extractor(select=Select(classes="all"))
FREE = Extractor(select=Select(classes="free"))
EVERY_MODE = Extractor(select=Select(modes="all"))


@pytest.mark.parametrize("case", cases("free"))
def test_a_sentence_that_may_go_on_with_a_report_comes_out_where_its_class_is_asked_for(case):
    quotes = FREE.extract(Article(case["text"])).quotes
    assert [quote.text for quote in quotes] == case["free"]
    for quote in quotes:
        assert quote.source.span.slice(case["text"]) == case["mention"]
        assert (quote.evidence, quote.cue, quote.rule) == (Evidence.FREE, (), "indirect-free")
        assert quote.confidence < 0.3


@pytest.mark.parametrize("case", cases("free"))
def test_what_else_comes_out_is_the_same_with_and_without_it(case):
    article = Article(case["text"])
    told = [q.contents for q in ALL.extract(article).quotes if q.evidence is not Evidence.FREE]
    assert told == [quote.contents for quote in EVERY_MODE.extract(article).quotes]


def test_what_is_not_asked_for_is_rejected_with_the_reason():
    text = "Ida Moss said the ferry was old. It would have to be replaced."
    (one,) = EVERY_MODE.extract(text).rejected
    assert (one.quote.cue_class, one.reason) == ("free", "not asked for")
