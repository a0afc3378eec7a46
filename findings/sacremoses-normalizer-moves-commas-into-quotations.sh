#!/usr/bin/env bash
# MosesPunctNormalizer of sacremoses moves a comma or full stop from behind a quotation into it.
#
# For English, *He said “no”, she said “yes”.* becomes *He said "no," she said "yes."*: besides making the marks straight it
# changes the order of the characters, to the American custom. The text keeps its length, so a check of lengths sees
# nothing. For German the order of the comma stays.
#
# Whom it hurts: whoever normalizes text before or after marking quotations in it: offsets point one character off, and
# words quoted exactly, as British papers do, end in punctuation that nobody said.
#
# What quotekit does: it reads all marks as they stand and changes no text; tests/test_properties.py holds every span to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sacremoses==0.2.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from sacremoses import MosesPunctNormalizer

print("sacremoses", version("sacremoses"))
text = "He said “no”, she said “yes”."
english = MosesPunctNormalizer("en").normalize(text)
german = MosesPunctNormalizer("de").normalize(text)
print("en:", english)
print("de:", german)
assert english == 'He said "no," she said "yes."' and len(english) == len(text)
assert german.startswith('He said "no", she')
PY
