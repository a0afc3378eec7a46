"""The records: what they accept, what they refuse, and that they are values."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import attrs
import pytest

from quotekit import (
    ArgumentError,
    Article,
    ArticleError,
    Attribution,
    Extraction,
    Fact,
    Link,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    QuoteMode,
    RecordError,
    Rejected,
    Selection,
    Span,
    SpanError,
    Speaker,
    SpeakerKind,
    TimeExpression,
    extract,
)
from quotekit._pickles import dumps

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
def test_overlapping_spans_are_refused(field):
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


def test_the_quotations_of_nobody_are_those_whose_speaker_is_unknown():
    assert _extraction().quotes_by(None) == _extraction().quotes[1:]


def test_an_extraction_is_the_sequence_of_its_quotations():
    extraction = _extraction()
    assert extraction[0] is extraction.quotes[0]
    assert extraction[-1] is extraction.quotes[-1]
    assert extraction[:1] == extraction.quotes[:1]
    assert list(reversed(extraction)) == list(reversed(extraction.quotes))
    with pytest.raises(IndexError):
        extraction[len(extraction)]


def test_an_extraction_slices_its_text():
    assert _extraction().slice(Span(1, 5), Span(18, 24)) == "Yes, we do."


def test_records_travel():
    """They survive pickling and copying, and stay equal and hashable."""
    extraction = _extraction()
    assert pickle.loads(pickle.dumps(extraction)) == extraction
    assert pickle.loads(dumps(extraction)) == extraction
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


# -- wrong values ----------------------------------------------------------------------------------

AT = Span(0, 4)
SHE = Mention(AT, MentionKind.PRONOUN)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (
            lambda: Quote([AT], "directt"),
            "Quote.kind must be 'direct', 'mixed' or 'indirect', got 'directt'",
        ),
        (
            lambda: Quote([AT], "direct", confidence=7),
            "Quote.confidence must be a number between 0 and 1, got 7",
        ),
        (
            lambda: Quote([AT], "direct", confidence=float("nan")),
            "Quote.confidence must be a number between 0 and 1, got nan",
        ),
        (lambda: Quote([AT], "direct", rule=None), "Quote.rule must be a string, got None"),
        (
            lambda: Quote([AT], "direct", source="she"),
            "Quote.source must be a Mention, or None, got 'she'",
        ),
        (
            lambda: Attribution(SHE, True),
            "Attribution.confidence must be a number between 0 and 1, got True",
        ),
        (lambda: Selection([SHE]), "Selection.quotes must be quotes, got [Mention("),
        (lambda: Rejected(None, "irony"), "Rejected.quote must be a Quote, got None"),
        (
            lambda: Mention(AT, "name", number="dual"),
            "Mention.number must be 'singular' or 'plural', or None, got 'dual'",
        ),
        (lambda: Mention(AT, "name", inner=["x"]), "Mention.inner must be mentions, got ['x']"),
        (lambda: Speaker("s1", None), "Speaker.name must be a string, got None"),
        (
            lambda: Speaker("s1", "Moss", aliases="Ida"),
            "Speaker.aliases must be strings, got 'Ida'",
        ),
        (lambda: Link("wikidata", 42), "Link.identifier must be a string, got 42"),
        (
            lambda: TimeExpression(AT, "DAY"),
            "TimeExpression.type must be 'DATE', 'TIME', 'DURATION' or 'SET', got 'DAY'",
        ),
        (
            lambda: TimeExpression(AT, "DATE", value=2021),
            "TimeExpression.value must be a string, or None, got 2021",
        ),
        (
            lambda: Fact("day", "2021-07-27", "header"),
            "Fact.field must be 'title', 'published', 'publisher', 'dateline' or 'body', got 'day'",
        ),
        (
            lambda: Fact("published", "soon", "header"),
            "Fact.value of 'published' must be an ISO 8601 day, got 'soon'",
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_field_and_what_is_allowed(record, message):
    with pytest.raises(RecordError) as caught:
        record()
    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (lambda: Quote("ab", "direct"), "Quote.contents: expected a Span or a pair"),
        (lambda: Quote([(1, 5), (5,)], "direct"), "Quote.contents: expected a Span or a pair"),
        (lambda: Quote([(5, 1)], "direct"), "Quote.contents: a span needs 0 <= start < end"),
        (lambda: Quote(5, "direct"), "Quote.contents: expected several spans, got 5"),
        (
            lambda: Quote(Span(1, 5), "direct"),
            "Quote.contents: expected several spans, got one: write [Span(1, 5)]",
        ),
        (lambda: Mention(None, "name"), "Mention.span: expected a Span or a pair (start, end)"),
        (lambda: Mention(AT, "name", role=(1, "5")), "Mention.role: offsets must be int"),
        (lambda: TimeExpression([1.0, 2.0], "DATE"), "TimeExpression.span: offsets must be int"),
    ],
)
def test_what_is_no_span_is_named_with_its_field(record, message):
    with pytest.raises(SpanError) as caught:
        record()
    assert str(caught.value).startswith(message)


def test_pairs_of_offsets_and_values_of_enumerations_are_made_into_what_they_mean():
    quote = Quote([(18, 22), [1, 5]], "direct", "speech", cue=[(6, 10)], confidence=1)
    assert quote == Quote(
        [Span(1, 5), Span(18, 22)],
        QuoteKind.DIRECT,
        QuoteMode.SPEECH,
        cue=[Span(6, 10)],
        confidence=1.0,
    )
    assert type(quote.kind) is QuoteKind
    assert type(quote.confidence) is float
    mention = Mention((0, 8), "name", name=(4, 8), entity="person")
    assert (mention.span, mention.name, mention.entity) == (
        Span(0, 8),
        Span(4, 8),
        SpeakerKind.PERSON,
    )


@pytest.mark.parametrize("record", [Quote([AT], "direct"), SHE, TimeExpression(AT, "DATE")])
def test_no_field_takes_a_value_of_another_type(record):
    """The quick look at the fields and the thorough one agree on every field."""
    for field in attrs.fields(type(record)):
        with pytest.raises((RecordError, SpanError), match=field.name):
            attrs.evolve(record, **{field.name: object()})


@pytest.mark.parametrize("where", ["sea", "", -1, 13, (3, 14)])
def test_a_place_outside_the_text_is_an_error(where):
    with pytest.raises(ArgumentError):
        Extraction(Article("Nobody spoke.")).explain(where)


@pytest.mark.parametrize("where", [Span(3, 5), (3, 5), 3, "We stay", "Moss", "said"])
def test_a_place_in_contents_source_or_cue_is_part_of_the_quotation(where):
    found = extract("“We stay,” Ida Moss said.").explain(where)
    assert [quote.text for quote in found.quotes] == ["We stay,"]
    assert found.reason == "part of 1 quotation"
