"""Feeds: entries as articles; the feeds are written by feedgen."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article, Failure, extract
from quotekit._readers.feeds import read_feed
from quotekit.exceptions import QuotekitError, ReadError

from .reading import items, one

pytest.importorskip("feedparser", reason="needs the extra `feeds`")

BODY = (
    "<p>“The wall holds,” Ida Moss said on Friday.</p><blockquote><p>We stayed.</p>"
    "<footer>Bo Tran</footer></blockquote>"
)


XHTML = "http://www.w3.org/1999/xhtml"


def feed(kind: str) -> bytes:
    feedgen = pytest.importorskip("feedgen.feed")
    made = feedgen.FeedGenerator()
    made.id("http://quay.example/")
    made.title("The Quay Post")
    made.link(href="http://quay.example/")
    made.description("News of Port Elan")
    made.language("en")
    entry = made.add_entry()
    entry.id("http://quay.example/7")
    entry.title("Wall holds & ferry waits")
    entry.link(href="http://quay.example/7")
    entry.author(name="Ida Moss", email="ida@quay.example")
    entry.published("2023-05-12T23:30:00-05:00")
    entry.updated("2023-05-14T10:00:00Z")
    entry.summary("The wall holds.")
    entry.content(BODY, type="html" if kind == "atom" else "CDATA")
    return made.atom_str() if kind == "atom" else made.rss_str()


def rss(entry: str) -> str:
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<item>{entry}</item></channel></rss>"
    )


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_an_entry_is_an_article_with_its_full_content(file, kind):
    article = one(file("a.xml", feed(kind)))
    assert article.text.startswith("“The wall holds,” Ida Moss said on Friday.")
    assert "“We stayed.”\n— Bo Tran" in article.text
    assert article.title == "Wall holds & ferry waits"
    assert article.publisher == "The Quay Post"
    assert (article.id, article.url) == ("http://quay.example/7", "http://quay.example/7")
    assert article.warnings == ()
    assert [quote.speaker.name for quote in extract(article).quotes] == ["Ida Moss", "Bo Tran"]


@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        ("text", "5 &lt; 6, Moss said."),
        ("html", "&lt;p&gt;5 &amp;lt; 6, &lt;b&gt;Moss&lt;/b&gt; said.&lt;/p&gt;"),
        ("CDATA", "<![CDATA[<p>5 &lt; 6, <b>Moss</b> said.</p>]]>"),  # feedgen's, and nobody else's
        ("xhtml", f'<div xmlns="{XHTML}"><p>5 &lt; 6, <b>Moss</b> said.</p></div>'),
    ],
)
def test_every_kind_of_text_of_atom_is_read(file, kind, inside):
    text = f"<title type='{kind}'>{inside}</title><content type='{kind}'>{inside}</content>"
    entry = f"<entry><id>urn:quay:7</id><updated>2023-05-12T10:00:00Z</updated>{text}</entry>"
    article = one(file("a.xml", f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>"))
    assert (article.title, article.text) == ("5 < 6, Moss said.",) * 2


@pytest.mark.parametrize("kind", ["atom", "rss"])
def test_the_day_is_the_one_the_feed_writes_and_not_that_in_utc(file, kind):
    assert str(one(file("a.xml", feed(kind))).published) == "2023-05-12"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("<author>ida@quay.news (Ida Moss)</author>", "Ida Moss"),
        ("<author>ida@quay.press (Ida Moss)</author>", "Ida Moss"),
        ("<author>Ida Moss &lt;ida@quay.press&gt;</author>", "Ida Moss"),
        ("<author>ida@quay.press</author>", "ida@quay.press"),
        ("<dc:creator>Ida Moss</dc:creator><dc:creator>Bo Tran</dc:creator>", "Ida Moss; Bo Tran"),
        (
            "<author>ida@quay.press (Ida Moss)</author><dc:creator>Ida Moss</dc:creator>"
            "<author>bo@quay.london (Bo Tran)</author>",
            "Ida Moss; Bo Tran",
        ),
    ],
)
def test_authors_are_named_without_their_addresses(file, written, names):
    article = one(file("a.rss", rss(f"<description>It holds.</description>{written}")))
    assert article.meta["author"] == names


@pytest.mark.parametrize("written", ["2025", "2025-03"])
def test_a_year_or_a_month_is_no_day_of_publication(file, written):
    entry = f"<description>It holds.</description><dc:date>{written}</dc:date>"
    assert one(file("a.rss", rss(entry))).published is None


def test_an_entry_with_nothing_but_a_summary_says_so(file):
    entry = "<item><description>It holds.</description></item>"
    text = f"<rss version='2.0'><channel>{entry}</channel></rss>"
    assert one(file("a.rss", text)).warnings == ("the feed has no full text, only a summary",)


def test_an_entry_without_text_is_reported_and_the_rest_goes_on(file):
    text = (
        "<rss version='2.0'><channel><item><link>http://quay.example/1</link></item>"
        "<item><description>It holds.</description></item></channel></rss>"
    )
    failed, good = items(file("a.rss", text))
    assert str(failed).endswith("a.rss, entry 1: no text, only a link")
    assert good.text == "It holds."


def test_a_feed_that_breaks_off_gives_what_stands_before_with_a_warning(file):
    whole = feed("rss").decode()
    path = file("a.rss", whole[: whole.index("</item>")])
    assert "damaged" in one(path).warnings[-1]


def test_what_is_no_feed_is_refused(file):
    with pytest.raises(ReadError, match="no RSS or Atom feed"):
        items(file("a.rss", "The wall holds."))


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.binary(max_size=80).map(lambda b: feed("rss")[:700] + b))
def test_any_bytes_give_articles_or_an_error_of_ours(data):
    try:
        for item in read_feed(io.BytesIO(data), "a.rss"):
            assert isinstance(item, (Article, Failure))
    except QuotekitError:
        pass
