"""Try made-up texts over several seeds, and say how many fell: ``python -m tests.fuzz [COUNT [SEED]]``.

What falls is printed as small as it can be made: a case for ``found.toml``.
"""

from __future__ import annotations

import sys
from random import Random

import attrs

from quotekit import Article
from quotekit.testing import check_extraction, extractor

from . import newslike

SEEDS = 10
SHOWN = 20


def fault(article: Article) -> str:
    """Return what is wrong with what an article gives; empty where nothing is."""
    try:
        check_extraction(HERE.extract(article))
    except Exception as error:
        return type(error).__name__ + ": " + " ".join(str(error).split())
    return ""


def smaller(article: Article) -> Article:
    """Return an article that still falls, of which nothing can be left out."""
    step = max(1, len(article.text) // 2)
    while step:
        at = 0
        while at < len(article.text):
            text = article.text[:at] + article.text[at + step :]
            if fault(attrs.evolve(article, text=text)):
                article = attrs.evolve(article, text=text)
            else:
                at += step
        step //= 2
    return article


def main(count: int, first: int = 0) -> int:
    """Try *count* articles, of ten seeds from the *first* on; return how many fell."""
    fell = 0
    for seed in range(first, first + SEEDS):
        random = Random(seed)
        for _ in range(count // SEEDS):
            article = newslike.article(random)
            if fault(article):
                fell += 1
                if fell <= SHOWN:
                    least = smaller(article)
                    print(f"{least.language} {least.text!a}: {fault(least)}", flush=True)
        print(f"seed {seed}: {count // SEEDS:,} texts tried, {fell:,} fell so far", flush=True)
    print(f"{count // SEEDS * SEEDS:,} texts of {SEEDS} seeds tried, {fell:,} fell")
    return fell


HERE = extractor()

if __name__ == "__main__":
    sys.exit(main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else (100_000,))) > 0)
