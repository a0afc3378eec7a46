#!/usr/bin/env bash
# strip_code of mwparserfromhell and plain_text of wikitextparser put the words of a footnote into the sentence.
#
# *“We stay,<ref>Quay Post, 5 March 2025</ref> all of us”* has a small number in print, and its source below the page. Both give
# *“We stay,Quay Post, 5 March 2025 all of us”*, without a blank. The documentation of strip_code says that tags are removed
# completely; a comment, or a footnote that consists of a template, is.
#
# Whom it hurts: whoever takes quotations from Wikipedia or Wikinews: a paper and a day are quoted as words of the speaker, and
# the day is taken for one that she spoke of.
#
# What quotekit does: it reads no wikitext; in HTML the raised number of a footnote is no word; tests/readers/test_html.py.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mwparserfromhell==0.7.2 wikitextparser==3.0.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import mwparserfromhell
import wikitextparser

print("mwparserfromhell", version("mwparserfromhell"), "wikitextparser", version("wikitextparser"))
expected = {
    "“We stay,<!-- sure? --> all of us,” Ida Moss said.": "“We stay, all of us,” Ida Moss said.",
    "“We stay,<ref>{{cite news|title=Wall}}</ref> all of us,” Ida Moss said.": "“We stay, all of us,” Ida Moss said.",
    "“We stay,<ref>Quay Post, 5 March 2025</ref> all of us,” Ida Moss said.": (
        "“We stay,Quay Post, 5 March 2025 all of us,” Ida Moss said."
    ),
}
for wikitext, text in expected.items():
    found = mwparserfromhell.parse(wikitext).strip_code(), wikitextparser.parse(wikitext).plain_text()
    print(found)
    assert found == (text, text)
PY
