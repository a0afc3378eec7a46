"""Streams: the first bytes of one looked at, without taking them away."""

from __future__ import annotations

import io
from typing import BinaryIO


class Peeked(io.BufferedIOBase):
    """A stream whose first bytes can be looked at, whether or not it can seek.

    They are waited for, so that how fast a pipe delivers makes no difference.

    Args:
        stream: The stream; it is not closed with this one.
        size: How many bytes to look at.

    Attributes:
        head: The first bytes, as many as were asked for.

    Example:
        >>> stream = Peeked(io.BytesIO(b"one\\ntwo"), 4)
        >>> stream.head, stream.read()
        (b'one\\n', b'one\\ntwo')
    """

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self.head = _fill(stream, size)
        self._left = self.head

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        if whence == io.SEEK_CUR:
            offset -= len(self._left)
        self._left = b""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell() - len(self._left)

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            taken, self._left = self._left, b""
            return taken + self._stream.read()
        if self._left:
            taken, self._left = self._left[:size], self._left[size:]
            return taken
        return self._stream.read(size)

    read1 = read

    def readline(self, size: int | None = -1, /) -> bytes:
        if not self._left:
            return self._stream.readline(-1 if size is None else size)
        end = self._left.find(b"\n") + 1
        line, self._left = (self._left[:end], self._left[end:]) if end else (self._left, b"")
        return line if end else line + self._stream.readline()


def _fill(stream: BinaryIO, size: int) -> bytes:
    """Read *size* bytes, or all there are."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
