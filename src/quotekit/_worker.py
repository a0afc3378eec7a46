"""What a worker process does: extract what it is sent, one article after another."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import warnings
from multiprocessing.connection import Connection, wait

from quotekit._attempt import Result, attempt, failure
from quotekit._pickles import dumps
from quotekit.exceptions import QuotekitWarning
from quotekit.models import Article
from quotekit.pipeline import Extractor


def work(connection: Connection, extractor: Extractor, timeout: float | None) -> None:
    """Answer each article with its result, until there are no more.

    The first message says that the worker is there. A list of pickled articles comes in, an empty
    one at the end; the results go out one by one, so that it is known which article was in hand
    when a worker dies.

    Args:
        connection: The pipe to the process that sends the articles.
        extractor: What does the work.
        timeout: Seconds after which an article is given up.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    warnings.simplefilter("ignore", QuotekitWarning)  # the parent has warned
    connection.send_bytes(b"ready")
    while chunk := connection.recv():
        for pickled in chunk:
            connection.send_bytes(_result(pickled, extractor, timeout))


def _result(pickled: bytes, extractor: Extractor, timeout: float | None) -> bytes:
    article = None
    try:
        article = pickle.loads(pickled)
        return dumps(_timed(article, extractor, timeout))
    except BaseException as error:  # whatever a plugin raises, and what cannot be pickled
        return dumps(failure(article, error))


def _timed(article: Article, extractor: Extractor, timeout: float | None) -> Result:
    """Extract; past the time limit an error arises wherever the work is, and so names the plugin.

    Where there are no such signals, and where code does not let itself be interrupted, the parent
    kills the worker somewhat later.
    """
    if timeout is None or not hasattr(signal, "setitimer"):
        return attempt(extractor, article)

    def give_up(*_: object) -> None:
        raise TimeoutError(f"took longer than {timeout:g} seconds")

    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, timeout)
    try:
        return attempt(extractor, article)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _die_with_parent() -> None:
    """End the process when its parent has ended, however that came about."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
