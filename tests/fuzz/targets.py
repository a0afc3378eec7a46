"""Targets of the coverage-guided fuzzer: whatever the bytes are, nothing raises but what is promised.

Each target takes bytes. Its seeds are the pieces of our own that the fuzzer begins with.
"""

from __future__ import annotations

import functools
import io
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quotekit import Article, Failure, QuotekitError
from quotekit._files import reader_named
from quotekit.testing import HOSTILE, SAMPLES, check_extraction, extractor

from .newslike import LANGUAGES

HERE = extractor()
FOUND = tomllib.loads(Path(__file__).with_name("found.toml").read_text("utf-8"))["case"]
DAYS = (None, "2021-07-28", "0001-01-01", "9999-12-31")


class Target(NamedTuple):
    """What is fed with bytes, and the bytes that it begins with."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]


def run_extract(data: bytes) -> None:
    """Extract from a text; the first byte chooses its language and day."""
    choice = data[0] if data else 0
    article = Article(
        data[1:].decode("utf-8", "replace"),
        language=LANGUAGES[choice % len(LANGUAGES)],
        published=DAYS[choice // len(LANGUAGES) % len(DAYS)],
    )
    check_extraction(HERE.extract(article))


def run_reader(name: str, data: bytes) -> None:
    """Read a file in one format; it gives articles and failures, or is refused."""
    reader = reader_named(name, HERE.registry)
    try:
        items = list(reader.articles(io.BytesIO(data), f"a.{name}", {}))
    except QuotekitError:
        return
    for item in items:
        assert isinstance(item, (Article, Failure)), item
        if isinstance(item, Article):
            json.dumps(item.meta, allow_nan=False)


def texts() -> Iterator[bytes]:
    """Yield texts, each behind the byte that chooses its language."""
    for case in FOUND:
        yield bytes([LANGUAGES.index(case["language"])]) + case["text"].encode(errors="replace")
    for article in (*SAMPLES, *HOSTILE):
        yield b"\0" + article.text[:500].encode(errors="replace")


PAGES = (
    "<!doctype html><html lang=en><head><title>Wall</title><meta charset=utf-8>"
    '<meta property="article:published_time" content="2021-07-27T10:00Z"></head>'
    "<body><article><h1>Wall</h1><p><q>We stay</q>, Ida Moss said.</p></article></body></html>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"W",'
    '"datePublished":"2021-07-27","author":[{"name":"Bo Tran"}]}</script><p>“Yes,” he said.',
    "<blockquote><p>We stay.</p><footer>— <cite>Ida Moss</cite></footer></blockquote>",
    "<form><nav><a href=/>Home<p>“No,” Bo Tran said.<table><td>x<br/><!-- -->&nbsp;&#8220;",
    "<time datetime='2021-07-27'>Tuesday</time><![CDATA[x]]><svg><text>y</text></svg><?xml ?>",
)

LINES = (
    '{"id": "a", "text": "“Yes,” Ida Moss said.", "published": "2021-07-27", "language": "en"}\n',
    '{"ID": 7, "Body": "Hm.", "Published At": "27. Juli 2021", "lang": "de", "tags": [1, null]}\n',
    '{"articles": [{"text": "x"}, {"text": "y", "date": 1627344000}, 3]}\n{"text": 7}\n\n[1]\n',
    '{"schema": 1, "quotes": [], "text": "x", "meta": {"a": NaN}, "warnings": ["w"]}\n',
    '{"uri": "u", "versioncreated": "2023-05-12T10:00Z", "body_xhtml": "<p>x</p>"}\n{"text":\n',
)

TARGETS: Mapping[str, Target] = {
    "extract": Target(run_extract, texts),
    "html": Target(functools.partial(run_reader, "html"), lambda: (p.encode() for p in PAGES)),
    "jsonl": Target(functools.partial(run_reader, "jsonl"), lambda: (p.encode() for p in LINES)),
}
