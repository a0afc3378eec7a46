#!/usr/bin/env bash
# trafilatura takes *In* for a preposition in *Kim In Sook*, and gives no author, or *Kim*.
#
# From bylines it removes what stands behind *in*, *on*, *for*, *at*, *to* and *am*, so that *Ida Moss in Quay* is *Ida
# Moss*; small and capital letters are alike. In Korea and Vietnam those are parts of names. They are removed as well from
# JSON-LD, where nothing but the name stands: there she is *Kim*. From the meta element author she is nobody. *Kim Insook* is an
# author in both.
#
# Whom it hurts: counts of who writes: authors of some countries are absent, page by page, and no field says that there was one.
#
# What quotekit does: its HTML reader takes authors from the page itself; tests/readers/test_html.py has this one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml-html-clean==0.4.6
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import trafilatura

print("trafilatura", version("trafilatura"))
BODY = "".join(f"<p>The wall of the quay holds, the council said in its note number {n}.</p>" for n in range(9))
HEADS = (
    '<meta name="author" content="%s">',
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",'
    ' "headline": "Wall holds", "author": {"@type": "Person", "name": "%s"}}</script>',
)
expected = {
    "Ida Moss": ["Ida Moss", "Ida Moss"],
    "Kim Insook": ["Kim Insook", "Kim Insook"],
    "Kim In Sook": [None, "Kim"],
    "Ho To Minh": [None, "Ho"],
}
for name, authors in expected.items():
    pages = [f"<html><head>{head % name}</head><body><article>{BODY}</article></body></html>" for head in HEADS]
    found = [trafilatura.bare_extraction(page, with_metadata=True).author for page in pages]
    print(f"{name!r} -> {found}")
    assert found == authors
PY
