"""Pages in a real browser: filters, keyboard, touch, no script from the text, no request, no fault."""

from __future__ import annotations

import itertools

import pytest

pytest.importorskip("jinja2")

from quotekit import Article, Extraction, Quote, QuoteKind, Span, Speaker, extract, read_all
from quotekit._visible import visible
from quotekit.view import fragment, page

from ..conftest import ROOT
from .conftest import PHONE

ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())
FERRY = ROOT / "examples" / "articles" / "ferry.txt"
EVIL = """\
<script>document.title = "taken"; fetch("https://quay.example/")</script>

“<img src=x onerror=alert(1)>,” said Ida </p></div> Moss. “We \u202eerutpac\u202c it,” she added.

“[click](javascript:alert(2)) <a href='javascript:alert(3)'>here</a>,” Mayor Bo Tran said on Tuesday.
"""


@pytest.fixture(scope="module", name="ferry")
def _ferry():
    [article] = read_all([FERRY])
    return extract(article)


@pytest.fixture(scope="module", name="ferry_page")
def _ferry_page(ferry) -> str:
    return page([ferry])


@pytest.fixture(scope="module", name="all_pages")
def _all_pages() -> str:
    return page(extract(article) for article in read_all(ARTICLES))


TEXT = """() => { const copy = document.querySelector(".words").cloneNode(true);
for (const number of copy.querySelectorAll(".num")) number.remove(); return copy.textContent; }"""


def test_the_text_of_the_page_is_the_text_of_the_article(browse, ferry, ferry_page):
    assert browse(ferry_page).evaluate(TEXT) == visible(ferry.article.text)


def test_no_script_from_the_text_runs(browse):
    evil = extract(Article(EVIL, title=EVIL, publisher=EVIL, url="javascript:alert(4)"))
    assert evil.quotes
    tab = browse(page([evil], title=EVIL))
    assert tab.title().startswith("<script>")
    assert tab.evaluate(TEXT) == visible(EVIL)
    assert tab.locator("img").count() == 0
    assert tab.locator("[href^=javascript]").count() == 0
    for mark in tab.locator(".words .q").all():
        mark.hover()
    tab.wait_for_timeout(100)


def test_filters_leave_what_they_name(browse, ferry, ferry_page):
    tab = browse(ferry_page)
    shown = tab.locator(".words .ref:not(.off)")
    assert shown.count() == len(ferry.quotes)
    tab.get_by_role("combobox", name="Speaker").select_option(label="Jonas Rybeck")
    assert shown.all_inner_texts() == ["5", "6", "11"]
    assert tab.locator("#shown").inner_text() == "3 of 11 quotations shown"
    assert tab.locator(".speakers > li:visible").count() == 1
    tab.get_by_label("mixed", exact=True).uncheck()
    assert shown.all_inner_texts() == ["5", "11"]
    tab.get_by_role("slider").fill("0.9")
    assert shown.all_inner_texts() == ["5"]
    tab.get_by_role("button", name="Show all").click()
    assert shown.count() == len(ferry.quotes)
    assert tab.evaluate(TEXT) == visible(ferry.article.text)


def test_the_keyboard_leads_through_the_details(browse, ferry_page):
    tab = browse(ferry_page)
    tab.locator(".legend summary").focus()
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "a1q2r":
            break
    card = tab.locator("#a1q2c")
    card.wait_for(state="visible")
    assert "2021-03-11 (“Thursday”)" in card.inner_text()
    tab.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert tab.evaluate("document.activeElement.id") == "a1q2r"
    tab.keyboard.press("Enter")
    card.wait_for(state="visible")
    tab.locator("#a1q2.on").wait_for()


def test_the_first_tab_leads_past_the_tools(browse, ferry_page):
    tab = browse(ferry_page)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the text"
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.activeElement.id === 'main'")


def test_a_tap_shows_the_details_and_another_takes_them_away(browse, ferry_page):
    tab = browse(ferry_page, **PHONE)
    tab.locator("#a1q3").tap()
    card = tab.locator("#a1q3c")
    card.wait_for(state="visible")
    assert "Odile Castellan" in card.inner_text()
    tab.locator("#a1q5r").tap()
    tab.locator("#a1q5c").wait_for(state="visible")
    assert not card.is_visible()
    tab.touchscreen.tap(200, 20)
    tab.locator("#a1q5c").wait_for(state="hidden")


def test_pointing_shows_the_innermost_quotation(browse, ferry_page):
    tab = browse(ferry_page)
    tab.locator("#a1q7").hover()
    tab.locator("#a1q7c").wait_for(state="visible")
    assert not tab.locator("#a1q6c").is_visible()
    tab.mouse.move(1270, 10)
    tab.locator("#a1q7c").wait_for(state="hidden")
    tab.locator("a.src[data-q~=a1q7]").hover()
    tab.locator("#a1q7c").wait_for(state="visible")


def test_without_script_all_can_be_read(browse, ferry, ferry_page):
    tab = browse(ferry_page, java_script_enabled=False)
    assert not tab.locator("#filters").is_visible()
    tab.locator("#a1q2r").click()
    tab.locator("#a1q2c").wait_for(state="visible")
    tab.keyboard.press("Escape")
    tab.locator("#a1q2c").wait_for(state="hidden")
    tab.get_by_label("Show in the text what was rejected").check()
    tab.locator(".rejected summary").click()
    assert "so-called" in tab.locator(".rejected").inner_text()


def test_rejected_spans_are_shown_on_demand(browse, ferry_page):
    tab = browse(ferry_page)
    outline = "span => getComputedStyle(span).outlineStyle"
    assert tab.locator(".rej").first.evaluate(outline) == "none"
    tab.get_by_label("Show in the text what was rejected").check()
    assert tab.locator(".rej").first.evaluate(outline) == "dashed"


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browse, check, ferry_page, all_pages, options, scheme):
    for made in (ferry_page, all_pages):
        tab = browse(made, color_scheme=scheme, **options)
        tab.get_by_label("Show in the text what was rejected").check()
        assert check(tab) == []
    tab.locator("#a2q1r").focus()
    tab.keyboard.press("Enter")
    tab.locator("#a2q1c").wait_for(state="visible")
    assert check(tab, ".card:popover-open") == []


CONTRASTS = """() => {
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const light = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const part = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]; };
return [...document.querySelectorAll(".q, .in, .ref")].map((element) => {
  const style = getComputedStyle(element);
  const [less, more] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05); }); }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_colour_of_every_speaker(browse, scheme):
    speakers = [Speaker(f"s{n}", f"Ada Stone {n}") for n in range(1, 14)]
    quotes = [
        Quote([Span(n, n + 9)], kind, quoted=[Span(n + 2, n + 5)], speaker=speaker)
        for n, (speaker, kind) in enumerate(itertools.product([*speakers, None], QuoteKind))
    ]
    tab = browse(page([Extraction(Article("Words " * 20), quotes, speakers)]), color_scheme=scheme)
    contrasts = tab.evaluate(CONTRASTS)
    assert len(contrasts) > 3 * len(quotes)
    assert min(contrasts) >= 4.5


def test_nothing_is_wider_than_a_phone(browse, all_pages):
    tab = browse(all_pages, **PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_print_has_all_details_and_no_tools(browse, ferry_page):
    tab = browse(ferry_page)
    tab.emulate_media(media="print")
    assert tab.locator(".card:visible").count() == 11
    assert not tab.locator("#filters").is_visible()


def test_a_long_article_is_painted_within_a_second(browse):
    text = FERRY.read_text("utf-8")
    long = extract("\n\n".join([text] * 60)[:60_000])
    made = page([long])
    # the entry is there only after the frame has been shown, which may be after the page has loaded
    paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    for _ in range(5):  # a busy machine may hold up one of them
        tab = browse(made)
        if (painted := tab.wait_for_function(paint).json_value()) < 1000:
            break
    assert painted < 1000
    tab.get_by_role("slider").fill("0.9")
    assert "quotations shown" in tab.locator("#shown").inner_text()


def test_a_notebook_may_show_many_pieces(browse, ferry):
    tab = browse(f"<!doctype html><title>Notebook</title>{fragment(ferry)}{fragment(ferry)}")
    assert tab.locator("mark").count() == 2 * sum(len(quote.contents) for quote in ferry.quotes)
