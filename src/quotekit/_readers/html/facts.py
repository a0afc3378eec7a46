"""What a page says of itself: its <meta> tags, its JSON-LD, its <time>, in order of trust."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

from quotekit._readers.html.tags import unescape

META = {
    "og:title": ("title", 0),
    "twitter:title": ("title", 2),
    "article:published_time": ("published", 1),
    "og:article:published_time": ("published", 1),
    "og:published_time": ("published", 1),
    "datepublished": ("published", 2),
    "parsely-pub-date": ("published", 2),
    "sailthru.date": ("published", 2),
    "pubdate": ("published", 3),
    "publish-date": ("published", 3),
    "publishdate": ("published", 3),
    "date": ("published", 3),
    "dc.date": ("published", 3),
    "dc.date.issued": ("published", 3),
    "dcterms.issued": ("published", 3),
    "article:modified_time": ("modified", 1),
    "datemodified": ("modified", 2),
    "author": ("author", 1),
    "article:author": ("author", 2),
    "dc.creator": ("author", 2),
    "byl": ("author", 2),
    "parsely-author": ("author", 2),
    "og:site_name": ("publisher", 1),
    "dc.publisher": ("publisher", 2),
    "application-name": ("publisher", 3),
    "og:url": ("url", 1),
    "og:locale": ("language", 2),
    "content-language": ("language", 1),
    "article:section": ("section", 1),
}
"""``name``, ``property``, ``itemprop`` or ``http-equiv`` of a <meta> → the fact and its rank; the
least counts."""

JSON_RANK = 0
TIME_RANK = 4
TITLE_RANK = 5

MOST = 20
"""So many values of one fact are kept."""

MOST_OBJECTS = 10_000
"""So many objects of a page's JSON-LD are looked at."""


class PageFacts:
    """Gathers title, publication date, publisher, address, language and author of a page.

    Example:
        >>> facts = PageFacts()
        >>> facts.read_json('{"@type": "NewsArticle", "datePublished": "2021-07-27T08:00Z"}')
        >>> facts.first("published")
        '2021-07-27T08:00Z'
    """

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[int, str]]] = {}
        self.body = ""
        """The article's words, where JSON-LD has them."""

    def first(self, fact: str) -> str | None:
        """Return what the most trusted place says; of equals, the first one."""
        return next(self.all(fact), None)

    def joined(self, fact: str) -> str | None:
        """Return all that the most trusted place says, as of several authors, with ``; `` between."""
        found = self._found.get(fact, ())
        rank = min((rank for rank, _ in found), default=0)
        return "; ".join(dict.fromkeys(value for own, value in found if own == rank)) or None

    def all(self, fact: str, *, below: int = TITLE_RANK + 1) -> Iterator[str]:
        """Yield what all places of a rank *below* a number say, the most trusted first."""
        for rank, value in sorted(self._found.get(fact, ()), key=lambda item: item[0]):
            if rank < below:
                yield value

    def add(self, fact: str, value: str, rank: int = TITLE_RANK) -> None:
        """Note that a place of this rank gives *value*; blanks say nothing."""
        value = " ".join(value.split())
        found = self._found.setdefault(fact, [])
        if value and len(found) < MOST:
            found.append((rank, value))

    def read_tag(self, tag: str, given: dict[str, str]) -> None:
        """Read a tag with its attributes."""
        if tag == "html":
            self.add("language", given.get("lang", "") or given.get("xml:lang", ""), 0)
        elif tag == "meta":
            for key in ("property", "name", "itemprop", "http-equiv"):
                fact, rank = META.get(given.get(key, "").lower(), (None, 0))
                if fact is not None:
                    self.add(fact, given.get("content", ""), rank)
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.add("url", given.get("href", ""), 0)
        elif tag == "time" and _is_published(given):
            self.add("published", given.get("datetime", ""), TIME_RANK)

    def read_json(self, script: str) -> None:
        """Read JSON-LD; what is no valid JSON says nothing, as in browsers."""
        try:
            waiting: deque[Any] = deque([json.loads(script)])
        except (ValueError, RecursionError):
            return
        for _ in range(MOST_OBJECTS):
            if not waiting:
                return
            item = waiting.popleft()
            if isinstance(item, list):
                waiting.extend(item[:MOST_OBJECTS])
            elif isinstance(item, dict):
                self._read_object(item)
                waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)

    def _read_object(self, item: dict[str, Any]) -> None:
        types = item.get("@type")
        names = types if isinstance(types, list) else [types]
        if not any(str(name).endswith(("Article", "Posting", "Report")) for name in names):
            return
        for fact, key in JSON_LD.items():
            for value in _strings(item.get(key)):
                self.add(fact, unescape(value), JSON_RANK)
        body = item.get("articleBody")
        if isinstance(body, str) and len(body) > len(self.body):
            self.body = unescape(body)


JSON_LD = {
    "published": "datePublished",
    "modified": "dateModified",
    "title": "headline",
    "publisher": "publisher",
    "author": "author",
    "url": "url",
    "language": "inLanguage",
    "section": "articleSection",
}
"""Facts, and where an object of schema.org has them."""


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever the page holds
    """Yield a string, or the name of a thing, or those of several."""
    for item in value[:MOST] if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str):
            yield name


def _is_published(given: dict[str, str]) -> bool:
    names = f"{given.get('itemprop', '')} {given.get('class', '')}".lower()
    return "pubdate" in given or "datepublished" in names or "published" in names
