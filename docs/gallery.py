"""Make the pictures of the documentation: ``python docs/gallery.py`` (extra: ``report``).

All are what the program makes of ``examples/articles``. The README's picture is part of the
repository; the others are made when the documentation is built.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from pathlib import Path

from quotekit import Extraction, SpeakerIndex, extract_many, read_all, write
from quotekit._cli.show import shown
from quotekit._cli.speakers import chart
from quotekit._writers.table import rendered

DOCS = Path(__file__).parent
ARTICLES = DOCS.parent / "examples" / "articles"
GALLERY = DOCS / "_gallery"
README = DOCS / "pictures" / "show.svg"
WIDTH = 92

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>TITLE</title>
<style>.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, \
"DejaVu Sans Mono", monospace; }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<rect width="{width}" height="{height}" rx="8" fill="#1d2026"/>
<g transform="translate({terminal_x}, 16)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""
"""A picture of a terminal that loads no font; the names in braces are rich's."""


def articles() -> list[Extraction]:
    """Return what is found in the articles of the examples."""
    return [one for one in extract_many(read_all([ARTICLES])) if isinstance(one, Extraction)]


def terminal(printed: Iterable[str], title: str) -> str:
    """Return a picture of what a terminal shows."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("".join(printed).rstrip()))
    return console.export_svg(code_format=SVG.replace("TITLE", title), unique_id="t")


def readme_picture() -> str:
    """Return the picture of the README's first screen: the article there, with its quotations."""
    [wall] = [one for one in articles() if one.article.id == "wall"]
    title = "An article in a terminal: its quotations marked, in a colour for each speaker"
    return terminal(shown([wall], width=WIDTH, styled=True), title)


def main() -> None:
    """Make all pictures anew."""
    shutil.rmtree(GALLERY, ignore_errors=True)
    GALLERY.mkdir()
    found = articles()
    index = SpeakerIndex()
    for extraction in found:
        index.add(extraction)
    README.write_text(readme_picture(), encoding="utf-8")
    bars = rendered(chart(list(index)[:10], WIDTH), WIDTH, styled=True)
    bars_title = "Bars of quotations by speaker, in a terminal"
    (GALLERY / "speakers.svg").write_text(terminal([bars], bars_title), encoding="utf-8")
    write(found, GALLERY / "page.html")
    write(found, GALLERY / "report.html", format="report", charts=GALLERY / "charts")


if __name__ == "__main__":
    main()
