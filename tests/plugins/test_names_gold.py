"""The names gold: 60 invented articles of ten presses, each speaker by canonical name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotekit

pytestmark = pytest.mark.once

GOLD = Path(__file__).parent.parent / "cases" / "names"
REACHED = 269
"""So many of the 280 quotations have the right name; 218 had at the first run."""

EXCEPTIONS = {
    "their own house in order": "a remark in brackets stands between title and name",
    "they would appeal": "a suffix is no part of a canonical name unless two differ by it",
    "lost everything": "a suffix is no part of a canonical name unless two differ by it",
    "miss his voice": "a suffix is no part of a canonical name unless two differ by it",
    "would start on Friday": "a suffix is no part of a canonical name unless two differ by it",
    "hunt for a third man": "letters of a service behind a name are taken for a body",
    "rubs them out": "two are named by one surname, and it stays open whose it is",
    "expected long rallies": "a full stop inside a ranking ends the name",
    "hand over a memorandum": "what stands behind *of* is no part of a body’s name",
    "nearly stayed in bed": "a pronoun means the winner, not the one who was named last",
    "He gave me his word": "who was announced as a mediator is named later",
}
"""Words of a quotation whose name is not right yet → why."""


def _answers() -> Iterator[tuple[str, str, str | None]]:
    """Yield words of each quotation, the name of its speaker, and the name found."""
    for path in sorted(GOLD.glob("*.toml")):
        for article in tomllib.loads(path.read_text("utf-8"))["article"]:
            extraction = quotekit.extract(article["text"], modes="all")
            for speaker in article["speakers"]:
                for words in speaker["says"]:
                    yield words, speaker["name"], _speaker(extraction, words)


def _speaker(extraction: quotekit.Extraction, words: str) -> str | None:
    start = extraction.article.text.index(words)
    said = quotekit.Span(start, start + len(words))
    for quote in extraction.quotes:
        if any(span.overlaps(said) for span in quote.contents):
            return quote.speaker.name if quote.speaker is not None else None
    return None


@pytest.fixture(scope="module")
def answers() -> list[tuple[str, str, str | None]]:
    return list(_answers())


def test_the_gold_has_sixty_articles_of_ten_presses():
    articles = [
        article
        for path in GOLD.glob("*.toml")
        for article in tomllib.loads(path.read_text("utf-8"))["article"]
    ]
    assert len(articles) == 60
    assert len(list(GOLD.glob("*.toml"))) == 10


def test_all_names_but_the_exceptions_are_right(answers):
    wrong = [(words, name, found) for words, name, found in answers if found != name]
    assert [row for row in wrong if row[0] not in EXCEPTIONS] == []


def test_the_share_of_right_names_is_held(answers):
    assert len(answers) == 280
    assert sum(found == name for _, name, found in answers) >= REACHED


def test_no_exception_is_right_already(answers):
    assert [words for words, name, found in answers if found == name and words in EXCEPTIONS] == []
