"""Pages: complete in themselves, the text as it was, everything escaped, the policy strict."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("jinja2")

from markupsafe import Markup

from quotekit import (
    Article,
    Extraction,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Rejected,
    Span,
    Speaker,
    extract,
    read_all,
    write,
)
from quotekit._view.article import article_markup
from quotekit._visible import visible
from quotekit.view import fragment, page

from ..conftest import ROOT
from ..strategies import TEXTS

ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())
TAG_RE = re.compile(r"<[^<>]*>")
EVIL = "<script>alert(1)</script>“</style><img src=x onerror=alert(2)>”\u202e& javascript:"


@pytest.fixture(scope="module", name="found")
def _found() -> list[Extraction]:
    return [extract(article) for article in read_all(ARTICLES)]


def bare(markup: str) -> str:
    """Return the text of markup, as a browser would."""
    return html.unescape(TAG_RE.sub("", markup))


@st.composite
def extractions(draw):
    """Any text with any quotations in it, overlapping, nested and crossing as they like."""
    text = draw(TEXTS.filter(bool))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).filter(lambda p: p[0] != p[1]).map(lambda p: Span(*sorted(p)))

    def apart(found):
        kept = []
        for span in sorted(found):
            if not kept or kept[-1].end <= span.start:
                kept.append(span)
        return kept

    speaker = Speaker("s1", draw(TEXTS))
    quotes = draw(
        st.lists(
            st.builds(
                Quote,
                st.lists(spans, min_size=1, max_size=3).map(apart),
                st.sampled_from(list(QuoteKind)),
                cue=st.lists(spans, max_size=2).map(apart),
                quoted=st.lists(spans, max_size=2).map(apart),
                source=st.none() | st.builds(Mention, spans, st.sampled_from(list(MentionKind))),
                speaker=st.none() | st.just(speaker),
                why=TEXTS,
            ),
            max_size=5,
        )
    )
    quotes = tuple(sorted(quotes, key=lambda quote: quote.sort_key))
    rejected = tuple(Rejected(quote, draw(TEXTS)) for quote in quotes[:1])
    return Extraction(Article(text, id=draw(TEXTS)), quotes, (speaker,), (), rejected)


@given(extractions())
def test_the_visible_text_is_the_articles_whatever_is_marked(extraction):
    markup = article_markup(extraction, "a1", lambda quote: "c1", Markup(""))
    assert bare(markup) == visible(extraction.article.text)


@given(extractions())
def test_pages_and_fragments_can_be_made_of_everything(extraction):
    for made in (page([extraction]), fragment(extraction)):
        made.encode()
        identifiers = re.findall(r' id="([^"]*)"', made)
        assert len(identifiers) == len(set(identifiers))


@given(extractions())
def test_links_and_buttons_never_stand_inside_links(extraction):
    markup = article_markup(extraction, "a1", lambda quote: "c1")
    for inside in re.findall(r"<a [^>]*>(.*?)</a>", markup, flags=re.DOTALL):
        assert not re.search(r"<(a|button)\b", inside)


@given(extractions())
def test_every_link_of_a_page_leads_somewhere(extraction):
    made = page([extraction])
    identifiers = set(re.findall(r' id="([^"]*)"', made))
    for link in re.findall(r' (?:href="#|popovertarget=")([^"]*)"', made):
        assert link in identifiers


def test_a_page_loads_nothing_and_allows_only_its_own_style_and_script(found):
    made = page(found)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)[1]
    policy = html.unescape(policy)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        [text] = re.findall(rf"<{tag}>(.*?)</{tag}>", made, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r" (?:style|src|on\w+)=", made)
    assert not re.search(r"@import|url\(", made)


def test_everything_from_outside_is_escaped():
    speaker = Speaker("s1", EVIL, title=EVIL, affiliation=EVIL)
    mention = Mention(Span(0, 9), MentionKind.NAME)
    quote = Quote([Span(27, 40)], QuoteKind.DIRECT, source=mention, speaker=speaker, why=EVIL)
    article = Article(
        EVIL, id=EVIL, title=EVIL, publisher=EVIL, url="javascript:alert(1)", language='"><b>'
    )
    evil = Extraction(article, (quote,), (speaker,), (), (Rejected(quote, EVIL, EVIL),))
    for made in (page([evil, evil]), page([evil], title=EVIL), fragment(evil)):
        assert "<img" not in made
        assert "<b>" not in made.replace("<b>&lt;script", "").replace("<b>Unknown", "")
        assert made.count("<script") == made.count("default-src")
        assert 'href="javascript' not in made
        assert "\u202e" not in made
        assert "⟨U+202E⟩" in made


def test_an_address_becomes_a_link_only_on_the_web():
    for url, linked in (("https://quay.example/a?b=1&c", True), ("data:text/html,x", False)):
        made = page([Extraction(Article("No.", url=url))])
        assert (f'href="{html.escape(url)}"' in made) is linked


def test_one_speaker_has_one_colour_in_all_articles(found):
    made = page([found[0], found[0]])
    colours = set(
        re.findall(r'<span class="swatch (c\d+)" aria-hidden="true"></span><b>Odile', made)
    )
    assert len(set(re.findall(r'data-s="(p\d+)"', made))) == len(
        {speaker.name for speaker in found[0].speakers}
    )
    assert len(colours) <= 1


def test_several_articles_have_an_index(found):
    made = page(found)
    assert f"<h1>{len(found)} articles</h1>" in made
    for number in range(1, len(found) + 1):
        assert f'<a href="#a{number}">' in made
        assert f'<article id="a{number}"' in made
    assert 'class="index"' not in page(found[:1])


def test_a_page_says_when_what_was_said_and_what_was_rejected(found):
    wall = next(one for one in found if one.article.id == "wall")
    made = page([wall])
    assert re.search(r'<ol class="moments">\s*<li><time datetime="2021-W08">2021-W08</time>', made)
    assert "3 quotations without a known day" in made
    assert f"{len(wall.rejected)} rejected candidates" in made
    assert "a name given to something" in made


def test_no_articles_make_a_page_too():
    assert "0 articles" in page([])
    assert "Nobody is quoted." in page([Extraction(Article(""))])


def test_the_same_input_gives_the_same_page(found):
    assert page(found) == page(found)


def test_a_notebook_shows_a_piece_without_script_and_identifiers(found):
    made = found[0]._repr_html_()
    assert made == fragment(found[0])
    assert "<script" not in made
    assert not re.search(r' (?:id|href|data-q)="', made)
    assert "<mark" in made


def test_a_notebook_falls_back_where_jinja_is_missing(found, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "markupsafe", None)
    assert found[0]._repr_html_() is None


def test_writers_write_pages(found, tmp_path):
    write(found, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == page(found)


def test_a_long_article_makes_a_page_of_moderate_size():
    text = (ROOT / "examples" / "articles" / "ferry.txt").read_text("utf-8")
    long = extract("\n\n".join([text] * 50)[:60_000])
    made = page([long])
    assert len(long.quotes) > 300
    assert len(made.encode()) < 1_500_000
