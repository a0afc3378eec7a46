"""Records: the fields of a JSON object, a row or a column name, made into an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from quotekit._readers.days import read_day
from quotekit.exceptions import ReadError
from quotekit.models import Article

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "fulltext", "articlebody", "bodytext", "maintext",
        "articletext", "story", "plaintext", "transcript",
    ),
    "id": ("id", "articleid", "docid", "documentid", "uid", "uuid", "guid"),
    "title": ("title", "headline", "heading", "articletitle"),
    "published": (
        "published", "publishedat", "publishedon", "datepublished", "datepublish", "publishdate",
        "publicationdate", "publisheddate", "pubdate", "date", "articledate", "datetime",
        "timestamp", "day",
    ),
    "publisher": (
        "publisher", "source", "outlet", "publication", "newspaper", "sitename", "site",
        "medium", "sourcename",
    ),
    "url": ("url", "link", "canonicalurl", "articleurl", "href", "permalink"),
    "language": ("language", "lang", "languagecode", "inlanguage"),
}  # fmt: skip
"""Fields of an article, and the names for them that are known, the likeliest first.

Case, blanks, hyphens and underscores make no difference: ``Published At`` is ``published_at``.
"""

FIELDS = tuple(NAMES)

HOW_NAMED = '; name the one with the text: --text-column NAME, in Python fields={"text": NAME}'
"""How the user names a column: the end of the error where none is known."""

PLAIN_RE = re.compile(r"[\W_]+")

DEEPEST = 100
"""How many levels deep a value of ``meta`` may be nested: far less than Python's own limits."""


def article_from(
    record: Mapping[str, Any], default_id: str, fields: Mapping[str, str] | None = None
) -> Article:
    """Return the article that a record describes; what is not understood is kept in ``meta``.

    A day that cannot be read leaves ``published`` unknown, and a language or an identifier that is
    none leaves it to the default; the article's warnings say so.

    Args:
        record: Field names and values.
        default_id: The article's identifier if the record has none.
        fields: The user's names for fields: ``{"text": "Fließtext"}``.

    Raises:
        ReadError: If there is no text.

    Example:
        >>> article = article_from({"Headline": "Wall", "body": "It held.", "page": 3}, "a:1")
        >>> article.title, article.text, article.id, article.meta
        ('Wall', 'It held.', 'a:1', {'page': 3})
        >>> article_from({"text": "x", "date": "2023-05"}, "a:2").warnings
        ("published: '2023-05' is no full day, so the day stays unknown",)
    """
    chosen = _choose(record, fields or {})
    if "text" not in chosen:
        raise ReadError(_no_text(record, fields or {}))
    given: dict[str, Any] = {field: record[key] for field, key in chosen.items()}
    if not isinstance(given["text"], str):
        raise ReadError(f"{chosen['text']}: text must be str, got {type(given['text']).__name__}")
    warnings: list[str] = []
    language = _language(given.pop("language", None), warnings)
    published = _day(given.pop("published", None), language, warnings)
    rest = {key: value for key, value in record.items() if key not in chosen.values()}
    return Article(
        given["text"],
        id=_identifier(given.get("id"), warnings) or default_id,
        title=_string("title", given.get("title"), warnings),
        published=published,
        publisher=_string("publisher", given.get("publisher"), warnings),
        url=_string("url", given.get("url"), warnings),
        language=language,
        meta=meta_from(rest, warnings),
        warnings=warnings,
    )


def knows(names: list[str]) -> bool:
    """Return whether these look like the names of an article's fields: a text, and one more.

    Example:
        >>> knows(["Date", "Body"]), knows(["Dear Ida", "text"])
        (True, False)
    """
    known = _choose(dict.fromkeys(names), {})
    return "text" in known and len(known) > 1


def _choose(record: Mapping[str, Any], fields: Mapping[str, str]) -> dict[str, str]:
    """Return the record's name for each field of an article that it has."""
    by_name: dict[str, str] = {}
    for key in record:
        by_name.setdefault(PLAIN_RE.sub("", str(key)).casefold(), key)
    chosen = {field: key for field, key in fields.items() if key in record}
    for field, names in NAMES.items():
        if field not in fields:
            keys = [by_name[name] for name in names if name in by_name]
            free = [key for key in keys if key not in chosen.values()]
            filled = [key for key in free if _filled(record[key])]
            if free:
                chosen[field] = (filled or free)[0]
    return chosen


def _filled(value: object) -> bool:
    return value not in (None, "")


def _no_text(record: Mapping[str, Any], fields: Mapping[str, str]) -> str:
    keys = ", ".join(map(repr, record)) or "none"
    if "text" in fields:
        return f"no {fields['text']!r}; the keys are {keys}"
    return f'no "text"; the keys are {keys}{HOW_NAMED}'


def _identifier(value: object, warnings: list[str]) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return value or None
    kind = type(value).__name__
    warnings.append(f"id: expected a string or a number, got {kind}, so the place stands for it")
    return None


def meta_from(record: Mapping[str, Any], warnings: list[str]) -> dict[str, Any]:
    """Return what is filled in a record, as JSON can hold it; what is nested too deeply is said."""
    found = {}
    for key, value in record.items():
        if not _filled(value):
            continue
        try:
            found[str(key)] = plain(value)
        except RecursionError:
            warnings.append(f"{key}: nested more than {DEEPEST} levels deep, so it is left out")
    return found


def _string(field: str, value: Any, warnings: list[str]) -> str | None:  # noqa: ANN401
    """Return a title, publisher or address; of ``{"id": …, "name": …}`` the name."""
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        value = value["name"]
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    warnings.append(f"{field}: expected a string, got {type(value).__name__}, so it stays unknown")
    return None


def _language(value: Any, warnings: list[str]) -> str:  # noqa: ANN401 - as the file has it
    if value is None or value == "":
        return "en"
    if isinstance(value, str):
        return value
    warnings.append(f"language: {value!r} is no language code, so English is assumed")
    return "en"


def _day(value: Any, language: str, warnings: list[str]) -> dt.date | None:  # noqa: ANN401
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    day = read_day(value, language)
    if day is None:
        shown = repr(value if len(repr(value)) <= 60 else f"{value!s:.50}…")
        warnings.append(f"published: {shown} is no full day, so the day stays unknown")
    return day


def plain(value: Any, room: int = DEEPEST) -> Any:  # noqa: ANN401 - any value
    """Return *value* as JSON can hold it: dates in ISO 8601, the unknown as a string.

    Raises:
        RecursionError: If it is nested deeper than there is *room*.

    Example:
        >>> plain({"when": dt.date(2023, 5, 12), "pages": (3, 4)})
        {'when': '2023-05-12', 'pages': [3, 4]}
    """
    if not room:
        raise RecursionError
    if isinstance(value, Mapping):
        return {str(key): plain(item, room - 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, room - 1) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), -float("inf"))):
        return None
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return str(value)
