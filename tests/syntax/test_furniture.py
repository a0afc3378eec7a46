"""Page furniture: credits are found whatever their case, and looked for only where they may be."""

from __future__ import annotations

import pytest

from quotekit import Extractor, Registry
from quotekit.syntax._furniture import furniture as finder

EXTRACTOR = Extractor(Registry(entry_points=False))


@pytest.mark.parametrize(
    "credit", ["Photo", "PHOTO", "photo", "Foto: Photo", "Photıo ıPHOTO", "ıPHOTO"]
)
def test_a_credit_is_found_in_any_case_as_the_pattern_alone_would(credit):
    document = EXTRACTOR.document(
        f"The wall held. ({credit} by Uma Dey)\n\nThe mayor left. Photo: Uma Dey"
    )
    furniture = document.language.memo(finder)
    alone = [
        (line.start + match.start(), line.start + match.end())
        for line in document.paragraphs
        for match in furniture._credit.finditer(line.slice(document.text))
    ]
    assert [(span.start, span.end) for span in document.furniture] == alone
    assert alone


def test_a_text_without_a_word_of_credits_has_none():
    assert EXTRACTOR.document("The wall held, Ida Moss said.").furniture == ()


@pytest.mark.parametrize(
    "line",
    ["Photo by Uma Dey", "The wall held. Photo / Uma Dey", "The wall held (photo Uma Dey)"],
)
def test_a_credit_opens_its_paragraph_or_stands_beside_a_sign(line):
    (span,) = EXTRACTOR.document(f"Rain fell on Elm.\n\n{line}").furniture
    assert "hoto" in span.slice(f"Rain fell on Elm.\n\n{line}")
