"""WARC: the pages of a crawl, one record at a time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import attrs

from quotekit._encodings import decode_any, decode_page
from quotekit._extras import extra
from quotekit._formats import stem
from quotekit._readers.heads import WARC_RE
from quotekit._readers.html import charset, page_article
from quotekit.exceptions import ReadError
from quotekit.models import Article, Failure

FIELD_RE = re.compile(
    rb"^(warc-type|content-length)[ \t]*:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE
)

LONGEST_LINE = 1 << 20
LARGEST_HEADER = 1 << 20
LARGEST_RECORD = 1 << 25
"""A response of more than 32 MB is no page of an article."""

PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain", ""))
"""Kinds of contents that are read; pictures, scripts and so on are passed over."""


class _Record(NamedTuple):
    number: int
    data: bytes
    fault: str | None = None


def read_warc(
    stream: BinaryIO, name: str, *, encoding: str | None = None
) -> Iterator[Article | Failure]:
    """Read one article per page: of the records, those of responses with status 200 and a text.

    The file is streamed. A broken record gives a :class:`.Failure`, and reading goes on with the
    next one. The day of the crawl is in ``meta``: it is not the day of publication.

    Raises:
        ReadError: If the file is no WARC file.
        MissingExtraError: Without the extra ``warc``.

    Example:
        >>> import io
        >>> body = b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>Nobody spoke."
        >>> head = "WARC/1.1\\r\\nWARC-Type: response\\r\\nWARC-Target-URI: http://quay.example/7\\r\\n"
        >>> head += "Content-Type: application/http\\r\\n"
        >>> record = f"{head}Content-Length: {len(body)}\\r\\n\\r\\n".encode() + body + b"\\r\\n\\r\\n"
        >>> [article] = read_warc(io.BytesIO(record), "crawl.warc")
        >>> article.id, article.text, article.url
        ('crawl:1', 'Nobody spoke.', 'http://quay.example/7')
    """
    with extra("warc"):
        import fastwarc.warc  # noqa: F401 - before the first record
    for record in _records(stream, name):
        where = f"{name}, record {record.number}"
        if record.fault:
            yield Failure(where, record.fault)
            continue
        try:
            article = _article(record, f"{stem(name)}:{record.number}", encoding)
        except (OSError, ValueError, RuntimeError) as error:
            yield Failure(where, " ".join(str(error).split()) or "broken record")
        else:
            if article is not None:
                yield article


def _records(stream: BinaryIO, name: str) -> Iterator[_Record]:
    """Yield the response records whole, and what is broken; other records are skipped.

    Each record is cut out here, so that a broken one cannot take the rest of the file with it.
    """
    number = 0
    lost = False
    while line := stream.readline(LONGEST_LINE):
        if WARC_RE.fullmatch(line):
            number += 1
            lost = False
            header = _header(stream)
            fields = {key.lower(): value.strip() for key, value in FIELD_RE.findall(header)}
            size = fields.get(b"content-length", b"")
            wanted = fields.get(b"warc-type", b"").lower() == b"response"
            if not size.isdigit() or len(size) > 18:
                lost = True
                yield _Record(number, b"", "no Content-Length in its header")
            elif wanted and int(size) <= LARGEST_RECORD:
                body = _take(stream, int(size))
                whole = len(body) == int(size)
                yield _Record(number, line + header + body, None if whole else "is cut short")
            elif not _skip(stream, int(size)):
                yield _Record(number, b"", "is cut short")
            elif wanted:
                yield _Record(number, b"", f"too large ({size.decode()} bytes)")
        elif line.strip() and not lost:
            if not number:
                raise ReadError(f"{name}: no WARC file")
            lost = True
            yield _Record(number + 1, b"", "does not begin with WARC/1.0 or WARC/1.1")


def _header(stream: BinaryIO) -> bytes:
    lines: list[bytes] = []
    left = LARGEST_HEADER
    while left > 0 and (line := stream.readline(left)):
        lines.append(line)
        left -= len(line)
        if not line.strip():
            break
    return b"".join(lines)


def _take(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(min(size, 1 << 16))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _skip(stream: BinaryIO, size: int) -> bool:
    while size > 0 and (part := stream.read(min(size, 1 << 16))):
        size -= len(part)
    return size == 0


def _article(record: _Record, default_id: str, encoding: str | None) -> Article | None:
    """Return the page of a record; ``None`` if it is none."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    data = io.BytesIO(record.data + b"\r\n\r\n")
    kinds = WarcRecordType.response
    found = next(iter(ArchiveIterator(data, record_types=kinds, auto_decode="all")), None)
    if found is None or found.http_headers is None or found.http_headers.status_code != 200:
        return None
    kind = (found.http_content_type or "").strip().lower()
    body = found.reader.read() if kind in PAGES else b""
    if not body.strip():
        return None
    url = (found.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    page = _page(body, kind, default_id, url, encoding or found.http_charset)
    if not page.text.strip():
        raise ReadError("no text in the page")
    crawled = found.headers.get("WARC-Date") or ""
    cut = ("the page may be cut short",) if _is_cut(record, found.http_headers, body) else ()
    meta = {**page.meta, "crawled": crawled}
    return attrs.evolve(page, meta=meta, warnings=(*page.warnings, *cut))


def _is_cut(record: _Record, headers: Any, body: bytes) -> bool:  # noqa: ANN401 - no types
    """Return whether a gzip body is not as long as it says at its end: FastWARC does not tell."""
    if (headers.get("Content-Encoding") or "").strip().lower() not in ("gzip", "x-gzip"):
        return False
    if headers.get("Transfer-Encoding"):
        return False
    return int.from_bytes(record.data[-4:], "little") != len(body) % 2**32


def _page(body: bytes, kind: str, id: str, url: str | None, said: str | None) -> Article:  # noqa: A002
    if kind == "text/plain":
        text, warnings = decode_any(body, "page") if said is None else decode_page(body, said)
        return Article(text, id=id, url=url, markup="text", warnings=warnings)
    markup, warnings = decode_page(body, said or charset(body))
    return page_article(markup, id=id, url=url, warnings=warnings)
