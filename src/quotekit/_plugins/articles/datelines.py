"""Datelines and publisher prefixes: ``OSLO, Dec. 3 (Wire) –``, ``City Paper –``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex

from quotekit._patterns import compiled
from quotekit._plugins.articles.days import Days, WrittenDay, days
from quotekit.lexicon import Language
from quotekit.models import Fact
from quotekit.spans import Span

REACH: Final = 160
DASH_RE: Final = compiled(r"\s*+(?:--|[–—_]|(?<=\s)-|(?<=\)\s?):)(?=\s|\p{L}|$)")
AGENCY_RE: Final = compiled(
    r"\((?P<name>\p{Lu}[^()\n]{1,40})\)(?:\s?,\s*+(?P<day>[^()\n]{5,30}?))?\s*+$"
)
"""*(Wire)* at the end, or before the day: *OSLO (Wire), May 5, 2021*."""
PLACE_RE: Final = compiled(
    r"\p{Lu}[\p{L}.'’-]*+(?:[\s,/]++(?:\p{Lu}[\p{L}.'’-]*+|de|of|la|del|am|an|der|sur|di))*+[\s,]*+$"
)
PREFIX_RE: Final = compiled(
    r"""
    (?P<name>(?:The\s+)?\p{Lu}[\w.&'’-]*+(?:\s+(?:of|the|&|\p{Lu}[\w.&'’-]*+)){0,5})
    (?=\s*(?:--|[–—])\s|\s-\s)
    """,
    regex.VERBOSE,
)
HALF_RE: Final = compiled(r"\(?(?P<name>\p{Lu}[^()\n]{1,40})\)(?=\s+\p{Lu})")
"""What is left of a dateline: *Quay Post) Nine carts …*."""
NEAR: Final = dt.timedelta(days=10)


class Dateline(NamedTuple):
    """The place, day and agency at the head of a report.

    Attributes:
        span: All of it, without the dash.
        place: Where it was filed.
        day: The day it was filed.
        publisher: The agency or paper.
    """

    span: Span
    place: Span | None
    day: WrittenDay | None
    publisher: Span | None


def read_dateline(text: str, paragraph: Span, language: Language) -> Dateline | None:
    """Read the dateline of a paragraph."""
    finder = language.memo(days)
    start, end = paragraph.start, min(paragraph.end, paragraph.start + REACH)
    prefix = PREFIX_RE.match(text, start, end)
    if prefix and _is_publisher(prefix["name"], language):
        span = Span(*prefix.span("name"))
        return Dateline(span, None, None, span)
    half = HALF_RE.match(text, start, end)
    if half and _is_publisher(half["name"], language):
        return Dateline(Span(start, half.end()), None, None, Span(*half.span("name")))
    dash = DASH_RE.search(text, start, end)
    whole = Span(start, dash.start()) if dash and start < dash.start() else None
    if whole is None:
        return None
    return _parts(text, whole, finder)


def _parts(text: str, whole: Span, finder: Days) -> Dateline | None:
    """Part *CITY, Country, May 5 (Agency)*: the place may be missing, not both day and agency."""
    agency = AGENCY_RE.search(text, *whole)
    rest = (
        Span(whole.start, agency.start()).trim(text)
        if agency and agency.start() > whole.start
        else None
    )
    rest = rest if agency else whole
    following = Span(*agency.span("day")) if agency and agency["day"] else None
    dated = following or rest
    written = list(finder.find(text, *dated)) if dated else []
    day = written[0] if len(written) == 1 and dated and written[0].span.end == dated.end else None
    if following is not None and (day is None or day.span.start != following.start):
        return None
    if rest and day and following is None:
        rest = (
            Span(rest.start, day.span.start).trim(text, " ,\u00a0")
            if day.span.start > rest.start
            else None
        )
    place = rest if rest and PLACE_RE.match(text, *rest) and len(rest) <= 60 else None
    if rest is not None and place is None:
        return None
    capitals = place is not None and place.slice(text).split(",")[0].isupper()
    if not (agency or day or capitals):
        return None
    return Dateline(whole, place, day, Span(*agency.span("name")) if agency else None)


def dateline_facts(text: str, dateline: Dateline, language: Language) -> Iterator[Fact]:
    """Yield what a dateline says; a day without year counts only where the text settles it."""
    if dateline.place or dateline.day:
        yield Fact("dateline", dateline.span.slice(text), "dateline", dateline.span)
    if dateline.publisher is not None:
        yield Fact("publisher", dateline.publisher.slice(text), "dateline", dateline.publisher)
    if dateline.day is not None:
        day = dateline.day.date() or _with_year(text, dateline.day, language.memo(days))
        if day is not None:
            yield Fact("published", day.isoformat(), "dateline", dateline.day.span)


def _with_year(text: str, filed: WrittenDay, finder: Days) -> dt.date | None:
    """Complete a day by the year of the full dates in the text, where all of them are near it."""
    full: Sequence[dt.date] = [day for found in finder.find(text) if (day := found.date())]
    years = {day.year for day in full}
    if len(years) != 1:
        return None
    completed = filed.date(years.pop())
    near = completed and all(abs(day - completed) <= NEAR for day in full)
    return completed if near else None


def _is_publisher(name: str, language: Language) -> bool:
    """Tell a paper from a place: *City Paper*, *Al-Harbour News*, *AFP*; not *New York*."""
    table = language.table("articles")
    if name.casefold() in {known.casefold() for known in table.get("agencies", ())}:
        return True
    last = regex.split(r"[\s-]", name)[-1].casefold()
    return (
        last in table.get("publisher_nouns", ())
        or regex.search(r"\.(?:com|org|net|news|[a-z]{2})$", name) is not None
    )
