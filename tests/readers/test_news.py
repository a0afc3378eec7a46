"""News formats: NITF, NewsML-G2 and ninjs."""

from __future__ import annotations

import contextlib
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article, Failure
from quotekit._readers.jsons import read_json
from quotekit._readers.news import read_news
from quotekit.exceptions import QuotekitError, ReadError

from .reading import items, one

NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<head><title>Wall</title><docdata><doc-id id-string="quay-7"/>
<date.issue norm="20230512T233000-0500"/></docdata>
<pubdata name="The Quay Post"/></head>
<body xml:lang="en"><body.head><hedline><hl1>Wall <em>holds</em></hl1></hedline>
<byline>By Ida Moss</byline></body.head>
<body.content><block><p>“The wall holds,” <person>Bo Tran</person> said &amp; left.</p>
<media><media-caption>A wall</media-caption></media>
<bq><block><p>We stayed.</p></block>
<credit>Ruth Okafor</credit></bq></block></body.content></body></nitf>
"""

NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:quay:7" xml:lang="en"><itemMeta><provider literal="Quay Agency"/>
<versionCreated>2023-05-14T10:00:00Z</versionCreated><firstCreated>2023-05-12T23:30:00-05:00</firstCreated></itemMeta>
<contentMeta><headline>Wall holds</headline><language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Not this</title></head><body><p>She said <q>no</q>.</p></body></html></inlineXML>
</contentSet></newsItem>
<newsItem guid="urn:quay:8"><contentSet/></newsItem>
<newsItem guid="urn:quay:9"><contentSet>
<inlineData contenttype="text/plain">Nobody spoke.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>
"""  # fmt: skip


def test_nitf_gives_an_article(file):
    pytest.importorskip("defusedxml", reason="needs the extra `news`")
    article = one(file("a.xml", NITF))
    assert article.text == ("“The wall holds,” Bo Tran said & left.\n\n“We stayed.”\n— Ruth Okafor")
    assert (article.id, article.title, article.publisher) == (
        "quay-7",
        "Wall holds",
        "The Quay Post",
    )
    assert (str(article.published), article.meta) == ("2023-05-12", {"byline": "By Ida Moss"})


def test_newsml_gives_an_article_for_each_item_with_a_text(file):
    pytest.importorskip("defusedxml", reason="needs the extra `news`")
    first, failed, third = items(file("a.xml", NEWSML))
    assert first.text == "She said “no”."
    assert (first.id, first.title, first.publisher) == ("urn:quay:7", "Wall holds", "Quay Agency")
    assert (str(first.published), first.language) == ("2023-05-12", "en-GB")
    assert str(failed).endswith("a.xml, item 2: no text")
    assert third.text == "Nobody spoke."


G2_WITH_NITF = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:quay.example:7" version="2"
 standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:QUAY"><name>Quay Agency</name></provider>
<versionCreated>2023-05-14T10:00:00Z</versionCreated><firstCreated>2023-05-12T23:30:00-05:00</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><language tag="en-GB"/><headline>Wall holds</headline><by>By Ida Marsh</by></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.head><hedline><hl1>Not this</hl1></hedline></body.head>
<body.content><p>“It holds,” Bo Tran said.</p></body.content></body></nitf></inlineXML></contentSet>
</newsItem>
"""  # fmt: skip


def test_an_item_of_newsml_with_its_text_as_nitf_is_one_article(file):
    pytest.importorskip("defusedxml", reason="needs the extra `news`")
    article = one(file("a.xml", G2_WITH_NITF))
    assert (article.text, article.title) == ("“It holds,” Bo Tran said.", "Wall holds")
    assert article.meta == {"byline": "By Ida Marsh"}


def first_item(content: str) -> bytes:
    """Return an item as a document of its own: newsmlg2 1.1 reads none inside a message."""
    item = content[content.index("<newsItem") : content.index("</newsItem>") + len("</newsItem>")]
    namespace = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    return item.replace("<newsItem", f"<newsItem {namespace}", namespace not in item[:200]).encode()


@pytest.mark.parametrize("content", [NEWSML, G2_WITH_NITF], ids=["message", "item"])
def test_newsml_says_what_its_publishers_own_library_reads(file, content):
    pytest.importorskip("defusedxml", reason="needs the extra `news`")
    g2 = pytest.importorskip("NewsMLG2", reason="needs newsmlg2, IPTC's implementation")
    item = g2.NewsMLG2Document(first_item(content)).get_item()
    article = next(iter(items(file("a.xml", content))))
    assert article.id == item.guid
    assert article.title == str(item.contentmeta.headline)
    assert article.published.isoformat() == str(item.itemmeta.firstcreated)[:10]
    provider = item.itemmeta.provider
    assert article.publisher in (getattr(provider, "literal", None), str(provider.name))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<recipe/>", "neither a feed, NITF nor NewsML-G2: <recipe>"),
        ("<nitf><p></nitf>", "no XML that can be read"),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "no XML that can be read"),
    ],
)
def test_other_xml_is_refused(file, content, said):
    pytest.importorskip("defusedxml", reason="needs the extra `news`")
    with pytest.raises(ReadError, match=said):
        items(file("a.xml", content))


NINJS = [
    {"uri": "a", "headline": "Wall", "versioncreated": "2023-05-12T23:30:00-05:00",
     "body_text": "She said no.", "body_xhtml": "<p>She said <q>no</q>.</p>", "slugline": "wall"},
    {"uri": "a", "headlines": [{"role": "short", "value": "W"}, {"role": "main", "value": "Wall"}],
     "versionCreated": "2023-05-12T23:30:00-05:00", "slugline": "wall",
     "bodies": [{"role": "teaser", "value": "No!"},
                {"role": "main", "contentType": "text/html", "value": "<p>She said <q>no</q>."}]},
]  # fmt: skip


@pytest.mark.parametrize("record", NINJS, ids=["version 1", "version 3"])
def test_ninjs_gives_an_article(file, record):
    article = one(file("a.json", json.dumps(record)))
    assert article.text == "She said “no”."
    assert (article.id, article.title, str(article.published)) == ("a", "Wall", "2023-05-12")
    assert article.meta == {"slugline": "wall"}


def test_ninjs_without_a_text_is_reported(file):
    [failed] = items(file("a.json", '{"uri": "a", "body_text": ""}'))
    assert str(failed).endswith("ninjs without a text")


@settings(max_examples=80)
@given(data=st.data())
def test_any_bytes_give_articles_or_an_error_of_ours(data):
    pytest.importorskip("defusedxml", reason="needs the extra `news`")
    whole = data.draw(st.sampled_from([NITF, NEWSML])).encode()
    place = data.draw(st.integers(0, len(whole)))
    junk = data.draw(st.binary(max_size=20))
    with contextlib.suppress(QuotekitError):
        for item in read_news(
            io.BytesIO(whole[:place] + junk + whole[place + len(junk) :]), "a.xml"
        ):
            assert isinstance(item, (Article, Failure))


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["role", "value", "contentType"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = ["headline", "headlines", "bodies", "body_text", "body_xhtml", "language", "versionCreated"]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES), VALUES)
def test_any_object_that_looks_like_ninjs_gives_an_article_or_a_failure(record, uri):
    data = json.dumps({"uri": uri, **record}).encode()
    with contextlib.suppress(QuotekitError):
        for item in read_json(io.BytesIO(data), "a.json"):
            assert isinstance(item, (Article, Failure))
