"""Batches: a stream of articles to a stream of results, in order, in one process or several."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator

from quotekit.models import Article, Extraction, Failure
from quotekit.pipeline import Extractor, default_extractor

Item = Article | Failure | str
Result = Extraction | Failure


def extract_many(
    articles: Iterable[Item], *, processes: int = 1, extractor: Extractor | None = None
) -> Iterator[Result]:
    """Extract from a stream of articles; each gives one result, in the order of the articles.

    Articles are read as results are asked for, so that neither need fit into memory. An article at
    which extraction fails gives a :class:`.Failure` in its place, and the rest go on; failures
    among the articles, as :func:`.read` gives them, are passed on.

    Args:
        articles: Articles, or texts.
        processes: How many processes work. With more than one, plugins that were registered by
            hand must be picklable where processes are not forked, and a script must guard its
            entry with ``if __name__ == "__main__"``.
        extractor: What does the work; by default with the built-in and installed plugins.

    Raises:
        ValueError: If *processes* is less than 1.
        WorkerError: If a worker process dies.

    Example:
        >>> results = extract_many(["Nobody spoke.", 42])
        >>> [type(result).__name__ for result in results]
        ['Extraction', 'Failure']
    """
    if processes < 1:
        raise ValueError(f"processes must be at least 1, got {processes}")
    extractor = extractor or default_extractor()
    if processes == 1:
        return (attempt(extractor, item) for item in articles)
    from quotekit._workers import in_processes  # its imports cost more than most uses need

    return in_processes(articles, processes, extractor)


def attempt(extractor: Extractor, item: Item) -> Result:
    """Return what comes of one article: an extraction, or else why there is none."""
    if isinstance(item, Failure):
        return item
    try:
        return extractor.extract(item)
    except Exception as error:
        where = f"article {item.id!r}" if isinstance(item, Article) and item.id else ""
        notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        reason = f"{type(error).__name__}: {error}{notes}"
        return Failure(where, " ".join(reason.split()), traceback.format_exc())
