"""Plain text: one file, one article; its name is the article's id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotekit._encodings import decode_any
from quotekit._formats import address, stem
from quotekit.models import Article


def read_text(stream: BinaryIO, name: str, *, encoding: str | None = None) -> Iterator[Article]:
    """Read the whole stream as one article.

    Example:
        >>> import io
        >>> [article] = read_text(io.BytesIO(b"Nobody spoke."), "2021-07-27-talks.txt")
        >>> article.id, article.url
        ('2021-07-27-talks', '2021-07-27-talks.txt')
    """
    text, warnings = decode_any(stream.read(), name, encoding)
    yield Article(text, id=stem(name), url=address(name), warnings=warnings)
