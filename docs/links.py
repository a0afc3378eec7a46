"""Check the links of the built documentation, without network: ``python docs/links.py FOLDER``.

A link inside the site must lead to a file, and to a place that the file has; of a link to elsewhere
only the form is looked at. Pictures say in words what they show, and an id is given once a page.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

SCHEMES = {"https", "mailto", "data"}
"""Of links to elsewhere. A page of the gallery carries its pictures as data."""


class Page(HTMLParser):
    """What a page links to, what can be linked to in it, and its pictures without words.

    Attributes:
        ids: How often each id is given.
        links: The values of ``href`` and ``src``, in order.
        silent: The pictures without ``alt``.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.silent: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element has to do with links."""
        given = {name: value or "" for name, value in attrs}
        self.ids.update(filter(None, [given.get("id")]))
        self.links += [given[name] for name in ("href", "src") if name in given]
        if tag == "img" and "alt" not in given:
            self.silent.append(given.get("src", ""))


def faults(site: Path) -> list[str]:
    """Return what is wrong with the links of a site, a line each."""
    site = site.resolve()
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    if not pages:
        return [f"{site}: no page"]
    return [
        f"{path.relative_to(site)}: {fault}"
        for path, page in pages.items()
        for fault in _faults(path, page, pages)
    ]


def _faults(path: Path, page: Page, pages: dict[Path, Page]) -> Iterator[str]:
    yield from (f"the id {name!r} is given {n} times" for name, n in page.ids.items() if n > 1)
    yield from (f"the picture {name!r} has no alt" for name in page.silent)
    for link in dict.fromkeys(page.links):
        fault = _fault(path, link, pages)
        if fault:
            yield f"{link!r}: {fault}"


def _fault(path: Path, link: str, pages: dict[Path, Page]) -> str:
    """Return what is wrong with a link, or nothing."""
    there = urlsplit(link)
    if there.scheme or there.netloc:
        formed = there.scheme in SCHEMES and (there.scheme != "https" or "." in there.netloc)
        return "" if formed and " " not in there.netloc + there.path else "malformed"
    target = (path.parent / unquote(there.path)).resolve() if there.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "no such file"
    place = unquote(there.fragment)
    return "no such place" if place and target in pages and place not in pages[target].ids else ""


def main() -> int:
    """Print the faults of the site that the command names; 1 where there are some."""
    found = faults(Path(sys.argv[1]))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
