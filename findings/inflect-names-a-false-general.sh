#!/usr/bin/env bash
# inflect makes a "False general" of an attorney general.
#
# singular_noun gives False for a word that is singular already, and code tests for that, as its documentation says. In compounds whose
# first word is the noun it asks itself about that word, gets False, and writes it down: "attorney general" becomes the
# string "False general", which is true. (Issue 222 is the error that it raises for "pair of scissors", from the same answer.)
#
# Whom it hurts: whoever brings roles and offices to the singular before speakers are grouped by them: attorneys, secretaries,
# governors and surgeons general all become one "False general".
#
# What quotekit does: it changes no number: the affiliation of a speaker is what the text has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import inflect

print("inflect", version("inflect"))
engine = inflect.engine()
expected = {
    "mayors": "mayor",
    "mayor": False,
    "attorneys general": "attorney general",
    "attorney general": "False general",
    "Secretary-General": "False-General",
    "court martial": "False martial",
}
for word, singular in expected.items():
    print(repr(word), "->", repr(engine.singular_noun(word)))
    assert engine.singular_noun(word) == singular
PY
