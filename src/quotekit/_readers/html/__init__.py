"""HTML: the text of a page's article, and what the page says of itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotekit._encodings import decode_page
from quotekit._formats import address, stem
from quotekit._readers.days import read_day
from quotekit._readers.html.body import article_blocks, text_of
from quotekit._readers.html.drawn import agreed
from quotekit._readers.html.facts import TITLE_RANK
from quotekit._readers.html.page import Page
from quotekit.models import Article

CHARSET_RE = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})|<\?xml[^>]{1,99}?encoding=["']([\w-]{1,40})""",
    re.IGNORECASE,
)
SEPARATOR_RE = re.compile(r"\s+[|–—•·:-]\s+")

LITTLE = 200
"""A page with fewer characters of text than this may have its article in its JSON-LD alone."""


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
    text, warnings = decode_page(data, encoding or charset(data))
    yield page_article(text, id=stem(name), url=address(name), warnings=warnings)


def page_article(
    markup: str,
    *,
    id: str,  # noqa: A002 - as in Article
    url: str | None = None,
    published: dt.date | None = None,
    warnings: tuple[str, ...] = (),
) -> Article:
    """Return the article of a page.

    Args:
        markup: The page.
        id: The article's identifier.
        url: Where the page was found; what it says of its own address comes first.
        published: Its day, where the page does not say.
        warnings: What was said about its encoding.

    Example:
        >>> page_article("<h1>Wall</h1><p><q>It holds</q>, she said.", id="a").text
        'Wall\\n\\n“It holds”, she said.'
    """
    page = Page(markup)
    facts = page.facts
    day = next(filter(None, (read_day(value) for value in facts.all("published"))), None)
    text = text_of(agreed(article_blocks(page), markup), page.language)
    if len(text) < LITTLE and len(facts.body) > len(text):
        text = facts.body
    return Article(
        text,
        id=id,
        title=_title(page),
        published=day or published,
        published_from="metadata" if day or published else None,
        publisher=facts.first("publisher"),
        url=next((u for u in facts.all("url") if "://" in u), url),
        language=page.language,
        markup="html",
        meta=_meta(page),
        warnings=warnings,
    )


def _meta(page: Page) -> dict[str, Any]:
    """Return what else the page says: authors, section, day of the last change."""
    found = {"author": page.facts.joined("author"), "section": page.facts.first("section")}
    meta: dict[str, Any] = {fact: value for fact, value in found.items() if value}
    day = next(filter(None, (read_day(value) for value in page.facts.all("modified"))), None)
    return meta | ({"modified": day.isoformat()} if day else {})


def _title(page: Page) -> str | None:
    """Return the headline: as declared, or the page's <h1>, or its <title> without the site's name."""
    facts = page.facts
    declared = next(facts.all("title", below=TITLE_RANK), None)
    headings = [block.text for block in page.blocks if block.headline]
    if declared or len(headings) == 1:
        return declared or " ".join(headings[0].split())
    title = facts.first("title")
    parts = SEPARATOR_RE.split(title or "")
    if len(parts) > 1 and parts[-1] == facts.first("publisher"):
        return SEPARATOR_RE.split(title or "", maxsplit=len(parts) - 2)[0]
    return title


def charset(data: bytes) -> str | None:
    """Return the encoding that the page declares."""
    match = CHARSET_RE.search(data[:2048])
    return (match.group(1) or match.group(2)).decode("ascii") if match else None
