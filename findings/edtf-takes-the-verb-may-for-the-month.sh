#!/usr/bin/env bash
# text_to_edtf of edtf reads the verb *may* as the month.
#
# The function is meant for English as people write it. *May have opened in 1990* says that the year is a guess, which EDTF
# writes as 1990?. The answer is 1990-05: more exact than the words, not less.
#
# Whom it hurts: catalogues and news archives, where *may* is the usual word of doubt: the doubt turns into a month.
#
# What quotekit does: *may* as a verb is no time; tests/cases/dates/traps.toml has rows for it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from edtf import text_to_edtf

print("edtf", version("edtf"))
expected = {
    "may have opened in 1990": "1990-05",
    "they may vote in 2025": "2025-05",
}
for text, value in expected.items():
    print(f"{text!r} -> {text_to_edtf(text)!r}")
    assert text_to_edtf(text) == value
PY
