"""Who is who: data-driven cases of one trap each, and whole invented articles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quotekit import Article, Extraction, extract

pytestmark = pytest.mark.once

CASES = Path(__file__).parents[1] / "cases" / "speakers"


def _cases(name):
    cases = tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["trap"]) for case in cases]


def _speaker_of(result: Extraction, words: str) -> str:
    """Return who said *words*: of the quotations that hold them the shortest counts."""
    holding = [quote for quote in result.quotes if words in quote.text]
    assert holding, f"no quotation holds {words!r}: {[quote.text for quote in result.quotes]}"
    speaker = min(holding, key=lambda quote: len(quote.text)).speaker
    return speaker.name if speaker is not None else ""


def _check(case):
    result = extract(
        Article(case["text"], title=case.get("title"), language=case.get("language", "en"))
    )
    assert dict(case["said"]) == {words: _speaker_of(result, words) for words, _ in case["said"]}
    by_name = {speaker.name: speaker for speaker in result.speakers}
    for wanted in case.get("speakers", ()):
        speaker = by_name[wanted["name"]]
        shown = {key: getattr(speaker, key) for key in wanted}
        shown.update({k: list(v) for k, v in shown.items() if isinstance(v, tuple)})
        assert wanted == shown


@pytest.mark.parametrize("case", _cases("paragraphs.toml"))
def test_a_paragraph_shows_who_speaks(case):
    _check(case)


@pytest.mark.parametrize("case", _cases("articles.toml"))
def test_an_article_shows_who_speaks(case):
    _check(case)


@pytest.mark.parametrize("case", _cases("languages.toml"))
def test_other_languages_show_who_speaks(case):
    _check(case)
