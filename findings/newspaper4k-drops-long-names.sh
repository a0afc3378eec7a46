#!/usr/bin/env bash
# newspaper4k gives no author where the name has five parts or more.
#
# Bylines and meta elements are cut into names, and a name must have two to four words. *Ana de la Cruz* is an author;
# *Ana Rosa de la Cruz* is none, and neither is *Jean-Luc Roux-Le Gall*, since words end at hyphens. With several authors only the
# long names are absent.
#
# Whom it hurts: counts of who writes, in Spanish, Portuguese, French and Arabic press above all.
#
# What quotekit does: its HTML reader takes authors as the page states them; tests/readers/test_html.py has such a name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check newspaper4k==0.9.6
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from newspaper import Article

print("newspaper4k", version("newspaper4k"))
expected = {
    "Ana de la Cruz": ["Ana de la Cruz"],
    "Ana Rosa de la Cruz": [],
    "Jean-Luc Roux-Le Gall": [],
    "Ida Moss and Ana Rosa de la Cruz": ["Ida Moss"],
}
for content, authors in expected.items():
    page = (
        f'<html lang="en"><head><title>Wall holds</title><meta name="author" content="{content}"></head>'
        "<body><article><p>The wall of the quay holds, the council said.</p></article></body></html>"
    )
    article = Article("http://quay.example/wall")
    article.download(input_html=page)
    article.parse()
    print(f"{content!r} -> {article.authors}")
    assert article.authors == authors
PY
