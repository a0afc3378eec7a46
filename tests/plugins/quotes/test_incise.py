"""Cue clauses inside quote marks: *« Le pont, dit-il, tient. »* is one quotation in two parts."""

from __future__ import annotations

import pytest

from quotekit import Article, Extractor

pytestmark = pytest.mark.once

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("language", "text", "contents", "source"),
    [
        ("fr", "« Le pont, dit-il, tient. »", ["Le pont,", "tient."], "il"),
        ("fr", "« Le pont tient, dit-il. »", ["Le pont tient,"], "il"),
        (
            "fr",
            "« Le pont, explique la maire, tient. Il est vieux. »",
            ["Le pont,", "tient. Il est vieux."],
            "la maire",
        ),
        ("it", "«Il molo, dice il sindaco, cade.»", ["Il molo,", "cade."], "il sindaco"),
        ("es", "«El muelle, dijo Ana Ruz, cae.»", ["El muelle,", "cae."], "Ana Ruz"),
        (
            "fr",
            "« Le pont, dit-on partout depuis hier, tient. »",
            ["Le pont, dit-on partout depuis hier, tient."],
            None,
        ),
        ("fr", "« Le pont, selon la maire, tient. »", ["Le pont, selon la maire, tient."], None),
    ],
)
def test_a_cue_clause_inside_the_marks_parts_the_contents(language, text, contents, source):
    (quote,) = EXTRACTOR.extract(Article(text, language=language)).quotes
    assert [span.slice(text) for span in quote.contents] == contents
    assert (quote.source and quote.source.span.slice(text)) == source
