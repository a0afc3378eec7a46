"""What an article says of itself: title, date, publisher and dateline, where they stand."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from quotekit.models import Article
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

FILE = Path(__file__).parents[2] / "cases" / "articles" / "heads.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def extractor():
    return Extractor(Registry(entry_points=False))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_head_says_this_and_no_more(extractor, case):
    given = case.get("given", {})
    article = extractor.describe(
        Article(
            case["text"],
            language=case.get("language", "en"),
            url=case.get("url"),
            id=case.get("id"),
            **given,
        )
    )
    published = article.published.isoformat() if article.published else None
    assert published == case.get("published")
    assert article.published_from == case.get("published_from")
    assert article.title == case.get("title")
    assert article.publisher == case.get("publisher")
    dateline = article.fact("dateline")
    assert (dateline.value if dateline else None) == case.get("dateline")
    for fact in article.facts:
        if fact.span and fact.field in ("title", "publisher", "dateline"):
            assert fact.span.slice(case["text"]) == fact.value
    if "at" in case:
        assert article.fact("published").span.slice(case["text"]) == case["at"]


SHAPES = [
    "{d}", "{w}, {d}", "{w} , {d}", "Published {d}", "Published on {d}", "Posted: {d}", "Date: {d}",
    "Updated {d}", "{d} 10:35", "{d}, 10:35 a.m.", "{d} 10:35 GMT", "{d} at 10:35 p.m. EST",
    "  {d}  ", "* {d}",
    "{d} | City Paper", "City Paper, {d}", "City Paper - {d}", "By Ana Brandt, {d}",
    "Port Vale, {d}", "({d})", "Last updated: {d}", "First published on {w} {d}", "{d} edition",
]  # fmt: skip
DAYS = [
    "27 July 2021", "July 27, 2021", "July 27 , 2021", "July 27 2021", "27th July 2021",
    "Jul. 27, 2021", "27 Jul 2021", "2021-07-27", "27 July, 2021", "27-Jul-2021", "JULY 27, 2021",
]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("shape", SHAPES)
def test_date_lines_of_every_shape_are_read(extractor, shape, day):
    line = shape.format(d=day, w="Tuesday")
    text = f"{line}\n\nWall to be built\n\nThe wall will be built, the mayor said on Monday."
    article = extractor.describe(Article(text))
    assert article.published == dt.date(2021, 7, 27)
    assert article.title == "Wall to be built"


def test_the_body_begins_behind_title_and_date(extractor):
    text = "27 July 2021\n\nWall to be built\n\nThe wall will be built, the mayor said."
    body = extractor.describe(Article(text)).fact("body")
    assert body.span.slice(text) == "The wall will be built, the mayor said."


def test_no_clock_is_asked(extractor):
    assert (
        extractor.describe(Article("Wall to be built\n\nThe wall will be built.")).published is None
    )
