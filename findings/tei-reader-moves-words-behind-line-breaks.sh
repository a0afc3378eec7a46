#!/usr/bin/env bash
# tei-reader moves words of a paragraph that has line breaks: “Ida / Moss said: We / stay” becomes “IdaWestayMoss said:”.
#
# TEI marks where a line of the print began by an empty <lb/> in the running text. tei-reader puts what follows one into an
# element of its own, up to the next element. Where <q>, <hi> or a name comes in the paragraph after that, the pieces come out
# in another order: words from before it stand at the end. The blank that a line break is in print is missing as well, in every
# paragraph. Without <lb/>, or with nothing but text behind it, the order is right. No error is raised.
#
# Whom it hurts: readers of edited newspapers and minutes, which keep the lines of the print: who speaks stands behind what was
# said, or in the middle of it.
#
# What quotekit does: it reads no TEI, and the TEI it writes has line breaks as they are in the text, no <lb/>: its words come
# back in their order (tests/writers/test_tei.py).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tei-reader==0.0.17
"$work/venv/bin/python" -W ignore - "$work/talk.xml" <<'PY'
import sys
from importlib.metadata import version

from tei_reader import TeiReader

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Wall</title></titleStmt>
<publicationStmt><p>The Quay Post</p></publicationStmt><sourceDesc><p>Print</p></sourceDesc></fileDesc></teiHeader>
<text><body><div>{}</div></body></text></TEI>"""


def text(paragraph):
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write(TEI.format(paragraph))
    return TeiReader().read_file(sys.argv[1]).text


print("tei-reader", version("tei-reader"))
for paragraph, made in {
    "<p>Ida Moss said: <q>We stay</q> for good.</p>": "Ida Moss said: We stay for good.",
    "<p>Ida<lb/>Moss said: <q>We<lb/>stay</q> for good.</p>": "IdaWestay for good.Moss said: ",
    "<p>one<lb/>two <hi>three</hi> four</p>": "onethree fourtwo ",
    "<p>one<lb/>two<lb/>three</p>": "onetwothree",
}.items():
    print(paragraph, "->", repr(text(paragraph)))
    assert text(paragraph) == made, text(paragraph)
PY
