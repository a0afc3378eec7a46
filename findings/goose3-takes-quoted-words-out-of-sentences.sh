#!/usr/bin/env bash
# goose3 takes the words of <q>, <cite>, <time> and <abbr> out of the middle of a sentence.
#
# Of "Ida Moss said <q>no way</q> on the quay" the extractor for articles gives "Ida Moss said on the quay". Elements with fewer
# than three common words are removed as furniture, inside a paragraph too; only links, spans, bold and italic type lose their
# tags before that. <mark>, <code>, <s>, <ins>, <u> and <sub> go as well. A longer quotation stays. The sentence closes over the
# gap, and no error is raised. (Issue 190, closed, is about <small>.)
#
# Whom it hurts: counts of quotations and of dates: just what a careful page marks up as quoted, or as a day, was not said.
#
# What quotekit does: its reader keeps the words of all of them in their line; tests/readers/test_html.py has <q> and <time>.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check goose3==3.1.22
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from goose3 import Goose

WALL = "<p>" + "The wall holds, she said to them all, and it will hold for years if we pay for it. " * 3 + "</p>"


def sentence(tag, words="no way"):
    said = f"<p>Ida Moss said <{tag}>{words}</{tag}> on the quay, and left for the town.</p>"
    text = Goose().extract(raw_html=f"<html><body><article>{WALL}{said}{WALL}</article></body></html>").cleaned_text
    [found] = [line for line in text.split("\n") if line.startswith("Ida Moss")]
    return found


print("goose3", version("goose3"))
for tag in ("q", "cite", "time", "abbr", "em", "b", "a", "span"):
    print(tag, sentence(tag))
assert {sentence(tag) for tag in ("q", "cite", "time", "abbr")} == {"Ida Moss said on the quay, and left for the town."}
assert {sentence(tag) for tag in ("em", "b", "a", "span")} == {"Ida Moss said no way on the quay, and left for the town."}
assert sentence("q", "not for all of us") == "Ida Moss said not for all of us on the quay, and left for the town."
PY
