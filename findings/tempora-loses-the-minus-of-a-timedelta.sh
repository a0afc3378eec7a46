#!/usr/bin/env bash
# tempora reads "-1 day" as one day forwards: parse_timedelta leaves the sign aside.
#
# parse_timedelta takes words such as "1 hour, 30 minutes" and "1:30". A minus before any of them is passed over as if it were
# punctuation: "-2 hours" are two hours, and "1 day, -2 hours" are 26 hours. str() of a timedelta writes such signs
# ("-1 day, 22:00:00"), so that what Python wrote comes back as another time. No error is raised, though unknown units are refused.
#
# Whom it hurts: offsets of subtitles and of recordings, and windows "from -2 days to now": they point into the future.
#
# What quotekit does: it takes durations as ISO 8601 values of TIMEX3, and times of cues from the subtitle's own lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tempora==5.13.0
"$work/venv/bin/python" - <<'PY'
from datetime import timedelta
from importlib.metadata import version

from tempora import parse_timedelta

print("tempora", version("tempora"))
two = timedelta(hours=2)
expected = {
    "2 hours": two,
    "-2 hours": two,
    "-2:00:00": two,
    "1 day, -2 hours": timedelta(days=1) + two,
    str(-two): timedelta(days=1, hours=22),
}
for text, delta in expected.items():
    print(repr(text), "->", repr(parse_timedelta(text)))
    assert parse_timedelta(text) == delta
try:
    parse_timedelta("2 fortnights")
except ValueError as error:
    print("refused:", error)
else:
    raise AssertionError
PY
