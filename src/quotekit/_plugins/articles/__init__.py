"""Articles: what a page says of itself: title, publication date, publisher, dateline, body."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.articles.datelines import dateline_facts, read_dateline
from quotekit._plugins.articles.days import day_in_address
from quotekit._plugins.articles.head import Head
from quotekit.hookspecs import hookimpl
from quotekit.lexicon import Language
from quotekit.models import Article, Fact


@hookimpl
def quotekit_describe_article(article: Article, language: Language) -> Iterator[Fact]:
    """Read title, date and publisher from the head of the text, and the date from its address."""
    head = Head(article, language)
    yield from head.facts()
    opening = head.opening(head.body.start if head.body else 0)
    dateline = read_dateline(article.text, opening, language) if opening else None
    if dateline is not None:
        yield from dateline_facts(article.text, dateline, language)
    for address in (article.url, article.id):
        day = day_in_address(address) if address else None
        if day is not None:
            yield Fact("published", day.isoformat(), "url")
