#!/usr/bin/env bash
# trafilatura removes the marks of a quotation that a page marks as one, and breaks its sentence in two.
#
# HTML has *<q>* for words quoted within a sentence, and the browser sets the marks: authors are told to leave them out.
# In trafilatura's text no marks stand for the element, and a line break behind it cuts the sentence. html2text, inscriptis and
# markdownify write marks. The setting for formatting (include_formatting) does not bring them back.
#
# Whom it hurts: whoever looks for quotations in text from trafilatura: careful pages are the ones where there is none, and
# *, Ida Moss said.* stands as a line of its own.
#
# What quotekit does: its HTML reader sets the marks before trafilatura sees the page; tests/readers/test_html.py.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml-html-clean==0.4.6 html2text==2025.4.15
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import html2text
import trafilatura

print("trafilatura", version("trafilatura"), "html2text", version("html2text"))
SAID = "<p>The mayor of the town said that <q>the wall holds</q>, and left the hall.</p>"
BODY = "".join(f"<p>The wall of the quay is old, the council said in its note number {n}.</p>" for n in range(9))
page = f"<html><body><article>{BODY}{SAID}</article></body></html>"
for formatting in (False, True):
    lines = [line.strip() for line in trafilatura.extract(page, include_formatting=formatting).splitlines()]
    *_, before, after = filter(None, lines)
    print("trafilatura:", [before, after])
    assert before == "The mayor of the town said that the wall holds"
    assert after == ", and left the hall."
other = " ".join(html2text.html2text(SAID).split())
print("html2text:", other)
assert other == 'The mayor of the town said that "the wall holds", and left the hall.'
PY
