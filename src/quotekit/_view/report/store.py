"""The store of a report: the quotations of a stream of articles, in a temporary database.

Only the speakers are kept in memory, as :class:`.SpeakerIndex` keeps them. SQLite moves the rest to
a file of its own as it grows, and removes it in the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from quotekit._speaker_index import IndexedSpeaker, SpeakerIndex
from quotekit._visible import visible
from quotekit.models._short import clip
from quotekit.spans import join

if TYPE_CHECKING:
    from quotekit.models import Article, Extraction, Quote

LONGEST = 160
"""No quotation, title or name is stored with more characters than these."""

TABLES = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, outlet TEXT, day TEXT, url TEXT);
CREATE TABLE speakers (id INTEGER PRIMARY KEY, name TEXT, sort TEXT, gender TEXT, affiliation TEXT);
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY, article INTEGER, speaker INTEGER, kind TEXT, words INTEGER, text TEXT
);
CREATE VIEW facts AS
    SELECT quotes.*, title, outlet, day, url, name, sort, gender, affiliation
    FROM quotes
    JOIN articles ON articles.id = quotes.article
    LEFT JOIN speakers ON speakers.id = quotes.speaker;
"""
"""``facts`` has a row a quotation, with all that is known of it; ``sort`` is the speaker’s kind."""

MANY = 100
"""Articles that quote more than so many make no pairs: a list of voters is no conversation."""

PAIRS = f"""
CREATE TABLE present AS
    SELECT DISTINCT article, speaker, name FROM facts WHERE sort IN ('person', 'organization');
DELETE FROM present WHERE article IN (
    SELECT article FROM present GROUP BY article HAVING count(*) > {MANY}
);
CREATE INDEX present_in ON present (article, speaker);
CREATE TABLE together AS
    SELECT one.article, one.speaker AS one, other.speaker AS other,
        one.name || ' and ' || other.name AS pair,
        count(*) OVER (PARTITION BY one.speaker, other.speaker) AS articles
    FROM present AS one JOIN present AS other USING (article)
    WHERE one.speaker < other.speaker;
CREATE VIEW pairs AS
    SELECT facts.*, one || '+' || other AS both, pair
    FROM together JOIN facts ON facts.article = together.article AND speaker IN (one, other)
    WHERE together.articles > 1;
CREATE INDEX quotes_in ON quotes (article);
"""
"""``pairs`` has a row for each quotation of two who are quoted in more than one article together."""


@contextmanager
def store(extractions: Iterable[Extraction]) -> Iterator[sqlite3.Connection]:
    """Yield a database with the quotations of *extractions*, which are read once and not kept.

    Example:
        >>> from quotekit import extract
        >>> with store([extract("“We will stay,” said Ida Moss.")]) as database:
        ...     database.execute("SELECT name, kind, words FROM facts").fetchall()
        [('Ida Moss', 'direct', 3)]
    """
    # An empty name is a temporary database on disk.
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.executescript(TABLES)
        _fill(database, extractions)
        database.executescript(PAIRS)
        yield database


def _fill(database: sqlite3.Connection, extractions: Iterable[Extraction]) -> None:
    index = SpeakerIndex()
    numbers: dict[int, int] = {}
    database.execute("BEGIN")
    for article, extraction in enumerate(extractions, 1):
        database.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?)", _article(extraction, article)
        )
        entries = index.enter(extraction)
        database.executemany(
            "INSERT INTO quotes (article, speaker, kind, words, text) VALUES (?, ?, ?, ?, ?)",
            (
                (article, _number(quote, entries, numbers), *_said(quote, extraction))
                for quote in extraction.quotes
            ),
        )
    database.executemany(
        "INSERT INTO speakers VALUES (?, ?, ?, ?, ?)",
        ((numbers[id(entry)], *_speaker(entry)) for entry in index),
    )
    database.execute("COMMIT")


def _number(
    quote: Quote, entries: dict[str, IndexedSpeaker], numbers: dict[int, int]
) -> int | None:
    """Return the number of a quotation’s speaker, the same in all articles; ``None`` for nobody."""
    entry = entries.get(quote.speaker.id) if quote.speaker else None
    return numbers.setdefault(id(entry), len(numbers) + 1) if entry else None


def _article(extraction: Extraction, number: int) -> tuple[object, ...]:
    article: Article = extraction.article
    day = article.published.isoformat() if article.published else None
    title = _line(article.title or article.id) or f"Article {number}"
    return (number, title, _line(article.publisher), day, visible(article.url or "") or None)


def _said(quote: Quote, extraction: Extraction) -> tuple[str, int, str]:
    words = join(extraction.article.text, quote.contents)
    return quote.kind.value, len(words.split()), visible(clip(words, LONGEST))


def _speaker(entry: IndexedSpeaker) -> tuple[str | None, ...]:
    """Return the values of an entry; of several affiliations, the one that most articles give."""
    ranked = sorted(entry.affiliations.items(), key=lambda item: (-item[1], item[0]))
    affiliation = ranked[0][0] if ranked else None
    return _line(entry.name), entry.kind.value, entry.gender, _line(affiliation)


def _line(text: str | None) -> str | None:
    """Return *text* on one line that steers nothing; ``None`` where there is none."""
    return visible(clip(text, LONGEST)) or None if text else None
