#!/usr/bin/env bash
# Microsoft's Recognizers-Text gives a weekday with a date years in which that day was another weekday.
#
# Of "Sunday, March 7", read on 4 March 2021, it makes two candidates, the last one and the next one: 2020-03-07, which was a
# Saturday, and 2021-03-07. The timex is XXXX-03-07: the Sunday, which would have told them apart, is dropped. With the year
# written, "Sunday, March 7, 2020" comes out without a sign that the two disagree.
#
# Whom it hurts: whoever dates past statements and takes the candidate before the day of the article, as news asks for.
#
# What quotekit does: without a year it is the nearest day of that date that is no other weekday, and with one the year that is
# written.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    recognizers-text-suite==1.0.2a2 emoji==1.7.0 setuptools==80.9.0 2>/dev/null
"$work/venv/bin/python" -W ignore - <<'PY'
import datetime as dt
from importlib.metadata import version

from recognizers_date_time import Culture, recognize_datetime

print("recognizers-text-date-time", version("recognizers-text-date-time"))


def read(text):
    [found] = recognize_datetime(text, Culture.English, reference=dt.datetime(2021, 3, 4, 12))
    values = [(value["timex"], value["value"]) for value in found.resolution["values"]]
    print(text, [(*value, dt.date.fromisoformat(value[1]).strftime("%A")) for value in values])
    return values


assert read("Sunday, March 7") == [("XXXX-03-07", "2020-03-07"), ("XXXX-03-07", "2021-03-07")]
assert read("Sunday, March 7, 2020") == [("2020-03-07", "2020-03-07")]
assert dt.date(2020, 3, 7).strftime("%A") == "Saturday"
PY
