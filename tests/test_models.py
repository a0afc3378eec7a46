"""The records: what they accept, what they refuse, and that they are values."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import attrs
import pytest

from quotekit import (
    Article,
    Extraction,
    Fact,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)
from quotekit.exceptions import ArticleError, SpanError

YES = "“Yes,” she said, “we do.”"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (None, None),
        ("2021-07-27", dt.date(2021, 7, 27)),
        (" 2021-07-27\n", dt.date(2021, 7, 27)),
        ("20210727", dt.date(2021, 7, 27)),
        ("2021-07-27T23:30:00Z", dt.date(2021, 7, 27)),
        ("2021-07-27T23:30:00-11:00", dt.date(2021, 7, 27)),
        (dt.date(2021, 7, 27), dt.date(2021, 7, 27)),
        (dt.datetime(2021, 7, 27, 23, 59), dt.date(2021, 7, 27)),
    ],
)
def test_a_publication_date_is_the_day_of_its_own_zone(given, day):
    assert Article("", published=given).published == day


@pytest.mark.parametrize("given", ["yesterday", "", "2021-02-30", "27.7.2021", 20210727, True, ()])
def test_what_is_no_date_is_refused_with_what_was_got(given):
    with pytest.raises(ArticleError) as caught:
        Article("", published=given)
    assert repr(given) in str(caught.value)
    assert "ISO 8601" in str(caught.value)


@pytest.mark.parametrize("given", ["2026-W46", "2026W46", "2026-11", "2026"])
def test_a_week_a_month_or_a_year_is_no_day_of_publication(given):
    with pytest.raises(ArticleError, match=f"must be a full day, got '{given}'"):
        Article("", published=given)


def test_there_is_no_default_of_today():
    assert Article("").published is None
    assert Article("").published_from is None


def test_a_day_that_the_caller_gives_is_marked_as_theirs():
    assert Article("", published="2021-07-27").published_from == "caller"
    assert Article("", published="2021-07-27", published_from="header").published_from == "header"


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"text": b"bytes"}, "bytes"),
        ({"text": None}, "NoneType"),
        ({"text": "", "id": 3}, "id"),
        ({"text": "", "title": b""}, "title"),
        ({"text": "", "publisher": 1}, "publisher"),
        ({"text": "", "url": 1}, "url"),
        ({"text": "", "language": ""}, "language"),
        ({"text": "", "language": None}, "language"),
    ],
)
def test_a_wrong_type_is_named(fields, word):
    with pytest.raises(ArticleError, match=word) as caught:
        Article(**fields)
    assert isinstance(caught.value, ValueError)


def test_a_fact_is_found_by_its_field():
    fact = Fact("title", "Rents rise", "header", Span(0, 10))
    article = Article("Rents rise", facts=[fact])
    assert article.fact("title") is fact
    assert article.fact("publisher") is None


def test_a_quote_spans_from_its_first_to_its_last_contents():
    quote = Quote([Span(18, 23), Span(1, 5)], QuoteKind.DIRECT)
    assert quote.contents == (Span(1, 5), Span(18, 23))
    assert quote.span == Span(1, 23)


def test_a_quote_without_contents_is_refused():
    with pytest.raises(SpanError, match="needs contents"):
        Quote([], QuoteKind.DIRECT)


@pytest.mark.parametrize("field", ["contents", "cue", "quoted"])
def test_overlapping_stretches_are_refused(field):
    fields = {"contents": [Span(0, 9)], "kind": QuoteKind.DIRECT} | {
        field: [Span(1, 5), Span(3, 8)]
    }
    with pytest.raises(SpanError, match="overlap"):
        Quote(**fields)


def test_records_are_frozen_and_slotted():
    for record in (Article(""), Quote([Span(0, 1)], QuoteKind.DIRECT), Speaker("s1", "Ida Moss")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            record.text = "other"  # type: ignore[misc]
        assert not hasattr(record, "__dict__")


def _extraction() -> Extraction:
    mention = Mention(Span(7, 10), MentionKind.PRONOUN, text="she")
    moss = Speaker("s1", "Ida Moss", mentions=(mention,))
    quotes = (
        Quote([Span(1, 5)], QuoteKind.DIRECT, source=mention, speaker=moss),
        Quote([Span(18, 24)], QuoteKind.DIRECT),
    )
    return Extraction(Article(YES), quotes, (moss,))


def test_quotations_are_found_by_speaker_by_name_and_by_id():
    extraction = _extraction()
    for key in (extraction.speakers[0], "Ida Moss", "s1"):
        assert extraction.quotes_by(key) == extraction.quotes[:1]
    assert extraction.quotes_by("Bo Tran") == ()


def test_an_extraction_slices_its_text():
    assert _extraction().slice(Span(1, 5), Span(18, 24)) == "Yes, we do."


def test_records_travel():
    """They survive pickling and copying, and stay equal and hashable."""
    extraction = _extraction()
    assert pickle.loads(pickle.dumps(extraction)) == extraction
    assert copy.deepcopy(extraction) == extraction
    assert hash(extraction) == hash(pickle.loads(pickle.dumps(extraction)))


def test_what_else_a_file_says_travels_with_the_article():
    article = Article("x", meta={"section": "Harbour", "page": 3}, warnings=["no day in 'soon'"])
    assert article.meta == {"section": "Harbour", "page": 3}
    assert article.warnings == ("no day in 'soon'",)
    assert hash(article) == hash(Article("x", warnings=["no day in 'soon'"]))


@pytest.mark.parametrize("meta", [{1: "x"}, ["x"], None])
def test_what_else_a_file_says_has_names(meta):
    with pytest.raises(ArticleError, match="meta must be a mapping with strings as keys"):
        Article("x", meta=meta)
