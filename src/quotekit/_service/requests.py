"""Requests: the body and the parameters of a request to one article."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NoReturn

import attrs

from quotekit._files import reader_named
from quotekit._formats import STDIN
from quotekit._readers.records import HOW_NAMED
from quotekit.exceptions import QuotekitError
from quotekit.models import Article, Failure
from quotekit.registry import Registry

if TYPE_CHECKING:
    from starlette.requests import Request

READERS = {
    "text/plain": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/json": "json",
}
"""Media types of bodies, and the formats that read them."""

FIELDS = ("id", "title", "published", "publisher", "url", "language")
"""Parameters of a request that say what the article is, whatever the body says."""


@attrs.frozen
class Limits:
    """What one request may take.

    Attributes:
        size: Bytes of a body, and of a line of a batch.
        seconds: Seconds of work on one article.
        patience: Seconds of waiting for the next bytes of a body.
        waiting: How many requests may wait for a worker.
    """

    size: int = 10_000_000
    seconds: float = 30.0
    patience: float = 20.0
    waiting: int = 256


class RefusedError(Exception):
    """A request that gets an error for an answer.

    Attributes:
        status: The HTTP status.
        reason: What is wrong with it, in a sentence.
    """

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


def refuse(status: HTTPStatus, reason: str) -> NoReturn:
    """Raise :class:`RefusedError`."""
    raise RefusedError(status, reason)


LINGER = 8
"""What is longer than allowed is read, and dropped, up to so many times the limit.

The connection ends with the answer, and a client that is still sending then may not hear it.
"""


async def body_of(request: Request, limits: Limits) -> bytes:
    """Read a body as long as it is not too long, and its bytes keep coming.

    Raises:
        RefusedError: Otherwise.
    """
    most = limits.size * LINGER
    declared = request.headers.get("content-length", "0")
    waits = "expect" in request.headers  # with its body, until it is asked for it
    if declared.isdecimal() and int(declared) > (limits.size if waits else most):
        too_long(limits)
    body, length = bytearray(), 0
    stream = request.stream()
    while length <= most:
        try:
            chunk = await asyncio.wait_for(anext(stream), limits.patience)
        except StopAsyncIteration:
            break
        except TimeoutError:
            waited = f"no more of the body came for {limits.patience:g} seconds"
            refuse(HTTPStatus.REQUEST_TIMEOUT, waited)
        length += len(chunk)
        if length <= limits.size:
            body += chunk
    if length > limits.size:
        too_long(limits)
    return bytes(body)


def too_long(limits: Limits) -> NoReturn:
    """Refuse a body for its length."""
    reason = f"an article may have {limits.size:,} bytes at most"
    refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)


def reader_for(media_type: str) -> str:
    """Return the name of the format of a body; plain text where nothing is said.

    Example:
        >>> reader_for("text/html; charset=utf-8")
        'html'

    Raises:
        RefusedError: If no format has that media type.
    """
    name = media_type.partition(";")[0].strip().lower()
    if name not in READERS and name not in ("", "application/octet-stream"):
        known = ", ".join(READERS)
        refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"no article is read from {name}, but {known}")
    return READERS.get(name, "text")


def article_of(
    body: bytes, media_type: str, given: Mapping[str, str], registry: Registry
) -> Article:
    """Return the one article in a body.

    Args:
        body: Text, a page, or a JSON object.
        media_type: What it is, and its encoding: ``text/plain; charset=cp1252``.
        given: Fields of the article that overrule what the body says.
        registry: The plugins that bring the readers.

    Raises:
        RefusedError: If there is none in it, or more than one, or a field does not fit.
    """
    reader = reader_named(reader_for(media_type), registry)
    options: dict[str, Any] = {"encoding": _charset(media_type)}
    try:
        items = list(reader.articles(io.BytesIO(body), STDIN, options))
        if len(items) != 1:
            refuse(HTTPStatus.BAD_REQUEST, f"a body has one article, not {len(items)}; see /batch")
        item = items[0]
        if isinstance(item, Failure):
            refuse(HTTPStatus.BAD_REQUEST, item.reason.removesuffix(HOW_NAMED))
        return _with(item, given)
    except QuotekitError as error:
        refuse(HTTPStatus.BAD_REQUEST, str(error).removeprefix(f"{STDIN}: "))


def _with(article: Article, given: Mapping[str, str]) -> Article:
    """Return the article with the fields that the request gives."""
    fields: dict[str, Any] = {name: given[name] for name in FIELDS if given.get(name)}
    if "published" in fields:
        fields["published_from"] = "caller"
    if "id" not in fields and article.id in (STDIN, f"{STDIN}:1"):  # the reader's, for want of one
        fields["id"] = None
    return attrs.evolve(article, **fields)


def _charset(media_type: str) -> str | None:
    for parameter in media_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"')
    return None
