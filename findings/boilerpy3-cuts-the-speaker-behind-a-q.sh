#!/usr/bin/env bash
# boilerpy3 takes <q>, <cite> and <time> for blocks, and throws away what is behind them in the same sentence.
#
# It knows the elements of HTML 4's text by a list; any other ends the block, and begins another. <q>, <cite>, <time> and <mark> are
# not in the list. The rest of the sentence is then a short block of its own, and short blocks count as furniture: of
# "<q>We stay</q>, Ida Moss said on Monday" the extractor for articles gives "We stay". With <em> in its place all is given.
#
# Whom it hurts: whoever reads pages that mark up quotations as HTML means them to be: the words are left, the speaker is gone.
#
# What quotekit does: it reads pages itself and makes marks of <q>; tests/readers/test_html.py has sentences that go on behind one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check boilerpy3==1.0.7
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from boilerpy3 import extractors

LONG = (
    "The council met on Monday to speak about the wall that keeps the sea out of the old town, "
    "which has stood there for two hundred years and more."
)
print("boilerpy3", version("boilerpy3"))
expected = {
    "<em>We stay</em>, Ida Moss said on Monday.": "We stay, Ida Moss said on Monday.",
    "<q>We stay</q>, Ida Moss said on Monday.": "We stay",
    "On <time>Monday</time> Moss spoke.": "On",
}
for sentence, kept in expected.items():
    page = f"<html><body><p>{LONG}</p><p>{sentence}</p></body></html>"
    found = extractors.ArticleExtractor().get_content(page)
    print(sentence, "->", repr(found.removeprefix(LONG)))
    assert found.removeprefix(LONG).strip() == kept
PY
