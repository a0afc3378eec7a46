"""Guarded lists: a look-up a little past either end answers a sentinel instead of failing.

Those who read grammar look at the words beside a word; at the first and the last word of a text there
are none. A sentinel there spares every reader a check of bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

REACH: Final = 64
"""So many places past either end are guarded."""


class Guarded(list[T]):
    """A list of *n* items with sentinels at ``-1``, ``-2`` … and at ``n``, ``n + 1`` ….

    Length, iteration and comparison know only the items; a slice may hold sentinels.

    Args:
        items: The items.
        before: What stands before the first.
        after: What comes after the last.

    Example:
        >>> words = Guarded(["no", "."], before="\\n", after="\\n")
        >>> words[-1], words[0], words[2], len(words)
        ('\\n', 'no', '\\n', 2)
    """

    # The sentinels after the last item come first, then those before the first one, which a
    # negative index finds at the end of the list: look-ups stay those of a plain list.

    __slots__ = ("_size",)

    def __init__(self, items: Iterable[T], before: T, after: T) -> None:
        super().__init__(items)
        self._size = super().__len__()
        self.extend([after] * REACH)
        self.extend([before] * REACH)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        return iter(self[: self._size])

    def __reversed__(self) -> Iterator[T]:
        return reversed(self[: self._size])

    def __contains__(self, item: object) -> bool:
        return item in self[: self._size]

    def __eq__(self, other: object) -> bool:
        return self[: self._size] == (list(other) if isinstance(other, Guarded) else other)

    __hash__ = None

    def __repr__(self) -> str:
        return repr(self[: self._size])

    def __reduce__(self) -> tuple[object, ...]:
        return Guarded, (self[: self._size], self[-1], self[self._size])
