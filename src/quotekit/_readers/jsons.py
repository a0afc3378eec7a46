"""JSON: lines, arrays and single objects, each object an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import attrs

from quotekit._encodings import decode, decode_any
from quotekit._formats import stem
from quotekit._readers.ninjs import is_ninjs, ninjs_article
from quotekit._readers.records import article_from, meta_from
from quotekit.exceptions import QuotekitError, ReadError
from quotekit.models import Article, Failure

LISTS = ("articles", "items", "documents", "docs", "results", "data")
"""Keys under which services wrap their articles: ``{"status": "ok", "articles": […]}``."""

Fields = Mapping[str, str]
Item = Article | Failure


def read_jsonl(
    stream: BinaryIO, name: str, *, encoding: str = "utf-8", fields: Fields | None = None
) -> Iterator[Item]:
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
        where = f"{name}, line {number}"
        try:
            record = json.loads(decode(line, "this line", encoding))
        except (QuotekitError, ValueError, RecursionError) as error:
            yield Failure(where, _reason(error))
        else:
            yield from _items(record, f"{stem(name)}:{number}", where, fields)


def read_json(
    stream: BinaryIO, name: str, *, encoding: str | None = None, fields: Fields | None = None
) -> Iterator[Item]:
    """Read an array of objects, one object, or several one after the other.

    The file is read whole; for what does not fit into memory there are JSON lines. A bad object is
    reported and the rest goes on; where the syntax breaks, what stands before it still counts.

    Example:
        >>> import io
        >>> file = io.BytesIO(b'[{"id": "a", "text": "Yes."}, {"id": "b"}]')
        >>> for item in read_json(file, "batch.json"):
        ...     print(item if isinstance(item, Failure) else item.id)
        a
        batch.json, item 2: no "text"; the keys are 'id'; name the one with the text: \
--text-column NAME, in Python fields={"text": NAME}
    """
    text, warnings = decode_any(stream.read(), name, encoding)
    for number, value in enumerate(_values(text), 1):
        if isinstance(value, json.JSONDecodeError):
            yield Failure(f"{name}, line {value.lineno}", _reason(value))
            return
        for item in _items(value, f"{stem(name)}:{number}", f"{name}, item {number}", fields):
            yield _warned(item, warnings)


def _values(text: str) -> Iterator[Any]:
    """Yield the values of a text, those of an array one by one; in the end an error if there is one."""
    decoder = json.JSONDecoder()
    place = _after_blanks(text, 0)
    inside = text[place : place + 1] == "["
    place = _after_blanks(text, place + inside)
    while place < len(text) and not (inside and text[place] == "]"):
        try:
            value, place = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            yield error
            return
        except RecursionError:
            yield json.JSONDecodeError("too deeply nested", text, place)
            return
        yield value
        place = _after_blanks(text, place)
        if inside and text[place : place + 1] not in (",", "]"):
            yield json.JSONDecodeError("expected ',' or ']'", text, place)
            return
        place = _after_blanks(text, place + 1) if text[place : place + 1] == "," else place


def _after_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n":
        place += 1
    return place


def _items(record: Any, default_id: str, where: str, fields: Fields | None) -> Iterator[Item]:  # noqa: ANN401
    """Yield the article of an object, or the articles that it wraps."""
    try:
        if not isinstance(record, dict):
            kind = {list: "a list", str: "a string", type(None): "null"}.get(type(record))
            raise ReadError(f"expected a JSON object, got {kind or 'a number'}")
        wrapped = _wrapped(record, fields)
        if wrapped is None:
            yield _article(record, default_id, fields)
            return
    except QuotekitError as error:
        yield Failure(where, _reason(error))
        return
    for number, item in enumerate(wrapped, 1):
        yield from _items(item, f"{default_id}.{number}", f"{where}, {number}", fields)


def _wrapped(record: dict[str, Any], fields: Fields | None) -> list[Any] | None:
    if "text" in record or (fields or {}).get("text") in record:
        return None
    lists = [record[key] for key in LISTS if isinstance(record.get(key), list)]
    found: list[list[Any]] = [items for items in lists if items and isinstance(items[0], dict)]
    return found[0] if len(found) == 1 else None


def _article(record: dict[str, Any], default_id: str, fields: Fields | None) -> Article:
    if isinstance(record.get("schema"), int) and isinstance(record.get("quotes"), list):
        return _extracted(record, default_id)
    if is_ninjs(record) and not fields:
        return ninjs_article(record, default_id)
    return article_from(record, default_id, fields)


def _extracted(record: dict[str, Any], default_id: str) -> Article:
    """Return the article of an extraction that quotekit wrote."""
    if record.get("text") is None:
        raise ReadError("an extraction without its text; write it with --with-text")
    given, meta = record.get("warnings"), record.get("meta")
    warnings = [str(warning) for warning in given] if isinstance(given, list) else []
    return Article(
        record["text"],
        id=record.get("id") or default_id,
        title=record.get("title"),
        published=record.get("published"),
        published_from=record.get("published_from"),
        publisher=record.get("publisher"),
        url=record.get("url"),
        language=record.get("language") or "en",
        markup=record.get("markup"),
        meta=meta_from(meta, warnings) if isinstance(meta, dict) else {},
        warnings=warnings,
    )


def _warned(item: Item, warnings: tuple[str, ...]) -> Item:
    if warnings and isinstance(item, Article):
        return attrs.evolve(item, warnings=(*item.warnings, *warnings))
    return item


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON: {error.msg} at character {error.colno}"
    return "too deeply nested JSON" if isinstance(error, RecursionError) else str(error)
