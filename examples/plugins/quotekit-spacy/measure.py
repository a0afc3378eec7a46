"""Print the table of the README: what spaCy's tags and noun chunks gain, and what they cost.

The sixty invented articles of quotekit's names gold are read with quotekit's own grammar and with
spaCy's. Run it in a clone of quotekit: ``python measure.py``.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from quotekit_spacy import MODEL, SpacyMentions, SpacyTags

from quotekit import Extraction, Extractor, Span
from quotekit.testing import extractor

GOLD = Path(__file__).resolve().parents[3] / "tests" / "cases" / "names"
SETUPS = {
    "quotekit alone": extractor,
    "spaCy’s tags": lambda: extractor(SpacyTags()),
    "spaCy’s mentions": lambda: extractor(SpacyMentions(), block=["mentions"]),
    "both": lambda: extractor(SpacyTags(), SpacyMentions(), block=["mentions"]),
    "both, beside quotekit’s mentions": lambda: extractor(SpacyTags(), SpacyMentions()),
}
OPENING = '“‘«"'


def articles() -> list[dict[str, Any]]:
    """Return the articles of the gold."""
    files = sorted(GOLD.glob("*.toml"))
    return [
        article for file in files for article in tomllib.loads(file.read_text("utf-8"))["article"]
    ]


def speakers_found(article: dict[str, Any], extraction: Extraction) -> Iterator[bool | None]:
    """Yield of each quotation of gold whether its speaker is right, ``None`` where it is not found."""
    for speaker in article["speakers"]:
        for words in speaker["says"]:
            start = article["text"].index(words)
            said = Span(start, start + len(words))
            yield next(
                (
                    quote.speaker is not None and quote.speaker.name == speaker["name"]
                    for quote in extraction.quotes
                    if any(content.overlaps(said) for content in quote.contents)
                ),
                None,
            )


def row(name: str, reader: Extractor, gold: Sequence[dict[str, Any]]) -> str:
    """Return a row of the table."""
    reader.extract("“We stay,” said Ida Moss.")  # tables and models are loaded
    start = time.process_time()
    extractions = [reader.extract(article["text"]) for article in gold]
    seconds = time.process_time() - start
    answers = [
        answer
        for article, extraction in zip(gold, extractions, strict=True)
        for answer in speakers_found(article, extraction)
    ]
    found = sum(answer is not None for answer in answers)
    return f"| {name} | {found} | {sum(map(bool, answers))} | {1000 * seconds / len(gold):.0f} ms |"


def misplaced_marks(gold: Sequence[dict[str, Any]], *components: str) -> int:
    """Return how many sentences of a spaCy pipeline end with an opening quotation mark."""
    parsed = "parser" in components
    pipeline = spacy.load(MODEL, exclude=["ner"]) if parsed else spacy.blank("en")
    for component in components:
        if component not in pipeline.pipe_names:
            pipeline.add_pipe(component, before="parser" if parsed else None)
    return sum(
        sentence.text.rstrip()[-1:] in OPENING and sentence.text.rstrip()[-2:-1].isspace()
        for document in pipeline.pipe(article["text"] for article in gold)
        for sentence in document.sents
    )


def main() -> None:
    """Print both tables."""
    gold = articles()
    print("| | found, of 280 | right speaker | time an article |\n| --- | ---: | ---: | ---: |")
    for name, setup in SETUPS.items():
        print(row(name, setup(), gold))
    print("\n| sentences by | end with an opening mark |\n| --- | ---: |")
    for components in (
        ("sentencizer",),
        ("parser",),
        ("quotekit_sentences",),
        ("quotekit_sentences", "parser"),
    ):
        print(f"| {', '.join(components)} | {misplaced_marks(gold, *components)} |")


if __name__ == "__main__":
    main()
