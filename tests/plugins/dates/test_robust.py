"""Nothing but the text and its anchor changes a result: no zone, clock, locale or thread."""

from __future__ import annotations

import datetime as dt
import functools
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit._plugins.dates import Dates
from quotekit.lexicon import tables
from quotekit.models import Article, TimeType
from tests.plugins.dates.marked import extractor, read

SAMPLE = """OSLO, Nov. 19 (Wire) – The port closed last Tuesday, two weeks ago, on 3/4/2021 and in
May. It will open next month at 9 a.m. on Friday, the minister said yesterday. In the 1990s it took
years."""
SWEDISH = "Museet öppnade den 27 juli 2021, i mars 2019 och den 3 augusti."
SCRIPT = f"""
import sys
from quotekit.models import Article
from quotekit.registry import Registry
from quotekit.pipeline import Extractor
extractor = Extractor(Registry(entry_points=False))
for text, language in (({SAMPLE!r}, "en"), ({SWEDISH!r}, "sv")):
    for anchor in ("2021-11-20", None):
        times = extractor.extract(Article(text, published=anchor, language=language)).times
        print([(t.span.start, t.span.end, t.value, t.start, t.end) for t in times])
    if language == "en":
        assert "dateparser" not in sys.modules
"""


def run(**environment: str) -> str:
    """Run the script in a fresh interpreter, warnings being errors."""
    result = subprocess.run(
        [sys.executable, "-W", "error", "-W", "ignore:no tables", "-c", SCRIPT],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_neither_zone_nor_locale_nor_hash_seed_changes_a_result():
    plain = run(PYTHONHASHSEED="0")
    assert run(TZ="Nonsense/Zone", PYTHONHASHSEED="1") == plain
    assert run(TZ="Pacific/Kiritimati", LC_ALL="de_DE.UTF-8", LANG="de_DE.UTF-8") == plain


def test_the_clock_is_not_asked(monkeypatch):
    real = dt.date

    class AnyDate(type):
        def __instancecheck__(cls, instance):
            return isinstance(instance, real)

    class Frozen(real, metaclass=AnyDate):
        @classmethod
        def today(cls):
            raise AssertionError("asked the clock")

    expected = [time.value for time in read(SAMPLE, "2021-11-20")]
    monkeypatch.setattr(dt, "date", Frozen)
    assert [time.value for time in read(SAMPLE, "2021-11-20")] == expected


def test_sixteen_threads_agree():
    jobs = [(SAMPLE, "en"), (SWEDISH, "sv"), ("Gestern und am 3. Mai 2020.", "de")] * 40
    expected = [read(text, "2021-11-20", language) for text, language in jobs]
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda job: read(job[0], "2021-11-20", job[1]), jobs))
    assert found == expected


HOSTILE = """may |May |1 |a year ago |1/|5-|2000-|Monday, |two |the |more than |'90s |in 1990 and |
Nov. |last |a-b-|that day |3 May |twenty-""".split("|")


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_linear_time(piece, affordable):
    short, long = ((piece * size)[:size] for size in (8192, 65536))
    assert affordable(lambda: read(long, "2021-11-20"), 24, lambda: read(short, "2021-11-20"))


@pytest.mark.parametrize("piece", ["1990 ", "3/4/2021 ", "Monday, ", "3 May ", "two ", "(1990) "])
def test_a_table_of_thousands_of_figures_names_no_day_and_the_text_beside_it_does(piece):
    text = f"The port closed on 3 May 2021.\n\n{piece * 9000}\n\nIt was built in 1998."
    found = read(text, "2021-11-20")
    ends = [time for time in found if not 30 < time.span.start < len(text) - 10]
    assert [time.value for time in ends] == ["2021-05-03", "1998"]
    assert len(found) < 300


def test_a_list_of_hundreds_of_days_is_read():
    fixtures = "".join(
        f"Saturday {day} May 2021: Elmport against Ravenford\n" for day in range(1, 32)
    )
    assert len(read(fixtures * 12, "2021-11-20")) == 31 * 12


DIGITS = "0123456789" * 6 + "٣²½Ⅳ५𝟗①"
MARKS = [",", ".", "-", "–", "/", ":", "'s", "’", "(", "$", "%", "\n\n", "İ", "ſ", "\u0307"]
LANGUAGES = sorted({table.language for table in tables("times")})


def numerals() -> st.SearchStrategy[str]:
    """Return numerals of every make, and what only looks like one: ``4,5/5/10``, ``201å``."""
    figures = st.text(DIGITS, min_size=1, max_size=12)
    return st.one_of(
        st.integers(0, 40).map(str),
        st.integers(0, 10_010).map(str),
        st.builds(
            str.__add__, figures, st.sampled_from(["s", "er", "th", "e", "º", "h", "am", "å"])
        ),
        st.builds(str.join, st.sampled_from("/.-:,–"), st.lists(figures, min_size=2, max_size=4)),
        st.sampled_from(["12:30", "17.6.2019", "1,200", "2.5", "’90s", "20h30", "99:99:99"]),
    )


@functools.cache
def words_of_time(language: str) -> st.SearchStrategy[str]:
    """Return a language's own words of time, in any case and hanging together."""
    words = st.sampled_from(
        [
            word
            for table in tables("calendar", "times")
            if table.language == language
            for entries in table.data().get("words", {}).values()
            for word in entries
        ]
        or ["maj", "januar"]
    )
    return st.one_of(
        words,
        words.map(str.title),
        words.map(lambda word: word.upper().replace("I", "İ")),
        st.builds("{}-{}".format, words, words),
    )


def soup(language: str) -> st.SearchStrategy[str]:
    """Return texts of words, numerals and marks in any order."""
    pieces = st.one_of(words_of_time(language), numerals(), st.sampled_from(MARKS))
    return st.lists(
        st.tuples(pieces, st.sampled_from([" ", " ", " ", "", "\n", ", "])), max_size=14
    ).map(lambda found: "".join(piece + blank for piece, blank in found))


@pytest.mark.parametrize("mode", ["article", "narrative"])
@pytest.mark.parametrize("language", [*LANGUAGES, "sv", "xx"])
@given(data=st.data())
@settings(max_examples=60)
def test_any_words_and_numerals_give_times_of_the_calendar(language, mode, data):
    anchor = data.draw(st.sampled_from(["2021-11-20", "0001-01-01", "9999-12-31", None]))
    check(data.draw(soup(language)), anchor, language, mode)


@given(st.text(max_size=80), st.sampled_from(["en", "sv"]))
def test_any_text_gives_spans_that_stand_in_it(text, language):
    check(text, "2021-11-20", language, "article")


def check(text: str, anchor: str | None, language: str, mode: str) -> None:
    for found in read(text, anchor, language, mode):
        assert found.text == found.span.slice(text) == found.text.strip() != ""
        assert isinstance(found.type, TimeType)
        assert found.value is None or not found.value.startswith("0000")
        for bound in (found.start, found.end):
            assert bound is None or re.fullmatch(
                r"(?!0000)\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?", bound
            )
        assert not (found.start and found.end) or found.start < found.end


@pytest.mark.parametrize(
    "text",
    [
        "In the first century Rome ruled. The next day it fell.",
        "It was built 2021 years ago. The following year it fell.",
        "Rated 4,5/5/10.",
        "Windows 10.0.19,0",
        "File 20210412345/7/2",
        "201å and 2²th and ٣/٣/٣٣٣٣",
        "ON FRİDAY, 5 MAY 2020, AND AUGUſT 5",
        "on 31 December 9999 at night, in the 9990s, in winter 9999",
    ],
)
@pytest.mark.parametrize("anchor", ["2021-11-20", "9999-12-31", None])
def test_numbers_beyond_the_calendar_are_no_times(text, anchor):
    check(text, anchor, "en", "article")


def test_the_first_century_begins_with_the_first_year():
    (century,) = read("It stood in the first century.")
    assert (century.value, century.start, century.end) == ("00", "0001-01-01", "0100-01-01")


def test_nothing_ends_after_the_last_year():
    (day,) = read("It closes today.", "9999-12-31")
    assert (day.value, day.start, day.end) == ("9999-12-31", "9999-12-31", None)


@pytest.mark.parametrize("anchor", ["0001-01-01", "9999-12-31", "2020-02-29"])
def test_the_ends_of_the_calendar_raise_nothing(anchor):
    for text in (
        SAMPLE,
        "a century ago, in 10000 years, next year, last week, tomorrow, next decade",
    ):
        read(text, anchor)


def test_empty_text_has_no_times():
    assert read("") == ()
    assert read(" \n ") == ()


def test_an_unknown_anchor_mode_is_refused():
    with pytest.raises(ValueError, match="'article' or 'narrative', got 'dct'"):
        Dates("dct")


def test_intervals_are_half_open_and_signals_are_kept():
    by_text = {
        t.text: t for t in read("Since 2015 it fell, until May 3, by last week.", "2021-11-20")
    }
    assert (by_text["2015"].start, by_text["2015"].end) == ("2015-01-01", "2016-01-01")
    assert by_text["2015"].signal == "since"
    assert by_text["2015"].anchor is None
    assert (by_text["May 3"].signal, by_text["May 3"].anchor) == ("until", "2021-11-20")
    assert (by_text["last week"].start, by_text["last week"].end) == ("2021-11-08", "2021-11-15")
    assert by_text["last week"].granularity == "week"


def test_modifiers_are_named():
    found = {
        t.text: t.mod
        for t in read("Early May, nearly two years, more than a week, 3 days.", "2021-11-20")
    }
    assert found == {
        "Early May": "START",
        "nearly two years": "LESS_THAN",
        "more than a week": "MORE_THAN",
        "3 days": None,
    }


def test_a_duration_says_where_it_leads():
    (time_expression,) = read("It opens in 10 years.", "2021-11-20")
    assert (time_expression.value, time_expression.resolved_date) == ("P10Y", "2031")


def test_ambiguous_figures_keep_the_other_reading():
    (time_expression,) = read("It opened on 3/4/2021.", "2021-11-20")
    assert {time_expression.value, *time_expression.alternatives} == {"2021-03-04", "2021-04-03"}


def test_every_article_counts_from_its_own_day():
    first = extractor("article").extract(Article("yesterday", published="2021-01-01"))
    second = extractor("article").extract(Article("yesterday", published="2020-03-01"))
    assert [e.times[0].value for e in (first, second)] == ["2020-12-31", "2020-02-29"]
