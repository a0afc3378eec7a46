"""HTML: the text of a page's article, and what the page says of itself.

A light reader on the standard library alone, for pages that mark their article up as such or hold
little else. Where much stands around it (menus, comments, teasers), let trafilatura draw out the
text and htmldate find the day, and hand quotekit an :class:`.Article` made from both.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import PurePath
from typing import BinaryIO

import attrs

from quotekit._encodings import decode_page
from quotekit._formats import STDIN, Reader
from quotekit._readers.metadata import PageFacts
from quotekit.models import Article

CHARSET_RE = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})""", re.IGNORECASE
)
DAY_RE = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
SPACE_RE = re.compile(r"[ \t\n\r\f]+")

SKIPPED = frozenset(
    "script style noscript template nav aside footer form button select svg iframe object".split()
)
"""Elements whose words are no part of the article."""

BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure "
    "figcaption table tr td th caption pre hr body address details summary".split()
)
"""Elements that begin and end a paragraph."""


@attrs.define
class _Block:
    """A paragraph of the page, and in which of the page's articles it stands (0: none)."""

    text: str
    article: int
    main: bool
    heading: bool


class _Page(HTMLParser):
    """Cuts a page into blocks and gathers what its head says."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = PageFacts()
        self.blocks: list[_Block] = []
        self._words: list[str] = []
        self._open: dict[str, int] = {}
        self._articles = 0
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.facts.read_tag(tag, given)
        if tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._script = []
        if tag == "br":
            self._words.append("\n")
        elif tag in BLOCKS:
            self._end_block()
        if tag == "article" and not self._open.get("article"):
            self._articles += 1
        if tag in SKIPPED or tag in ("article", "main", "header", "h1", "title"):
            self._open[tag] = self._open.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.facts.read_json("".join(self._script))
            self._script = None
        if tag in BLOCKS:
            self._end_block()
        if self._open.get(tag):
            self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        elif self._open.get("title") and not self._open.get("svg"):
            self.facts.add("title", data)
        elif not any(self._open.get(tag) for tag in SKIPPED):
            # Blanks and line ends in the source are one blank; breaks come from <br> alone.
            self._words.append(SPACE_RE.sub(" ", data))

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        lines = (SPACE_RE.sub(" ", line).strip(" ") for line in "".join(self._words).split("\n"))
        self._words = []
        text = "\n".join(filter(None, lines))
        heading = bool(self._open.get("h1"))
        in_article = self._articles if self._open.get("article") else 0
        banner = self._open.get("header") and not in_article and not heading
        if text and not banner:
            self.blocks.append(_Block(text, in_article, bool(self._open.get("main")), heading))

    def text(self) -> str:
        """Return the article: the longest <article>, or else <main>, or else all there is."""
        sizes: dict[int, int] = {}
        for block in self.blocks:
            sizes[block.article] = sizes.get(block.article, 0) + len(block.text)
        sizes.pop(0, None)
        longest = max(sizes, key=lambda n: (sizes[n], -n), default=0)
        if longest:
            chosen = [
                block
                for block in self.blocks
                if block.article == longest or (block.heading and not block.article)
            ]
        else:
            chosen = [b for b in self.blocks if b.main or b.heading]
            if not any(block.main for block in chosen):
                chosen = self.blocks
        return "\n\n".join(block.text for block in chosen)


def read_html(stream: BinaryIO, name: str, *, encoding: str | None = None) -> Iterator[Article]:
    """Read a page as one article; offsets point into its extracted text.

    Example:
        >>> import io
        >>> page = b'<html lang="de"><title>Nein</title><p>Sie sagte <b>nein</b>.<p>Ende.'
        >>> [article] = read_html(io.BytesIO(page), "a.html")
        >>> article.text, article.title, article.language
        ('Sie sagte nein.\\n\\nEnde.', 'Nein', 'de')
    """
    data = stream.read()
    page = _Page()
    decoded = decode_page(data, encoding or _charset(data))
    page.feed(decoded.text)
    page.close()
    facts = page.facts
    path = PurePath(name)
    day = _day(facts.first("published"))
    yield Article(
        page.text(),
        id=path.stem or name,
        title=facts.first("title"),
        published=day,
        published_from="metadata" if day else None,
        publisher=facts.first("publisher"),
        url=facts.first("url") or (None if name == STDIN else path.as_posix()),
        language=(facts.first("language") or "en")[:2].lower(),
        markup="html",
        warnings=decoded.warnings,
    )


def _charset(data: bytes) -> str | None:
    """Return the encoding that the page declares."""
    match = CHARSET_RE.search(data[:2048])
    return match.group(1).decode("ascii") if match else None


def _day(value: str | None) -> dt.date | None:
    match = DAY_RE.match(value or "")
    try:
        return dt.date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None


def _looks_like_html(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    return start.startswith((b"<!doctype html", b"<html")) or (
        start[:1] == b"<" and b"<html" in start
    )


READER = Reader("html", read_html, (".html", ".htm", ".xhtml"), _looks_like_html)
"""Reads HTML in the encoding that it declares, UTF-8 by default."""
