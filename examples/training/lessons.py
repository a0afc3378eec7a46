"""Lessons: what the rows of the cue tables teach by their examples.

``example = "{The pilot} warned that [fog was coming]"`` has a cue, its source and its contents, and
``not = "The keeper let in a goal."`` has a cue that reports nothing. A corpus shows few of the
rows often, and none of them in a sentence that stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quotekit import Article, Extractor
from quotekit.document import Document
from quotekit.lexicon import tables

SECTIONS = {"verbs": "verb", "nouns": "noun", "expressions": "expression"}
"""Sections of the table → what the words of their rows are."""
BRACKETS = re.compile(r"[\[\]{}]")
Lesson = tuple[Document, list[dict[str, Any]]]
"""A sentence, and what is annotated in it."""


def lessons(extractor: Extractor, language: str = "en") -> Iterator[Lesson]:
    """Yield the examples of a language's rows, and what their cues do not report."""
    for table in tables("cues"):
        if table.language != language:
            continue
        for section, pos in SECTIONS.items():
            for word, row in table.data().get(section, {}).items():
                lesson = _read(extractor, row["example"], word, pos)
                if lesson is not None:
                    yield lesson
                if "not" in row:
                    yield extractor.document(Article(row["not"])), []


def _read(extractor: Extractor, example: str, word: str, pos: str) -> Lesson | None:
    """Return the lesson of a row's example, if its cue is one in that sentence."""
    plain = BRACKETS.sub("", example)
    document = extractor.document(Article(plain if plain[-1] in ".!?”" else f"{plain}."))
    for cue in document.cues:
        if (cue.row.lemma, cue.row.pos) == (word, pos):
            tokens = document.tokens
            span = [tokens.starts[cue.head], tokens.ends[cue.head]]
            contents, source = _spans(example, "[", "]"), _spans(example, "{", "}")
            return document, [{"cue": [span], "content": contents, "speaker": source}]
    return None


def _spans(example: str, opening: str, closing: str) -> list[list[int]]:
    """Return where what stands in such brackets is, once there are no brackets."""
    found: list[list[int]] = []
    length = 0
    for character in example:
        if character == opening:
            found.append([length])
        elif character == closing:
            found[-1].append(length)
        elif not BRACKETS.match(character):
            length += 1
    return found
