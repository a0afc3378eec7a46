"""Batches: lines in, lines out, in the same order, with no more under way than there are workers."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from http import HTTPStatus
from typing import Any

from quotekit._json import dumps
from quotekit._service.requests import Limits, RefusedError
from quotekit._service.responses import error_of

Answer = Callable[[bytes], Awaitable[dict[str, Any]]]


async def answers(
    chunks: AsyncIterator[bytes], answer: Answer, ahead: int, limits: Limits
) -> AsyncIterator[bytes]:
    """Yield a line for each line that comes in, an extraction or an error with the line's number.

    Lines are read only as answers are taken, but for a few that are ahead.

    Args:
        chunks: The bytes of the body.
        answer: Makes a JSON object of a line.
        ahead: How many lines are under way at most.
        limits: How long a line may be, and how long may be waited for it.
    """
    under_way: deque[asyncio.Task[dict[str, Any]]] = deque()
    number = 0
    try:
        async for line in _lines(chunks, limits):
            number += 1
            if isinstance(line, bytes) and not line.strip():
                continue
            under_way.append(asyncio.create_task(_numbered(line, number, answer)))
            if len(under_way) >= ahead:
                yield _line(await under_way.popleft())
        while under_way:
            yield _line(await under_way.popleft())
    finally:
        for task in under_way:
            task.cancel()


async def _numbered(line: bytes | RefusedError, number: int, answer: Answer) -> dict[str, Any]:
    try:
        if isinstance(line, RefusedError):
            raise line
        return await answer(line)
    except RefusedError as refused:
        return {"line": number, **error_of(refused.status, refused.reason)}


async def _lines(
    chunks: AsyncIterator[bytes], limits: Limits
) -> AsyncIterator[bytes | RefusedError]:
    """Yield the lines; of one that is too long only that, and the rest of it is passed over.

    If no more bytes come, that is the last to be said.
    """
    rest, skipping = bytearray(), False
    while True:
        try:
            chunk = await asyncio.wait_for(anext(chunks), limits.patience)
        except StopAsyncIteration:
            break
        except TimeoutError:
            waited = f"no more of the body came for {limits.patience:g} seconds"
            yield RefusedError(HTTPStatus.REQUEST_TIMEOUT, waited)
            return
        *whole, last = chunk.split(b"\n")
        for piece in whole:
            if not skipping:
                yield (
                    bytes(rest + piece) if len(rest) + len(piece) <= limits.size else _long(limits)
                )
            rest, skipping = bytearray(), False
        if not skipping:
            rest += last
            if len(rest) > limits.size:
                yield _long(limits)
                rest, skipping = bytearray(), True
    if rest:
        yield bytes(rest)


def _long(limits: Limits) -> RefusedError:
    reason = f"a line may have {limits.size:,} bytes at most"
    return RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)


def _line(answer: dict[str, Any]) -> bytes:
    return f"{dumps(answer)}\n".encode("utf-8", "backslashreplace")
