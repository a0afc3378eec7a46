#!/usr/bin/env bash
# trafilatura leaves out the words of <time>: "said on , and left".
#
# HTML has <time> for a day or an hour in the running text, with its value beside it. Its words are part of the sentence, and a
# browser shows them as any others. In trafilatura's text they are not there, and those of <label> and <output> neither; the
# words of <abbr>, <data>, <cite> or <mark> are. No option brings them back, and no error is raised.
#
# Whom it hurts: whoever dates statements: the day is absent just where the page says, even for machines, which one it is.
#
# What quotekit does: its reader has the words, and takes the tags away before it asks trafilatura which paragraphs belong to
# the article; otherwise a short paragraph with a day would be another one there, and be left out (tests/readers/test_drawn.py).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml-html-clean==0.4.6
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import trafilatura

WALL = "<p>" + "The wall holds, she said to them all, and it will hold for years if we pay for it. " * 3 + "</p>"


def sentence(tag):
    said = f"<p>“No,” Ida Moss said on <{tag}>Thursday</{tag}> before she left for the town.</p>"
    text = trafilatura.extract(f"<html><body><article>{WALL}{said}{WALL}</article></body></html>", favor_recall=True)
    [found] = [line for line in text.split("\n") if line.startswith("“No,”")]
    return found


print("trafilatura", version("trafilatura"))
for tag in ("time", "label", "output", "abbr", "data", "mark"):
    print(tag, sentence(tag))
assert {sentence(tag) for tag in ("time", "label", "output")} == {"“No,” Ida Moss said on before she left for the town."}
assert {sentence(tag) for tag in ("abbr", "data", "mark")} == {"“No,” Ida Moss said on Thursday before she left for the town."}
PY
