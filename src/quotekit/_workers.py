"""Workers: the processes among which a batch is shared out.

Each worker has a pipe of its own, and no lock or queue in common with the others, so that one that
dies takes with it nothing but the article in its hands, which is then known. (The standard library's
executor breaks as a whole when one process dies, does not say at what, and knows no time limits.)
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import wait
from multiprocessing.context import DefaultContext
from typing import cast

import attrs

from quotekit._arguments import as_article
from quotekit._attempt import Item, Result, failure, place
from quotekit._pickles import dumps
from quotekit._worker import work
from quotekit.exceptions import WorkerError
from quotekit.models import Article, Failure
from quotekit.pipeline import Extractor

CHUNK = 30_000
"""About how many bytes travel to a worker at a time, with all that an article carries along."""

SMALLEST = 100
"""Even an empty article, or one that failed, takes so many bytes."""

AHEAD = 6
"""So many chunks for each worker are under way at most, which bounds the memory."""

DEATHS = 2
"""So many workers may die at one article before it is given up."""

STILLBORN = 3
"""So many workers may die before they begin."""

PATIENCE = 0.5
"""Seconds of waiting after which one looks up: at time limits, and at who else wants to know."""

GRACE = 1.0
"""Seconds that a worker has, after a time limit, to say where it is before it is killed."""


@attrs.define(eq=False)
class Task:
    """An article on its way: its place in the batch, and how many workers have died at it."""

    number: int
    article: Article
    pickled: bytes
    deaths: int = 0


class Worker:
    """A process, and the articles that it was given: the first is in its hands.

    Args:
        extractor: What does the work.
        timeout: Seconds after which an article is given up.
        start: How the process is started; by default as the platform does. Where threads run, it must
            not be forked.
    """

    def __init__(
        self, extractor: Extractor, timeout: float | None, start: str | None = None
    ) -> None:
        context = cast(DefaultContext, multiprocessing.get_context(start))
        self.connection, theirs = context.Pipe()
        self.tasks: deque[Task] = deque()
        self.since: float | None = None  # when the first article was begun; nothing before it began
        self.ready = False
        process = context.Process(target=work, args=(theirs, extractor, timeout), daemon=True)
        try:
            process.start()
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise WorkerError(f"the plugins cannot be sent to a worker process: {error}") from error
        finally:
            theirs.close()
        self.process = process

    def give(self, tasks: Iterable[Task]) -> None:
        """Send it more articles.

        Raises:
            OSError: If it has died.
        """
        self.tasks.extend(tasks)
        self.since = time.monotonic()
        self.connection.send([task.pickled for task in self.tasks])

    def receive(self) -> Iterator[tuple[Task, Result]]:
        """Yield what it has to say; an ``EOFError`` or ``OSError`` if it has died."""
        while self.connection.poll():
            data = self.connection.recv_bytes()
            self.since = time.monotonic()
            if not self.ready:
                self.ready = True
                continue
            task = self.tasks.popleft()
            try:
                yield task, pickle.loads(data)
            except Exception as error:
                yield task, failure(task.article, error)

    def is_late(self, limit: float) -> bool:
        """Return whether it has been at one article for more than so many seconds."""
        waiting = self.ready and self.tasks and self.since is not None
        return bool(waiting) and time.monotonic() - (self.since or 0.0) > limit

    def end(self) -> None:
        """Let it go if it has nothing to do, and kill it otherwise."""
        if not self.tasks:
            try:
                self.connection.send([])
                self.process.join(GRACE)
            except OSError:
                pass
        self.process.kill()
        self.process.join()
        self.connection.close()


class Batch:
    """A stream of articles on its way through worker processes.

    An article at which a worker dies is tried once more with another worker, and is then a failure,
    as is one that takes too long. If the articles end in an exception, it is raised after the
    results of those before it.

    Args:
        articles: The articles.
        processes: How many processes at most; there are never more than cores, or than there is
            work for.
        extractor: What does the work.
        timeout: Seconds after which an article is given up.
        look_up: Called every half second of waiting; what it raises ends the batch.
    """

    def __init__(
        self,
        articles: Iterable[Item],
        processes: int,
        extractor: Extractor,
        *,
        timeout: float | None = None,
        look_up: Callable[[], object] | None = None,
    ) -> None:
        self._articles = iter(articles)
        self._error: Exception | None = None
        self._ended = False
        self._read = 0
        self._sizes: deque[int] = deque()  # of the articles that are read and not yet given back
        self._under_way = 0
        self._todo: deque[list[Task]] = deque()  # what dead workers have left
        self._done: dict[int, Result] = {}
        self._workers: list[Worker] = []
        self._stillborn = 0
        self._processes = min(processes, cores())
        self._extractor, self._timeout, self._look_up = extractor, timeout, look_up

    def results(self) -> Generator[Result]:
        """Yield the results, in the order of the articles."""
        number = 0
        try:
            while not (self._ended and number == self._read):
                self._feed()
                self._collect(0.0 if number in self._done else PATIENCE)
                if number in self._done:
                    self._under_way -= self._sizes.popleft()
                    yield self._done.pop(number)
                    number += 1
        finally:
            while self._workers:
                self._workers.pop().end()
        if self._error is not None:
            raise self._error

    # -- from the articles to the workers -----------------------------------------------------------

    def _feed(self) -> None:
        """Give work to whoever has none, as long as not too much is under way."""
        while True:
            idle = next((worker for worker in self._workers if not worker.tasks), None)
            if idle is None and len(self._workers) >= self._processes:
                return
            tasks = self._todo.popleft() if self._todo else self._chunk()
            if not tasks:
                return
            if idle is None:
                idle = Worker(self._extractor, self._timeout)
                self._workers.append(idle)
            try:
                idle.give(tasks)
            except OSError:
                self._bury(idle)

    def _chunk(self) -> list[Task]:
        """Read the next articles; none if they are at their end, or enough are under way."""
        tasks: list[Task] = []
        size = 0
        room = self._under_way < CHUNK * AHEAD * self._processes
        while room and size < CHUNK and not self._ended:
            try:
                item = next(self._articles)
            except StopIteration:
                self._ended = True
            except Exception as error:
                self._ended, self._error = True, error
            else:
                found = self._task(item)
                self._sizes.append(SMALLEST + sum(len(task.pickled) for task in found))
                self._under_way += self._sizes[-1]
                size += self._sizes[-1]
                tasks += found
        return tasks

    def _task(self, item: Item) -> list[Task]:
        """Return the task of an article that can be sent; what becomes of others is known here."""
        number = self._read
        self._read += 1
        try:
            if isinstance(item, Failure):
                self._done[number] = item
                return []
            article = as_article(item, {})
            # Warned of here and once, not in every worker.
            self._extractor.registry.language(article.language)
            return [Task(number, article, dumps(article))]
        except Exception as error:
            self._done[number] = failure(item, error)
            return []

    # -- from the workers to the results ------------------------------------------------------------

    def _collect(self, patience: float) -> None:
        """Wait for results, and see to workers that have died or are late."""
        busy = {worker.connection: worker for worker in self._workers if worker.tasks}
        ready = wait(list(busy), patience) if busy else []
        for connection in ready:
            worker = busy[connection]  # type: ignore[index]
            try:
                for task, result in worker.receive():
                    self._done[task.number] = result
            except (EOFError, OSError):
                self._bury(worker)
        if not ready and patience and self._look_up is not None:
            self._look_up()
        if self._timeout is not None:
            for worker in busy.values():
                if worker.is_late(self._timeout + GRACE) and not worker.connection.poll():
                    self._give_up(worker, f"took longer than {self._timeout:g} seconds")

    def _bury(self, worker: Worker) -> None:
        """Hand on the work of a worker that has died, or give up what it died of."""
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= STILLBORN:
                raise WorkerError("worker processes die before they begin; is there enough memory?")
            self._todo.appendleft(list(worker.tasks))
            self._dismiss(worker)
            return
        task = worker.tasks[0]
        task.deaths += 1
        if task.deaths >= DEATHS:
            worker.process.join()
            reason = f"{ending(worker.process.exitcode)}; {DEATHS} were tried"
            self._give_up(worker, reason)
        else:
            self._todo.extendleft(filter(None, ([*worker.tasks][1:], [task])))
            self._dismiss(worker)

    def _give_up(self, worker: Worker, reason: str) -> None:
        task, *others = worker.tasks
        self._done[task.number] = Failure(place(task.article), f"WorkerError: {reason}")
        if others:
            self._todo.appendleft(others)
        self._dismiss(worker)

    def _dismiss(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.end()


def cores() -> int:
    """Return how many processes may run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ending(code: int | None) -> str:
    """Say how a process ended."""
    if code is not None and code < 0:
        return f"the worker process was killed by {signal.Signals(-code).name}"
    return f"the worker process ended with code {code}"
