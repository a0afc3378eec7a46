"""Folders: formats that are one, with a file or two for each article."""

from __future__ import annotations

import re
from collections import Counter

from quotekit.models import Article

UNSAFE_RE = re.compile(r"[^\w.-]+")

LONGEST = 60
"""No file name is made of more characters of an id than these."""


class FileNames:
    """Gives each article a file name of its own, made of its id, without ending.

    Example:
        >>> name = FileNames()
        >>> [name(Article("No.", id=id)) for id in ("wall", "wall", "../a b", None)]
        ['wall', 'wall-2', 'a_b', 'article']
    """

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def __call__(self, article: Article) -> str:
        """Return the name of the next article's files."""
        wanted = UNSAFE_RE.sub("_", article.id or "").strip("._")[:LONGEST] or "article"
        name = wanted
        # Names are compared as file systems do that take no account of case.
        while self._given[name.casefold()]:
            self._given[wanted.casefold()] += 1
            name = f"{wanted}-{self._given[wanted.casefold()]}"
        self._given[name.casefold()] += 1
        return name
