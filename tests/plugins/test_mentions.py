"""Mentions: what is one, what it is made of, and that hostile text costs no more than any other."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article, Extractor, Mention, Registry
from quotekit.spans import Span

pytestmark = pytest.mark.once

CASES = Path(__file__).parents[1] / "cases" / "mentions"
EXTRACTOR = Extractor(Registry(entry_points=False))

WORDS = (
    "the a two some many of and who said Mr. Dr. Ada Ferro’s bin van minister minister’s officials "
    ", . ( ) “ ” ’ Harbour Bank of State US her they 44 known only as least familiar with report "
    "Secretary\n\n"
).split(" ")


def _mentions(text, language="en"):
    return EXTRACTOR.document(Article(text, language=language)).mentions


def _cases(name):
    cases = tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["shows"]) for case in cases]


def _shown(mention: Mention, text: str, wanted: dict):
    shown = {}
    for key in wanted:
        value = mention.span if key == "text" else getattr(mention, key)
        if key == "inner":
            value = [inner.span.slice(text) for inner in _flat(mention.inner)]
        shown[key] = value.slice(text) if isinstance(value, Span) else value or ""
    return shown


def _flat(mentions):
    for mention in mentions:
        yield mention
        yield from _flat(mention.inner)


@pytest.mark.parametrize("case", _cases("english.toml"))
def test_a_sentence_shows_its_mentions(case):
    found = _mentions(case["text"])
    wanted = [m if isinstance(m, dict) else {"text": m} for m in case["mentions"]]
    assert [w["text"] for w in wanted] == [m.span.slice(case["text"]) for m in found]
    for mention, fields in zip(found, wanted, strict=True):
        assert fields == _shown(mention, case["text"], fields)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_mentions_are_disjoint_and_hold_their_parts(text):
    found = _mentions(text)
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start
    for mention in found:
        parts = (mention.name, mention.title, mention.affiliation, mention.role)
        for span in [*filter(None, parts), *(inner.span for inner in _flat(mention.inner))]:
            assert mention.span.contains(span)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@given(st.text(max_size=60))
def test_any_text_has_mentions_or_none(language, text):
    assert all(m.span.end <= len(text) for m in _mentions(text, language))


@pytest.mark.parametrize(
    "unit",
    ["Mr. ", "A. ", "van der ", "“A” ", "X of ", "(X ", "X’s ", "senior ", "a b, ",
     "Ann Orr, a man of ", "A and ", "some of ", "known as ", "the Ann "],
)  # fmt: skip
def test_hostile_text_stays_linear(unit, affordable):
    """Eight times the text costs about eight times as much, not sixty-four."""

    def read(size):
        article = Article(unit * (size // len(unit)))
        return lambda: EXTRACTOR.document(article).mentions

    assert affordable(read(64_000), 24, read(8_000))
