"""Feeds: one article per entry of an RSS or Atom feed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import attrs

from quotekit._extras import extra
from quotekit._formats import stem
from quotekit._readers.days import read_day
from quotekit._readers.marked import text_from, words_from
from quotekit.exceptions import ReadError
from quotekit.models import Article, Failure

DAYS = ("published", "created", "updated")
"""Where an entry has its day, the likeliest first."""
ADDRESS_REST_RE = re.compile(r"^[a-z]+ \((?=[^()]*$)| <[a-z]*>$|^[a-z]+$")
"""What feedparser 6.0.14 leaves of an address in the name, where the domain ends in a long word: the
*s (* of *ida@quay.press (Ida Moss)*."""


def read_feed(stream: BinaryIO, name: str) -> Iterator[Article | Failure]:
    """Read one article per entry, with the text of its full content, or else of its summary.

    The day is the one that the feed writes, in its own time zone. An entry without any text gives a
    :class:`.Failure`.

    Raises:
        ReadError: If the file is no feed.
        MissingExtraError: Without the extra ``feeds``.

    Example:
        >>> import io
        >>> feed = b'''<rss version="2.0"><channel><title>The Quay Post</title><item>
        ... <title>Wall holds</title><pubDate>Fri, 12 May 2023 23:30:00 -0500</pubDate>
        ... <description>&lt;p>&lt;q>It holds&lt;/q>, Ida Moss said.</description></item>
        ... </channel></rss>'''
        >>> [article] = read_feed(io.BytesIO(feed), "a.rss")
        >>> article.text, str(article.published), article.publisher
        ('“It holds”, Ida Moss said.', '2023-05-12', 'The Quay Post')
    """
    with extra("feeds"):
        import feedparser
    # A stream, since a string that looks like an address would be fetched.
    feed = feedparser.parse(io.BytesIO(stream.read()), sanitize_html=False)
    if not feed.entries and (_fault(feed) or not feed.get("version")):
        raise ReadError(f"{name}: no RSS or Atom feed{_fault(feed)}")
    warnings = (f"the feed is damaged{_fault(feed)}",) if feed.bozo and _fault(feed) else ()
    for number, entry in enumerate(feed.entries, 1):
        article = _article(entry, feed.feed, f"{stem(name)}:{number}")
        if article is None:
            yield Failure(f"{name}, entry {number}", "no text, only a link")
        else:
            yield attrs.evolve(article, warnings=(*article.warnings, *warnings))


def _fault(feed: Any) -> str:  # noqa: ANN401 - feedparser has no types
    """Return what is wrong with a feed; a declared encoding that is not its own is no fault."""
    error = feed.get("bozo_exception")
    if error is None or type(error).__name__ in ("CharacterEncodingOverride", "NonXMLContentType"):
        return ""
    return f": {' '.join(str(error).split())}"


def _article(entry: Any, feed: Any, default_id: str) -> Article | None:  # noqa: ANN401
    content, warnings = _content(entry)
    if content is None:
        return None
    language = content.get("language") or feed.get("language") or "en"
    value = content.get("value") or ""
    text = value if content.get("type") == "text/plain" else text_from(value, language)
    if not text.strip():
        return None
    day = next(filter(None, (read_day(entry.get(key), language) for key in DAYS)), None)
    source = entry.get("source") or {}
    return Article(
        text,
        id=entry.get("id") or entry.get("link") or default_id,
        title=words_from(entry.get("title")),
        published=day,
        published_from="metadata" if day else None,
        publisher=words_from(source.get("title") or feed.get("title")),
        url=entry.get("link"),
        language=language,
        markup="feed",
        meta=_meta(entry),
        warnings=warnings,
    )


def _content(entry: Any) -> tuple[Any, tuple[str, ...]]:  # noqa: ANN401
    """Return the longest content, or else the summary with a warning."""
    filled = [content for content in entry.get("content", ()) if content.get("value")]
    if filled:
        return max(filled, key=lambda content: len(content.value)), ()
    summary = entry.get("summary_detail")
    return (summary, ("the feed has no full text, only a summary",)) if summary else (None, ())


def _meta(entry: Any) -> dict[str, Any]:  # noqa: ANN401
    tags = [tag.get("term") for tag in entry.get("tags", ()) if tag.get("term")]
    found = {"author": _authors(entry), "tags": tags}
    return {key: value for key, value in found.items() if value}


def _authors(entry: Any) -> str | None:  # noqa: ANN401
    """Return the names of all authors, with ``; `` between, or else the line that stands for them."""
    names = [_author(author) for author in entry.get("authors", ())]
    return "; ".join(dict.fromkeys(filter(None, names))) or entry.get("author")


def _author(author: Any) -> str:  # noqa: ANN401
    name = author.get("name") or ""
    return ADDRESS_REST_RE.sub("", name) if "email" in author else name
