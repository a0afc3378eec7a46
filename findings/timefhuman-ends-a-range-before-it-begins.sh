#!/usr/bin/env bash
# timefhuman lets "Monday to Wednesday" end five days before it begins, if today is a Tuesday or a Wednesday.
#
# Each day of the week is the next of its name from now, by itself. On Mondays that gives a range; on Tuesdays and Wednesdays the Monday
# is in the next week and the Wednesday in this one, and the pair is given as a range all the same. On Thursdays both are in
# the next week. No error is raised. Dates with months ("3 May - 5 May") are in order.
#
# Whom it hurts: diaries of meetings and strikes taken from the news: two days a week their length is negative, and a test that
# was written on another day has not seen it.
#
# What quotekit does: days of the week are counted from the article's date, and it writes no interval whose end is before its beginning.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check timefhuman==0.1.5
"$work/venv/bin/python" - <<'PY'
import datetime as dt
from importlib.metadata import version

from timefhuman import tfhConfig, timefhuman

print("timefhuman", version("timefhuman"))
expected = {26: 2, 27: -5, 28: -5, 29: 2}
for day, days in expected.items():
    now = dt.datetime(2021, 7, day, 12)
    [(start, end)] = timefhuman("Monday to Wednesday", config=tfhConfig(now=now))
    print(f"{now:%A}:", start.date(), "to", end.date())
    assert (end - start).days == days
PY
