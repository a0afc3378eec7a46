"""Reports in a real browser: links, keyboard, no request, no script, no fault, readable charts."""

from __future__ import annotations

import pytest

pytest.importorskip("jinja2")
pytest.importorskip("altair", reason="Altair is not installed")
pytest.importorskip("vl_convert", reason="vl-convert is not installed")

from quotekit import Article, Extraction, Quote, QuoteKind, Span, Speaker, extract, read_all
from quotekit._view.report.charts import COLOURS
from quotekit.view import report

from ..conftest import ROOT
from .conftest import PHONE
from .test_view import EVIL

LONG = "Ludmilla Wilhelmina Mammoth Wwwwww Mmmmmm of the Commonwealth Committee"


@pytest.fixture(scope="module", name="made")
def _made() -> str:
    articles = read_all(sorted((ROOT / "examples" / "articles").iterdir()))
    long = Speaker("s1", LONG, affiliation=LONG)
    known = Extraction(
        Article("We stay.", publisher=LONG),
        [Quote([Span(0, 7)], QuoteKind.MIXED, speaker=long)] * 5,
        [long],
    )
    return report([*map(extract, articles), known])


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browse, check, made, options, scheme):
    assert check(browse(made, color_scheme=scheme, **options)) == []


def test_a_number_leads_to_its_quotations_and_back_by_keyboard(browse, made):
    tab = browse(made)
    tab.get_by_role("link", name="4: Odile Castellan", exact=True).focus()
    tab.keyboard.press("Enter")
    target = tab.locator(":target")
    assert "Odile Castellan" in target.inner_text()
    assert target.locator("li").count() == 4
    assert tab.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 450
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "back to the table"
    tab.keyboard.press("Enter")
    assert "Odile Castellan" in tab.locator("tr:target").inner_text()


def test_a_number_of_one_kind_leads_to_the_quotations_of_that_kind(browse, made):
    tab = browse(made, **PHONE)
    tab.get_by_role("link", name="3 mixed: Odile Castellan", exact=True).tap()
    target = tab.locator(":target")
    assert target.get_attribute("aria-label") == "mixed"
    assert target.locator("li").count() == 3


def test_no_script_from_the_text_runs(browse):
    evil = extract(Article(EVIL, title=EVIL, publisher=EVIL, url="javascript:alert(4)"))
    tab = browse(report([evil, evil], title=EVIL))
    assert tab.title().startswith("<script>")
    assert tab.locator("img").count() == 0
    assert tab.locator("[href^=javascript]").count() == 0


def test_without_script_the_page_is_the_same(browse, made):
    tab = browse(made, java_script_enabled=False)
    assert tab.locator("svg:visible").count() == made.count("<svg")


def test_names_are_inside_their_charts(browse, made):
    """The browser's letters may be wider than those that the chart was measured with."""
    cut = browse(made).evaluate(
        """() => [...document.querySelectorAll("svg")].flatMap((svg) => {
        const room = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < room.left - 0.5 || box.right > room.right + 0.5; })
        .map((text) => text.textContent); })"""
    )
    assert cut == []


def test_nothing_is_wider_than_a_phone(browse, made):
    tab = browse(made, **PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


LIGHT = """(colour) => {
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const light = (colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  const part = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]; };
const [less, more] = [light(colour), light(getComputedStyle(document.body).backgroundColor)]
  .sort((a, b) => a - b);
return (more + 0.05) / (less + 0.05); }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_names_stand_out_from_the_ground(browse, made, scheme):
    tab = browse(made, color_scheme=scheme)
    for colour in COLOURS.values():
        assert tab.evaluate(LIGHT, colour) >= 3
    inks = tab.evaluate(
        "[...new Set([...document.querySelectorAll('svg text')].map((t) => getComputedStyle(t).fill))]"
    )
    assert [tab.evaluate(LIGHT, ink) >= 4.5 for ink in inks] == [True]


def test_print_has_charts_tables_and_quotations(browse, made):
    tab = browse(made)
    tab.emulate_media(media="print")
    assert tab.locator("svg:visible").count() == made.count("<svg")
    assert tab.locator(".list:visible").count() == tab.locator(".list").count() > 20
    assert not tab.locator(".chapters").is_visible()
