#!/usr/bin/env bash
# fastfeedparser gives one author of an entry that has several, in a list that is there for several.
#
# An Atom entry may have any number of authors, and feeds with dc:creator have one element for each. The field authors, a list
# as in feedparser, holds the first alone. feedparser has all of them.
#
# Whom it hurts: counts of who writes: whoever is named second has written nothing.
#
# What quotekit does: its feed reader names all; tests/readers/test_feeds.py.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fastfeedparser==0.6.5 feedparser==6.0.14
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import fastfeedparser
import feedparser

print("fastfeedparser", version("fastfeedparser"), "feedparser", version("feedparser"))
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>urn:quay</id><updated>2025-03-05T10:00:00Z</updated>'
    "<entry><title>Wall</title><id>urn:quay:1</id><updated>2025-03-05T10:00:00Z</updated><summary>It holds.</summary>"
    "<author><name>Ida Moss</name></author><author><name>Bo Tran</name></author></entry></feed>"
)
RSS = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay</title>'
    "<link>http://quay.example/</link><description>News</description><item><title>Wall</title>"
    "<link>http://quay.example/1</link><dc:creator>Ida Moss</dc:creator><dc:creator>Bo Tran</dc:creator>"
    "</item></channel></rss>"
)
for feed in (ATOM, RSS):
    fast, slow = (
        [author["name"] for author in parse(feed).entries[0].authors]
        for parse in (fastfeedparser.parse, feedparser.parse)
    )
    print("fastfeedparser:", fast, "feedparser:", slow)
    assert (fast, slow) == (["Ida Moss"], ["Ida Moss", "Bo Tran"])
PY
