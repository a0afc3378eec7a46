#!/usr/bin/env bash
# html2text, markdownify and inscriptis write a quotation inside a quotation with the marks of the outer one.
#
# In HTML the element *<q>* has no marks of its own: browsers set them, other ones for a *<q>* within another. The three
# write *"* for both: *"he wrote "never" twice"*, which reads as two quotations, *he wrote* and *twice*, with *never* between
# them. inscriptis even writes two marks on each side of the inner one. A reader can no longer tell what was inside what.
#
# Whom it hurts: whoever extracts quotations from text made so: what a page marks up without doubt is lost, and the words
# quoted within are credited to nobody, or to the narrator.
#
# What quotekit does: its HTML reader sets the marks of the page's language, inner ones of the other kind; tests/readers/test_html.py.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2text==2025.4.15 markdownify==1.2.3 inscriptis==2.7.6
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from html2text import html2text
from inscriptis import get_text
from markdownify import markdownify

page = "<p>She said <q>he wrote <q>never</q> twice</q>.</p>"
expected = {
    html2text: 'She said "he wrote "never" twice".',
    markdownify: 'She said "he wrote "never" twice".',
    get_text: 'She said "he wrote ""never"" twice".',
}
for convert, text in expected.items():
    library = convert.__module__.split(".")[0]
    found = convert(page).strip()
    print(library, version(library), found)
    assert found == text
PY
