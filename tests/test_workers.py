"""Worker processes: whatever a plugin does there costs no more than the article in its hands."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
import warnings
from types import SimpleNamespace

import pytest

from quotekit import Article, Failure, Quote, _worker, extract_many, hookimpl
from quotekit._workers import Batch, cores
from quotekit.testing import extractor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")


class UnprintableError(Exception):
    def __str__(self):
        raise ZeroDivisionError


class Nasty:
    """Does in an article what its text says."""

    @hookimpl
    def quotekit_find_quotes(self, document):
        match document.text:
            case "exit":
                sys.exit(0)
            case "unprintable":
                raise UnprintableError
            case "unpicklable":
                raise RuntimeError(lambda: 0)
            case "interrupt":
                raise KeyboardInterrupt
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "hang":
                time.sleep(100)
            case "deaf":
                while True:
                    with contextlib.suppress(BaseException):
                        time.sleep(100)
        return [Quote([(0, 1)], "direct")]


NASTY = extractor(Nasty, builtins=False, name="nasty")
LIMIT = 1.5  # seconds: what does nothing is done in it on a busy machine too
WHERE = "(in hook quotekit_find_quotes, plugin nasty, article {!r}"
REASONS = {
    "exit": "SystemExit: 0 " + WHERE,
    "unprintable": "UnprintableError: (its message cannot be printed) " + WHERE,
    "unpicklable": "RuntimeError: <function Nasty",
    "interrupt": "KeyboardInterrupt:",
    "kill": "WorkerError: the worker process was killed by SIGKILL; 2 were tried",
    "hang": "TimeoutError: took longer than 1.5 seconds " + WHERE,
    "deaf": (LATE := "WorkerError: took longer than 1.5 seconds"),
}
STARVED = {"hang": LATE}
"""What comes of an article whose worker gets no turn on a busy machine before it is given up."""


@pytest.mark.parametrize("processes", [1, 2])
def test_whatever_a_plugin_does_is_a_failure_that_names_the_article(processes):
    articles = [Article("ok"), *(Article(text, id=text) for text in REASONS), Article("ok")]
    results = extract_many(articles, processes=processes, timeout=LIMIT, extractor=NASTY)
    first, *failures, last = results
    assert first.quotes
    assert last.quotes
    for (text, reason), failure in zip(REASONS.items(), failures, strict=True):
        reasons = reason.format(text), STARVED.get(text, reason).format(text)
        assert str(failure).startswith(tuple(f"article {text!r}: {one}" for one in reasons))
    assert not multiprocessing.active_children()


def test_an_article_that_cannot_be_sent_is_a_failure():
    articles = [Article("ok"), Article("ok", id="m", meta={"f": lambda: 0}), 3]
    _, unsendable, wrong = extract_many(articles, processes=2, extractor=NASTY)
    assert str(unsendable).startswith("article 'm': ")
    assert isinstance(wrong, Failure)


@pytest.mark.parametrize("processes", [1, 2])
def test_articles_that_end_in_an_exception_lose_no_result_before_it(processes):
    def articles():
        yield "one"
        yield "two"
        raise ZeroDivisionError

    results = extract_many(articles(), processes=processes, extractor=NASTY)
    assert next(results).quotes
    assert next(results).quotes
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_there_are_no_more_workers_than_cores_or_work():
    batch = Batch([Article("ok")], 100_000, NASTY)
    assert batch._processes == cores()
    results = batch.results()
    next(results)
    assert len(batch._workers) == 1
    results.close()


def test_results_that_nobody_wants_any_more_end_a_hung_worker_at_once():
    results = extract_many([Article("ok"), Article("hang")], processes=2, extractor=NASTY)
    next(results)
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 20  # the plugin hangs for a hundred seconds
    assert not multiprocessing.active_children()


ORPHANS = """
import multiprocessing, os, signal
from quotekit import extract_many
from tests.test_workers import NASTY
results = extract_many(["ok", "hang", "hang"], processes=2, extractor=NASTY)
next(results)
print(*(child.pid for child in multiprocessing.active_children()), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_end_with_a_parent_that_is_killed():
    root = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    done = subprocess.run(
        [sys.executable, "-c", ORPHANS], cwd=root, stdout=subprocess.PIPE, timeout=60, check=False
    )
    workers = [int(pid) for pid in done.stdout.split()]
    assert workers
    until = time.monotonic() + 30
    while workers and time.monotonic() < until:
        workers = [pid for pid in workers if runs(pid)]
        time.sleep(0.05)
    assert not workers


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


HUNG = """
import sys
from quotekit import hookimpl
from quotekit._cli import app
from quotekit._manager import Manager
from tests.test_workers import Nasty
Manager._load_entry_points = lambda self: self.register(Nasty, "nasty")
sys.exit(app.run(["extract", "-", "-p", "2", "-f", "jsonl"]))
"""


@pytest.mark.parametrize("end", ["interrupt", "closed pipe"])
def test_ctrl_c_and_a_closed_pipe_end_a_batch_with_a_hung_plugin(end):
    root = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    with subprocess.Popen(
        [sys.executable, "-c", HUNG],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as running:
        running.stdin.write(b'{"text": "ok"}\n' * 30 + b'{"text": "hang"}\n')
        running.stdin.close()
        assert all(running.stdout.readline() for _ in range(30))
        if end == "interrupt":
            running.send_signal(signal.SIGINT)
        else:
            running.stdout.close()
        code = running.wait(30)  # the plugin hangs for a hundred seconds
        assert code == (130 if end == "interrupt" else 0)


class Wire:
    """A pipe whose other end is a list."""

    def __init__(self, *chunks):
        self.chunks, self.sent = [*chunks], []

    def recv(self):
        return self.chunks.pop(0)

    def send_bytes(self, message):
        self.sent.append(message)


@pytest.fixture(name="handlers")
def _handlers(monkeypatch):
    """Signals are left as they are, and nothing waits for the end of a parent."""
    monkeypatch.setattr(_worker, "_die_with_parent", lambda: None)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    with warnings.catch_warnings():
        yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("handlers")
def test_a_worker_answers_one_article_after_another_until_a_chunk_is_empty():
    texts = ("Yes, she said.", "unpicklable", "exit")
    wire = Wire([pickle.dumps(Article(text)) for text in texts], [b"no pickle"], [])
    _worker.work(wire, NASTY, None)
    ready, *answers = wire.sent
    first, *failures = map(pickle.loads, answers)
    assert ready == b"ready"
    assert first.quotes
    assert [failure.reason.partition(":")[0] for failure in failures] == [
        *("RuntimeError", "SystemExit", "UnpicklingError")
    ]


@pytest.mark.usefixtures("handlers")
def test_a_worker_gives_up_an_article_that_takes_too_long():
    wire = Wire([pickle.dumps(Article("hang"))], [])
    _worker.work(wire, NASTY, 0.1)
    assert "TimeoutError: took longer than 0.1 seconds" in pickle.loads(wire.sent[1]).reason


def test_a_worker_ends_when_its_parent_has_ended(monkeypatch):
    left, right = os.pipe()
    os.close(right)  # the end of the parent
    ended = []
    parent = SimpleNamespace(sentinel=left)
    monkeypatch.setattr(_worker.multiprocessing, "parent_process", lambda: parent)
    monkeypatch.setattr(_worker.os, "_exit", ended.append)
    _worker._die_with_parent()
    os.close(left)
    assert ended == [1]
