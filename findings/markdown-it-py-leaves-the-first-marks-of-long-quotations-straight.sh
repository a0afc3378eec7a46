#!/usr/bin/env bash
# markdown-it-py makes only the last paragraph's mark curly where a quotation has several paragraphs.
#
# In print each paragraph of a long quotation opens with a mark, and only the last one closes. The option typographer looks
# for pairs within one paragraph, and leaves a mark alone that finds no partner: the first paragraphs keep *"*, the last has
# *“* and *”*. One quotation then has two styles of marks. smartypants, docutils and pandoc make all of them curly.
#
# Whom it hurts: whoever reads pages made so (Jupyter Book, MyST): readers that keep to one style of marks get the last
# paragraph, and miss the others.
#
# What quotekit does: its own Markdown reader leaves all marks as they are written. On a page made with the typographer it too
# finds the last paragraph alone, since straight marks around curly ones are also how papers quote whole pages.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.2.0 smartypants==2.0.2
"$work/venv/bin/python" - <<'PY'
import html
import re
from importlib.metadata import version

from markdown_it import MarkdownIt
from smartypants import smartypants

print("markdown-it-py", version("markdown-it-py"), "smartypants", version("smartypants"))
text = '"The wall holds.\n\n"We stay," Ida Moss said.'
typographer = MarkdownIt("commonmark", {"typographer": True}).enable("smartquotes")
paragraphs = re.findall("<p>(.*)</p>", html.unescape(typographer.render(text)))
print(paragraphs)
assert paragraphs == ['"The wall holds.', "“We stay,” Ida Moss said."]
assert html.unescape(smartypants(text)) == "“The wall holds.\n\n“We stay,” Ida Moss said."
PY
