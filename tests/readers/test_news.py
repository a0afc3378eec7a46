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
