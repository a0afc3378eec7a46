#!/usr/bin/env bash
# word2number makes 1524 of *nineteen eighty four*.
#
# Years are spoken in two halves. word_to_num multiplies the first by the tens of the second, 19 by 80, and adds the 4; *twenty
# twenty five* is 405. No error is raised, though other words it does not know raise a ValueError.
#
# Whom it hurts: transcripts of speech, whose years move by centuries, and stay numbers that look like years.
#
# What quotekit does: it reads such years; tests/cases/dates/values.toml has *nineteen ninety-six*.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check word2number==1.1
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from word2number.w2n import word_to_num

print("word2number", version("word2number"))
expected = {"two thousand and five": 2005, "nineteen hundred": 1900, "nineteen eighty four": 1524, "twenty twenty five": 405}
for text, number in expected.items():
    print(f"{text!r} -> {word_to_num(text)}")
    assert word_to_num(text) == number
PY
