"""Articles: what a page says of itself (title, publication date, publisher, dateline)."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.hookspecs import hookimpl
from quotekit.models import Article, Fact


@hookimpl
def quotekit_describe_article(article: Article) -> Iterator[Fact]:
    """Read title, date and publisher from the head of the text."""
    yield from ()
