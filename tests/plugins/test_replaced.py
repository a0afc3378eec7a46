"""A built-in plugin that is blocked, its answers given by another: the output stays the same."""

from __future__ import annotations

from typing import Any

import pytest

from quotekit import Article, Extractor, Registry, hookimpl
from tests.loading import cases
from tests.samples import SAMPLES

LONGER = {
    **SAMPLES,
    "en": SAMPLES["en"]
    + "\n\nThe Quay Post quoted Mayor Ada Ferro as saying the wall was “done.” She, 61, was told by "
    "her aide, a former judge named Bo Tran, that two of the workers had left.\n\n“We stay.”",
    "de": SAMPLES["de"] + "\n\nFrau Dr. Ute Brandt fragte, ob er komme. „Nein“, so Brandt.",
}

ARTICLES = [Article(text, language=language) for language, text in LONGER.items()] + [
    Article(case["text"], language=case.get("language", "en"))
    for area in ("attribution", "direct", "reported")
    for case in (parameter.values[0] for parameter in cases(area)[::4])
    if "{" not in case["text"]
]
"""A longer text of each language, and the texts of every fourth case."""


class Recorder:
    """Notes what the built-in plugins answer."""

    def __init__(self) -> None:
        self.answers: dict[tuple[object, ...], Any] = {}

    @hookimpl(wrapper=True)
    def quotekit_tag_tokens(self, document):
        self.answers["grammar", document.text] = answer = yield
        return answer

    @hookimpl(wrapper=True)
    def quotekit_attribute_quote(self, document, quote, earlier):
        answer = yield
        self.answers["attribution", document.text, quote.contents, quote.cue] = answer
        return answer

    @hookimpl(wrapper=True)
    def quotekit_select_quotes(self, document, candidates):
        answer = yield
        self.answers["candidates", document.text] = tuple(candidates)
        self.answers["selection", document.text] = answer
        return answer


class Quotes:
    def __init__(self, answers):
        self.answers = answers

    @hookimpl
    def quotekit_find_quotes(self, document):
        return self.answers["candidates", document.text]

    @hookimpl
    def quotekit_select_quotes(self, document, candidates):
        return self.answers["selection", document.text]


class Grammar:
    def __init__(self, answers):
        self.answers = answers

    @hookimpl
    def quotekit_tag_tokens(self, document):
        return self.answers["grammar", document.text]


class Mentions:
    def __init__(self, answers):
        self.answers = answers

    @hookimpl
    def quotekit_find_mentions(self, document):
        return self.answers["mentions", document.text]


class Attribution:
    def __init__(self, answers):
        self.answers = answers

    @hookimpl
    def quotekit_attribute_quote(self, document, quote, earlier):
        return self.answers["attribution", document.text, quote.contents, quote.cue]


def without_givers(record):
    """Leave out who found what: that alone may differ."""
    if isinstance(record, dict):
        kept = {key: value for key, value in record.items() if not key.endswith("ed_by")}
        return {key: without_givers(value) for key, value in kept.items()}
    return [without_givers(item) for item in record] if isinstance(record, list) else record


@pytest.fixture(scope="module")
def recorded():
    registry, recorder = Registry(entry_points=False), Recorder()
    registry.register(recorder, "recorder")
    extractor = Extractor(registry)
    expected = {article: extractor.extract(article).to_dict() for article in ARTICLES}
    for article in ARTICLES:
        document = extractor.document(article)
        recorder.answers["mentions", document.text] = document.mentions
    return recorder.answers, expected


@pytest.mark.parametrize(
    ("blocked", "instead"),
    [
        ("grammar", Grammar),
        ("mentions", Mentions),
        ("quotes", Quotes),
        ("attribution", Attribution),
    ],
)
def test_whoever_gives_a_built_in_plugins_answers_gets_its_output(blocked, instead, recorded):
    answers, expected = recorded
    registry = Registry(entry_points=False, block=[blocked])
    registry.register(instead(answers), "instead")
    extractor = Extractor(registry)
    for article in ARTICLES:
        found = extractor.extract(article).to_dict()
        assert without_givers(found) == without_givers(expected[article]), article.text


@pytest.mark.parametrize("blocked", ["grammar", "mentions", "quotes", "attribution"])
def test_without_a_built_in_plugin_the_output_differs(blocked, recorded):
    extractor = Extractor(Registry(entry_points=False, block=[blocked]))
    article = next(article for article in ARTICLES if article.language == "en")
    found = extractor.extract(article).to_dict()
    assert without_givers(found) != without_givers(recorded[1][article])
