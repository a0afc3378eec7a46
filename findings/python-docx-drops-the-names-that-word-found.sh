#!/usr/bin/env bash
# python-docx leaves out the names of persons that Word had found by itself.
#
# Word 2002 to 2007 put a smart tag around what they took for a person, a place or a date, and later versions keep it. The text
# of a paragraph in python-docx passes over what stands in a smart tag, so that *Ida Moss said no.* becomes * said no.* The
# documentation of Paragraph.text does not say so. Its peers mammoth and docx2txt have the name.
#
# Whom it hurts: readers of press archives of those years: just the speakers are gone, and sentences without a subject
# are credited to whoever was named before.
#
# What quotekit does: it reads no Word files, and its message for them names pandoc, which keeps such names.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.12.0
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

print("python-docx", version("python-docx"), "mammoth", version("mammoth"))
paragraph = (
    f'<w:p {nsdecls("w")}><w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName">'
    '<w:r><w:t>Ida Moss</w:t></w:r></w:smartTag><w:r><w:t xml:space="preserve"> said no.</w:t></w:r></w:p>'
)
document = Document()
document.element.body.insert(0, parse_xml(paragraph))
stream = io.BytesIO()
document.save(stream)
found = Document(stream).paragraphs[0].text
stream.seek(0)
other = mammoth.extract_raw_text(stream).value.strip()
print("python-docx:", repr(found), "mammoth:", repr(other))
assert (found, other) == (" said no.", "Ida Moss said no.")
PY
