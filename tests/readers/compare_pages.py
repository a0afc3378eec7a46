"""Measure readers of HTML on the pages beside this file: ``python tests/readers/compare_pages.py``.

Words: precision and recall of the words drawn out, marks left aside. Paragraphs: the share of the
paragraphs that come out whole. Quotations: the share that is found in the text, word for word, and
that with the right speaker. Facts: title, day, publisher and language.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import regex

from quotekit import Article, extract, read

PAGES = Path(__file__).parent / "pages"
GOLD = tomllib.loads((PAGES / "gold.toml").read_text("utf-8"))
FACTS = ("title", "published", "publisher", "language")
WORD_RE = regex.compile(r"[\p{L}\p{N}]+")


class Score(NamedTuple):
    """What a reader reached on a page: hits and the whole of each."""

    right: int
    drawn: int
    wanted: int
    paragraphs: int
    of_paragraphs: int
    quotations: int
    attributed: int
    of_quotations: int
    facts: int
    of_facts: int

    def __add__(self, other: Score) -> Score:
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    def row(self) -> list[str]:
        shares = (
            self.right / (self.drawn or 1),
            self.right / self.wanted,
            self.paragraphs / self.of_paragraphs,
            self.quotations / self.of_quotations,
            self.attributed / self.of_quotations,
            self.facts / self.of_facts,
        )
        return [f"{share:.1%}" for share in shares]


def words(text: str) -> Counter[str]:
    return Counter(WORD_RE.findall(text.casefold()))


def score(article: Article, gold: dict) -> Score:
    found, wanted = words(article.text), words("\n".join(gold["paragraphs"]))
    lines = {" ".join(line.split()) for line in article.text.splitlines()}
    told = [
        (quote.text, quote.speaker and quote.speaker.name)
        for quote in extract(article, modes="all").quotes
    ]
    texts = {text for text, _ in told}
    facts = {"language": "en"} | {fact: gold.get(fact) for fact in FACTS if fact in gold}
    return Score(
        sum((found & wanted).values()),
        sum(found.values()),
        sum(wanted.values()),
        sum(" ".join(paragraph.split()) in lines for paragraph in gold["paragraphs"]),
        len(gold["paragraphs"]),
        sum(text in texts for text, _ in gold["says"]),
        sum((text, speaker) in told for text, speaker in gold["says"]),
        len(gold["says"]),
        sum(getattr(article, fact) == value for fact, value in facts.items()),
        len(facts),
    )


def scores(reader: Callable[[Path], Article]) -> Iterator[tuple[str, Score]]:
    """Yield each page's name and score."""
    for name, gold in GOLD.items():
        yield name, score(reader(PAGES / name), gold)


def ours(path: Path) -> Article:
    [article] = read(path)
    return article


def trafilaturas(path: Path) -> Article:
    """Read a page with trafilatura alone, as its documentation does."""
    import trafilatura

    data = path.read_bytes()
    found = trafilatura.bare_extraction(data, with_metadata=True)
    if found is None:
        return Article("")
    return Article(
        found.text or "",
        title=found.title,
        published=found.date,
        publisher=found.sitename,
        language=found.language or "en",
    )


READERS = {"quotekit": ours, "trafilatura": trafilaturas}

if __name__ == "__main__":
    for name, reader in READERS.items():
        total = Score(*[0] * 10)
        for page, reached in scores(reader):
            total += reached
            if "-v" in sys.argv:
                print(f"{name:12} {page:24}", *(f"{cell:>7}" for cell in reached.row()))
        print(f"{name:12} {'all':24}", *(f"{cell:>7}" for cell in total.row()))
