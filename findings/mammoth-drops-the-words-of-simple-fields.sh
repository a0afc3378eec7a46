#!/usr/bin/env bash
# mammoth drops the words that stand in simple fields of a Word document: authors, dates, names from a mailing list.
#
# A field of Word has its result as ordinary runs, in w:fldSimple or between w:fldChar marks; Word shows both alike, and writes the
# short form for fields without formatting. mammoth gives the result of the long form, and leaves out the short one with
# all that is in it. A message says that an element was ignored, not that words were lost. docx2txt gives both.
#
# Whom it hurts: whoever takes press releases to HTML with it: "By , ", and a date line without its date.
#
# What quotekit does: it reads no Word documents; what another tool took from them comes in as text, and is quoted as it came.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 docx2txt==0.9
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


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BODY = (
    f'<w:p>{run("By ")}<w:fldSimple w:instr="AUTHOR">{run("Ida Moss")}</w:fldSimple>{run(", Port Elan, ")}'
    f'{mark("begin")}<w:r><w:instrText>DATE</w:instrText></w:r>{mark("separate")}{run("28 July")}{mark("end")}</w:p>'
)
with zipfile.ZipFile("a.docx", "w") as file:
    file.writestr("[Content_Types].xml", TYPES)
    file.writestr("_rels/.rels", LINKS)
    file.writestr(
        "word/document.xml",
        f'<w:document xmlns:w="{FORMAT}/wordprocessingml/2006/main"><w:body>{BODY}</w:body></w:document>',
    )

print("mammoth", version("mammoth"), "docx2txt", version("docx2txt"))
with open("a.docx", "rb") as file:
    found = mammoth.convert_to_html(file)
print(found.value, found.messages)
print(docx2txt.process("a.docx").strip())
assert found.value == "<p>By , Port Elan, 28 July</p>"
assert [message.message for message in found.messages] == ["An unrecognised element was ignored: w:fldSimple"]
assert docx2txt.process("a.docx").strip() == "By Ida Moss, Port Elan, 28 July"
PY
