#!/usr/bin/env bash
# atoma gives no text of an Atom entry whose text is XHTML.
#
# Atom has three kinds of text: text, html and xhtml; the third is markup inside one <div>. atoma takes the characters before the
# first child element as the text, which are none, and the entry's content is None, as if there were none. A title of that kind,
# which every entry must have, is None as well. No error is raised.
#
# Whom it hurts: readers of feeds that send whole articles as XHTML: every article is empty, and nothing says so.
#
# What quotekit does: it reads the three kinds; tests/readers/test_feeds.py has entries of each.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check atoma==0.0.17
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import atoma

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay Post</title><id>urn:x-quay:feed</id>
<updated>2021-07-28T10:00:00Z</updated><entry><id>urn:x-quay:1</id><updated>2021-07-28T10:00:00Z</updated>%s</entry></feed>"""
DIV = '<div xmlns="http://www.w3.org/1999/xhtml"><p>We stay.</p></div>'


def entry(inside):
    [found] = atoma.parse_atom_bytes((FEED % inside).encode()).entries
    return found


print("atoma", version("atoma"))
html = entry('<title>Wall</title><content type="html">&lt;p&gt;We stay.&lt;/p&gt;</content>').content
xhtml = entry(f'<title>Wall</title><content type="xhtml">{DIV}</content>').content
print(html)
print(xhtml)
assert html.value == "<p>We stay.</p>"
assert xhtml is None
assert entry(f'<title type="xhtml">{DIV}</title>').title is None
PY
