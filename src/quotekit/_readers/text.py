"""Plain text: one file, one article; its name is the article's id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from quotekit._formats import STDIN, Reader, decode
from quotekit.models import Article


def read_text(stream: BinaryIO, name: str) -> Iterator[Article]:
    """Read the whole stream as one article.

    The file's path is handed on as ``url``, since a date in it (``2021/07/27/talks.txt``) is one of
    the places where a publication date is read.

    Example:
        >>> import io
        >>> [article] = read_text(io.BytesIO(b"Nobody spoke."), "2021-07-27-talks.txt")
        >>> article.id, article.url
        ('2021-07-27-talks', '2021-07-27-talks.txt')
    """
    text = decode(stream.read(), name)
    path = PurePath(name)
    yield Article(text, id=path.stem or name, url=None if name == STDIN else path.as_posix())


READER = Reader("text", read_text, (".txt", ".text", ".md"))
"""Reads plain text in UTF-8, or whatever a byte order mark announces."""
