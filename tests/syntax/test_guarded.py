"""Look-ups past the ends of a text: no reader fails at its first or last word."""

from __future__ import annotations

import pickle

import pytest

from quotekit import Article, Document, Extractor
from quotekit.syntax import Guarded
from tests.samples import SAMPLES


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("language", SAMPLES)
def test_an_article_may_break_off_or_begin_anywhere(language, extractor):
    text = SAMPLES[language]
    tokens = Document(Article(text)).tokens
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert extractor.extract(Article(text[:end], language=language)).article.text == text[:end]
        assert extractor.extract(Article(text[start:], language=language)) is not None


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize(
    "text",
    ["“Yes!” —", "“Yes?”,", "Ida Moss said, “", "Sie sagte, ich", "Oui, dit-il", "« Oui, dit-il"],
)
def test_nothing_behind_a_mark_or_a_cue_is_no_fault(text, language, extractor):
    extraction = extractor.extract(Article(text, language=language))
    assert all(span.end <= len(text) for quote in extraction.quotes for span in quote.contents)


def test_past_the_ends_of_a_text_stand_line_breaks():
    document = Document(Article(" No one. "))
    tokens = document.tokens
    assert (tokens.texts[-1], tokens.lowers[len(tokens)]) == ("\n", "\n")
    assert (tokens.ends[-1], tokens.starts[len(tokens)]) == (0, len(document.text))
    assert (document.tags[-1], document.tags[len(tokens)], document.in_quotes[-2]) == ("", "", 0)


def test_a_guarded_list_is_a_list_of_its_items():
    words = Guarded(["a", "b"], "<", ">")
    assert [*words] == list(words) == ["a", "b"] == words
    assert words == Guarded("ab", "", "")
    assert (len(words), repr(words), list(reversed(words))) == (2, "['a', 'b']", ["b", "a"])
    assert "a" in words
    assert "<" not in words
    assert [words[i] for i in (-2, -1, 0, 1, 2, 3)] == ["<", "<", "a", "b", ">", ">"]
    copy = pickle.loads(pickle.dumps(words))
    assert (copy, copy[-1], copy[2]) == (words, "<", ">")


def test_far_past_the_ends_a_look_up_fails():
    with pytest.raises(IndexError):
        Guarded(["a"], "", "")[1000]
