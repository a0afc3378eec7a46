#!/usr/bin/env bash
# tgt cuts labels of a TextGrid at an equals sign, and one letter before it.
#
# tgt (TextGridTools) takes from a line of a long TextGrid what is between the first and the second " = ", and then the mark at each end.
# Of the label "MP = member of parliament" an M is left; of "x = unknown speaker" nothing is, and an interval without a label is
# left out. No error is raised; praatio gives both labels whole.
#
# Whom it hurts: transcripts with glosses ("MP = member of parliament"): what was said in that interval is missing, as if
# nobody had spoken, and times of silence come out too long.
#
# What quotekit does: it reads no TextGrid. The formats with escapes that it reads have parsers of their own, and tests with the signs of the format in the text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tgt==1.5 numpy==2.4.6 praatio==6.2.2
cd "$work"
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import tgt
from praatio import textgrid

FILE = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0 
xmax = 5 
tiers? <exists> 
size = 1 
item []: 
    item [1]:
        class = "IntervalTier" 
        name = "Ida" 
        xmin = 0 
        xmax = 5 
        intervals: size = 1 
        intervals [1]:
            xmin = 0 
            xmax = 5 
            text = "LABEL" 
"""


def labels(label):
    with open("a.TextGrid", "w", encoding="utf-8") as file:
        file.write(FILE.replace("LABEL", label.replace('"', '""')))
    grid = textgrid.openTextgrid("a.TextGrid", includeEmptyIntervals=True)
    [whole] = [entry.label for entry in grid.getTier("Ida").entries]
    assert whole == label
    return [interval.text for interval in tgt.io.read_textgrid("a.TextGrid").tiers[0].annotations]


print("tgt", version("tgt"), "praatio", version("praatio"))
expected = {
    'She said "no"': ['She said "no"'],
    "MP = member of parliament": ["M"],
    "x = unknown speaker": [],
}
for label, found in expected.items():
    print(repr(label), "->", labels(label))
    assert labels(label) == found
PY
