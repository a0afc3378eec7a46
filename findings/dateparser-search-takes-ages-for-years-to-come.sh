#!/usr/bin/env bash
# search_dates of dateparser makes dates of the ages of people in the news.
#
# English papers put the age behind a name: *Ida Moss, 54, said no.* search_dates finds *54* and gives a day in 2054; with *12*
# it is December. No word of the sentence speaks of time.
#
# Whom it hurts: timelines made of news text: each person brings a date, and only a look at the text shows that it is none.
#
# What quotekit does: an age behind a name is no time; tests/cases/dates/traps.toml has both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$work/venv/bin/python" - <<'PY'
from datetime import datetime
from importlib.metadata import version

from dateparser.search import search_dates

print("dateparser", version("dateparser"))
settings = {"RELATIVE_BASE": datetime(2025, 3, 5)}
for age, day in (("54", "2054-03-05"), ("12", "2025-12-05")):
    text = f"Ida Moss, {age}, said no."
    [(found, date)] = search_dates(text, languages=["en"], settings=settings)
    print(f"{text!r} -> {found!r} {date:%Y-%m-%d}")
    assert found == age and f"{date:%Y-%m-%d}" == day
PY
