"""Reports: every number is right and leads to its quotations; everything from outside is escaped."""

from __future__ import annotations

import html
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections import Counter

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("jinja2")
pytest.importorskip("altair", reason="Altair is not installed")
pytest.importorskip("vl_convert", reason="vl-convert is not installed")

from quotekit import Article, Extraction, Quote, QuoteKind, Span, Speaker, extract, read_all, write
from quotekit._cli.app import run
from quotekit._view.report.breakdowns import BREAKDOWNS, Table, samples, table
from quotekit._view.report.charts import figures
from quotekit._view.report.store import MANY, store
from quotekit._view.report.svg import inline
from quotekit.exceptions import MissingExtraError
from quotekit.view import report

from ..conftest import ROOT
from ..strategies import TEXTS

ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())
EVIL = "<script>alert(1)</script>“</style><img src=x onerror=alert(2)>”\u202e& \x1b[2J javascript:"


@pytest.fixture(scope="module", name="found")
def _found() -> list[Extraction]:
    return [extract(article) for article in read_all(ARTICLES)]


@pytest.fixture(scope="module", name="made")
def _made(found) -> str:
    return report(found)


def tables(extractions, top=25) -> dict[str, Table]:
    with store(extractions) as database:
        return {one.key: table(database, one, top) for one in BREAKDOWNS}


def said(*speakers, day="2021-03-04", outlet="The Quay Post", kind=QuoteKind.DIRECT, **fields):
    """An article in which each of the speakers says two words."""
    known = [
        Speaker(f"s{n}", one) if isinstance(one, str) else one for n, one in enumerate(speakers)
    ]
    quotes = [Quote([Span(0, 7)], kind, speaker=speaker) for speaker in known]
    article = Article("We stay.", published=day, publisher=outlet, **fields)
    return Extraction(article, quotes, [one for one in known if one])


def rows(one: Table) -> list[tuple[str, int]]:
    return [(row.label, row.total) for row in one.rows]


def test_every_breakdown_counts_the_same_quotations(found):
    quotes = [quote for extraction in found for quote in extraction.quotes]
    made = tables(found)
    for key in ("kinds", "outlets", "times"):
        assert sum(row.total for row in made[key].rows) == len(quotes)
    by_kind = Counter(quote.kind.value for quote in quotes)
    for one in ("kinds", "outlets", "times"):
        total = Counter()
        for row in made[one].rows:
            total.update(dict(row.kinds))
        assert total == by_kind
    speakers = Counter(quote.speaker.name for quote in quotes if quote.speaker)
    assert dict(rows(made["speakers"])) == speakers


def test_shares_of_words_add_up(found):
    for one in tables(found).values():
        if one.breakdown.shares and one.rows:
            assert sum(row.share for row in one.rows) == pytest.approx(1)


def test_a_speaker_of_several_articles_is_one_row_and_a_namesake_another():
    moss = Speaker("s1", "Ida Moss", gender="female")
    other = Speaker("s1", "Ida Moss", gender="male")
    made = tables([said(moss), said(moss), said(other)])
    assert rows(made["speakers"]) == [("Ida Moss", 2), ("Ida Moss", 1)]
    [chart, _] = figures(made["speakers"])
    assert chart.svg().count(">Ida Moss") == 2


def test_gender_and_affiliation_are_what_the_text_says_and_else_not_said():
    made = tables(
        [
            extract("“We stay,” said Ida Moss. “All of us,” she said."),
            extract("“We stay,” said Bo Tran."),
            extract("“We stay,” the Harbour Union said."),
        ]
    )
    assert rows(made["genders"]) == [("women", 2), ("not said", 1)]
    assert rows(made["affiliations"]) == [("not said", 3)]
    union = Speaker("s1", "Bo Tran", affiliation="Harbour Union")
    made = tables([said(union, Speaker("s2", "Ida Moss"))])
    assert rows(made["affiliations"]) == [("Harbour Union", 1), ("not said", 1)]


def test_unknown_outlets_days_and_speakers_are_counted_and_come_last():
    made = tables([said(None, day=None, outlet=None)] * 3 + [said("Ida Moss")])
    assert rows(made["outlets"]) == [("The Quay Post", 1), ("unknown outlet", 3)]
    assert rows(made["times"]) == [("2021-03-04", 1), ("unknown day", 3)]
    assert rows(made["speakers"]) == [("Ida Moss", 1)]
    assert "3 quotations without a known speaker" in report([said(None)] * 3)


@pytest.mark.parametrize(
    ("last", "period", "labels"),
    [
        ("2021-03-31", "day", ["2021-03-04", "2021-03-31"]),
        ("2023-03-31", "month", ["2021-03", "2023-03"]),
        ("2091-03-31", "year", ["2021", "2091"]),
    ],
)
def test_time_goes_by_days_months_or_years_as_the_range_asks(last, period, labels):
    made = tables([said("Ida Moss"), said("Ida Moss", day=last)])["times"]
    assert (made.period, [row.label for row in made.rows]) == (period, labels)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_a_day_is_drawn_as_the_day_that_it_is_in_every_zone(zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    made = tables([said("Ida Moss", day="2021-03-04"), said("Ida Moss", day="2021-03-06")])
    [chart] = figures(made["times"])
    svg = chart.svg()
    assert "day of publication: 4 Mar 2021; quotations: 1;" in svg
    assert "3 Mar 2021" not in svg


def test_pairs_are_those_who_are_quoted_together_more_than_once():
    both, others = said("Ida Moss", "Bo Tran"), said("Ida Moss", "Ada Stone")
    made = tables([both, both, others])["pairs"]
    assert [(row.label, row.articles, row.total) for row in made.rows] == [
        ("Ida Moss and Bo Tran", 2, 4)
    ]


def test_a_list_of_voices_makes_no_pairs():
    many = said(*(f"Ada Stone {n} Reed{n}" for n in range(MANY + 1)))
    assert tables([many, many])["pairs"].rows == ()


def test_the_largest_groups_are_shown_and_the_others_counted():
    made = tables([said(*["Ida Moss"] * 3, "Bo Tran", "Ada Stone")], top=1)["speakers"]
    assert rows(made) == [("Ida Moss", 3)]
    assert made.left_out == 2
    assert "and 2 more" in report([said("Ida Moss", "Bo Tran", "Ada Stone")], top=1)


def test_the_quotations_behind_a_number_are_of_its_row_and_kind(found):
    with store(found) as database:
        for one in BREAKDOWNS:
            made = table(database, one, 25)
            listed = Counter(
                (place, sample.kind) for place, sample in samples(database, made, 1000)
            )
            counted = {
                (place, kind): number
                for place, row in enumerate(made.rows)
                for kind, number in row.kinds
                if number
            }
            assert listed == counted


def test_every_link_leads_somewhere_and_no_identifier_comes_twice(made):
    identifiers = re.findall(r' id="([^"]*)"', made)
    assert len(identifiers) == len(set(identifiers))
    links = re.findall(r' href="#([^"]*)"', made)
    assert len(links) > 50
    assert set(links) <= set(identifiers)
    references = re.findall(r' (?:aria-labelledby)="([^"]*)"', made)
    assert {name for names in references for name in names.split()} <= set(identifiers)


def test_a_report_without_quotations_has_no_links_to_them(found):
    bare = report(found, quotations=0)
    assert 'id="quotations"' not in bare
    identifiers = set(re.findall(r' id="([^"]*)"', bare))
    assert set(re.findall(r' href="#([^"]*)"', bare)) <= identifiers


def test_a_report_loads_nothing_and_runs_nothing(made):
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', made)[1])
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "<script" not in made
    assert not re.search(r" (?:style|src|on\w+|xlink:href)=", made)
    assert not re.search(r"@import|url\((?!#)", made)


def evil() -> Extraction:
    speaker = Speaker("s1", EVIL, title=EVIL, affiliation=EVIL)
    quote = Quote([Span(27, 40)], QuoteKind.DIRECT, speaker=speaker)
    article = Article(EVIL, title=EVIL, publisher=EVIL, url="javascript:alert(1)")
    return Extraction(article, (quote,), (speaker,))


def test_everything_from_outside_is_escaped():
    made = report([evil(), evil()], title=EVIL)
    assert "<img" not in made
    assert "<script" not in made
    assert 'href="javascript' not in made
    assert not {"\u202e", "\x1b"} & set(made)
    assert "⟨U+202E⟩" in made


def test_charts_are_images_with_a_title_and_a_description(made):
    pictures = re.findall(r"<svg.*?</svg>", made, flags=re.DOTALL)
    assert len(pictures) > 5
    for picture in pictures:
        root = ET.fromstring(picture)
        assert root.get("role") == "img"
        assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
        assert all(child.text for child in list(root)[:2])
        assert not any(element.get("role") for element in root.iter() if element is not root)


def test_names_are_drawn_in_full_over_two_lines():
    name = "Ludmilla Anastasia Featherstone of Upper Reed Landing"
    [chart, _] = figures(tables([said(name)])["speakers"])
    texts = "".join(ET.fromstring(chart.svg()).itertext())
    assert all(word in texts for word in name.split())


def test_references_inside_a_picture_follow_its_identifiers():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><g id="c" clip-path="url(#c)"/></svg>'
    assert 'id="k-c" clip-path="url(#k-c)"' in inline(svg, "k", "T", "D")


def test_charts_are_written_as_svg_and_png(found, tmp_path):
    made = report(found, charts=tmp_path / "charts")
    files = sorted(path.name for path in (tmp_path / "charts").iterdir())
    assert files[:2] == ["genders-quotations.png", "genders-quotations.svg"]
    assert len(files) == 2 * made.count("<figure>")
    for path in (tmp_path / "charts").iterdir():
        start = path.read_bytes()[:8]
        assert start.startswith((b"\x89PNG", b"<svg"))


@given(st.lists(TEXTS, min_size=4, max_size=4))
@settings(max_examples=15, deadline=None)
def test_any_text_makes_a_report(texts):
    name, title, publisher, text = texts
    speaker = Speaker("s1", name, affiliation=title)
    quotes = [Quote([Span(0, len(text))], QuoteKind.MIXED, speaker=speaker)] if text else []
    article = Article(text, title=title, publisher=publisher)
    made = report([Extraction(article, quotes, [speaker])] * 2)
    made.encode("utf-8")
    assert "</html>" in made


def test_only_what_is_all_quoted_gets_quotation_marks():
    made = report([said("Ida Moss"), said("Ida Moss", kind=QuoteKind.INDIRECT)])
    assert "<li><q>We stay</q> " in made
    assert "<li>We stay <span" in made


def test_no_articles_make_a_report_too():
    assert "Nobody is quoted." in report([])
    assert "1 article " in report([Extraction(Article(""))])


def test_the_same_input_gives_the_same_report(found, made):
    assert report(found) == made


def test_a_quotation_of_a_speaker_who_is_not_listed_has_an_unknown_one(found):
    wall = found[-1]
    assert "5 quotations without a known speaker" in report([attrs.evolve(wall, speakers=())])


def test_writers_write_reports(found, made, tmp_path):
    write(found, tmp_path / "report.html", format="report")
    assert (tmp_path / "report.html").read_text("utf-8") == made


def test_the_command_line_writes_reports_with_charts(tmp_path, capsys, made):
    paths = [str(path) for path in ARTICLES]
    page, charts = tmp_path / "report.html", tmp_path / "charts"
    assert run(["report", *paths, "-o", str(page), "--charts", str(charts)]) == 0
    assert page.read_text("utf-8") == made
    assert (charts / "speakers-quotations.png").is_file()
    capsys.readouterr()
    assert run(["report", *paths, "--top", "1", "--quotations", "0", "--title", "The quay"]) == 0
    assert "<h1>The quay</h1>" in capsys.readouterr().out


def test_without_altair_the_error_says_what_to_install(monkeypatch, found):
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quotekit-nlp\[report\]'"):
        report(found)


def test_without_altair_no_article_is_read(monkeypatch):
    def articles():
        pytest.fail("an article was asked for")
        yield

    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(MissingExtraError):
        report(articles())


def test_five_thousand_articles_make_a_small_page_in_a_stream():
    """No article is alive when the next but one is asked for."""
    import weakref

    alive: list[weakref.ref] = []
    most = 0

    def stream():
        nonlocal most
        for n in range(5000):
            made = said(
                *(f"Ada Stone{n * k % 400}" for k in range(1, 9)),
                day=f"{2021 + n % 3}-{1 + n % 12:02}-04",
                outlet=f"The Quay Post {n % 40}",
                title=f"Story {n}",
            )
            alive.append(weakref.ref(made))
            alive[:] = [one for one in alive if one() is not None]
            most = max(most, len(alive))
            yield made
            del made

    made = report(stream())
    assert "5,000 articles" in made
    assert "40,000 quotations" in made
    assert len(made.encode()) < 1_000_000
    assert most <= 3


def test_the_database_is_gone_when_the_report_is_done(found):
    with store(found) as database:
        [(_, _, file)] = database.execute("PRAGMA database_list").fetchall()
        assert file == ""
    with pytest.raises(sqlite3.ProgrammingError):
        database.execute("SELECT 1")
