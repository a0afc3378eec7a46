#!/usr/bin/env bash
# odfpy gives words that an editor struck out as paragraphs at the beginning of the text.
#
# With changes recorded, OpenDocument keeps what was struck in a list before the text, and a mark where it stood.
# getElementsByType(text.P) and teletype.extractText, odfpy's ways to the text, take that list for text: the struck sentence
# is the first paragraph. What was only noted on the margin (office:annotation) stands in the middle of a sentence.
#
# Whom it hurts: newsrooms that index drafts: a quotation that was taken back is published again, as the lead.
#
# What quotekit does: it reads no OpenDocument files, and its message for them names pandoc, which leaves struck words out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check odfpy==1.4.1
"$work/venv/bin/python" - <<'PY'
import io
import zipfile
from importlib.metadata import version

from odf import teletype, text
from odf.opendocument import OpenDocumentText, load

print("odfpy", version("odfpy"))
BODY = """<text:tracked-changes><text:changed-region text:id="c1" xml:id="c1"><text:deletion><office:change-info>
<dc:creator>Ed</dc:creator><dc:date>2025-03-05T10:00:00</dc:date></office:change-info><text:p>“We will never pay,” he said.</text:p>
</text:deletion></text:changed-region></text:tracked-changes><text:p><text:change text:change-id="c1"/>The port
stays<office:annotation><dc:creator>Ed</dc:creator><dc:date>2025-03-05T10:00:00</dc:date><text:p>sure?</text:p></office:annotation>
open.</text:p>"""

written = io.BytesIO()
OpenDocumentText().save(written)
parts = zipfile.ZipFile(written)
document = io.BytesIO()
with zipfile.ZipFile(document, "w") as package:
    for name in parts.namelist():
        content = parts.read(name)
        if name == "content.xml":
            namespace = b' xmlns:dc="http://purl.org/dc/elements/1.1/"'
            content = content.replace(b"<office:text/>", b"<office:text%s>%s</office:text>" % (namespace, BODY.encode()))
        package.writestr(name, content)
found = [" ".join(teletype.extractText(p).split()) for p in load(document).getElementsByType(text.P)]
print(found)
assert found == ["“We will never pay,” he said.", "The port staysEd2025-03-05T10:00:00sure? open.", "sure?"]
PY
