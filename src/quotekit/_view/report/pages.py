"""The page of a report: a chapter for each breakdown, and the quotations behind its numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from quotekit._view.pages import document
from quotekit._view.report.breakdowns import BREAKDOWNS, Sample, Table, samples, table
from quotekit._view.report.store import store

if TYPE_CHECKING:
    from markupsafe import Markup

    from quotekit.models import Extraction

TOP = 25
"""Groups of a chapter, unless more are asked for."""

QUOTATIONS = 5
"""Quotations of each kind that are listed for a group."""


def report(
    extractions: Iterable[Extraction],
    *,
    title: str | None = None,
    top: int = TOP,
    quotations: int = QUOTATIONS,
    charts: str | Path | None = None,
) -> str:
    """Return a page that shows who is quoted over many articles, complete in itself.

    Who is quoted, how often and at what length, by kind, gender, affiliation and outlet, over time,
    and who is quoted together: each as a chart and as a table, whose numbers lead to quotations.
    Gender and affiliation are only what the texts reveal. The page needs neither network nor script.

    Args:
        extractions: What :func:`.extract` gives; a stream is read once, and not kept in memory.
        title: The page’s title.
        top: How many speakers, affiliations … are shown.
        quotations: How many quotations of each kind are listed for each of them.
        charts: A folder to write the charts into as well, as SVG and PNG.

    Raises:
        MissingExtraError: If Jinja, Altair or vl-convert is not installed (extra: ``report``).

    Example:
        >>> from quotekit import extract
        >>> from quotekit.view import report
        >>> html = report([extract("“We will stay,” said Ida Moss.")], title="The quay")
        >>> html[:15], "Ida Moss" in html
        ('<!doctype html>', True)
    """
    pieces = write_report(extractions, title=title, top=top, quotations=quotations, charts=charts)
    return "".join(pieces)


def write_report(
    extractions: Iterable[Extraction],
    *,
    title: str | None = None,
    top: int = TOP,
    quotations: int = QUOTATIONS,
    charts: str | Path | None = None,
) -> Iterator[str]:
    """Yield the page of :func:`report` in pieces."""
    from quotekit._view.report.charts import check_extras, save_charts

    check_extras()  # before many articles are read in vain

    with store(extractions) as database:
        tables = [table(database, breakdown, top) for breakdown in BREAKDOWNS]
        if charts is not None:
            save_charts(tables, Path(charts))
        yield from document(
            "report.html",
            "report",
            title=title or "Who is quoted",
            sums=_sums(database),
            linked=quotations > 0,
            chapters=[_chapter(one) for one in tables if one.rows],
            lists=(_List(one, _by_row(database, one, quotations)) for one in tables if one.rows),
        )


@attrs.frozen
class _Sums:
    """What all articles have together."""

    articles: int
    quotations: int
    speakers: int
    unknown: int
    first: str | None
    last: str | None


@attrs.frozen
class _Chapter:
    """A table with its pictures."""

    table: Table
    pictures: list[tuple[str, Markup]]


@attrs.frozen
class _List:
    """The quotations behind the numbers of a table, row by row as they are asked for."""

    table: Table
    rows: Iterator[tuple[int, Iterator[tuple[str, Iterator[Sample]]]]]


def _sums(database: sqlite3.Connection) -> _Sums:
    count = "SELECT count(*), count(DISTINCT speaker), sum(speaker IS NULL) FROM quotes"
    quotations, speakers, unknown = database.execute(count).fetchone()
    days = "SELECT count(*), min(day), max(day) FROM articles"
    articles, first, last = database.execute(days).fetchone()
    return _Sums(articles, quotations, speakers, unknown or 0, first, last)


def _chapter(one: Table) -> _Chapter:
    from quotekit._view.report.charts import figures
    from quotekit._view.report.svg import inline

    pictures = [
        (drawn.title, inline(drawn.svg(), drawn.key, drawn.title, drawn.about))
        for drawn in figures(one)
    ]
    return _Chapter(one, pictures)


def _by_row(
    database: sqlite3.Connection, one: Table, most: int
) -> Iterator[tuple[int, Iterator[tuple[str, Iterator[Sample]]]]]:
    """Yield the place of each row with its quotations by kind."""
    for place, found in groupby(samples(database, one, most), key=lambda item: item[0]):
        kept = (sample for _, sample in found)
        yield place, groupby(kept, key=lambda sample: sample.kind)
