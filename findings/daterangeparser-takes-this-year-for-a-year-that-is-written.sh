#!/usr/bin/env bash
# daterangeparser takes this year for a range over New Year although the year of its first day is written.
#
# "28th December 2021 - 3rd January" has the year at the first day. daterangeparser takes the year of the second day for both; as none
# is written there, it takes the current one, finds the end before the beginning, and moves the beginning back by a year.
# The year that is written is used nowhere, and no error is raised. Written at the end ("28 Dec - 3 Jan 2022") it is kept.
#
# Whom it hurts: calendars made from reports of trips, strikes and festivals over New Year: they are moved into the present.
#
# What quotekit does: it reads no clock (tests/test_imports.py); each end of a range has its own year, or that of the article.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check daterangeparser==1.3.2
"$work/venv/bin/python" - <<'PY'
import datetime as dt
from importlib.metadata import version

from daterangeparser import parse

print("daterangeparser", version("daterangeparser"))
this = dt.date.today().year
expected = {
    "28 Dec - 3 Jan 2022": (2021, 2022),
    "28th December 2021 - 3rd January 2022": (2021, 2022),
    "28th December 2021 - 3rd January": (this - 1, this),
}
for text, years in expected.items():
    start, end = parse(text)
    print(text, "->", start.date(), end.date())
    assert (start.year, end.year) == years
PY
