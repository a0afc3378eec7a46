"""Readers: the formats that articles come in."""

from __future__ import annotations

from quotekit._formats import Reader
from quotekit._readers import delimited, html, jsons, text
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_readers() -> list[Reader]:
    """Bring the built-in readers."""
    return [text.READER, jsons.LINES, jsons.DOCUMENT, html.READER, delimited.READER]
