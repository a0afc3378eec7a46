"""SQLite: a database that foreign keys hold together, that is searched, and that Datasette opens."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given, settings

from quotekit import Article, Extraction, Quote, QuoteKind, ReadError, Span, extract, write

from ..strategies import extractions
from ..test_writers import FULL

pytest.importorskip("sqlite_utils", reason="the extra sqlite is not installed")

CAFE = extract(
    Article(
        "“It isn’t the café’s fault,” said Zoë Núñez on Tuesday. “We don't know whose it is.”",
        id="cafe",
        title="Whose fault?",
        published="2021-07-28",
    )
)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "quotes.db"
    write([FULL, CAFE], path)
    return path


def rows(path, query, *values):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def test_everything_is_there_and_linked(database):
    found = rows(
        database,
        """select a.title, q.text, s.name, m.text, t.value, t.first_day, q.cue
        from quotations q join articles a on a.key = q.article
        left join speakers s on s.key = q.speaker left join mentions m on m.key = q.source
        left join times t on t.key = q.said order by a.id desc, q.number limit 1""",
    )
    said = ("Whose fault?", CAFE.quotes[0].text, "Zoë Núñez", "Zoë Núñez")
    assert found == [(*said, "2021-07-27", "2021-07-27", "said")]
    (nested,) = rows(database, "select nested_in from quotations where number = 1 and article in "
                     "(select key from articles where id = 'a')")[0]  # fmt: skip
    assert nested in {key for (key,) in rows(database, "select key from quotations")}
    assert rows(database, "pragma foreign_key_check") == []


def test_a_second_run_doubles_nothing_and_replaces_what_was(database):
    names = ("articles", "speakers", "mentions", "times", "quotations", "spans", "quotations_fts")
    counts = {name: rows(database, f"select count(*) from [{name}]") for name in names}
    write([FULL, CAFE], database)
    assert {name: rows(database, f"select count(*) from [{name}]") for name in names} == counts
    write(Extraction(CAFE.article), database)
    assert rows(database, "select count(*) from quotations")[0][0] == len(FULL.quotes)
    assert rows(database, "select count(*) from articles") == [(2,)]


@pytest.mark.parametrize("words", ["isn't the cafe's", "NUNEZ fault", "isn’t", "isnʼt", "café"])
def test_search_folds_case_accents_and_marks(database, words):
    query = " ".join(f'"{word}"' for word in words.split() if word != "NUNEZ")
    found = rows(
        database,
        "select text from quotations where rowid in "
        "(select rowid from quotations_fts where quotations_fts match ?)",
        query,
    )
    assert found == [(CAFE.quotes[0].text,)]
    assert rows(database, "select name from speakers where rowid in "
                "(select rowid from speakers_fts where speakers_fts match 'nunez')") == [
        ("Zoë Núñez",)
    ]  # fmt: skip


def test_what_fails_leaves_the_database_as_it_was(database):
    def broken():
        yield Extraction(Article("New.", id="new"))
        raise RuntimeError("the feed broke off")

    before = rows(database, "select * from articles")
    with pytest.raises(RuntimeError):
        write(broken(), database)
    assert rows(database, "select * from articles") == before


def test_what_is_no_database_is_an_error_of_ours_and_stays(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("My notes. " * 200, "utf-8")
    with pytest.raises(ReadError, match=r"notes\.db: file is not a database"):
        write([FULL], path)
    assert path.read_text("utf-8").startswith("My notes.")


def test_datasette_opens_and_searches_it(database):
    pytest.importorskip("datasette", reason="Datasette is not installed")
    metadata = database.with_suffix(".metadata.json")

    def get(path):
        # In a process of its own: Datasette leaves connections open.
        command = [sys.executable, "-m", "datasette", database, "-m", metadata, "--get", path]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    found = json.loads(get("/quotes/quotations.json?_search=isn't+cafe&_shape=objects"))
    assert [row["text"] for row in found["rows"]] == [CAFE.quotes[0].text]
    page = get("/quotes/quotations")
    assert "Zoë Núñez" in page  # the label of the speaker, not its key
    assert "Offsets are code points" in page


@settings(max_examples=15)
@given(extractions())
def test_offsets_survive_the_way_out_and_back(tmp_path_factory, extraction):
    path = tmp_path_factory.mktemp("sqlite") / "quotes.db"
    write([extraction], path)
    ((text,),) = rows(path, "select text from articles")
    spans = rows(
        path, "select s.part, s.start_offset, s.end_offset, s.text from spans s order by s.rowid"
    )
    assert text == extraction.article.text
    assert [(part, start, end) for part, start, end, _ in spans] == [
        (part, span.start, span.end)
        for quote in extraction.quotes
        for part in ("contents", "quoted", "cue")
        for span in getattr(quote, part)
    ]
    assert all(text[start:end] == words for _, start, end, words in spans)
    assert rows(path, "pragma foreign_key_check") == []


@settings(max_examples=15)
@given(extractions())
def test_sqlite_itself_finds_the_words_at_the_offsets(tmp_path_factory, extraction):
    path = tmp_path_factory.mktemp("sqlite") / "quotes.db"
    write([extraction], path)
    for table in ("spans", "mentions", "times"):
        found = rows(
            path,
            "select t.text, substr(a.text, t.start_offset + 1, t.end_offset - t.start_offset) "
            f"from {table} t join articles a on a.key = t.article",
        )
        assert all(one == other for one, other in found)


def test_what_sqlite_does_not_have_moves_no_offset(tmp_path):
    path = tmp_path / "quotes.db"
    article = Article("\0“\ud800 no”", id="a", title="\ud800")
    write([Extraction(article, (Quote([Span(2, 6)], QuoteKind.DIRECT),))], path)
    found = (
        "select q.text, substr(a.text, 3, 4), length(a.text), a.title from quotations q, articles a"
    )
    assert rows(path, found) == [("� no", "� no", 7, "�")]


def test_articles_of_one_file_that_share_an_id_are_all_kept(tmp_path):
    path = tmp_path / "quotes.db"
    found = [Extraction(Article(text, id="x", path="d.jsonl")) for text in ("One.", "Two.")]
    for _ in range(2):
        write(found, path)
        assert rows(path, "select text from articles order by key") == [("One.",), ("Two.",)]


def test_a_failed_run_leaves_no_file_where_none_was(tmp_path):
    path = tmp_path / "quotes.db"
    with pytest.raises(TypeError):
        write([FULL, "no extraction"], path)
    assert list(tmp_path.iterdir()) == []


def test_a_view_says_who_said_what(database):
    found = rows(database, "select speaker, kind, said from who_said_what where title = 'Wall'")
    assert found == [
        ("Ida Moss", "direct", "2021-07-27"), (None, "indirect", None), (None, "mixed", None)
    ]  # fmt: skip


def test_a_database_with_tables_of_other_columns_is_an_error(tmp_path):
    path = tmp_path / "other.db"
    rows(path, "create table articles (headline text)")
    with pytest.raises(ReadError, match=r"other\.db: .*articles"):
        write([FULL], path)
    assert rows(path, "select name from sqlite_master") == [("articles",)]


def test_replacing_looks_at_no_other_article(database):
    """Each delete goes by an index, so that a crawl takes no longer the more the database has."""
    for table in ("speakers", "links", "mentions", "times", "quotations", "spans"):
        plan = rows(database, f"explain query plan delete from {table} where article = 'x'")
        assert "USING INDEX" in plan[0][3] or "USING COVERING INDEX" in plan[0][3], table
