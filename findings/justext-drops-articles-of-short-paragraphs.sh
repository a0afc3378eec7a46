#!/usr/bin/env bash
# jusText calls a whole article boilerplate if none of its paragraphs has two hundred characters.
#
# A paragraph with enough stop words is good if it is long; one of 70 to 200 characters is "near good", and is kept if a good one is near.
# News agencies write paragraphs of one sentence: fifteen of them, and no good one among them, are all "bad". Let one have 200
# characters, and the fifteen are kept. No error is raised; what is left is nothing.
#
# Whom it hurts: corpora of wire copy cleaned with the defaults: articles in long paragraphs stay, those in short ones are gone, which
# are those with the most quotations. (The argument length_high is that number.)
#
# What quotekit does: its own reader of pages keeps paragraphs however short they are.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check justext==3.0.2 lxml_html_clean==0.4.6
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import justext

SHORT = [
    "The council met on Monday to speak about the wall that keeps the sea out of the old town, which has stood there for two hundred years.",
    "“We stay,” said Ida Moss, who has been the mayor of the town for as long as the wall has been in need of repair, which is a long time.",
    "The work on the wall is to begin in the spring, when the sea is calm and when the men from the quay are free to do it.",
] * 5
LONG = SHORT[0] + " " + SHORT[2]


def kept(paragraphs):
    page = "<html><body>" + "".join(f"<p>{words}</p>" for words in paragraphs) + "</body></html>"
    found = justext.justext(page.encode(), justext.get_stoplist("English"))
    return [paragraph.text for paragraph in found if not paragraph.is_boilerplate]


print("jusText", version("justext"))
none, all_of_them = kept(SHORT), kept([LONG, *SHORT])
print(len(none), "of", len(SHORT), "and", len(all_of_them), "of", len(SHORT) + 1)
assert none == []
assert all_of_them == [LONG, *SHORT]
PY
