"""Batches: a stream of articles to a stream of results, in order, in one process or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotekit._arguments import as_articles
from quotekit._attempt import Item, Result, attempt
from quotekit.pipeline import Extractor, default_extractor


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
        ArgumentError: If *articles* is one text or article, not several.
        ValueError: If *processes* is less than 1.
        WorkerError: If a worker process dies.

    Example:
        >>> results = extract_many(["Nobody spoke.", 42])
        >>> [type(result).__name__ for result in results]
        ['Extraction', 'Failure']
    """
    if processes < 1:
        raise ValueError(f"processes must be at least 1, got {processes}")
    items = as_articles(articles)
    extractor = extractor or default_extractor()
    if processes == 1:
        return (attempt(extractor, item) for item in items)
    from quotekit._workers import in_processes  # its imports cost more than most uses need

    return in_processes(items, processes, extractor)
