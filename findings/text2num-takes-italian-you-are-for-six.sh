#!/usr/bin/env bash
# alpha2digit of text2num turns the Italian *sei*, you are, into a 6.
#
# *sei* is the number and the verb. alpha2digit is meant for running text, such as transcripts; it leaves *uno* and *due* as
# words where they stand alone, since they are mostly no figures, but writes every *sei* as 6. The German *gib acht*, take
# care, is *gib 8*.
#
# Whom it hurts: Italian transcripts, where people are addressed: “Tu sei libero” becomes “Tu 6 libero” inside a quotation.
#
# What quotekit does: it changes no word of a text, and its offsets are those of the text as it stands.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from text_to_num import alpha2digit

print("text2num", version("text2num"))
expected = {
    "uno dei due": "uno dei due",
    "ne restano venti": "ne restano 20",
    "“Tu sei libero”, disse Ida Moss.": "“Tu 6 libero”, disse Ida Moss.",
    "“Sei tu?”, chiese Ida Moss.": "“6 tu?”, chiese Ida Moss.",
}
for text, written in expected.items():
    found = alpha2digit(text, "it")
    print(f"{text} -> {found}")
    assert found == written
assert alpha2digit("gib acht", "de") == "gib 8"
PY
