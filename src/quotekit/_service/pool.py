"""The pool: worker processes that stay, each with at most one article in its hands."""

from __future__ import annotations

import multiprocessing
import queue

from quotekit._attempt import Result, place
from quotekit._pickles import dumps
from quotekit._workers import DEATHS, GRACE, PATIENCE, Task, Worker, ending
from quotekit.models import Article, Failure
from quotekit.pipeline import Extractor

START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
"""How workers start: a service has threads, and a process with threads must not be forked."""


class Pool:
    """Worker processes that wait for articles; one that dies or is late is replaced.

    Args:
        extractor: What does the work.
        processes: How many processes.
        timeout: Seconds after which an article is given up.
    """

    def __init__(self, extractor: Extractor, processes: int, timeout: float) -> None:
        self._extractor, self._timeout = extractor, timeout
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for _ in range(processes):
            self._hire()

    def extract(self, article: Article) -> Result:
        """Return what comes of an article; waits for a worker, and then for the worker."""
        task = Task(0, article, dumps(article))
        reason = ""
        for _ in range(DEATHS):
            worker = self._idle.get()
            try:
                result = self._result(worker, task)
            except (EOFError, OSError):
                self._replace(worker)
                reason = ending(worker.process.exitcode)
            except _Late as error:
                self._replace(worker)
                return Failure(place(article), f"TimeoutError: {error}")
            else:
                self._idle.put(worker)
                return result
        return Failure(place(article), f"WorkerError: {reason}; {DEATHS} were tried")

    def close(self) -> None:
        """End the processes; they must not be at work any more."""
        while not self._idle.empty():
            self._idle.get().end()

    def _result(self, worker: Worker, task: Task) -> Result:
        """Give a worker an article, and wait.

        Raises:
            _Late: If it takes too long, and does not let itself be interrupted.
            OSError: If the worker dies.
        """
        worker.give([task])
        while True:
            if worker.connection.poll(PATIENCE):
                for _, result in worker.receive():
                    return result
            elif worker.is_late(self._timeout + GRACE):
                raise _Late(f"took longer than {self._timeout:g} seconds")

    def _replace(self, worker: Worker) -> None:
        worker.end()
        self._hire()

    def _hire(self) -> None:
        self._idle.put(Worker(self._extractor, self._timeout, START))


class _Late(Exception):  # noqa: N818 - no error that leaves this module
    """A worker that has to be killed. (``TimeoutError`` would be an ``OSError``.)"""
