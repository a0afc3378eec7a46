#!/usr/bin/env bash
# parsedatetime dates "last night" and "this morning" by the clock of the machine, whatever time it is told to count from.
#
# parseDT takes a sourceTime from which relative words are counted: yesterday, tonight, two weeks ago. "Last night", "this morning"
# and "this afternoon" leave it aside and count from now. (In the repository passing it on is mended since 2021,
# issue 274; the last release is older. The day of "last night" is issue 164.) The flag that is returned says that all went well.
#
# Whom it hurts: whoever dates what was said *last night* in an archive: the day is that of the run, and another tomorrow.
#
# What quotekit does: nothing in it reads the clock (tests/test_imports.py); *last night* is the evening before the date of the article.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check parsedatetime==2.6
"$work/venv/bin/python" - <<'PY'
import datetime as dt
from importlib.metadata import version

import parsedatetime

print("parsedatetime", version("parsedatetime"))
published = dt.datetime(2021, 7, 28, 12)
calendar = parsedatetime.Calendar()
expected = {
    "yesterday": 2021,
    "tonight": 2021,
    "two weeks ago": 2021,
    "last night": dt.date.today().year,
    "this morning": dt.date.today().year,
    "this afternoon": dt.date.today().year,
}
for words, year in expected.items():
    when, flag = calendar.parseDT(words, published)
    print(words, "->", when.date(), "flag", flag)
    assert flag
    assert when.year == year or (words == "last night" and abs(when - dt.datetime.now()) < dt.timedelta(days=2))
PY
