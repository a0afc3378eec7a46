#!/usr/bin/env bash
# datatypes-timex-expression lets a week end three weeks before it begins, and December end on the 1st of a 13th month.
#
# TimexResolver gives start and end of a TIMEX value, the end being the first day behind it. Where that day is in the next month, a
# week gets the day with the old month: 2025-W09, from the 24th of February, ends on 2025-02-03. A whole December ends on
# 2025-13-01. Weeks and months that end within their month or year are right, and no error is raised.
#
# Whom it hurts: timelines of what was said *last week*: one week in four has a length below zero, so that nothing lies
# in it, and the end of December is no date for any other program.
#
# What quotekit does: it writes the week and the month as TIMEX3 values; tests/cases/dates/values.toml has those at the turn of a year.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check datatypes-timex-expression==1.0.2a2
"$work/venv/bin/python" - <<'PY'
from datetime import datetime
from importlib.metadata import version

from datatypes_timex_expression import TimexResolver

print("datatypes-timex-expression", version("datatypes-timex-expression"))
expected = {
    "2025-W10": ("2025-03-03", "2025-03-10"),
    "2025-W09": ("2025-02-24", "2025-02-03"),
    "2025-W01": ("2024-12-30", "2024-12-06"),
    "2025-11": ("2025-11-01", "2025-12-01"),
    "2025-12": ("2025-12-01", "2025-13-01"),
}
for timex, ends in expected.items():
    [value] = TimexResolver.resolve([timex], datetime(2025, 3, 5)).values
    print(timex, "->", value.start, value.end)
    assert (value.start, value.end) == ends
PY
