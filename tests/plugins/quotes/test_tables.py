"""The tables of cues: every row of a language without weights reads its own example."""

from __future__ import annotations

import re

import pytest

from quotekit import Article, Extractor
from quotekit.lexicon import tables

SIGNS = " .,;:!?“”„«»\"'‘’"


def rows():
    """Return language, word and example of each verb and expression."""
    return [
        pytest.param(table.language, row["example"], id=f"{table.language}: {word}")
        for table in tables("cues")
        if table.language != "en"
        for section in ("verbs", "expressions")
        for word, row in table.data().get(section, {}).items()
    ]


@pytest.fixture(name="extractor", scope="module")
def _extractor():
    return Extractor()


@pytest.mark.parametrize(("language", "example"), rows())
def test_a_row_reads_its_example(extractor, language, example):
    """*{Die Wirtin} sagte, [der Keller sei trocken]* has that source and those contents."""
    text = re.sub(r"[\[\]{}]", "", example)
    if text[-1] not in ".!?“»":
        text += "."
    contents = " ".join(part.strip(SIGNS) for part in re.findall(r"\[(.*?)\]", example))
    sources = re.findall(r"\{(.*?)\}", example)
    found = [
        (
            " ".join(content.slice(text).strip(SIGNS) for content in quote.contents),
            quote.source.span.slice(text) if quote.source and sources else None,
        )
        for quote in extractor.extract(Article(text, language=language)).quotes
    ]
    assert (contents, sources[0] if sources else None) in found
