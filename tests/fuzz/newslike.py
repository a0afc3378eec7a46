"""A grammar of texts that look a little like news: made of a random source, so anybody can drive it.

:func:`article` draws from a :class:`random.Random`. A seed gives the same articles for ever; with
``hypothesis.strategies.randoms()`` Hypothesis makes the choices, and makes what falls smaller.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from quotekit import Article

TABLES: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    Path(__file__).with_name("vocabulary.toml").read_text("utf-8")
)
LANGUAGES = tuple(language for language in TABLES if language != "all")

RULES: Mapping[str, Sequence[str]] = {
    "text": (
        "fragments",
        "head fragments fragments",
        "lines fragments",
        "fragments fragments",
        "rubble",
    ),
    "head": ("days blanks", "names blanks", "words punctuation names cues blanks", "lines"),
    "fragments": ("fragment", "report punctuation blanks fragments", "fragment blanks fragments"),
    "fragment": ("report", "report", "report", "quotation", "clause", "piece", "day", "rubble"),
    "report": (
        "quotation cues who",
        "quotation who cues",
        "who cues quotation",
        "who cues clause",
        "clause punctuation cues who",
        "clause punctuation who cues punctuation clause",
        "cues who punctuation clause",
        "quotation cues who punctuation quotation",
        "who punctuation words punctuation cues clause",
        "lines who punctuation quotation",
        "who day cues clause",
    ),
    "quotation": ("marks clause marks", "marks clause punctuation marks", "marks clause", "marks"),
    "clause": ("words", "words words words", "who words clause", "words quotation", "piece clause"),
    "who": ("names", "names", "words names", "names names", "names punctuation words punctuation"),
    "day": ("days", "days", "numbers days", "days numbers"),
    "rubble": ("piece", "piece piece", "piece piece rubble", "piece piece piece rubble"),
    "piece": (
        *("words", "words", "cues", "names", "days", "marks", "punctuation"),
        *("numbers", "odd", "blanks", "lines"),
    ),
}
"""Each symbol, and what it may become; what stands on neither side is a list of the vocabulary."""

GLUED = frozenset(("marks", "punctuation", "blanks", "lines", "odd"))
"""Lists whose entries need no blank on both sides."""


def article(random: Random, *, depth: int = 9) -> Article:
    """Return an article in one of the languages, with a day of publication or without."""
    language = random.choice(LANGUAGES)
    published = random.choice((None, "2021-07-28", "0001-01-01", "9999-12-31"))
    return Article(text(random, language, depth=depth), language=language, published=published)


def text(random: Random, language: str, *, depth: int = 9) -> str:
    """Return a text; *depth* is how deep its grammar may go, so how long it may be."""
    words: list[str] = []
    before = ""
    for name in _lists(random.choice, "text", depth):
        lists = [tables[name] for tables in (TABLES[language], TABLES["all"]) if name in tables]
        word = random.choice(random.choice(lists))
        if words and not (name in GLUED or before in GLUED):
            words.append(" ")
        elif words and name != "blanks" and before != "blanks":
            words.append(random.choice((" ", "")))
        words.append(word)
        before = name
    whole = "".join(words)
    cut = random.choice((False, False, False, True))
    return whole[: random.randint(0, len(whole))] if cut else whole  # cut as teasers are


def _lists(choice: Callable[[Sequence[str]], str], symbol: str, depth: int) -> list[str]:
    """Return the names of the lists that a symbol becomes."""
    if symbol not in RULES:
        return [symbol]
    if depth == 0:
        return ["words"]
    parts = choice(RULES[symbol]).split()
    return [name for part in parts for name in _lists(choice, part, depth - 1)]
