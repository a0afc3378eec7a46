"""Responses: an extraction in the format that was asked for, or an error."""

from __future__ import annotations

import tempfile
from http import HTTPStatus
from pathlib import Path
from typing import Any

from quotekit._json import dumps
from quotekit._outputs import encoded, writer_named
from quotekit._service.requests import refuse
from quotekit.exceptions import FormatError, MissingExtraError, QuotekitError
from quotekit.models import Extraction, Failure
from quotekit.registry import Registry

JSON = "application/json"
LINES = "application/x-ndjson"

MEDIA_TYPES = {
    "json": JSON,
    "html": "text/html; charset=utf-8",
    "report": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "jsonl": LINES,
    "webannotation": "application/ld+json",
    "schema.org": "application/ld+json",
    "nif": "text/turtle; charset=utf-8",
    "tei": "application/tei+xml",
    "cas": "application/vnd.xmi+xml",
    "labelstudio": JSON,
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
}
"""Media types of formats; others are plain text, or bytes where they are a file."""

ACCEPTED = {
    JSON: "json",
    "text/html": "html",
    "text/csv": "csv",
    LINES: "jsonl",
    "application/ld+json": "webannotation",
    "text/turtle": "nif",
    "application/tei+xml": "tei",
    "application/vnd.apache.parquet": "parquet",
}
"""The formats of media types that a client may accept."""


def format_for(named: str | None, accept: str) -> str:
    """Return the name of the format that is wanted: the one named, else the first accepted.

    Example:
        >>> format_for(None, "text/csv;q=0.9, */*"), format_for("tei", "*/*")
        ('csv', 'tei')
    """
    accepted = (one.partition(";")[0].strip() for one in accept.split(","))
    return named or next((ACCEPTED[one] for one in accepted if one in ACCEPTED), "json")


def media_type(format: str, *, is_stream: bool = True) -> str:
    """Return the media type of a format."""
    default = "text/plain; charset=utf-8" if is_stream else "application/octet-stream"
    return MEDIA_TYPES.get(format, default)


def rendered(extraction: Extraction, format: str, registry: Registry) -> tuple[bytes, str]:
    """Return an extraction in a format, and its media type.

    Raises:
        RefusedError: If there is no such format, it is a folder, or it is not installed.
    """
    if format == "json":
        return encoded(dumps(extraction.to_dict()) + "\n"), JSON
    try:
        writer = writer_named(format, registry)
        if writer.write is not None:
            pieces = b"".join(map(encoded, writer.pieces([extraction])))
            return pieces, media_type(format)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "output")
            writer.save([extraction], path)  # type: ignore[misc]  # it has either
            if path.is_dir():
                refuse(HTTPStatus.NOT_ACCEPTABLE, f"format {format!r} is a folder of files")
            return path.read_bytes(), media_type(format, is_stream=False)
    except (FormatError, MissingExtraError) as error:
        refuse(HTTPStatus.NOT_ACCEPTABLE, str(error))
    except QuotekitError as error:
        refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))


def error_of(status: HTTPStatus, reason: str) -> dict[str, Any]:
    """Return the body of an error.

    Example:
        >>> error_of(HTTPStatus.BAD_REQUEST, "not valid JSON")
        {'error': {'status': 400, 'name': 'Bad Request', 'reason': 'not valid JSON'}}
    """
    return {"error": {"status": int(status), "name": status.phrase, "reason": reason}}


def status_of(failure: Failure) -> HTTPStatus:
    """Return the status of an article that failed: it took too long, or a plugin fell over it."""
    late = failure.reason.startswith("TimeoutError") or "took longer than" in failure.reason
    return HTTPStatus.GATEWAY_TIMEOUT if late else HTTPStatus.INTERNAL_SERVER_ERROR
