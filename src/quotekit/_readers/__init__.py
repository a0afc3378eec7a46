"""Readers: the formats that articles come in."""

from __future__ import annotations

from quotekit._formats import Reader
from quotekit._readers import (
    delimited,
    feeds,
    html,
    jsons,
    mail,
    markdown,
    news,
    parquet,
    subtitles,
    text,
    warc,
)
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_readers() -> list[Reader]:
    """Bring the built-in readers."""
    return [
        text.READER,
        jsons.LINES,
        jsons.DOCUMENT,
        html.READER,
        delimited.READER,
        news.READER,  # it tells what XML of another kind is
        feeds.READER,
        warc.READER,
        mail.READER,
        subtitles.READER,
        markdown.READER,
        parquet.READER,
    ]
