#!/usr/bin/env bash
# quotation_marks of textacy makes the closing mark of a German quotation straight, and leaves the opening one.
#
# Its documentation says that it makes all fancy single and double marks the ASCII ones. The mark *“*, which closes in German,
# Czech and Bulgarian, becomes *"*; *„*, which opens, stays. *„Nein“* is *„Nein"*: a pair of two kinds. *‚* and the
# guillemets stay as well.
#
# Whom it hurts: whoever normalizes marks before looking for quotations in several languages: where English has pairs,
# German has an opening mark and, elsewhere, a straight one that may open or close.
#
# What quotekit does: it reads all marks as they stand, and changes no text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textacy==0.13.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from textacy.preprocessing.normalize import quotation_marks

print("textacy", version("textacy"))
expected = {
    "“No,” she said.": '"No," she said.',
    "„Nein“, sagte sie.": '„Nein", sagte sie.',
    "«Non», dit-elle.": "«Non», dit-elle.",
}
for text, written in expected.items():
    found = quotation_marks(text)
    print(f"{text} -> {found}")
    assert found == written
PY
