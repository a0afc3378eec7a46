#!/usr/bin/env bash
# ctparse takes *last Friday* for the Friday to come.
#
# On a Wednesday, *Friday*, *this Friday* and *last Friday* all resolve to the same day, two days ahead. *yesterday* does
# resolve to the past, and no error is raised.
#
# Whom it hurts: whoever dates statements in news, where most days named are behind: a speech gets a day on which it cannot
# have been held, and nothing marks the value as doubtful.
#
# What quotekit does: it has rules of its own for weekdays; tests/cases/dates/values.toml has *last Friday* as a day behind.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ctparse==0.3.6
"$work/venv/bin/python" - <<'PY'
from datetime import datetime
from importlib.metadata import version

from ctparse import ctparse

print("ctparse", version("ctparse"))
wednesday = datetime(2025, 3, 5, 9)
days = {}
for text in ("yesterday", "Friday", "this Friday", "last Friday"):
    value = ctparse(text, ts=wednesday).resolution
    days[text] = (value.year, value.month, value.day)
    print(f"{text!r} on Wednesday 2025-03-05 ->", value)
assert days["yesterday"] == (2025, 3, 4)
assert days["Friday"] == days["this Friday"] == days["last Friday"] == (2025, 3, 7)
PY
