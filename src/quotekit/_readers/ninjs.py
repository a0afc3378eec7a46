"""ninjs: an article in the JSON of the news trade (IPTC), version 1 to 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotekit._readers.marked import text_from
from quotekit._readers.records import article_from
from quotekit.exceptions import ReadError
from quotekit.models import Article

BODIES = ("body_xhtml", "body_html", "body_text")
"""Where version 1 has the text, the likeliest to mark its quotations first."""

DAYS = ("firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated",
        "versionCreated")  # fmt: skip


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Return whether an object is one of ninjs: it has a ``uri``, and a body by its names.

    Example:
        >>> is_ninjs({"uri": "a", "body_text": "x"}), is_ninjs({"uri": "a", "text": "x"})
        (True, False)
    """
    bodies = record.get("bodies")
    return "uri" in record and (
        any(isinstance(record.get(key), str) for key in BODIES) or isinstance(bodies, list)
    )


def ninjs_article(record: Mapping[str, Any], default_id: str) -> Article:
    """Return the article of an object; what is not understood is kept in ``meta``.

    Raises:
        ReadError: If it has no text.

    Example:
        >>> record = {"uri": "http://quay.example/7", "versioncreated": "2023-05-12T10:00Z"}
        >>> record |= {"headline": "Wall", "body_xhtml": "<p><q>It holds</q>, Ida Moss said."}
        >>> article = ninjs_article(record, "a:1")
        >>> article.text, article.title, str(article.published)
        ('“It holds”, Ida Moss said.', 'Wall', '2023-05-12')
    """
    language = record.get("language")
    text = _text(record, language if isinstance(language, str) else "en")
    if not text.strip():
        raise ReadError("ninjs without a text")
    used = {*BODIES, "bodies", "uri", "headline", "headlines", *DAYS}
    fields = {key: value for key, value in record.items() if key not in used}
    fields |= {
        "text": text,
        "id": record["uri"] or default_id,
        "title": record.get("headline") or _value(record.get("headlines"), "main"),
        "published": next((record[key] for key in DAYS if record.get(key)), None),
        "publisher": record.get("provider") or record.get("copyrightholder"),
    }
    return article_from(fields, default_id)


def _text(record: Mapping[str, Any], language: str) -> str:
    for key in BODIES:
        if isinstance(body := record.get(key), str) and body.strip():
            return body if key == "body_text" else text_from(body, language)
    bodies = [body for body in record.get("bodies") or () if isinstance(body, dict)]
    for body in sorted(bodies, key=lambda body: body.get("role") != "main"):
        kind = str(body.get("contentType") or body.get("contenttype") or "")
        value = body.get("value")
        if isinstance(value, str) and value.strip():
            return text_from(value, language) if "html" in kind else value
    return ""


def _value(values: Any, role: str) -> str | None:  # noqa: ANN401 - as the file has it
    """Return the value with that role, or the first one."""
    found = [item for item in values if isinstance(item, dict)] if isinstance(values, list) else []
    found.sort(key=lambda item: item.get("role") != role)
    return next((item["value"] for item in found if isinstance(item.get("value"), str)), None)
