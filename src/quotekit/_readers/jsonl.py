"""JSON lines: one article a line, with ``id``, ``text``, and what else is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from quotekit._formats import Reader, decode
from quotekit.exceptions import QuotekitError, ReadError
from quotekit.models import Article, Failure

FIELDS = ("title", "published", "publisher", "language", "url")
"""What a line may say besides ``id`` and ``text``; other keys are left alone."""


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Article | Failure]:
    """Read one article a line, a line at a time; a bad line is reported and the rest goes on.

    A line without ``id`` gets ``<file name>:<line number>``.

    Example:
        >>> import io
        >>> lines = io.BytesIO(b'{"id": "a", "text": "Yes."}\\n[1]\\n')
        >>> for item in read_jsonl(lines, "batch.jsonl"):
        ...     print(item if isinstance(item, Failure) else item.id)
        a
        batch.jsonl, line 2: expected a JSON object, got a list
    """
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            yield _article(json.loads(decode(line, "this line")), f"{PurePath(name).stem}:{number}")
        except (QuotekitError, ValueError, RecursionError) as error:
            yield Failure(f"{name}, line {number}", _reason(error))


def _article(record: Any, default_id: str) -> Article:  # noqa: ANN401 - whatever the line holds
    if not isinstance(record, dict):
        kind = {list: "a list", str: "a string", type(None): "null"}.get(type(record), "a number")
        raise ReadError(f"expected a JSON object, got {kind}")
    if "text" not in record:
        raise ReadError(f'no "text"; the keys are {", ".join(map(repr, record)) or "none"}')
    given = {key: record[key] for key in FIELDS if record.get(key) is not None}
    identifier = record.get("id")
    if isinstance(identifier, int):
        identifier = str(identifier)
    return Article(record["text"], id=default_id if identifier is None else identifier, **given)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON: {error.msg} at character {error.pos + 1}"
    return "too deeply nested JSON" if isinstance(error, RecursionError) else str(error)


def _looks_like_json(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


READER = Reader("jsonl", read_jsonl, (".jsonl", ".ndjson"), _looks_like_json)
"""Reads JSON lines in UTF-8."""
