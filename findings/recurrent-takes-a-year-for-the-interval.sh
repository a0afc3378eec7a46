#!/usr/bin/env bash
# recurrent takes "every Monday since 2020" for every 2020th Monday.
#
# RecurringEvent writes what recurs as a rule of iCalendar (RRULE). A number beside the day of the week is its interval, as in
# "every 2nd Monday", and a year is a number: "since 2020" and "in 2020" both give INTERVAL=2020, an event that recurs after 38
# years. The rule is valid iCalendar, and no error is raised.
#
# Whom it hurts: calendars filled from the news: an event that takes place each week is shown once in a lifetime.
#
# What quotekit does: the day of the week and the year are two times; tests/cases/dates/values.toml has this phrase.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check recurrent==0.4.1
"$work/venv/bin/python" -W ignore - <<'PY'
import datetime
from importlib.metadata import version

from recurrent import RecurringEvent

wednesday = datetime.datetime(2025, 3, 12, 12)


def rule(text):
    return set(RecurringEvent(now_date=wednesday).parse(text).removeprefix("RRULE:").split(";"))


print("recurrent", version("recurrent"))
for text in ("every Monday", "every Monday since 2020", "every Monday in 2020"):
    print(text, "->", *sorted(rule(text)))
assert rule("every Monday") == {"BYDAY=MO", "INTERVAL=1", "FREQ=WEEKLY"}
for text in ("every Monday since 2020", "every Monday in 2020"):
    assert rule(text) == {"BYDAY=MO", "INTERVAL=2020", "FREQ=WEEKLY"}
PY
