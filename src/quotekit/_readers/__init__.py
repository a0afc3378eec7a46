"""Readers: plain text, JSON lines and HTML turned into articles."""

from __future__ import annotations

from quotekit._formats import Reader
from quotekit._readers import html, jsonl, text
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_readers() -> list[Reader]:
    """Bring the readers for text, JSON lines and HTML."""
    return [text.READER, jsonl.READER, html.READER]
