#!/usr/bin/env bash
# text_to_edtf of edtf moves *12 or 13 March 2025* to the year 2012.
#
# The function turns dates in English into EDTF, the library standard for uncertain dates, which has a form for one of several
# days. Of two days of a month, joined by *or*, *and* or a dash, it makes one full date: the first day is the year, and the
# year that is written is gone. A single day is right, and no error is raised.
#
# Whom it hurts: archives and newsrooms that convert captions and date lines in bulk: items land thirteen years away, in a
# form that validates.
#
# What quotekit does: it gives each day a value of its own; tests/cases/dates/values.toml has the row.
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
    "12 March 2025": "2025-03-12",
    "12 or 13 March 2025": "2012-03-13",
    "12 and 13 March 2025": "2012-03-13",
    "12–13 March 2025": "2012-03-13",
}
for text, value in expected.items():
    print(f"{text!r} -> {text_to_edtf(text)!r}")
    assert text_to_edtf(text) == value
PY
