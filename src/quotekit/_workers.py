"""Workers: the processes among which a batch is shared out."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from quotekit._attempt import Item, Result, attempt
from quotekit.exceptions import WorkerError
from quotekit.models import Article
from quotekit.pipeline import Extractor

CHUNK = 100_000
"""About how many characters travel to a worker at a time."""

AHEAD = 3
"""How many chunks for each worker are under way at most, which bounds the memory."""


def in_processes(
    articles: Iterable[Item], processes: int, extractor: Extractor
) -> Iterator[Result]:
    """Yield the results in the order of the articles, with a bounded number under way.

    Raises:
        WorkerError: If a worker process dies.
    """
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
        size += len(item.text if isinstance(item, Article) else str(item))
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
    return [attempt(_worker[0], item) for item in chunk]
