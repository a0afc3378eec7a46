"""A progress bar on standard error, for long batches on a terminal only."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TypeVar, cast

from quotekit._cli.console import is_terminal
from quotekit._sources import open_binary

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds before the bar shows."""

INTERVAL = 0.2
"""Seconds between two looks of it."""


class Progress:
    """Measures how much of the input was read, and lets rich draw it.

    The bar shows only where standard error is a terminal and the results go elsewhere; on a
    terminal they themselves show that something happens. It is drawn between two results, not by a
    thread of its own, because worker processes may be forked at any time.

    Args:
        paths: The input files; their sizes are the whole of the work.
        to_terminal: Whether the results go to a terminal.
        articles: How many articles there are, where that is known: then they are the whole.
    """

    def __init__(
        self, paths: Iterable[str], *, to_terminal: bool = False, articles: int | None = None
    ) -> None:
        self._bar = _bar() if is_terminal(sys.stderr) and not to_terminal else None
        self._start = self._shown = time.monotonic()
        self._done = 0
        self._counted = articles is not None
        if self._bar is not None:
            self._whole = sum(map(_size, paths)) if articles is None else articles
            self._task = self._bar.add_task("", total=self._whole, done=0, rate=0.0)

    def open(self, path: str) -> AbstractContextManager[BinaryIO]:
        """Open a file; rich counts what is read of it."""
        if path == "-" or self._bar is None:
            return open_binary(path)
        raw = self._bar.open(path, "rb", buffering=0, total=self._whole, task_id=self._task)
        return io.BufferedReader(cast(io.RawIOBase, raw))

    def watch(self, results: Iterable[T]) -> Iterator[T]:
        """Pass results on, and draw the bar now and then."""
        for result in results:
            self._done += 1
            now = time.monotonic()
            if self._bar and now - self._start > PATIENCE and now - self._shown > INTERVAL:
                self._shown = now
                rate = self._done / (now - self._start)
                self._bar.start()
                completed = self._done if self._counted else None
                self._bar.update(
                    self._task, completed=completed, done=self._done, rate=rate, refresh=True
                )
            yield result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None and self._bar.live.is_started:
            self._bar.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[done]:,} articles, {task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
    )


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
