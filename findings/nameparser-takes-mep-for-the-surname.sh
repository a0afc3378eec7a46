#!/usr/bin/env bash
# nameparser gives every member of the European Parliament the surname *MEP*.
#
# *Ida Moss MP* has the suffix *MP*. *Ida Moss MEP*, and *MSP* in Scotland, have the last name *MEP* and *MSP*, and the surname
# becomes a middle name. With a comma before the letters, which newspapers leave out, they are a suffix again.
#
# Whom it hurts: whoever links speakers by surname: all members become one family, and a later *Moss* finds nobody.
#
# What quotekit does: the name ends before such letters; tests/cases/speakers/paragraphs.toml has a case.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nameparser==2.6.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from nameparser import HumanName

print("nameparser", version("nameparser"))
expected = {
    "Ida Moss MP": ("Moss", "MP"),
    "Ida Moss, MEP": ("Moss", "MEP"),
    "Ida Moss MEP": ("MEP", ""),
    "Ida Moss MSP": ("MSP", ""),
}
for text, (last, suffix) in expected.items():
    name = HumanName(text)
    print(f"{text!r} -> last {name.last!r}, suffix {name.suffix!r}")
    assert (name.last, name.suffix) == (last, suffix)
PY
