"""A progress bar on standard error, for long batches on a terminal only."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TypeVar

from quotekit._files import open_binary

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds before the bar shows."""

INTERVAL = 0.2
"""Seconds between two looks of it."""

WIDTH = 30


class Progress:
    """Measures how much of the input was read, and draws it.

    The bar shows only where standard error is a terminal and the results go elsewhere; on a
    terminal they themselves show that something happens.

    Args:
        paths: The input files; their sizes are the whole of the work.
        to_terminal: Whether the results go to a terminal.
    """

    def __init__(self, paths: Iterable[str], *, to_terminal: bool = False) -> None:
        self._wanted = sys.stderr.isatty() and not to_terminal
        self._whole = sum(_size(path) for path in paths) if self._wanted else 0
        self._read = 0
        self._done = 0
        self._start = self._shown = time.monotonic()
        self._drawn = False

    def open(self, path: str) -> AbstractContextManager[BinaryIO]:
        """Open a file and count what is read of it."""
        if path == "-" or not self._wanted:
            return open_binary(path)
        return io.BufferedReader(_Counting(path, self))

    def count(self, read: int) -> None:
        """Note that so many bytes were read."""
        self._read += read

    def watch(self, results: Iterable[T]) -> Iterator[T]:
        """Pass results on, and draw the bar now and then."""
        for result in results:
            self._done += 1
            now = time.monotonic()
            if self._wanted and now - self._start > PATIENCE and now - self._shown > INTERVAL:
                self._shown = now
                self._draw(now - self._start)
            yield result

    def _draw(self, seconds: float) -> None:
        share = min(self._read / self._whole, 1.0) if self._whole else 0.0
        bar = ("█" * round(share * WIDTH)).ljust(WIDTH, "░")
        rate = self._done / seconds
        percent = f"{bar} {share:4.0%}  " if self._whole else ""
        sys.stderr.write(f"\r{percent}{self._done:,} articles, {rate:,.0f} a second\x1b[K")
        sys.stderr.flush()
        self._drawn = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class _Counting(io.FileIO):
    """A file that tells how much of it was read."""

    def __init__(self, path: str, progress: Progress) -> None:
        super().__init__(path, "rb")
        self._progress = progress

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        read = super().readinto(buffer)
        self._progress.count(read or 0)
        return read

    def readall(self) -> bytes:
        data = super().readall()
        self._progress.count(len(data))
        return data


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
