"""Files: find the reader for a path, and read articles from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

import attrs

from quotekit._formats import STDIN, Reader, suffix
from quotekit._sources import Open, expand, open_binary, open_source, refuse
from quotekit.exceptions import FormatError, ReadError
from quotekit.models import Article, Failure
from quotekit.registry import Registry


def read(
    path: str | Path,
    *,
    format: str | None = None,
    encoding: str | None = None,
    fields: Mapping[str, str] | None = None,
    registry: Registry | None = None,
) -> Iterator[Article | Failure]:
    """Read the articles of one file, as they come.

    Args:
        path: The file, compressed or not; ``-`` is standard input.
        format: A reader's name; by default it follows from the file name's ending, or else from the
            first bytes, or else it is plain text.
        encoding: The text's encoding; by default UTF-8, or what a byte order mark or a page says.
        fields: Names of columns or keys for fields of an article, ``{"text": "Body"}``; the usual
            names are known.
        registry: The plugins that bring the readers.

    Yields:
        Articles, and a :class:`.Failure` for each part (a line of JSON lines) that is none.

    Raises:
        ReadError: If the file cannot be opened or decoded, or is no text.
        FormatError: If no plugin reads that format.

    Example:
        >>> for article in read("examples/articles/ferry.txt"):  # doctest: +SKIP
        ...     print(article.id)
        ferry
    """
    options = {"encoding": encoding, "fields": fields}
    return _read(str(path), format, options, registry or Registry(), open_binary)


def read_all(
    paths: Iterable[str | Path],
    *,
    format: str | None = None,
    encoding: str | None = None,
    fields: Mapping[str, str] | None = None,
    registry: Registry | None = None,
    opener: Open | None = None,
) -> Iterator[Article | Failure]:
    """Read many files; an unreadable one becomes a :class:`.Failure`, and the rest go on.

    Args:
        paths: Files, ``-`` for standard input, folders (the files in them that can be read, at any
            depth), and patterns such as ``news/*.html``.
        format: A reader's name, for all of them; found for each by default.
        encoding: As in :func:`read`.
        fields: As in :func:`read`.
        registry: The plugins that bring the readers.
        opener: Opens a path as a binary stream; by default from the disk, or standard input.

    Raises:
        FormatError: If no plugin reads that format.
    """
    registry = registry or Registry()
    if format is not None:
        reader_named(format, registry)
    options = {"encoding": encoding, "fields": fields}
    for path in expand(paths, suffixes_of(registry)):
        try:
            yield from _read(path, format, options, registry, opener or open_binary)
        except ReadError as error:
            yield Failure("", str(error))
        except Exception as error:
            import traceback  # slow to import

            reason = f"{type(error).__name__}: {error}"
            yield Failure(path, " ".join(reason.split()), traceback.format_exc())


def suffixes_of(registry: Registry) -> frozenset[str]:
    """Return the endings of the files that can be read."""
    return frozenset(suffix for reader in registry.readers() for suffix in reader.suffixes)


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
    path: str, format: str | None, options: Mapping[str, Any], registry: Registry, opener: Open
) -> Iterator[Article | Failure]:
    name = STDIN if path == "-" else path
    with open_source(path, name, opener) as source:
        doubts: tuple[str, ...] = ()
        if format:
            reader = reader_named(format, registry)
        else:
            reader, doubts = _guess(name, source.head, registry)
        for item in reader.articles(cast(BinaryIO, source), name, options):
            if isinstance(item, Article) and item.path is None:
                item = attrs.evolve(item, path=name, warnings=(*item.warnings, *doubts))
            yield item


def _guess(name: str, head: bytes, registry: Registry) -> tuple[Reader, tuple[str, ...]]:
    """Tell the format by the file name's ending, then by the first bytes; plain text otherwise.

    Returns:
        The reader, and what has to be said where name and first bytes tell different formats.

    Raises:
        ReadError: If the first bytes are those of no text.
    """
    readers = registry.readers()
    ending = suffix(name)
    by_name = [reader for reader in readers if ending and ending in reader.suffixes]
    by_head = [reader for reader in readers if reader.recognizes and reader.recognizes(head)]
    both = [reader for reader in by_name if reader in by_head]
    if not by_head:
        refuse(head, name)
    reader = next(iter(both or by_name or by_head), None) or reader_named("text", registry)
    if by_head and reader.recognizes is None:  # only a name speaks for it
        other = by_head[0].name
        return reader, (
            f"read as {reader.name}, as its name says, but looks like {other}: "
            f"--input-format {other}",
        )
    return reader, ()
