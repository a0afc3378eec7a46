#!/usr/bin/env bash
# docx2txt gives words twice that were moved with changes tracked.
#
# Word keeps moved words at both places until the change is accepted: where they were in w:moveFrom, where they are now in w:moveTo.
# docx2txt leaves out deleted words (w:delText), but words of w:moveFrom are ordinary w:t, and it takes every w:t: a sentence
# that an editor moved is at the old and at the new place. mammoth gives it once, at the new one.
#
# Whom it hurts: newsrooms that read drafts: a moved quotation counts twice, at its old place often with the wrong speaker beside it.
#
# What quotekit does: it reads no Word documents; what another tool took from them comes in as text, and is quoted as it came.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 mammoth==1.13.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
import zipfile
from importlib.metadata import version

import docx2txt
import mammoth

FORMAT = "http://schemas.openxmlformats.org"
TYPES = f"""<Types xmlns="{FORMAT}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
LINKS = f"""<Relationships xmlns="{FORMAT}/package/2006/relationships"><Relationship Id="rId1"
 Type="{FORMAT}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


BODY = (
    f'<w:p><w:moveFrom w:id="1" w:author="Bo">{run("“We stay.” ")}</w:moveFrom>{run("Moss spoke. ")}'
    f'<w:del w:id="2" w:author="Bo"><w:r><w:delText>He left. </w:delText></w:r></w:del>'
    f'<w:moveTo w:id="3" w:author="Bo">{run("“We stay.”")}</w:moveTo></w:p>'
)
with zipfile.ZipFile("a.docx", "w") as file:
    file.writestr("[Content_Types].xml", TYPES)
    file.writestr("_rels/.rels", LINKS)
    file.writestr(
        "word/document.xml",
        f'<w:document xmlns:w="{FORMAT}/wordprocessingml/2006/main"><w:body>{BODY}</w:body></w:document>',
    )

print("docx2txt", version("docx2txt"), "mammoth", version("mammoth"))
twice = docx2txt.process("a.docx").strip()
with open("a.docx", "rb") as file:
    once = mammoth.extract_raw_text(file).value.strip()
print(repr(twice), repr(once))
assert once == "Moss spoke. “We stay.”"
assert twice == "“We stay.” Moss spoke. “We stay.”"
PY
