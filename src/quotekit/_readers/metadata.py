"""What a page says of itself: its <meta> tags, its JSON-LD, its <time>, in order of trust."""

from __future__ import annotations

import json
from typing import Any

META = {
    "og:title": ("title", 0),
    "article:published_time": ("published", 1),
    "datepublished": ("published", 2),
    "date": ("published", 3),
    "dc.date.issued": ("published", 3),
    "og:site_name": ("publisher", 1),
    "og:url": ("url", 1),
}
"""``name``, ``property`` or ``itemprop`` of a <meta> → the fact and its rank; the least counts."""

JSON_RANK = 0
TIME_RANK = 4
TITLE_RANK = 5


class PageFacts:
    """Gathers title, publication date, publisher, address and language of a page.

    Example:
        >>> facts = PageFacts()
        >>> facts.read_json('{"@type": "NewsArticle", "datePublished": "2021-07-27T08:00Z"}')
        >>> facts.first("published")
        '2021-07-27T08:00Z'
    """

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, str]] = {}

    def first(self, fact: str) -> str | None:
        """Return what the most trusted place says; of equals, the first one."""
        return self._found[fact][1] if fact in self._found else None

    def add(self, fact: str, value: str, rank: int = TITLE_RANK) -> None:
        """Note that a place of this rank gives *value*; blanks say nothing."""
        value = " ".join(value.split())
        if value and (fact not in self._found or rank < self._found[fact][0]):
            self._found[fact] = (rank, value)

    def read_tag(self, tag: str, given: dict[str, str]) -> None:
        """Read a tag with its attributes."""
        if tag == "html":
            self.add("language", given.get("lang", ""))
        elif tag == "meta":
            for key in ("property", "name", "itemprop"):
                fact, rank = META.get(given.get(key, "").lower(), (None, 0))
                if fact is not None:
                    self.add(fact, given.get("content", ""), rank)
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.add("url", given.get("href", ""), 0)
        elif tag == "time" and ("pubdate" in given or "datePublished" in given.get("itemprop", "")):
            self.add("published", given.get("datetime", ""), TIME_RANK)

    def read_json(self, script: str) -> None:
        """Read JSON-LD; what is no valid JSON says nothing, as in browsers."""
        try:
            waiting: list[Any] = [json.loads(script)]
        except (ValueError, RecursionError):
            return
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                self._read_object(item)
                waiting.append(item.get("@graph"))

    def _read_object(self, item: dict[str, Any]) -> None:
        types = item.get("@type")
        names = types if isinstance(types, list) else [types]
        if not any(str(name).endswith(("Article", "Posting", "Report")) for name in names):
            return
        publisher = item.get("publisher")
        if isinstance(publisher, dict):
            publisher = publisher.get("name")
        for fact, value in (
            ("published", item.get("datePublished")),
            ("title", item.get("headline")),
            ("publisher", publisher),
        ):
            if isinstance(value, str):
                self.add(fact, value, JSON_RANK)
