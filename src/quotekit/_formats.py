"""File formats: what a reader and a writer are.

A reader turns a stream of bytes into articles, a writer turns extractions into pieces of text;
neither opens files or prints. Plugins bring them through ``quotekit_readers`` and
``quotekit_writers``; :mod:`quotekit._files` finds the right one for a path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import attrs

from quotekit.exceptions import ReadError
from quotekit.models import Article, Extraction, Failure


def _strings(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


@attrs.frozen
class Reader:
    """A way to read articles from a file.

    Attributes:
        name: The format's name: ``text``, ``jsonl``, ``html`` …
        read: Takes an open binary stream and the file's name, and yields articles; a
            :class:`.Failure` for a part that cannot be read, with the rest going on. Raises
            :class:`.ReadError` where the whole file is unreadable.
        suffixes: File name endings, in lower case with their full stop.
        recognizes: Looks at the first bytes of a file whose name gives nothing away.
        found_by: The plugin.

    Example:
        >>> import io
        >>> def read(stream, name):
        ...     for page in decode(stream.read(), name).split("\\f"):
        ...         yield Article(page)
        >>> reader = Reader("pages", read, (".pages",))
        >>> [article.text for article in reader.read(io.BytesIO(b"One.\\fTwo."), "a.pages")]
        ['One.', 'Two.']
    """

    name: str
    read: Callable[[BinaryIO, str], Iterable[Article | Failure]] = attrs.field(repr=False)
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    recognizes: Callable[[bytes], bool] | None = attrs.field(default=None, repr=False)
    found_by: str = ""


@attrs.frozen
class Writer:
    """A way to write extractions.

    Attributes:
        name: The format's name: ``jsonl``, ``json``, ``csv``, ``table`` …
        write: Takes extractions as they come, and yields pieces of text as soon as it can.
        suffixes: File name endings, in lower case with their full stop.
        found_by: The plugin.

    Example:
        >>> def write(extractions):
        ...     for extraction in extractions:
        ...         yield f"{len(extraction.quotes)} quotation(s)\\n"
        >>> "".join(Writer("count", write).write([Extraction(Article("…"))]))
        '0 quotation(s)\\n'
    """

    name: str
    write: Callable[[Iterable[Extraction]], Iterator[str]] = attrs.field(repr=False)
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_strings)
    found_by: str = ""


STDIN = "stdin"
"""The name under which readers get standard input."""

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""Byte order marks and the encodings that they announce."""


def decode(data: bytes, name: str, encoding: str = "utf-8") -> str:
    """Decode *data*; a byte order mark overrules *encoding* and is no part of the text.

    Line ends stay as they are.

    Raises:
        ReadError: If the bytes are not in that encoding, or are no text at all.

    Example:
        >>> decode(b"caf\\xe9", "menu.txt")
        Traceback (most recent call last):
        quotekit.exceptions.ReadError: menu.txt: not UTF-8 text (byte 3 is 0xE9)
    """
    for mark, marked in BOMS:
        if data.startswith(mark):
            encoding = marked
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise ReadError(
            f"{name}: not {encoding.upper()} text (byte {error.start} is 0x{byte:02X})"
        ) from error
    except LookupError as error:
        raise ReadError(f"{name}: unknown encoding {encoding!r}") from error
