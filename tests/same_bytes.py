"""Write what our own texts give, in every language: ``python -m tests.same_bytes FILE``.

The same bytes must come out under every Python; ``nox -s versions`` compares them.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from quotekit import Article
from quotekit.lexicon import tables
from quotekit.testing import HOSTILE, SAMPLES, extractor

from . import samples
from .fuzz import newslike

CASES = Path(__file__).parent / "cases"
"""Where the cases are; read without pytest, which is not installed beside each wheel."""
MADE = 2_000
"""So many made-up texts stand beside those of the tests."""
TABLES = ("cues", "times")
"""Tables whose rows have examples."""
FEWEST = 4
"""A text of a case has so many words; what has fewer says what it is, or what is found in it."""


def articles() -> Iterator[Article]:
    """Yield the articles, each text of a language in every other one too."""
    yield from (*SAMPLES, *HOSTILE)
    for texts in (samples.SAMPLES, samples.NEWS):
        for text in texts.values():
            for language in newslike.LANGUAGES:
                yield Article(text, language=language, published="2021-07-28")
    yield from read_once()
    random = Random(2021)
    for _ in range(MADE):
        yield newslike.article(random)


def read_once() -> Iterator[Article]:
    """Yield what is tested under one Python alone: examples of tables, and texts of cases."""
    for name in TABLES:
        for table in tables(name):
            for text in texts(table.data()):
                yield Article(text, language=table.language, published="2021-07-28")
    for file in sorted(CASES.rglob("*.toml")):
        groups = tomllib.loads(file.read_text("utf-8")).values()
        for case in (case for group in groups if isinstance(group, list) for case in group):
            language = case.get("language", "en") if isinstance(case, dict) else "en"
            for text in texts(case):
                yield Article(text, language=language, published="2021-07-28")


def texts(value: Any) -> Iterator[str]:
    """Yield all texts inside what a TOML file holds, without the marks around what is found.

    Example:
        >>> list(texts({"name": "a verb", "text": "{Ida Moss} said [the pier is shut]."}))
        ['Ida Moss said the pier is shut.']
    """
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str) and value.count(" ") >= FEWEST - 1:
        yield re.sub(r"[][{}]", "", value)


def main(path: str) -> None:
    """Write one line an article, and print how many there are and their digest."""
    here = extractor()
    lines = [here.extract(article).to_json(with_text=True) + "\n" for article in articles()]
    whole = "".join(lines).encode()
    Path(path).write_bytes(whole)
    print(f"{len(lines):,} articles, {len(whole):,} bytes, {hashlib.sha256(whole).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1])
