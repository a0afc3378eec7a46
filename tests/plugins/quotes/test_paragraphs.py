"""News paragraphs in other languages, marked with what must come out, and the example articles."""

from __future__ import annotations

import tomllib

import pytest

from quotekit import Extractor, Registry, Select, extract
from quotekit.testing import assert_extracts

from ...conftest import ROOT
from ...loading import CASES

pytestmark = pytest.mark.once

PARAGRAPHS = [
    pytest.param(
        file.stem,
        case["text"],
        id=f"{file.stem}: {case['name']}",
        marks=[pytest.mark.xfail(reason=case["not_yet"], strict=True)] if "not_yet" in case else [],
    )
    for file in sorted((CASES / "paragraphs").glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]

SAID = {
    "nl": [
        ("Saar Bloem", "De oude brug is op"),
        ("Joost Terwind", "duurt het werk tot het najaar"),
        ("Joost Terwind", "de roestplekken al in 2018"),
        ("De vakbond van schippers", "een klap in het gezicht"),
        ("Mira Donk", "Mijn winkel overleeft dat niet"),
        ("Mira Donk", "klanten wegblijven"),
        ("een woordvoerder", "De provincie betaalt de helft"),
    ],
    "pt": [
        ("Inês Falcão", "A ponte velha chegou ao fim"),
        ("Rui Salgado", "a obra dura até ao outono"),
        ("Rui Salgado", "a ferrugem foi vista em 2018"),
        ("O sindicato dos barqueiros", "uma bofetada"),
        ("Marta Reis", "A minha loja não aguenta"),
        ("Marta Reis", "os clientes desapareçam"),
        ("um porta-voz", "O Governo paga metade"),
    ],
}
"""Language → who says what in its article."""


@pytest.mark.parametrize(("language", "marked"), PARAGRAPHS)
def test_a_paragraph_is_read_as_marked(language, marked):
    extractor = Extractor(Registry(entry_points=False), select=Select(modes="all"))
    assert_extracts(marked, extractor, language=language)


@pytest.mark.parametrize("language", SAID)
def test_the_article_of_the_examples_is_read(language):
    text = (ROOT / "examples" / "languages" / f"{language}.txt").read_text("utf-8")
    found = extract(text, modes="all", language=language)
    said = [
        (quote.speaker.name if quote.speaker else None, words)
        for words in (words for _, words in SAID[language])
        for quote in found.quotes
        if words in quote.text
    ]
    assert said == SAID[language]
