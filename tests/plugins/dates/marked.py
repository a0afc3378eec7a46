"""Marked text: ``on [Monday|2022-03-07]`` is a text with the expression *Monday* and its value."""

from __future__ import annotations

import functools
import re

from quotekit._plugins.dates import Dates
from quotekit.models import Article, TimeExpression
from quotekit.pipeline import Extractor
from quotekit.registry import Registry

MARKED = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")


def unmark(marked: str) -> tuple[str, list[tuple[int, str, str | None]]]:
    """Return the text without marks, and the start, words and value of each quoted span.

    An empty value stands for none: ``[yesterday|]``.
    """
    text, expected, last = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        expected.append((len(text), match[1], match[2] or None))
        text += match[1]
        last = match.end()
    return text + marked[last:], expected


def read(
    text: str, anchor: str | None = None, language: str = "en", mode: str = "article"
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text, found and normalized by the dates plugin alone."""
    return extractor(mode).extract(Article(text, published=anchor, language=language)).times


@functools.cache
def extractor(mode: str) -> Extractor:
    """Return an extractor with the dates plugin in the given mode and no other."""
    registry = Registry(builtins=False, entry_points=False)
    registry.register(Dates(mode), name="dates")
    return Extractor(registry)
