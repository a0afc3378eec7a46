"""Write what our own texts give, in every language: ``python -m tests.same_bytes FILE``.

The same bytes must come out under every Python; ``nox -s versions`` compares them.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from quotekit import Article
from quotekit.testing import HOSTILE, SAMPLES, extractor

from . import samples
from .fuzz import newslike

MADE = 2_000
"""So many made-up texts stand beside those of the tests."""


def articles() -> Iterator[Article]:
    """Yield the articles, each text of a language in every other one too."""
    yield from (*SAMPLES, *HOSTILE)
    for texts in (samples.SAMPLES, samples.NEWS):
        for text in texts.values():
            for language in newslike.LANGUAGES:
                yield Article(text, language=language, published="2021-07-28")
    random = Random(2021)
    for _ in range(MADE):
        yield newslike.article(random)


def main(path: str) -> None:
    """Write one line an article, and print how many there are and their digest."""
    here = extractor()
    lines = [here.extract(article).to_json(with_text=True) + "\n" for article in articles()]
    whole = "".join(lines).encode()
    Path(path).write_bytes(whole)
    print(f"{len(lines):,} articles, {len(whole):,} bytes, {hashlib.sha256(whole).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1])
