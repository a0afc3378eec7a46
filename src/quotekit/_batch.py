"""Batches: a stream of articles to a stream of results, in order, in one process or several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator

from quotekit._arguments import as_articles
from quotekit._attempt import Item, Result, attempt
from quotekit.exceptions import ArgumentError
from quotekit.pipeline import Extractor, default_extractor


def extract_many(
    articles: Iterable[Item],
    *,
    processes: int = 1,
    timeout: float | None = None,
    extractor: Extractor | None = None,
) -> Iterator[Result]:
    """Extract from a stream of articles; each gives one result, in the order of the articles.

    Articles are read as results are asked for, so that neither need fit into memory. An article at
    which extraction fails gives a :class:`.Failure` in its place, and the rest go on; failures
    among the articles, as :func:`.read` gives them, are passed on. Where a worker process dies, the
    article in its hands is tried once more in another process, and is then a failure.

    Args:
        articles: Articles, or texts.
        processes: How many processes work, at most one per core. With more than one, plugins that
            were registered by hand must be picklable where processes are not forked, and a script
            must guard its entry with ``if __name__ == "__main__"``.
        timeout: Seconds after which an article is given up. It needs a worker process, even where
            *processes* is 1.
        extractor: What does the work; by default with the built-in and installed plugins.

    Raises:
        ArgumentError: If *articles* is one text or article, not several, or if *processes* or
            *timeout* is no number above 0.
        WorkerError: If no worker process can be started.

    Example:
        >>> results = extract_many(["Nobody spoke.", 42])
        >>> [type(result).__name__ for result in results]
        ['Extraction', 'Failure']
    """
    if not isinstance(processes, int) or processes < 1:
        raise ArgumentError(f"processes must be at least 1, got {processes!r}")
    if timeout is not None and not timeout > 0:
        raise ArgumentError(f"timeout must be more than 0 seconds, got {timeout!r}")
    return results_of(as_articles(articles), processes, timeout, extractor or default_extractor())


def results_of(
    items: Iterable[Item],
    processes: int,
    timeout: float | None,
    extractor: Extractor,
    look_up: Callable[[], object] | None = None,
) -> Generator[Result]:
    """Return the results of :func:`extract_many`; closing them ends the worker processes.

    Args:
        items: The articles.
        processes: How many processes work.
        timeout: Seconds after which an article is given up.
        extractor: What does the work.
        look_up: Called now and then while worker processes are waited for; may raise.
    """
    if processes == 1 and timeout is None:
        return (attempt(extractor, item) for item in items)
    from quotekit._workers import Batch  # its imports cost more than most uses need

    return Batch(items, processes, extractor, timeout=timeout, look_up=look_up).results()
