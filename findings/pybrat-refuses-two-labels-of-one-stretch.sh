#!/usr/bin/env bash
# pybrat refuses a brat file in which two annotations cover the same words.
#
# brat's standoff format lets any number of text-bound annotations share a stretch: a name that is both the source of one
# quotation and the addressee of another, a quotation that consists of a quotation. pybrat raises for it by default
# ("identical span for different entities"), though the file is valid, and then gives none of the file's annotations.
#
# Whom it hurts: readers of annotation with layers. A collection of many files stops at the first such article; with
# error="ignore" it is read, both annotations included.
#
# What quotekit does: it writes what brat allows, and the page on annotation tools names the setting for pybrat.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pybrat==0.1.7
cd "$work"
mkdir one two
printf 'Ida Moss said no.' | tee one/a.txt > two/a.txt
printf 'T1\tSource 0 8\tIda Moss\n' > one/a.ann
printf 'T1\tSource 0 8\tIda Moss\nT2\tPerson 0 8\tIda Moss\n' > two/a.ann
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from pybrat.parser import BratParser

print("pybrat", version("pybrat"))
[example] = BratParser().parse("one")
assert [entity.type for entity in example.entities] == ["Source"]
try:
    print("read:", list(BratParser().parse("two")))
except RuntimeError as error:
    print("RuntimeError:", error)
    assert "identical span" in str(error)
else:
    raise SystemExit("two annotations of one stretch are read")
[example] = BratParser(error="ignore").parse("two")
print("ignoring errors:", [entity.type for entity in example.entities])
assert sorted(entity.type for entity in example.entities) == ["Person", "Source"]
PY
