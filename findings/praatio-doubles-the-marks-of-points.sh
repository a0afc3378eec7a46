#!/usr/bin/env bash
# praatio doubles the quotation marks in the labels of points each time a TextGrid is read and saved.
#
# In Praat's TextGrid a mark in a label is written twice. praatio undoes that for intervals; the labels of points are given with the
# doubled marks, and saving doubles them again: two, four, eight. No error is raised. pympi-ling gives what Praat would.
#
# Whom it hurts: corpora of speech whose points hold comments with quoted words: every pass of a pipeline makes the labels longer,
# and a comparison with the transcript fails.
#
# What quotekit does: it writes and reads no TextGrid; in each format with escapes, tests write a text with marks and read it again.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check praatio==6.2.2 pympi-ling==1.71
cd "$work"
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from praatio import textgrid
from pympi import Praat

HEAD = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 5 \ntiers? <exists> \nsize = 2 \nitem []: \n'
INTERVALS = """    item [1]:
        class = "IntervalTier"
        name = "words"
        xmin = 0
        xmax = 5
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 5
            text = "She said ""no"" twice"
"""
POINTS = """    item [2]:
        class = "TextTier"
        name = "notes"
        xmin = 0
        xmax = 5
        points: size = 1
        points [1]:
            number = 1.5
            mark = "She said ""no"" twice"
"""
with open("a.TextGrid", "w", encoding="utf-8") as file:
    file.write(HEAD + INTERVALS + POINTS)

print("praatio", version("praatio"), "pympi-ling", version("pympi-ling"))
words, notes = Praat.TextGrid("a.TextGrid").get_tiers()
assert list(notes.get_intervals()) == [(1.5, 'She said "no" twice')]
for marks in ('""', '""""', '""""""""'):
    grid = textgrid.openTextgrid("a.TextGrid", includeEmptyIntervals=True)
    labels = [grid.getTier(name).entries[0].label for name in ("words", "notes")]
    print(labels)
    assert labels == ['She said "no" twice', f"She said {marks}no{marks} twice"]
    grid.save("a.TextGrid", format="long_textgrid", includeBlankSpaces=True)
PY
