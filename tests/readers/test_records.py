"""Records: names of fields, days in their many forms, and what is kept for the output."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import extract
from quotekit._readers.days import read_day
from quotekit._readers.records import article_from
from quotekit.exceptions import ReadError


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-05-12", "2023-05-12"),
        ("20230512", "2023-05-12"),
        (20230512, "2023-05-12"),
        ("2023-W19-5", "2023-05-12"),
        ("2023-05-12T23:30:00-05:00", "2023-05-12"),
        ("2023-05-12T23:30:00.1234567Z", "2023-05-12"),
        ("2023-05-12 08:00:00 UTC", "2023-05-12"),
        ("2023-05-12 08:00:00 +0200", "2023-05-12"),
        ("Fri, 12 May 2023 23:30:00 -0500", "2023-05-12"),
        ("12 May 2023 08:00 EST", "2023-05-12"),
        ("May 12, 2023", "2023-05-12"),
        ("Friday, May 12th, 2023 at 8:00 pm", "2023-05-12"),
        ("12 May 2023", "2023-05-12"),
        ("12.05.2023", "2023-05-12"),
        ("31/05/2023", "2023-05-31"),
        ("05/31/2023 10:00", "2023-05-31"),
        ("05/05/2023", "2023-05-05"),
        (1683849600, "2023-05-12"),
        ("1683849600", "2023-05-12"),
        (1683849600123, "2023-05-12"),
        (1683849600.5, "2023-05-12"),
        (dt.datetime(2023, 5, 12, 23, tzinfo=dt.UTC), "2023-05-12"),
        (dt.date(2023, 5, 12), "2023-05-12"),
    ],
)
def test_a_day_is_read_in_its_own_zone_however_it_is_written(value, day):
    assert str(read_day(value)) == day


@pytest.mark.parametrize(
    ("value", "language"),
    [("12. Mai 2023", "de"), ("le 12 mai 2023", "fr"), ("12 de mayo de 2023", "es")],
)
def test_a_written_day_is_read_in_the_articles_language(value, language):
    assert str(read_day(value, language)) == "2023-05-12"


@pytest.mark.parametrize(
    "value",
    [
        "2023-05", "2023", "May 2023", "last week", "yesterday", "today", "3 hours ago", "soon",
        "03/04/2023", "2023-02-30", "Monday", "12 May", "n/a", "0000-00-00", "12345678901234567890",
        True, ["2023-05-12"], float("nan"), 12, "10:30",
    ],
)  # fmt: skip
def test_what_leaves_the_day_open_is_no_day_and_is_said(value):
    assert read_day(value) is None
    article = article_from({"text": "x", "published": value}, "a")
    assert article.published is None
    assert len(article.warnings) == 1
    assert article.warnings[0].endswith("is no full day, so the day stays unknown")


@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_empty_day_is_unknown_and_no_fault(value):
    article = article_from({"text": "x", "published": value}, "a")
    assert (article.published, article.warnings) == (None, ())


@given(
    st.dates(dt.date(1971, 1, 1), dt.date(2199, 12, 31)), st.times(), st.integers(-14 * 60, 14 * 60)
)
def test_every_moment_with_a_zone_is_of_its_own_day(day, time, minutes):
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    moment = dt.datetime.combine(day, time, zone)
    assert read_day(moment.isoformat()) == day
    assert read_day(moment.strftime("%a, %d %b %Y %H:%M:%S %z")) == day


@given(st.text(max_size=40) | st.integers() | st.floats())
def test_no_value_of_a_day_raises(value):
    assert isinstance(read_day(value), dt.date | None)


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"body": "x"}, "text", "x"),
        ({"Full Text": "x"}, "text", "x"),
        ({"articleBody": "x", "text": ""}, "text", "x"),
        ({"text": "x", "Headline": "T"}, "title", "T"),
        ({"text": "x", "source": {"id": 1, "name": "The Quay Post"}}, "publisher", "The Quay Post"),
        ({"text": "x", "lang": "de"}, "language", "de"),
        ({"text": "x", "link": "u"}, "url", "u"),
        ({"text": "x", "_id": 7}, "id", "7"),
        ({"text": "x", "publishedAt": "2023-05-12T10:00Z"}, "published", dt.date(2023, 5, 12)),
    ],
)
def test_common_names_of_fields_are_known(record, field, value):
    assert getattr(article_from(record, "a"), field) == value


def test_of_two_names_for_one_field_the_likelier_counts_and_the_other_is_kept():
    article = article_from(
        {"content": "teaser", "text": "whole", "date": "2023-05-12", "day": "x"}, "a"
    )
    assert (article.text, str(article.published)) == ("whole", "2023-05-12")
    assert article.meta == {"content": "teaser", "day": "x"}


def test_the_user_may_name_the_fields():
    record = {"text": "summary", "Fließtext": "“Ja.”", "nr": 12, "date": "x"}
    article = article_from(record, "a", {"text": "Fließtext", "id": "nr"})
    assert (article.text, article.id) == ("“Ja.”", "12")
    assert article.meta == {"text": "summary"}


def test_a_field_that_is_wanted_and_not_there_is_named():
    with pytest.raises(ReadError, match=r"no 'Body'; the keys are 'text'"):
        article_from({"text": "x"}, "a", {"text": "Body"})
    with pytest.raises(ReadError, match=r"name the one with the text: --text-column NAME"):
        article_from({"words": "x"}, "a")


def test_what_else_a_record_says_comes_out_again():
    article = article_from({"text": "Nobody spoke.", "section": "Harbour", "tags": ["a", "b"]}, "a")
    assert extract(article).to_dict()["meta"] == {"section": "Harbour", "tags": ["a", "b"]}


@pytest.mark.parametrize("field", ["id", "title", "publisher", "url", "language"])
def test_a_field_of_the_wrong_type_costs_no_article(field):
    article = article_from({"text": "x", field: [3]}, "a")
    assert (article.text, article.id) == ("x", "a")
    assert field in article.warnings[0]


def test_a_field_that_is_nested_too_deeply_is_left_out_and_that_is_said():
    deep: list = []
    for _ in range(20_000):
        deep = [deep]
    article = article_from({"text": "x", "deep": deep, "page": 3}, "a")
    assert article.meta == {"page": 3}
    assert article.warnings == ("deep: nested more than 100 levels deep, so it is left out",)
