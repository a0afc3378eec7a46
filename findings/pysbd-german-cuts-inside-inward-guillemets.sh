#!/usr/bin/env bash
# The German rules of pySBD keep a quotation in „…“ whole, and cut the same quotation in »…«.
#
# pySBD does not part sentences inside quotation marks, so that *„Wir zahlen nicht. Wir gehen“, sagte sie.* is one. German
# books and some German papers print the marks as »…«: there the cut falls inside, and the verb goes with the second half.
#
# Whom it hurts: attribution by sentence: the first half of what was said has no closing mark and no speaker, and whether it
# has depends on the house style of the paper.
#
# What quotekit does: it pairs the marks of the whole text; tests/cases/marks/pairs.toml has »…« over two sentences.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pysbd==0.3.4
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pysbd

print("pysbd", version("pysbd"))
segmenter = pysbd.Segmenter(language="de", clean=False)
low = segmenter.segment("„Wir zahlen nicht. Wir gehen“, sagte sie. Er ging.")
inward = segmenter.segment("»Wir zahlen nicht. Wir gehen«, sagte sie. Er ging.")
print(low, inward, sep="\n")
assert low == ["„Wir zahlen nicht. Wir gehen“, sagte sie. ", "Er ging."]
assert inward == ["»Wir zahlen nicht. ", "Wir gehen«, sagte sie. ", "Er ging."]
PY
