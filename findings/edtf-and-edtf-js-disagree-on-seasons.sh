#!/usr/bin/env bash
# edtf in Python and edtf in JavaScript put a season in different months; no season has more than one month in both.
#
# EDTF writes seasons as months 21 to 24, "independent of location", and leaves their months open. For the Python package spring
# is March to May, autumn September to November, and winter December alone, without January and February. For the npm package a
# season is a quarter: spring begins in January, autumn in July, winter in October. The two share a name; the README in Python
# says that its seasons are northern ones.
#
# Whom it hurts: archives that write with one and search with the other: a photograph taken in October is one of autumn here and
# of winter there, and one of July is of summer here and of autumn there.
#
# What quotekit does: it writes seasons as TIMEX3 values (2025-FA), which name no months; tests/cases/dates/values.toml has all
# four.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" edtf@4.11.1
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
cd "$work"
"$work/venv/bin/python" - > python.txt <<'PY'
import time

from edtf import parse_edtf

for season in ("2025-21", "2025-22", "2025-23", "2025-24"):
    found = parse_edtf(season)
    print(season, *(time.strftime("%Y-%m-%d", day) for day in (found.lower_strict(), found.upper_strict())))
PY
cat > seasons.mjs <<'JS'
import edtf from 'edtf';
for (const season of ['2025-21', '2025-22', '2025-23', '2025-24']) {
  const found = edtf(season);
  console.log(season, ...[found.min, found.max].map((day) => new Date(day).toISOString().slice(0, 10)));
}
JS
node seasons.mjs > javascript.txt
echo "edtf of PyPI" "$("$work/venv/bin/pip" list 2>/dev/null | grep '^edtf ')"; cat python.txt
echo "edtf of npm" "$(npm ls edtf | grep edtf@)"; cat javascript.txt
diff python.txt - <<'OUT'
2025-21 2025-03-01 2025-05-31
2025-22 2025-06-01 2025-08-31
2025-23 2025-09-01 2025-11-30
2025-24 2025-12-01 2025-12-31
OUT
diff javascript.txt - <<'OUT'
2025-21 2025-01-01 2025-03-31
2025-22 2025-04-01 2025-06-30
2025-23 2025-07-01 2025-09-30
2025-24 2025-10-01 2025-12-31
OUT
