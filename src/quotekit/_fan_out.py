"""Fan out: one stream to several consumers that each want to pull it, in bounded memory."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Consumer = Callable[[Iterable[T]], object]

WAITING = 16
"""How many items may wait for the slowest consumer."""


class StreamStoppedError(Exception):
    """The stream ended early, and what a consumer has made so far is not to be kept."""


class _Channel:
    """What one consumer reads, in a thread of its own."""

    def __init__(self, consumer: Consumer[T]) -> None:
        self.error: BaseException | None = None
        self._items: queue.Queue[tuple[str, Any]] = queue.Queue(WAITING)
        self._thread = threading.Thread(target=self._run, args=(consumer,), daemon=True)
        self._thread.start()

    def put(self, what: str, item: object = None) -> None:
        """Hand on one item, or nothing to a consumer that has ended."""
        while self._thread.is_alive():
            try:
                self._items.put((what, item), timeout=0.1)
            except queue.Full:
                continue
            return

    def join(self) -> None:
        self._thread.join()

    def _run(self, consumer: Consumer[T]) -> None:
        try:
            consumer(self._read())
        except StreamStoppedError:
            pass
        except BaseException as error:
            self.error = error

    def _read(self) -> Iterator[Any]:
        while True:
            what, item = self._items.get()
            if what == "stop":
                raise StreamStoppedError
            if what == "end":
                return
            yield item


def fan_out(items: Iterable[T], consumers: Sequence[Consumer[T]]) -> None:
    """Give every item to every consumer; none gets far ahead of the others.

    Args:
        items: Read once, in the thread of the caller.
        consumers: Called with an iterable each. With more than one, each runs in a thread.

    Raises:
        Exception: What the stream or the first consumer raised. In the others the iteration then
            raises too, so that they can tidy up.

    Example:
        >>> found = []
        >>> fan_out("ab", [found.extend, lambda letters: found.append(len(list(letters)))])
        >>> sorted(map(str, found))
        ['2', 'a', 'b']
    """
    if len(consumers) == 1:
        consumers[0](items)
        return
    channels = [_Channel(consumer) for consumer in consumers]
    last = "stop"
    try:
        for item in items:
            for channel in channels:
                channel.put("item", item)
            if _failed(channels):
                break
        else:
            last = "end"
    finally:
        for channel in channels:
            channel.put(last)
        for channel in channels:
            channel.join()
    error = _failed(channels)
    if error is not None:
        raise error


def _failed(channels: Sequence[_Channel]) -> BaseException | None:
    return next((channel.error for channel in channels if channel.error is not None), None)
