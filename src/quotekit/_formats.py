"""File formats: what a reader and a writer are.

A reader turns a stream of bytes into articles, a writer turns extractions into pieces of text or
bytes; neither opens files or prints, but for formats that are a folder or a database. Plugins bring
them through ``quotekit_readers`` and ``quotekit_writers``; :mod:`quotekit._files` and
:mod:`quotekit._outputs` find the right one for a path.
"""

from __future__ import annotations

import functools
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, BinaryIO

import attrs

from quotekit.exceptions import FormatError
from quotekit.models import Article, Extraction, Failure


class Later:
    """A function of a module that is imported when the function is first called.

    Args:
        where: Module and function: ``package.module:function``.

    Example:
        >>> stem = Later("quotekit._formats:stem")
        >>> stem("crawl/a.jsonl"), inspect.signature(stem)
        ('a', <Signature (name: 'str') -> 'str'>)
    """

    def __init__(self, where: str) -> None:
        self._where = where

    def __call__(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - the function's own
        """Call the function."""
        return self._function(*arguments, **options)

    @property
    def __signature__(self) -> inspect.Signature:
        """What the function takes, for those who ask :mod:`inspect`."""
        return inspect.signature(self._function)

    @functools.cached_property
    def _function(self) -> Callable[..., Any]:
        module, _, name = self._where.partition(":")
        function: Callable[..., Any] = getattr(importlib.import_module(module), name)
        return function


def _strings(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


@attrs.frozen
class Reader:
    """A way to read articles from a file.

    Attributes:
        name: The format's name: ``text``, ``jsonl``, ``html`` …
        read: Takes an open binary stream and the file's name, and yields articles; a
            :class:`.Failure` for a part that cannot be read, with the rest going on. Raises
            :class:`.ReadError` where the whole file is unreadable. It may have the keyword-only
            arguments ``encoding`` (a codec's name) and ``fields`` (a mapping from a field of
            :class:`.Article` to the file's name for it), each with a default.
        suffixes: File name endings, in lower case with their full stop.
        recognizes: Looks at the first bytes of a file whose name gives nothing away.
        found_by: The plugin.

    Example:
        >>> import io
        >>> from quotekit._encodings import decode
        >>> def read(stream, name):
        ...     for page in decode(stream.read(), name).split("\\f"):
        ...         yield Article(page)
        >>> reader = Reader("pages", read, (".pages",))
        >>> [article.text for article in reader.read(io.BytesIO(b"One.\\fTwo."), "a.pages")]
        ['One.', 'Two.']
    """

    name: str
    read: Callable[..., Iterable[Article | Failure]] = attrs.field(repr=False)
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    recognizes: Callable[[bytes], bool] | None = attrs.field(default=None, repr=False)
    found_by: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """The names of its keyword-only arguments, which callers may give by name."""
        return _keyword_only(self.read)

    def articles(
        self, stream: BinaryIO, name: str, options: Mapping[str, Any]
    ) -> Iterable[Article | Failure]:
        """Read a stream with those of the options that this format has and the user set."""
        known = {key: options[key] for key in self.options if options.get(key)}
        return self.read(stream, name, **known)


@attrs.frozen
class Writer:
    """A way to write extractions: as a stream, or into a file or folder that it makes itself.

    Attributes:
        name: The format's name: ``jsonl``, ``json``, ``csv``, ``table`` …
        write: Takes extractions as they come, and yields pieces of text, or of bytes, as soon as it
            can. ``None`` for a format that is no stream.
        suffixes: File name endings, in lower case with their full stop.
        found_by: The plugin.
        save: Takes extractions and a path where nothing is yet, and makes a file or folder there:
            for formats that are no stream.
        updates: Whether :attr:`save` adds to what is at the path already, as a database does. It
            then must leave that as it was if it fails.

    Raises:
        ValueError: If it can neither write nor save.

    Example:
        >>> def write(extractions, *, unit="quotation"):
        ...     for extraction in extractions:
        ...         yield f"{len(extraction.quotes)} {unit}(s)\\n"
        >>> writer = Writer("count", write)
        >>> "".join(writer.write([Extraction(Article("…"))]))
        '0 quotation(s)\\n'
        >>> writer.options
        ('unit',)
    """

    name: str
    write: Callable[..., Iterator[str] | Iterator[bytes]] | None = attrs.field(
        default=None, repr=False
    )
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    found_by: str = ""
    save: Callable[..., None] | None = attrs.field(default=None, repr=False, kw_only=True)
    updates: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.write is None and self.save is None:
            raise ValueError(f"writer {self.name!r} needs a function: write or save")

    def pieces(
        self,
        extractions: Iterable[Extraction],
        **options: Any,  # noqa: ANN401 - each format has its own
    ) -> Iterator[str] | Iterator[bytes]:
        """Return what :attr:`write` yields.

        Raises:
            FormatError: If the format is no stream.
        """
        if self.write is None:
            raise FormatError(f"format {self.name!r} is no stream of text: name a file or folder")
        return self.write(extractions, **options)

    @property
    def options(self) -> tuple[str, ...]:
        """The names of its keyword-only arguments, which callers may give by name."""
        return _keyword_only(self.write or self.save or (lambda: None))


def _keyword_only(function: Callable[..., Any]) -> tuple[str, ...]:
    parameters = inspect.signature(function).parameters.values()
    return tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)


STDIN = "stdin"
"""The name under which readers get standard input."""

COMPRESSED = frozenset((".gz", ".bz2", ".xz", ".zst"))
"""Endings of compressed files; readers get their contents."""


def stem(name: str) -> str:
    """Return a file's name without its folder, its ending, and that of its compression.

    Example:
        >>> stem("crawl/2021-07-27.jsonl.gz")
        '2021-07-27'
    """
    return _uncompressed(name).stem or name


def suffix(name: str) -> str:
    """Return a file name's ending in lower case, leaving out that of its compression.

    Example:
        >>> suffix("crawl/2021-07-27.JSONL.gz")
        '.jsonl'
    """
    return _uncompressed(name).suffix.lower()


def _uncompressed(name: str) -> PurePath:
    path = PurePath(name)
    return path.with_suffix("") if path.suffix.lower() in COMPRESSED else path


def address(name: str) -> str | None:
    """Return the path that serves as an article's ``url``; none for standard input.

    A date in a path (``2021/07/27/talks.txt``) is one of the places where the day of publication is
    read.
    """
    return None if name == STDIN else PurePath(name).as_posix()
