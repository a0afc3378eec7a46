#!/usr/bin/env bash
# feedgen writes type="CDATA" into Atom, where there is no such type, and atoma then refuses the whole feed.
#
# content(…, type="CDATA") asks feedgen for a CDATA section, as its documentation shows; in RSS that is all that happens. In Atom it
# also becomes the type of the content, which says what the text is: text, html, xhtml or a media type. feedparser gives the
# type as "cdata" and the markup as it is; for atoma it is a ValueError that no entry survives. (Pull request 123, open since 2023.)
#
# Whom it hurts: one site that writes its articles so; its readers see tags in place of quotations, or no feed at all.
#
# What quotekit does: it reads such content as HTML; tests/readers/test_feeds.py has the four kinds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedgen==1.0.0 atoma==0.0.17 feedparser==6.0.14
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import atoma
import feedparser
from feedgen.feed import FeedGenerator


def atom(kind):
    feed = FeedGenerator()
    feed.id("http://quay.example/")
    feed.title("The Quay Post")
    feed.link(href="http://quay.example/")
    entry = feed.add_entry()
    entry.id("http://quay.example/7")
    entry.title("The wall")
    entry.content("<p>We stay.</p>", type=kind)
    return feed.atom_str()


print(*(f"{name} {version(name)}" for name in ("feedgen", "atoma", "feedparser")))
assert b'<content type="CDATA"><![CDATA[<p>We stay.</p>]]></content>' in atom("CDATA")
for kind, told in (("html", "text/html"), ("CDATA", "cdata")):
    [content] = feedparser.parse(atom(kind)).entries[0].content
    print(kind, "->", content.type, content.value)
    assert (content.type, content.value) == (told, "<p>We stay.</p>")
assert atoma.parse_atom_bytes(atom("html")).entries[0].content.value == "<p>We stay.</p>"
try:
    atoma.parse_atom_bytes(atom("CDATA"))
except ValueError as error:
    print("ValueError:", error)
else:
    raise AssertionError("the feed is read")
PY
