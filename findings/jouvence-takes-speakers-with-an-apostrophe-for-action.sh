#!/usr/bin/env bash
# Jouvence, a reader of screenplays in Fountain, knows no speaker whose name has an apostrophe, an accent, a comma or a figure.
#
# Fountain says that a line in capitals with an empty line before it is who speaks. Jouvence looks for A to Z, full stops,
# hyphens and brackets only: O'BRIEN, ZOË and R2D2 become action, together with what they say, and no error is raised.
# fountain-js and screenplain read them as speakers.
#
# Whom it hurts: digital humanists who count who says how much: some roles have no line at all.
#
# What quotekit does: names before a colon, line by line, may have apostrophes and accents (tests/cases/layout).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Jouvence==0.4.2 screenplain==0.12.0
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

from jouvence.parser import JouvenceParser
from screenplain.parsers import fountain
from screenplain.types import Dialog

CHARACTER = 2  # jouvence.document.TYPE_CHARACTER


def spoken(name):
    text = f"INT. HALL - DAY\n\n{name}\nWe stay.\n"
    scenes = JouvenceParser().parseString(text).scenes
    by_jouvence = any(p.type == CHARACTER for scene in scenes for p in scene.paragraphs)
    by_screenplain = any(isinstance(p, Dialog) for p in fountain.parse(io.StringIO(text)))
    print(f"{name:10}", by_jouvence, by_screenplain)
    return by_jouvence, by_screenplain


print("Jouvence", version("Jouvence"), "screenplain", version("screenplain"))
for name in ("IDA MOSS", "DR. MOSS", "MOSS-TRAN"):
    assert spoken(name) == (True, True)
for name in ("O'BRIEN", "ZOË", "R2D2", "MOSS, IDA"):
    assert spoken(name) == (False, True)
PY
