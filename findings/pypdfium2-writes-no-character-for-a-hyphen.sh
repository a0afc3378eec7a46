#!/usr/bin/env bash
# pypdfium2 gives a hyphen at the end of a line as a code point that is no character, and another one from each of its two
# functions.
#
# PDFium joins a word over the end of a line where a hyphen stands there, and keeps a sign of its own in the place: U+FFFE,
# which Unicode reserves as no character, from get_text_range(), and U+0002 from get_text_bounded(). It is the same for a word
# that was divided and for a hyphen that is spelt: "Roux-Le Gall" and "well-known" have it too. Figures keep their hyphen and
# the line. The documentation of the two functions does not speak of it.
#
# Whom it hurts: readers of newspapers in PDF. The sign is invisible in most places, no word with it is found, a name that
# stands so is somebody else, and XML does not allow it.
#
# What quotekit does: it takes both signs for a hyphen inside a word; tests/cases/speakers/paragraphs.toml has such a name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9 pypdfium2==5.15.2
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pypdfium2
from fpdf import FPDF

sheet = FPDF()
sheet.add_page()
sheet.set_font("Helvetica", size=12)
for row, line in enumerate(("The wall holds, said Paul Roux-", "Le Gall, and the minis-", "ter left in 1950-", "52 for good.")):
    sheet.text(20, 20 + 6 * row, line)
page = pypdfium2.PdfDocument(bytes(sheet.output()))[0].get_textpage()

print("pypdfium2", version("pypdfium2"))
print(ascii(page.get_text_range()))
print(ascii(page.get_text_bounded()))
TEXT = "The wall holds, said Paul Roux{0}Le Gall, and the minis{0}ter left in 1950-\r\n52 for good."
assert page.get_text_range() == TEXT.format("\ufffe")
assert page.get_text_bounded() == TEXT.format("\2")
PY
