#!/usr/bin/env bash
# pyconll cuts values of the column MISC at commas, and writes the pieces back in the order of the alphabet.
#
# In CoNLL-U only FEATS has several values of a feature, parted by commas and sorted; what MISC holds is free but for the
# bar. pyconll reads both alike: *Speaker=Moss,Ida* is the set of *Moss* and *Ida*, and a file that was only read and
# written has *Speaker=Ida,Moss*. Keys are sorted as well. Its documentation says that values are sets, beside the words that the
# format parts them by bars alone.
#
# Whom it hurts: whoever keeps names, glosses or words quoted in MISC: the order of their parts is lost, and those
# given twice are there once.
#
# What quotekit does: it writes quotations and speakers to columns of their own (CoNLL-U Plus), and in MISC nothing but SpaceAfter=No.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyconll==3.3.1
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pyconll

print("pyconll", version("pyconll"))


def again(misc):
    written = pyconll.load_from_string(f"1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t{misc}\n\n").conll()
    found = written.split()[-1]
    print(misc, "->", found)
    return found


assert again("Speaker=IdaMoss") == "Speaker=IdaMoss"
assert again("Speaker=Moss,Ida") == "Speaker=Ida,Moss"
assert again("Said=no,never,no") == "Said=never,no"
PY
