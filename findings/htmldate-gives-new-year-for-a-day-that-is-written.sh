#!/usr/bin/env bash
# htmldate gives the 1st of January for *Publicado el 12 de marzo de 2025*.
#
# A line *12 de marzo de 2025* is that day; with *Publicado el* before it, as papers write, only the year is found, and made a
# full date. So it is in Italian, Portuguese and Dutch; in French, German and English the day is found. htmldate calls itself
# multilingual, and trafilatura takes its dates from it. Nothing marks the value as a year alone.
#
# Whom it hurts: timelines of press in those languages: whole years of articles are of New Year's Day, and *yesterday*
# in them is in the year before.
#
# What quotekit does: where the markup gives no day, it reads such a line at the head of the article, in all seven languages here,
# and a year alone is no day; tests/cases/articles/heads.toml has the lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from htmldate import find_date

print("htmldate", version("htmldate"))
expected = {
    "Published on 12 March 2025": "2025-03-12",
    "Publié le 12 mars 2025": "2025-03-12",
    "12 de marzo de 2025": "2025-03-12",
    "Publicado el 12 de marzo de 2025": "2025-01-01",
    "Pubblicato il 12 marzo 2025": "2025-01-01",
    "Publicado em 12 de março de 2025": "2025-01-01",
    "Gepubliceerd op 12 maart 2025": "2025-01-01",
}
for line, day in expected.items():
    page = f"<html><body><article><h1>Wall</h1><p>{line}</p><p>It holds.</p></article></body></html>"
    found = find_date(page)
    print(f"{line!r} -> {found}")
    assert found == day
PY
