"""Batches of the service: lines of any length, in any pieces, answered in order."""

from __future__ import annotations

import asyncio
import json

import pytest

from quotekit._service.batches import answers
from quotekit._service.requests import Limits


async def pieces(*parts):
    """Yield parts of a body; a number is how long the sender rests."""
    for part in parts:
        if isinstance(part, float):
            await asyncio.sleep(part)
        else:
            yield part


async def echo(line):
    return {"text": line.decode()}


def answered(*parts, size=20, patience=5.0, ahead=2):
    """Return the answers to the lines of a body."""

    async def run():
        limits = Limits(size=size, patience=patience)
        return [line async for line in answers(pieces(*parts), echo, ahead, limits)]

    return [json.loads(line) for line in asyncio.run(run())]


@pytest.mark.parametrize(
    "parts",
    [
        (b"one\ntwo\nthree\n",),
        (b"one\ntwo\nthree",),
        (b"o", b"ne\n", b"\n  \ntw", b"o\nthree"),
    ],
)
def test_lines_are_put_together_and_blank_ones_passed_over(parts):
    assert [answer["text"] for answer in answered(*parts)] == ["one", "two", "three"]


@pytest.mark.parametrize(
    "parts",
    [(b"x" * 50 + b"\nnext\n",), (b"x" * 25, b"x" * 25, b"x\nnext"), (b"x" * 25, b"\nnext\n")],
)
def test_a_line_that_is_too_long_is_refused_once_and_the_next_is_read(parts):
    refused, following = answered(*parts)
    assert (refused["line"], refused["error"]["status"]) == (1, 413)
    assert following == {"text": "next"}


def test_a_sender_who_rests_too_long_is_told_so_in_the_last_line():
    first, last = answered(b"one\ntw", 5.0, b"o\n", patience=0.05)
    assert first == {"text": "one"}
    assert (last["line"], last["error"]["status"]) == (2, 408)


def test_who_goes_away_stops_what_is_under_way():
    stopped = []

    async def slow(line):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            stopped.append(line)
            raise

    async def run():
        found = answers(pieces(b"one\ntwo\n"), slow, 3, Limits(size=20, patience=5))
        waiting = asyncio.ensure_future(anext(found))
        await asyncio.sleep(0.05)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await asyncio.sleep(0)

    asyncio.run(run())
    assert b"two" in stopped
