#!/usr/bin/env bash
# blatt and pagexml-tools make 195052 of the years 1950-52 where the line ends behind the hyphen.
#
# Both put the lines of a scanned page (PAGE XML) together and take a hyphen at the end of a line away, the first one unless a
# capital follows. A figure is no capital: "in 1950-" and "52 it held" become "in 195052 it held", and a score of 3-2 is 32. A
# dash goes likewise: "it held -" and "until now" are "it held until now", so that an insertion has no end. No error is raised.
#
# Whom it hurts: newspaper archives: narrow columns break at such places, and years, scores and ages turn into other numbers,
# which no spelling checker finds.
#
# What quotekit does: it reads no PAGE XML, and takes no hyphen away; tests/cases/dates/traps.toml has years over a line end.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blatt==0.1.6 pagexml-tools==0.9.0
"$work/venv/bin/python" - "$work/page.xml" <<'PY'
import sys
from importlib.metadata import version

from blatt import Page
from pagexml.helper.pagexml_helper import make_text_region_text
from pagexml.parser import parse_pagexml_file

LINES = ("The wall of 1950-", "52 held the minis-", "ter and the match 3-", "2, all of it -", "until now.")
BOX = '<Coords points="0,{0} 9,{0} 9,{1} 0,{1}"/>'
rows = "".join(
    f'<TextLine id="l{row}">{BOX.format(row, row + 1)}<Baseline points="0,{row} 9,{row}"/>'
    f"<TextEquiv><Unicode>{line}</Unicode></TextEquiv></TextLine>"
    for row, line in enumerate(LINES)
)
with open(sys.argv[1], "w", encoding="utf-8") as page:
    page.write(
        '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata><Creator>Quay</Creator>'
        "<Created>2025-03-12T00:00:00</Created><LastChange>2025-03-12T00:00:00</LastChange></Metadata>"
        f'<Page imageFilename="quay.png" imageWidth="9" imageHeight="9"><TextRegion id="r">{BOX.format(0, 9)}{rows}'
        "</TextRegion></Page></PcGts>"
    )
texts = {
    "blatt": Page(sys.argv[1]).text_without_linebreaks,
    "pagexml-tools": make_text_region_text(parse_pagexml_file(sys.argv[1]).get_lines())[0],
}
for name, text in texts.items():
    print(name, version(name), text)
    assert "The wall of 195052 held the minister and the match 32, all of it" in text
    assert "it -" not in text
PY
