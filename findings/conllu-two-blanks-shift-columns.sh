#!/usr/bin/env bash
# conllu parts columns at two blanks as well as at tabs, and shifts what stands behind them.
#
# In CoNLL-U and CoNLL-U Plus columns are parted by single tabs, and a cell of a column of one's own may have blanks.
# conllu (the PyPI package) also parts at two blanks or more: a cell with two blanks becomes two cells, every later column
# moves by one, and the last is dropped. No error is raised: the row has as many columns as were asked for.
#
# Whom it hurts: corpora whose columns keep words as they stood, such as glosses, quoted words or speakers' names from
# typescripts and OCR, where two blanks are common. Values turn up in the wrong column, of single rows alone.
#
# What quotekit does: its CoNLL cells have no white space at all: forms are cut at it, and in identifiers it is an underscore.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check conllu==6.0.0
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import conllu

print("conllu", version("conllu"))


def row(speaker):
    text = f"# global.columns = ID FORM SPEAKER START\n1\tYes\t{speaker}\t17\n\n"
    [[token]] = conllu.parse(text)
    print(repr(speaker), "->", dict(token))
    return dict(token)


assert row("Ida Moss") == {"id": 1, "form": "Yes", "speaker": "Ida Moss", "start": "17"}
assert row("Ida  Moss") == {"id": 1, "form": "Yes", "speaker": "Ida", "start": "Moss"}
PY
