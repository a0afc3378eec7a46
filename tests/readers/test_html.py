"""HTML: what of a page is its article, and what the page says of itself."""

from __future__ import annotations

import io

import pytest

from quotekit import Article
from quotekit._readers.html import read_html


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
