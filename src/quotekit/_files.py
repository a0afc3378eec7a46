"""Files: find the reader for a path, and read articles from it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePath
from typing import BinaryIO

import attrs

from quotekit._formats import STDIN, Reader
from quotekit.exceptions import FormatError, ReadError
from quotekit.models import Article, Failure
from quotekit.registry import Registry

HEAD = 1024
"""How many bytes a reader may look at to recognize its format."""

Open = Callable[[str], AbstractContextManager[BinaryIO]]


def read(
    path: str | Path, *, format: str | None = None, registry: Registry | None = None
) -> Iterator[Article | Failure]:
    """Read the articles of one file, as they come.

    Args:
        path: The file; ``-`` is standard input.
        format: A reader's name; by default it follows from the file name's ending, or else from the
            first bytes, or else it is plain text.
        registry: The plugins that bring the readers.

    Yields:
        Articles, and a :class:`.Failure` for each part (a line of JSON lines) that is none.

    Raises:
        ReadError: If the file cannot be opened or decoded.
        FormatError: If no plugin reads that format.

    Example:
        >>> for article in read("examples/articles/ferry.txt"):  # doctest: +SKIP
        ...     print(article.id)
        ferry
    """
    return _read(str(path), format, registry or Registry(), open_binary)


def read_all(
    paths: Iterable[str | Path],
    *,
    format: str | None = None,
    registry: Registry | None = None,
    opener: Open | None = None,
) -> Iterator[Article | Failure]:
    """Read many files; an unreadable one becomes a :class:`.Failure`, and the rest go on.

    Args:
        paths: The files; ``-`` is standard input.
        format: A reader's name, for all of them; found for each by default.
        registry: The plugins that bring the readers.
        opener: Opens a path as a binary stream; by default from the disk, or standard input.

    Raises:
        FormatError: If no plugin reads that format.
    """
    registry = registry or Registry()
    if format is not None:
        reader_named(format, registry)
    for path in paths:
        try:
            yield from _read(str(path), format, registry, opener or open_binary)
        except ReadError as error:
            yield Failure("", str(error))


def open_binary(path: str) -> AbstractContextManager[BinaryIO]:
    """Open a file, or standard input for ``-``, for reading bytes."""
    if path == "-":
        return nullcontext(sys.stdin.buffer)  # not ours to close
    return Path(path).open("rb")


def reader_named(name: str, registry: Registry) -> Reader:
    """Return the reader of that name.

    Raises:
        FormatError: If there is none.
    """
    readers = registry.readers()
    for reader in readers:
        if reader.name == name:
            return reader
    raise FormatError(f"no reader {name!r}; there are {', '.join(r.name for r in readers)}")


def _read(
    path: str, format: str | None, registry: Registry, opener: Open
) -> Iterator[Article | Failure]:
    name = STDIN if path == "-" else path
    try:
        with opener(path) as stream:
            reader = reader_named(format, registry) if format else _guess(name, stream, registry)
            for item in reader.read(stream, name):
                if isinstance(item, Article) and item.path is None:
                    item = attrs.evolve(item, path=name)
                yield item
    except ReadError:
        raise
    except OSError as error:
        raise ReadError(f"{name}: {(error.strerror or str(error)).lower()}") from error


def _guess(name: str, stream: BinaryIO, registry: Registry) -> Reader:
    """Tell the format by the file name's ending, then by the first bytes; plain text otherwise."""
    suffix = PurePath(name).suffix.lower()
    readers = registry.readers()
    for reader in readers:
        if suffix and suffix in reader.suffixes:
            return reader
    head = _head(stream)
    for reader in readers:
        if reader.recognizes is not None and reader.recognizes(head):
            return reader
    return reader_named("text", registry)


def _head(stream: BinaryIO) -> bytes:
    """Look at the first bytes without taking them."""
    if isinstance(stream, io.BufferedReader):
        return stream.peek(HEAD)[:HEAD]
    if not stream.seekable():
        return b""
    head = stream.read(HEAD)
    stream.seek(-len(head), io.SEEK_CUR)
    return head
