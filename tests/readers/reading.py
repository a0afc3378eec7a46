"""Reading one article, for tests."""

from __future__ import annotations

from quotekit import Article, Failure, read


def items(path, **options) -> list[Article | Failure]:
    return list(read(path, **options))


def one(path, **options) -> Article:
    [article] = items(path, **options)
    assert isinstance(article, Article), article
    return article
