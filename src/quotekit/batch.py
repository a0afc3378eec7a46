"""Batches: a stream of articles to a stream of results, in order, in one process or several."""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from quotekit.exceptions import WorkerError
from quotekit.models import Article, Extraction, Failure
from quotekit.pipeline import Extractor, default_extractor

Item = Article | Failure | str
Result = Extraction | Failure

CHUNK = 100_000
"""About how many characters travel to a worker at a time."""

AHEAD = 3
"""How many chunks for each worker are under way at most, which bounds the memory."""


def extract_many(
    articles: Iterable[Item], *, processes: int = 1, extractor: Extractor | None = None
) -> Iterator[Result]:
    """Extract from a stream of articles; each gives one result, in the order of the articles.

    Articles are read as results are asked for, so that neither need fit into memory. An article at
    which extraction fails gives a :class:`.Failure` in its place, and the rest go on; failures
    among the articles, as :func:`quotekit.read` gives them, are passed on.

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
        return (_attempt(extractor, item) for item in articles)
    return _in_processes(articles, processes, extractor)


def _attempt(extractor: Extractor, item: Item) -> Result:
    if isinstance(item, Failure):
        return item
    try:
        return extractor.extract(item)
    except Exception as error:
        where = f"article {item.id!r}" if isinstance(item, Article) and item.id else ""
        notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        reason = f"{type(error).__name__}: {error}{notes}"
        return Failure(where, " ".join(reason.split()), traceback.format_exc())


def _in_processes(
    articles: Iterable[Item], processes: int, extractor: Extractor
) -> Iterator[Result]:
    pool = ProcessPoolExecutor(processes, initializer=_start_worker, initargs=(extractor,))
    under_way: deque[Future[list[Result]]] = deque()
    try:
        for chunk in _chunks(articles):
            under_way.append(pool.submit(_extract_chunk, chunk))
            while under_way and (len(under_way) > processes * AHEAD or under_way[0].done()):
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerError("a worker process died; is there enough memory?") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(articles: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in articles:
        chunk.append(item)
        size += len(item.text) if isinstance(item, Article) else 1
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


_worker: list[Extractor] = []
"""The extractor of this process, if it is a worker; set once, when it starts."""


def _start_worker(extractor: Extractor) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    _worker[:] = [extractor]


def _extract_chunk(chunk: list[Item]) -> list[Result]:
    return [_attempt(_worker[0], item) for item in chunk]
