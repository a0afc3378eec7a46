#!/usr/bin/env bash
# pypdf gives */quotedblleft.case* for a quotation mark that is drawn to fit capitals.
#
# Fonts have a second, higher form of marks for lines in capitals, named after the first: *quotedblleft.case*. Adobe's rules for
# glyph names say that what stands behind the full stop is to be dropped, and that names joined by *_* are several characters.
# pypdf follows neither where a PDF has no table of characters (ToUnicode): the name stands in the text, and *f_i*, one letter
# in print, is */f_i*. pdfminer.six reads all of them.
#
# Whom it hurts: readers of newspaper archives: headlines in capitals have no marks to find, and words lose their letters.
#
# What quotekit does: it reads no PDF, and its message for them names pdftotext, which reads such names.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 pdfminer.six==20260107
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

from pdfminer.high_level import extract_text
from pypdf import PdfReader

print("pypdf", version("pypdf"), "pdfminer.six", version("pdfminer.six"))


def pdf(codes):
    """Return a PDF of one line, whose bytes 1 to 4 are marks and a ligature by name."""
    drawn = b"BT /F1 12 Tf 20 100 Td (" + codes + b") Tj ET"
    names = b"/quotedblleft /quotedblleft.case /quotedblright.case /f_i"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Type /Encoding"
        b" /BaseEncoding /WinAnsiEncoding /Differences [1 %s] >> >>" % names,
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return io.BytesIO(written + end % (table, len(written)))


expected = {
    rb"\001We stay\224": ("“We stay”", "“We stay”"),
    rb"\002WE STAY\003": ("/quotedblleft.caseWE STAY/quotedblright.case", "“WE STAY”"),
    rb"con\004rmed": ("con/f_irmed", "confirmed"),
}
for codes, texts in expected.items():
    found = PdfReader(pdf(codes)).pages[0].extract_text(), extract_text(pdf(codes)).strip()
    print(f"pypdf: {found[0]!r}, pdfminer.six: {found[1]!r}")
    assert found == texts
PY
