"""Chunks: the noun phrases of a text, by tags or by tables."""

from __future__ import annotations

import pytest

from quotekit import Article, Extractor

EXTRACTOR = Extractor()


def chunks(text, language="en"):
    document = EXTRACTOR.document(Article(text, language=language))
    return [
        (
            document.tokens.span(chunk.first, chunk.last).slice(text),
            document.tokens.texts[chunk.head],
            chunk.kind.value,
        )
        for chunk in document.chunks
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The old mayor of Elm left.", [
            ("The old mayor", "mayor", "nominal"), ("Elm", "Elm", "name"),
        ]),
        ("en", "She saw Mr. Bo Tran Jr. there.", [
            ("She", "She", "pronoun"), ("Mr. Bo Tran Jr.", "Jr", "name"),
        ]),
        ("en", "A 19-year-old left.", [("A 19-year-old", "year-old", "nominal")]),
        ("en", "Officials claim Ferro left.", [
            ("Officials", "Officials", "nominal"), ("Ferro", "Ferro", "name"),
        ]),
        ("en", "The Center for Coast and River Studies closed.", [
            ("The Center for Coast and River Studies", "Studies", "name"),
        ]),
        ("en", "She met Bill “Tiny” Hobbs & Sons, Inc. there.", [
            ("She", "She", "pronoun"), ("Bill “Tiny” Hobbs & Sons, Inc", "Inc", "name"),
        ]),
        ("de", "Sie traf die alte Wirtin und Frau Dr. Ute Brandt.", [
            ("Sie", "Sie", "pronoun"), ("die alte Wirtin", "Wirtin", "nominal"),
            ("Frau Dr. Ute Brandt", "Brandt", "name"),
        ]),
        ("fr", "La maire de Roux a vu Luc Morel.", [
            ("La maire de Roux", "Roux", "nominal"), ("Luc Morel", "Morel", "name"),
        ]),
        ("es", "Ana de la Ruz habló.", [("Ana de la Ruz", "Ruz", "name")]),
        ("it", "Il sindaco, J. P. Riva, è qui.", [
            ("Il sindaco", "sindaco", "nominal"), ("J. P. Riva", "Riva", "name"),
        ]),
    ],
)  # fmt: skip
def test_a_chunk_ends_with_its_head(language, text, expected):
    assert chunks(text, language) == expected


def test_what_possesses_stands_inside_the_chunk():
    document = EXTRACTOR.document(Article("Moss’s mother’s boat sank."))
    (chunk,) = document.chunks
    assert [document.tokens.texts[i] for i in chunk.possessors] == ["Moss", "mother"]
