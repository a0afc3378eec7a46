"""Arguments: what callers hand in, made into articles, with hints where something else was meant."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from quotekit._callers import outside
from quotekit.exceptions import ArgumentError, ArticleError, PathWarning
from quotekit.models import Article, ArticleFields, Failure

LONGEST_PATH = 255
"""No text of more characters than these is looked at as the name of a file."""


def as_article(article: Article | str, fields: ArticleFields) -> Article:
    """Return the article, with *fields* in place of its own.

    Raises:
        ArticleError: If it is neither an article nor a text, or if a field does not fit.
    """
    if isinstance(article, str):
        _warn_of_path(article)
        return Article(article, **fields)
    if isinstance(article, Article):
        if "published" in fields:  # where the day was read goes with the day
            article = attrs.evolve(article, published=None, published_from=None)
        return attrs.evolve(article, **fields) if fields else article
    hint = "; read files with quotekit.read()" if isinstance(article, os.PathLike) else ""
    if isinstance(article, Failure):
        hint = f": {article}; extract_many() passes failures on"
    raise ArticleError(f"expected an Article or str, got {type(article).__name__}{hint}")


def as_articles(articles: Iterable[Article | Failure | str]) -> Iterator[Article | Failure | str]:
    """Return an iterator over several articles.

    Raises:
        ArgumentError: If it is one article or one text, or not iterable.
    """
    if isinstance(articles, (str, bytes, Article)) or not isinstance(articles, Iterable):
        raise ArgumentError(
            f"expected several articles, got one {type(articles).__name__}; "
            "extract() is for one article, read() for a file"
        )
    return iter(articles)


def _warn_of_path(text: str) -> None:
    """Warn where a text is one line that names a file: no article looks like that."""
    if len(text) <= LONGEST_PATH and "\n" not in text and "." in text and _is_file(text):
        warnings.warn(
            f"the text {text!r} is also the name of a file; read files with quotekit.read()",
            PathWarning,
            stacklevel=outside(),
        )


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # too long a name, a NUL
        return False
