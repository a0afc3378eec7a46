"""HTML: what of a page is its article, and what the page says of itself."""

from __future__ import annotations

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article, extract
from quotekit._readers.html import page_article, read_html
from quotekit._readers.html.page import Page
from quotekit._readers.html.tags import tokens

from .compare_pages import GOLD, PAGES, Score, ours, score


@pytest.fixture(autouse=True)
def light(monkeypatch):
    """The reader without its extra; what that adds is tested in `test_drawn.py`."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)


def page(html: str) -> Article:
    [article] = read_html(io.BytesIO(html.encode()), "page.html")
    return article


def test_paragraphs_are_kept_and_markup_goes():
    article = page(
        "<html><body><p>The <b>har&shy;bour</b>\n wall&nbsp;holds.</p><p>&ldquo;No,&rdquo; she"
        "<br>said.</p><ul><li>one<li>two</ul></body></html>"
    )
    assert article.text == ("The har\u00adbour wall\u00a0holds.\n\n“No,” she\nsaid.\n\none\n\ntwo")
    assert article.markup == "html"


def test_what_is_no_article_goes():
    article = page(
        "<head><style>p{}</style><script>var x = '<p>no</p>';</script></head><body>"
        "<nav>Home</nav><header>The Quay Post</header><h1>Wall</h1><p>Text.</p>"
        "<aside>More</aside><form>Search</form><footer>Legal</footer></body>"
    )
    assert article.text == "Wall\n\nText."


def test_of_several_articles_the_longest_is_taken_with_the_headline():
    article = page(
        "<h1>Wall</h1><main><article><p>Teaser.</p></article>"
        "<article><header>By Bo Tran</header><p>The text of it.</p></article></main><p>Other.</p>"
    )
    assert article.text == "Wall\n\nBy Bo Tran\n\nThe text of it."


def test_the_page_says_title_day_publisher_address_and_language():
    article = page(
        '<html lang="de-AT"><head><title>Mauer | Post</title><meta property="og:title" '
        'content="Mauer"><meta property="og:site_name" content="Post"><meta '
        'property="article:published_time" content="2021-07-27T23:30:00+02:00">'
        '<link rel="canonical" href="https://post.example/mauer"></head><p>x'
    )
    assert (article.title, str(article.published), article.publisher) == (
        "Mauer",
        "2021-07-27",
        "Post",
    )
    assert (article.url, article.language) == ("https://post.example/mauer", "de")
    assert article.published_from == "metadata"


def test_the_speaker_of_a_headline_stays_in_it():
    head = "<head><title>Ida Moss: We will never pay for the wall</title></head>"
    assert page(head + "<h2>Walls</h2><p>It holds.").title == (
        "Ida Moss: We will never pay for the wall"
    )


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<meta name="author" content="Kim In Sook">', "Kim In Sook"),
        ('<meta name="author" content="Ana Rosa de la Cruz">', "Ana Rosa de la Cruz"),
        (
            '<meta name="author" content="The Quay Post"><script type="application/ld+json">'
            '{"@type": "NewsArticle", "author": [{"name": "Ida Moss"}, {"name": "Bo Tran"}]}</script>',
            "Ida Moss; Bo Tran",
        ),
    ],
)
def test_the_page_says_all_its_authors_with_their_whole_names(head, names):
    assert page(f"<head>{head}</head><p>It holds.").meta["author"] == names


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": '
        '["NewsArticle"], "datePublished": "2021-07-27", "headline": "Wall"}]}</script>',
        '<meta name="date" content="2021-07-27">',
        '<meta itemprop="datePublished" content="2021-07-27T01:00">',
        '<time itemprop="datePublished" datetime="2021-07-27">yesterday</time>',
        '<meta name="date" content="2020-01-01"><script type="application/ld+json">'
        '{"@type": "Article", "datePublished": "2021-07-27"}</script>',
    ],
)
def test_the_day_is_read_where_pages_put_it(head):
    assert str(page(f"{head}<p>x").published) == "2021-07-27"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<script type="application/ld+json">{broken</script>',
        '<meta name="date" content="2021-02-30">',
        '<meta name="date" content="last week">',
        '<script type="application/ld+json">{"@type": "Person", "datePublished": "2021-07-27"}'
        "</script>",
    ],
)
def test_a_day_that_is_none_stays_unknown(head):
    article = page(f"{head}<p>x")
    assert (article.published, article.published_from) == (None, None)


def test_the_declared_encoding_counts():
    data = '<meta charset="iso-8859-1"><p>“caf\u00e9”'.encode("cp1252")
    [article] = read_html(io.BytesIO(data), "a.html")
    assert article.text == "“café”"


@pytest.mark.parametrize("html", ["", "<", "<p", "</article></p>", "<article>", "<!--", "&#0;&x"])
def test_broken_markup_is_read_as_far_as_it_goes(html):
    assert isinstance(page(html).text, str)


# -- quotations that the page marks up -------------------------------------------------------------


def quotes(html: str) -> list[tuple[str, str | None]]:
    article = page(html)
    found = extract(article).quotes
    for quote in found:
        assert [article.text[span.start : span.end] for span in quote.contents]
    return [(quote.text, quote.speaker and quote.speaker.name) for quote in found]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>She said <q>no</q>.", "She said “no”."),
        ("<p>She said <q>“no”</q>.", "She said “no”."),
        ("<p>She said “<q>no</q>”.", "She said “no”."),
        ("<p>She said <q>he said <q>no</q> twice</q>.", "She said “he said ‘no’ twice”."),
        ("<p>She said <q>no.<p>Then she left.", "She said “no.”\n\nThen she left."),
        ("<p>She said <q></q>.", "She said ."),
        ("<p>She said <q> <b>no</b>, I <br>won’t </q>.", "She said “no, I\nwon’t”."),
        ('<html lang="de-AT"><p>Sie sagte <q>nein</q>.', "Sie sagte „nein“."),
        ('<html lang="fr"><p>Elle dit <q>non</q>.', "Elle dit «\u00a0non\u00a0»."),
        ('<html lang="xx"><p>U <q>no</q>.', "U “no”."),
    ],
)
def test_what_stands_in_q_gets_the_marks_of_its_language(html, text):
    assert page(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('“We stay,<sup><a href="#fn1">1</a></sup> all of us.”', "“We stay, all of us.”"),
        ('“No.”<a href="#fn1" role="doc-noteref"><sup>1</sup></a>', "“No.”"),
        ('“No.”<sup><a href="./Wall#cite_note-1"><i>[</i>1<i>]</i></a></sup>', "“No.”"),
        ('To the Post.<a href="#fnref1" role="doc-backlink">↩︎</a>', "To the Post."),
        ('It is 5 m<sup>2</sup>, <a href="#map">see the map</a>.', "It is 5 m2, see the map."),
    ],
)
def test_the_numbers_of_footnotes_are_no_words(html, text):
    assert page(f"<p>{html}").text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<blockquote>We stayed.</blockquote>", "“We stayed.”"),
        ("<blockquote><p>We stayed.<p>All night.</blockquote>", "“We stayed.\n\n“All night.”"),
        ("<blockquote>“We stayed.”</blockquote>", "“We stayed.”"),
        ("<blockquote>We “stayed”.</blockquote>", "«We “stayed”.»"),
        (
            "<blockquote><p>We stayed.<footer>— <cite>Ida Moss</cite>, mayor</footer></blockquote>",
            "“We stayed.”\n— Ida Moss, mayor",
        ),
        ("<blockquote>We stayed. <cite>Ida Moss</cite></blockquote>", "“We stayed.”\n— Ida Moss"),
        ("<blockquote><p>We stayed.</p>- Ida Moss</blockquote>", "“We stayed.”\n— Ida Moss"),
        ("<blockquote>We stayed.<br>– Ida Moss</blockquote>", "“We stayed.”\n— Ida Moss"),
        (
            "<figure><blockquote>We stayed.</blockquote><figcaption>Ida Moss</figcaption></figure>",
            "“We stayed.”\n— Ida Moss",
        ),
        (
            '<blockquote class="twitter-tweet"><p>We stayed.</p>&mdash; Ida Moss (@idamoss) '
            '<a href="x">May 12, 2023</a></blockquote>',
            "“We stayed.”\n— Ida Moss (@idamoss), May 12, 2023",
        ),
        (
            "<blockquote><p>We stayed.</p><p><a>A post shared by Ida Moss (@ida)</a></p></blockquote>",
            "“We stayed.”\n— Ida Moss (@ida)",
        ),
    ],
)
def test_a_quoted_block_stands_in_marks_and_is_signed(html, text):
    assert page(f"<p>It rained.</p>{html}<p>Then it was dry.</p>").text == (
        f"It rained.\n\n{text}\n\nThen it was dry."
    )


def test_quotations_of_a_page_come_out_with_their_speakers_and_offsets_into_its_text():
    assert quotes(
        "<p>The wall holds.</p><p><q>It is old</q>, engineer Bo Tran said.</p>"
        "<blockquote><p>We stayed all night.</p><cite>Ida Moss</cite></blockquote>"
    ) == [("It is old", "Bo Tran"), ("We stayed all night.", "Ida Moss")]


def test_the_words_of_a_time_stay_in_their_line():
    html = '<p>“No,” Ida Moss said on <time datetime="2023-03-30">Thursday</time>.'
    assert page(html).text == "“No,” Ida Moss said on Thursday."


# -- pages that are broken -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<form><nav>Home</nav><h1>Wall</h1><p>It held.</form>",
        "<div><nav>Home</div><h1>Wall</h1><p>It held.",
        "<title>Wall<body><h1>Wall</h1><p>It held.",
        "<script>var x;<h1>Wall</h1><p>It held.",
        "<h1>Wall</h1></div></article><p>It held.",
        "<h1>Wall</h1><p>It held.<!-- no end <p>lost",
        "<h1>Wall</h1><div><div><aside>Ad</aside><p>It held.",
    ],
)
def test_an_article_survives_what_is_broken_around_it(html):
    text = page(html).text
    assert "It held." in text
    assert "Wall" in text


HOSTILE = [
    "<", "<a ", "<a b=\"", "<a b='", "<!--", "<![", "<?", "</", "</p", "<a b='\">", "<title>",
    "<script>",
    "&#", "&#1", "<a b ", "<div>", "<q>", "<blockquote>", "<p>a</b>", "<b><i></b>", "<br>", "<q>a</q>",
    "<table><tr><td>", "<!DOCTYPE [", "<textarea></", "<p>“", "<cite>", '<p class="a b">x', "<nav>x",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_broken_tags_take_no_longer_than_news(piece, affordable):
    """At most 1.5 times as long as reading and extracting news of that length in the same run."""
    size = 30_000
    news = "<p>The wall <b>held</b>, Mayor Ida Moss said on Thursday. “It is old.” " * 1000
    assert affordable(
        lambda: page_article((piece * size)[:size], id="a"),
        1.5,
        lambda: extract(page_article(news[:size], id="a")),
        0.0,
    )


@pytest.mark.parametrize(
    "value",
    [
        [{"@type": "Person"}] * 50_000,
        {"@graph": [[{}] * 20_000] * 3},
        json.loads("[" * 900 + "]" * 900),
    ],
)
def test_json_ld_of_any_length_is_walked_in_time(value, cost):
    text = f'<script type="application/ld+json">{json.dumps(value)}</script><p>x'
    assert cost(lambda: page(text)) < 2


PIECES = st.sampled_from(
    [*HOSTILE, "</q>", "</blockquote>", "</p>", "</nav>", "x", "Ida", " ", ">", "=", '"']
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_no_page_raises(html):
    article = page_article(html, id="a")
    assert isinstance(article.text, str)


@given(st.text(st.characters(exclude_characters="<&\0"), max_size=60))
def test_words_without_tags_are_one_token(text):
    assert "".join(token.value for token in tokens(text)) == text


WORDS = st.text(st.sampled_from("abcäé𝕏\u0301 ’"), min_size=1, max_size=12).filter(str.strip)


@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["p", "li", "div", "blockquote"]))
def test_every_word_of_a_paragraph_is_in_the_text(paragraphs, tag):
    html = "".join(f"<{tag}>{text}</{tag}>" for text in paragraphs)
    blocks = Page(html).blocks
    assert [block.text for block in blocks] == [
        " ".join(text.split(" ")).strip(" ") for text in paragraphs
    ] or ([block.text.split() for block in blocks] == [text.split() for text in paragraphs])


# -- whole pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GOLD)
def test_an_article_is_drawn_out_of_what_stands_around_it(name):
    reached = score(ours(PAGES / name), GOLD[name])
    assert reached.right == reached.drawn, "words that are not the article's"
    assert reached.right >= 0.9 * reached.wanted
    assert reached.quotations == reached.of_quotations
    assert reached.facts == reached.of_facts


def test_of_all_pages_nearly_every_paragraph_comes_out_whole():
    total = Score(*[0] * 10)
    for name, gold in GOLD.items():
        total += score(ours(PAGES / name), gold)
    assert total.paragraphs >= 0.95 * total.of_paragraphs
    assert total.attributed >= 0.91 * total.of_quotations
