"""Reported speech: frames, where contents begin and end, whose they are, and what is no report."""

from __future__ import annotations

import pytest

from quotekit import Article, extract

from ...loading import cases

pytestmark = pytest.mark.once


def trimmed(words):
    return words.strip(" “”‘’\"'.,;:")


def shown(quote, wanted, text):
    """Return what *wanted* asks of a quotation, as the quotation has it; outer marks do not count."""
    every = {
        "said": [trimmed(content.slice(text)) for content in quote.contents],
        "kind": str(quote.kind),
        "mode": str(quote.mode),
        "mention": trimmed(quote.source.span.slice(text)) if quote.source else "",
        "cue": " ".join(cue.slice(text) for cue in quote.cue),
    }
    return {key: every[key] for key in wanted}


@pytest.mark.parametrize("case", cases("reported"))
def test_each_report_comes_out_with_its_contents_its_cue_and_its_source(case):
    text = case["text"]
    quotes = extract(Article(text, language=case.get("language", "en")), modes="all").quotes
    for wanted in case["quotes"]:
        wanted = {"kind": "indirect", **wanted}
        wanted["said"] = [trimmed(words) for words in wanted["said"]]
        found = [shown(quote, wanted, text) for quote in quotes]
        assert wanted in found, found
    if not case["quotes"]:
        assert [quote.text for quote in quotes] == []
