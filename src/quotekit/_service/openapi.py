"""The service's description of itself: OpenAPI 3.1."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus
from importlib import metadata, resources
from typing import Any

from quotekit._service.requests import FIELDS, READERS, Limits
from quotekit._service.responses import JSON, LINES, media_type

ERRORS = {
    HTTPStatus.BAD_REQUEST: "The body is no article, or a parameter does not fit.",
    HTTPStatus.NOT_ACCEPTABLE: "There is no such format here.",
    HTTPStatus.REQUEST_TIMEOUT: "The body stopped coming.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is too long.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Bodies of this media type are not read.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "A plugin fell over the article.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Too many requests are waiting; try again later.",
    HTTPStatus.GATEWAY_TIMEOUT: "The article took too long.",
}
"""What can go wrong with one article."""

MEANINGS = {
    "id": "The article's identifier, which is given back.",
    "title": "The headline.",
    "published": "The day of publication, `2021-07-27`; *yesterday* is counted from it.",
    "publisher": "The paper, agency or site.",
    "url": "Where it stood.",
    "language": "A tag of BCP 47, such as `en` or `de-AT`.",
}


def description(formats: Iterable[str], limits: Limits) -> dict[str, Any]:
    """Return the description of a service.

    Args:
        formats: The names of the formats that it answers in.
        limits: What a request may take.
    """
    formats = list(formats)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "quotekit",
            "version": metadata.version("quotekit-nlp"),
            "description": "Who said what, and when: quotations, speakers and dates in news articles.",
        },
        "paths": {
            "/extract": {"post": _extract(formats, limits)},
            "/batch": {"post": _batch(limits)},
            "/health": {"get": _health()},
        },
        "components": {"schemas": {"Error": _error(), **_extraction()}},
    }


def _extract(formats: Iterable[str], limits: Limits) -> dict[str, Any]:
    words = {"type": "string"}
    parameters = [
        {"name": name, "in": "query", "description": MEANINGS[name], "schema": words}
        for name in FIELDS
    ]
    choice = {
        "name": "format",
        "in": "query",
        "description": "The format of the answer; by default the first that `Accept` names, else JSON.",
        "schema": {"type": "string", "enum": list(formats)},
    }
    answers: dict[str, Any] = {JSON: {"schema": {"$ref": "#/components/schemas/Extraction"}}}
    answers |= {media_type(name): {} for name in formats if media_type(name) != JSON}
    return {
        "operationId": "extract",
        "summary": "Extract from one article.",
        "description": f"The body has {limits.size:,} bytes at most.",
        "parameters": [*parameters, choice],
        "requestBody": {
            "required": True,
            "content": {name: {"schema": _body(name)} for name in READERS},
        },
        "responses": {
            "200": {"description": "What was found.", "content": answers},
            **{str(int(status)): _failed(reason) for status, reason in ERRORS.items()},
        },
    }


def _batch(limits: Limits) -> dict[str, Any]:
    return {
        "operationId": "batch",
        "summary": "Extract from many articles, a JSON object a line.",
        "description": "A line is answered by a line, in the same order, as soon as it is done: an "
        "extraction, or `line` and `error`. Lines are read only as answers are taken. A line has "
        f"{limits.size:,} bytes at most.",
        "requestBody": {"required": True, "content": {LINES: {"schema": {"type": "string"}}}},
        "responses": {
            "200": {
                "description": "Extractions and errors.",
                "content": {LINES: {"schema": {"type": "string"}}},
            }
        },
    }


def _health() -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": {
            "status": {"const": "ok"},
            "version": {"type": "string"},
            "processes": {"type": "integer"},
            "busy": {"type": "integer"},
            "waiting": {"type": "integer"},
        },
    }
    return {
        "operationId": "health",
        "summary": "Return whether the service is there, and how much it has to do.",
        "responses": {"200": {"description": "It is.", "content": {JSON: {"schema": schema}}}},
    }


def _body(media_type: str) -> dict[str, Any]:
    if media_type != JSON:
        return {"type": "string"}
    fields = {name: {"type": "string", "description": MEANINGS[name]} for name in FIELDS}
    text = {"type": "string", "description": "The article."}
    return {"type": "object", "required": ["text"], "properties": {"text": text, **fields}}


def _failed(reason: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": reason, "content": {JSON: {"schema": schema}}}


def _error() -> dict[str, Any]:
    fields = {
        "status": {"type": "integer"},
        "name": {"type": "string"},
        "reason": {"type": "string"},
    }
    error = {"type": "object", "required": list(fields), "properties": fields}
    return {"type": "object", "required": ["error"], "properties": {"error": error}}


def _extraction() -> dict[str, Any]:
    """Return the schemas of an extraction and its parts, with addresses as OpenAPI has them."""
    file = resources.files("quotekit.data") / "extraction.schema.json"
    text = file.read_text("utf-8").replace("#/$defs/", "#/components/schemas/")
    schema: dict[str, Any] = json.loads(text)
    parts: dict[str, Any] = schema.pop("$defs")
    whole = {key: value for key, value in schema.items() if not key.startswith("$")}
    return {"Extraction": whole, **parts}
