"""Readers: the formats that articles come in."""

from __future__ import annotations

from quotekit._formats import Later, Reader
from quotekit._readers import heads
from quotekit.hookspecs import hookimpl


def _later(function: str) -> Later:
    return Later(f"quotekit._readers.{function}")


READERS = (
    Reader("text", _later("text:read_text"), (".txt", ".text")),
    Reader("jsonl", _later("jsons:read_jsonl"), (".jsonl", ".ndjson"), heads.is_json_lines),
    Reader("json", _later("jsons:read_json"), (".json",), heads.is_json),
    Reader("html", _later("html:read_html"), (".html", ".htm", ".xhtml"), heads.is_html),
    Reader("csv", _later("delimited:read_delimited"), (".csv", ".tsv", ".tab"), heads.is_table),
    # Before feeds: it tells what XML of another kind is.
    Reader("news", _later("news:read_news"), (".xml", ".nitf"), heads.is_news),
    Reader("feed", _later("feeds:read_feed"), (".rss", ".atom", ".xml"), heads.is_feed),
    Reader("warc", _later("warc:read_warc"), (".warc",), heads.is_warc),
    Reader("mail", _later("mail:read_mail"), (".eml", ".mbox"), heads.is_mail),
    Reader("subtitles", _later("subtitles:read_subtitles"), (".vtt", ".srt"), heads.is_subtitles),
    Reader("markdown", _later("markdown:read_markdown"), (".md", ".markdown")),
    Reader("parquet", _later("parquet:read_parquet"), (".parquet", ".pq"), heads.is_parquet),
)
"""The built-in formats. What reads one is imported when a file of it comes."""


@hookimpl
def quotekit_readers() -> list[Reader]:
    """Bring the built-in readers."""
    return list(READERS)
