#!/usr/bin/env bash
# smartypants opens a quotation with a closing mark where it begins with a bracket.
#
# *"[W]e stay,"* is how editors mark a letter that they changed. smartypants makes it *”[W]e stay,”*, with two closing marks,
# and so before *(*, *$*, *@* and *#*. In the middle of a line, behind a blank, the opening mark is right; at the beginning of
# a paragraph, where quotations mostly begin, it is not. docutils, Markdown and pandoc, which have the same rules from the
# same source, all open it.
#
# Whom it hurts: pages made with it (Pelican, typogrify): what looks for pairs of marks finds no quotation there, or takes the
# words between two of them.
#
# What quotekit does: it reads a mark by its place where its shape speaks against it; tests/cases/marks/odd.toml has such lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check smartypants==2.0.2
"$work/venv/bin/python" - <<'PY'
import html
from importlib.metadata import version

from smartypants import smartypants

print("smartypants", version("smartypants"))
expected = {
    '"We stay," Ida Moss said.': "“We stay,” Ida Moss said.",
    '"[W]e stay," Ida Moss said.': "”[W]e stay,” Ida Moss said.",
    '"(Laughs.) No," Ida Moss said.': "”(Laughs.) No,” Ida Moss said.",
    '"$5 is fair," Ida Moss said.': "”$5 is fair,” Ida Moss said.",
    'Ida Moss said "[w]e stay".': "Ida Moss said “[w]e stay”.",
}
for text, written in expected.items():
    found = html.unescape(smartypants(text))
    print(f"{text} -> {found}")
    assert found == written
PY
