#!/usr/bin/env bash
# feedparser cuts the end of a mail address at four letters, and gives the rest to the name.
#
# RSS writes an author as *ida@quay.press (Ida Moss)*. Up to four letters behind the last dot (.com, .news) the name is
# *Ida Moss*. From five on, as in .press, .media or .london, the address loses its end, and the name is *s (Ida Moss*.
#
# Whom it hurts: whoever takes names from authors or author_detail, as the documentation offers: outlets at newer domains
# have authors that do not exist, and one name differs from domain to domain.
#
# What quotekit does: it takes names out of such lines itself; tests/readers/test_feeds.py has this address.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import feedparser

print("feedparser", version("feedparser"))
feed = (
    '<rss version="2.0"><channel><title>The Quay Post</title><link>http://quay.example/</link>'
    "<description>News</description><item><title>Wall holds</title><author>%s</author></item></channel></rss>"
)
expected = {
    "ida@quay.news (Ida Moss)": {"name": "Ida Moss", "email": "ida@quay.news"},
    "ida@quay.press (Ida Moss)": {"name": "s (Ida Moss", "email": "ida@quay.pres"},
    "ida@quay.london (Ida Moss)": {"name": "on (Ida Moss", "email": "ida@quay.lond"},
}
for author, parts in expected.items():
    [entry] = feedparser.parse(feed % author).entries
    print(f"{author!r} -> {dict(entry.author_detail)}")
    assert dict(entry.author_detail) == parts and entry.authors == [parts]
PY
