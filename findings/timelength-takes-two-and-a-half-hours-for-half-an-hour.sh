#!/usr/bin/env bash
# timelength takes "two and a half hours" for half an hour, and calls it a success.
#
# "half" multiplies the unit behind it for timelength: "half an hour" is 30 minutes. A number with "and a" before it stands
# alone then, and is set aside: two and a half hours are 30 minutes, one and a half years are half a year, and "an hour and a
# half" is one hour. What was set aside is in a list of invalid items, but parsing counts as a success as long as anything is
# left, as the documentation says; "2.5 hours" is right.
#
# Whom it hurts: whoever measures debates, strikes and films by what the papers write: the most common way to give a length
# loses its whole part.
#
# What quotekit does: a half is added to the number; tests/cases/dates/values.toml has "two and a half hours".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check timelength==3.0.4
"$work/venv/bin/python" -W ignore - <<'PY'
from importlib.metadata import version

from timelength import TimeLength

print("timelength", version("timelength"))
for text, seconds in {
    "half an hour": 1800,
    "2.5 hours": 9000,
    "two and a half hours": 1800,
    "an hour and a half": 3600,
}.items():
    result = TimeLength(text).result
    print(text, "->", result.delta, result.success)
    assert (result.delta.total_seconds(), result.success) == (seconds, True)
PY
