"""Who speaks: by the grammar of the cue, then by discourse."""

from __future__ import annotations

import pytest

from quotekit import extract

from ...loading import cases

pytestmark = pytest.mark.once


@pytest.mark.parametrize("case", cases("attribution"))
def test_the_last_quotation_has_its_source(case):
    found = extract(case["text"], language=case.get("language", "en"))
    quote = max(found.quotes, key=lambda q: (q.kind == "direct", q.span))
    assert (quote.source.text if quote.source else "") == case.get("source", "")
    assert quote.rule
    assert quote.attributed_rule
    assert quote.why


def test_a_sure_source_makes_a_sure_quotation_and_a_guess_does_not():
    named, guessed, unknown = (
        extract(text).quotes[0].confidence
        for text in (
            "“We will build the wall again, and this time it will stand,” said Ida Moss.",
            "Ida Moss looked up. “We will build the wall again, and it will stand this time.”",
            "“We will build the wall again, and this time it will stand for good.”",
        )
    )
    assert named > 0.9 > guessed > unknown
