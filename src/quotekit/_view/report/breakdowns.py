"""Breakdowns: the quotations of a report counted by speaker, kind, gender, outlet …"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

import attrs

from quotekit.models.kinds import QuoteKind

PERSONS = "sort IN ('person', 'anonymous')"

KINDS = tuple(kind.value for kind in QuoteKind)


@attrs.frozen
class Breakdown:
    """A way to count quotations.

    Attributes:
        key: Begins the names of anchors and files.
        title: The heading.
        column: What the groups are.
        about: What is counted, in a sentence or two.
        group: The group of a quotation, as an expression over :attr:`source`; NULL if unknown.
        label: The group’s name, likewise, where that is not the group itself.
        source: The view that the quotations are in.
        where: Which of them are counted.
        unknown: The name of the group of those whose group is unknown, if they are counted.
        order: The order of the groups, by columns of the query.
        shares: Whether the words of the groups add up to a whole.
        drawn: Whether the unknown group is part of the chart.
    """

    key: str
    title: str
    column: str
    about: str
    group: str
    label: str = ""
    source: str = "facts"
    where: str = "TRUE"
    unknown: str = ""
    order: str = "total DESC, label"
    shares: bool = True
    drawn: bool = True


BREAKDOWNS = (
    Breakdown(
        "speakers",
        "Speakers",
        "Speaker",
        "Quotations whose speaker is known. One name in several articles is one speaker where titles, "
        "affiliations and gender do not speak against it.",
        group="speaker",
        label="name",
        where="speaker IS NOT NULL",
    ),
    Breakdown(
        "kinds",
        "Kinds of quotations",
        "Kind",
        "All quotations: direct ones are all in quotation marks, mixed ones in part, indirect ones not.",
        group="instr('direct mixed indirect', kind)",
        label="kind",
        order="key",
    ),
    Breakdown(
        "genders",
        "Gender",
        "Gender",
        "Persons only. Nothing is guessed from a name: the texts say it by pronouns, titles and words "
        "such as “spokeswoman”, or it is not said.",
        group="CASE gender WHEN 'female' THEN 'women' WHEN 'male' THEN 'men' END",
        where=PERSONS,
        unknown="not said",
    ),
    Breakdown(
        "affiliations",
        "Affiliation",
        "Affiliation",
        "Persons only, by the affiliation that most articles give them, in the articles’ words.",
        group="affiliation",
        where=PERSONS,
        unknown="not said",
        drawn=False,
    ),
    Breakdown(
        "outlets",
        "Outlets",
        "Outlet",
        "All quotations, by the outlet of their article.",
        group="outlet",
        unknown="unknown outlet",
    ),
    Breakdown(
        "times",
        "Over time",
        "Published",
        "All quotations, by the day of publication of their article.",
        group="day",
        unknown="unknown day",
        order="key",
        shares=False,
        drawn=False,
    ),
    Breakdown(
        "pairs",
        "Quoted together",
        "Pair",
        "Pairs of persons and organizations who are quoted in the same article more than once, with "
        "their quotations in these articles.",
        group="both",
        label="pair",
        source="pairs",
        order="articles DESC, total DESC, label",
        shares=False,
    ),
)

PERIODS = (("day", 10, 31), ("month", 7, 5 * 366), ("year", 4, None))
"""Names of periods, the characters of a day that tell one, and the days that a chart has room for."""


@attrs.frozen
class Row:
    """One group of a breakdown.

    Attributes:
        key: The value that is the same for all quotations of the group; ``None`` for the rest,
            whose group is unknown.
        label: Its name.
        total: Number of quotations.
        direct: Number of direct quotations.
        mixed: Number of mixed ones.
        indirect: Number of indirect ones.
        articles: Number of articles they are in.
        words: Number of their words.
        share: Their share of the words of all that is counted.
    """

    key: str | int | None
    label: str
    total: int
    direct: int
    mixed: int
    indirect: int
    articles: int
    words: int
    share: float

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """The names of the kinds with the numbers of their quotations."""
        return tuple(zip(KINDS, (self.direct, self.mixed, self.indirect), strict=True))


@attrs.frozen
class Table:
    """A breakdown with its rows.

    Attributes:
        breakdown: What is counted.
        rows: The groups, and last the rest whose group is unknown.
        left_out: How many groups there are besides.
        period: ``day``, ``month`` or ``year``, in a breakdown by time.
    """

    breakdown: Breakdown
    rows: tuple[Row, ...]
    left_out: int = 0
    period: str = ""

    @property
    def drawn(self) -> tuple[Row, ...]:
        """The rows that the chart shows."""
        return tuple(row for row in self.rows if row.key is not None or self.breakdown.drawn)


@attrs.frozen
class Sample:
    """A quotation behind a number, and where it is from."""

    text: str
    kind: str
    speaker: str | None
    title: str
    outlet: str | None
    day: str | None
    url: str | None


ROWS = """
WITH grouped AS (
    SELECT {group} AS key, max({label}) AS label, count(*) AS total, sum(kind = 'direct'),
        sum(kind = 'mixed'), sum(kind = 'indirect'),
        count(DISTINCT article) AS articles, sum(words) AS words
    FROM {source} WHERE {where} GROUP BY key
)
SELECT *, CAST(words AS REAL) / max(1, sum(words) OVER ())
FROM grouped ORDER BY key IS NULL, {order}
"""

SAMPLES = """
SELECT place, text, kind, name, title, outlet, day, url FROM (
    SELECT wanted.key AS place, quotes.*,
        row_number() OVER (PARTITION BY wanted.key, kind ORDER BY quotes.id) AS number
    FROM (SELECT *, {group} AS grouped FROM {source} WHERE {where}) AS quotes
    JOIN json_each(:keys) AS wanted ON wanted.value IS quotes.grouped
)
WHERE number <= :most ORDER BY place, kind = 'indirect', kind = 'mixed', number
"""


def table(database: sqlite3.Connection, breakdown: Breakdown, top: int) -> Table:
    """Return a breakdown with its largest groups.

    Example:
        >>> from quotekit import extract
        >>> from quotekit._view.report.store import store
        >>> found = [extract("“We will stay,” said Ida Moss. “All of us,” she said.")]
        >>> with store(found) as database:
        ...     [row] = table(database, BREAKDOWNS[0], 10).rows
        >>> row.label, row.total, row.kinds, row.words
        ('Ida Moss', 2, (('direct', 2), ('mixed', 0), ('indirect', 0)), 6)
    """
    period = ""
    if breakdown.key == "times":
        period, length = _period(database)
        breakdown = attrs.evolve(breakdown, group=f"substr(day, 1, {length})")
    query = ROWS.format(
        group=breakdown.group,
        label=breakdown.label or breakdown.group,
        source=breakdown.source,
        where=breakdown.where,
        order=breakdown.order,
    )
    rows: list[Row] = []
    left_out = 0
    for key, label, *numbers in database.execute(query):
        if key is None or period or len(rows) < top:
            rows.append(Row(key, label or breakdown.unknown, *numbers))
        else:
            left_out += 1
    return Table(breakdown, tuple(rows), left_out, period)


def samples(database: sqlite3.Connection, table: Table, most: int) -> Iterator[tuple[int, Sample]]:
    """Yield the first quotations of each kind behind each row, with the row’s place, from 0."""
    one = table.breakdown
    query = SAMPLES.format(group=one.group, source=one.source, where=one.where)
    keys = json.dumps([row.key for row in table.rows])
    for place, *facts in database.execute(query, {"keys": keys, "most": most}):
        yield place, Sample(*facts)


def _period(database: sqlite3.Connection) -> tuple[str, int]:
    """Return the finest period that the days of all articles leave room for, by name and length."""
    between = "SELECT julianday(max(day)) - julianday(min(day)) FROM articles"
    days = database.execute(between).fetchone()[0] or 0
    return next((name, length) for name, length, room in PERIODS if room is None or days < room)
