"""Readers: plain text, JSON lines and HTML turned into articles."""

from __future__ import annotations

from quotekit.formats import Reader
from quotekit.hookspecs import hookimpl
from quotekit.readers import html, jsonl, text


@hookimpl
def quotekit_readers() -> list[Reader]:
    """Bring the readers for text, JSON lines and HTML."""
    return [text.READER, jsonl.READER, html.READER]
