"""Quotations in marks, headlines and transcripts: what comes out, by whom, and what is turned down."""

from __future__ import annotations

import pytest

from quotekit import Article, extract

from ...loading import cases

pytestmark = pytest.mark.once


def read(case):
    return extract(
        Article(case["text"], title=case.get("title"), language=case.get("language", "en"))
    )


def shown(quote, wanted, text):
    """Return what *wanted* asks of a quotation, as the quotation has it."""
    every = {
        "said": [content.slice(text) for content in quote.contents],
        "kind": str(quote.kind),
        "by": quote.speaker.name if quote.speaker else "",
        "mention": quote.source.span.slice(text) if quote.source else "",
        "cue": " ".join(cue.slice(text) for cue in quote.cue),
        "quoted": [span.slice(text) for span in quote.quoted],
    }
    return {key: every[key] for key in wanted}


@pytest.mark.parametrize("case", cases("direct"))
def test_quotations_come_out_whole_and_others_not(case):
    result = read(case)
    text = case["text"]
    for wanted in case.get("quotes", ()):
        wanted = {"kind": "direct", **wanted}
        found = [shown(quote, wanted, text) for quote in result.quotes]
        assert wanted in found, found
    alone = [quote.text for quote in result.quotes]
    for words in [*case.get("none", ()), *case.get("reasons", ())]:
        assert words not in alone
    if case.get("quotes") == []:
        assert alone == []


@pytest.mark.parametrize("case", [c for c in cases("direct") if "reasons" in c.values[0]])
def test_what_is_turned_down_keeps_its_reason(case):
    text = case["text"]
    reasons = {r.quote.contents[0].slice(text): r.reason for r in read(case).rejected}
    for words, reason in case["reasons"].items():
        assert reason in reasons.get(words, "not rejected")


@pytest.mark.parametrize(
    "unit",
    [
        "he said ",
        'he said, "x" ',
        "“x,” he said. ",
        '"x," Y said, ',
        "said: “",
        "NAME: x\n",
        "“x”\n",
    ],
)
def test_time_grows_with_the_text_however_often_somebody_speaks(unit, affordable):
    short, long = (unit * (length // len(unit)) for length in (4096, 16384))
    assert affordable(lambda: extract(long), 8, lambda: extract(short), 0.1)
