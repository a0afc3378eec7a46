"""The application: an ASGI app that extracts in worker processes."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator, Mapping
from http import HTTPStatus
from importlib import metadata
from typing import Any

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from quotekit._attempt import Result
from quotekit._service.batches import answers
from quotekit._service.openapi import description
from quotekit._service.pool import Pool
from quotekit._service.requests import (
    Limits,
    RefusedError,
    article_of,
    body_of,
    refuse,
)
from quotekit._service.responses import (
    JSON,
    LINES,
    error_of,
    format_for,
    rendered,
    status_of,
)
from quotekit.models import Extraction, Failure
from quotekit.pipeline import Extractor

HEADERS = {"x-content-type-options": "nosniff"}


class Service:
    """Answers requests.

    Args:
        extractor: What does the work.
        processes: How many processes do it.
        limits: What a request may take.
    """

    def __init__(self, extractor: Extractor, processes: int, limits: Limits) -> None:
        self._extractor, self._processes, self._limits = extractor, processes, limits
        self._registry = extractor.registry
        self._asked = 0

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Keep the worker processes as long as the service runs."""
        self._workers = anyio.CapacityLimiter(self._processes)
        hire = lambda: Pool(self._extractor, self._processes, self._limits.seconds)  # noqa: E731
        self._pool = await anyio.to_thread.run_sync(hire)
        try:
            yield
        finally:
            await anyio.to_thread.run_sync(self._pool.close)

    async def extract(self, request: Request) -> Response:
        """Answer with what is found in one article."""
        format = format_for(request.query_params.get("format"), request.headers.get("accept", ""))
        body = await body_of(request, self._limits)
        with self._place():
            kind = request.headers.get("content-type", "")
            found = await self._found(body, kind, request.query_params)
        content, kind = await anyio.to_thread.run_sync(rendered, found, format, self._registry)
        return Response(content, media_type=kind, headers=HEADERS)

    async def batch(self, request: Request) -> Response:
        """Answer with a line for each line."""

        async def answer(line: bytes) -> dict[str, Any]:
            return (await self._found(line, JSON, {})).to_dict()

        lines = answers(request.stream(), answer, 2 * self._processes, self._limits)
        return _Duplex(lines, media_type=LINES, headers=HEADERS)

    async def health(self, _: Request) -> Response:
        """Tell that the service is there."""
        now = self._workers.statistics()
        return JSONResponse(
            {
                "status": "ok",
                "version": metadata.version("quotekit-nlp"),
                "processes": self._processes,
                "busy": now.borrowed_tokens,
                "waiting": now.tasks_waiting,
            }
        )

    async def openapi(self, _: Request) -> Response:
        """Describe the service."""
        return JSONResponse(description((w.name for w in self._registry.writers()), self._limits))

    @contextlib.contextmanager
    def _place(self) -> Iterator[None]:
        """Give a request a place among those that are worked on or wait.

        Raises:
            RefusedError: If there is none left.
        """
        if self._asked >= self._processes + self._limits.waiting:
            refuse(HTTPStatus.SERVICE_UNAVAILABLE, "too many requests are waiting; try again later")
        self._asked += 1
        try:
            yield
        finally:
            self._asked -= 1

    async def _found(self, body: bytes, media_type: str, given: Mapping[str, str]) -> Extraction:
        """Return what is found in a body.

        Raises:
            RefusedError: If it is no article, or fails.
        """
        article = await anyio.to_thread.run_sync(
            article_of, body, media_type, given, self._registry
        )
        work = self._pool.extract
        result: Result = await anyio.to_thread.run_sync(work, article, limiter=self._workers)
        if isinstance(result, Failure):
            refuse(status_of(result), result.reason)
        return result


class _Duplex(StreamingResponse):  # type: ignore[misc, unused-ignore]  # an extra
    """A response that is sent while the request is still being read.

    Starlette's own listens for the end of the connection meanwhile, and so takes pieces of the body.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        await self.stream_response(send)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    headers = dict(HEADERS)
    if error.status is HTTPStatus.SERVICE_UNAVAILABLE:
        headers["retry-after"] = "1"
    if error.status in (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE):
        headers["connection"] = "close"  # the rest of the body is not read
    return JSONResponse(error_of(error.status, error.reason), int(error.status), headers)


async def _http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    reason = "there are /extract, /batch, /health and /openapi.json"
    return JSONResponse(error_of(status, reason), int(status), {**HEADERS, **(error.headers or {})})


def make_app(
    extractor: Extractor, processes: int, limits: Limits, hosts: tuple[str, ...]
) -> Starlette:
    """Return the application."""
    service = Service(extractor, processes, limits)
    return Starlette(
        routes=[
            Route("/extract", service.extract, methods=["POST"]),
            Route("/batch", service.batch, methods=["POST"]),
            Route("/health", service.health),
            Route("/openapi.json", service.openapi),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={RefusedError: _refused, HTTPException: _http_error},
        lifespan=service.lifespan,
    )
