"""The help for plugin authors: it catches what plugins do wrong, and shows what they do."""

from __future__ import annotations

import itertools

import pytest

from quotekit import Article, Extraction, Mention, MentionKind, Quote, QuoteKind, Span, hookimpl
from quotekit._plugins import BUILTIN
from quotekit.exceptions import InvalidResultError, QuotekitError
from quotekit.testing import (
    HOSTILE,
    SAMPLES,
    check_extraction,
    check_plugin,
    document,
    extractor,
    render,
)


def finder(answer):
    class Finder:
        @hookimpl
        def quotekit_find_quotes(self, document):
            return answer(document.text)

    return Finder


@pytest.mark.parametrize("name", BUILTIN)
def test_every_built_in_works_without_the_others(name):
    alone = extractor(block=set(BUILTIN) - {name})
    for article in (*SAMPLES, *HOSTILE):
        extraction = alone.extract(article)
        check_extraction(extraction)
        assert extraction == alone.extract(article)


def test_spans_outside_the_text_are_caught():
    with pytest.raises(InvalidResultError, match="plugin 'finder' gave a quote at"):
        check_plugin(finder(lambda text: [Quote([Span(0, 10_000)], QuoteKind.DIRECT)]))


def test_an_exception_on_hostile_text_is_caught():
    with pytest.raises(UnicodeEncodeError):
        check_plugin(finder(lambda text: text.encode() and []))


def test_a_memory_of_earlier_articles_is_caught():
    numbers = itertools.count(1)
    with pytest.raises(AssertionError, match=r"two runs over article 'wall' differ"):
        check_plugin(
            finder(lambda text: [Quote([Span(0, next(numbers))], QuoteKind.DIRECT)] if text else [])
        )


def test_a_document_has_every_view_and_the_fields_of_its_article():
    made = document("“Yes,” Ida Moss said.", published="2021-07-27", language="en")
    assert str(made.article.published) == "2021-07-27"
    assert [pair.inner.slice(made.text) for pair in made.marks] == ["Yes,"]
    assert len(made.tags) == len(made.tokens)


def test_an_extractor_for_tests_knows_nothing_of_what_is_installed(monkeypatch):
    monkeypatch.setattr("quotekit._manager.metadata.entry_points", lambda **_: 1 / 0)
    assert {info.origin for info in extractor().registry.plugins()} == {"builtin"}


def test_words_that_stand_elsewhere_are_caught():
    with pytest.raises(QuotekitError, match="'No' does not stand at"):
        check_extraction(
            Extraction(Article("Yes"), (Quote([Span(0, 3)], QuoteKind.DIRECT, text="No"),))
        )
    far = Quote(
        [Span(0, 3)], QuoteKind.DIRECT, text="Yes", source=Mention(Span(5, 9), MentionKind.NAME)
    )
    with pytest.raises(QuotekitError, match=r"a source at Span\(5, 9\)"):
        check_extraction(Extraction(Article("Yes"), (far,)))


def test_rendering_shows_contents_in_context_and_every_reason():
    text = "The mayor said: “We will stay,” and left, “so to say”."
    quote = Quote(
        [Span(17, 30)],
        QuoteKind.DIRECT,
        cue=[Span(10, 14)],
        rule="colon",
        confidence=0.9,
        source=Mention(Span(0, 9), MentionKind.NOMINAL),
    )
    shown = render(Extraction(Article(text, id="a", published="2021-07-27"), (quote,)))
    assert "published: 2021-07-27" in shown
    assert "The mayor said: “⟦We will stay,⟧” and left, “so to say”." in shown
    assert "source: The mayor | cue: said | rule: colon | confidence: 0.90" in shown


def test_samples_are_news_with_something_to_find():
    assert len({article.id for article in SAMPLES}) == len(SAMPLES)
    assert all("“" in article.text or '"' in article.text for article in SAMPLES)
