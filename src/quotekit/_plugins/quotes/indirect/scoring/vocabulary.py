"""Vocabulary: the words that count by themselves; of every other word only its tag does.

They are the words of quotekit's own tables: closed classes, verbs, cues, and nouns for those who
speak. So no name of a person, a place or a paper can ever carry a weight.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from sys import intern
from typing import Final

from quotekit._derived import derived
from quotekit.lexicon import Language
from quotekit.syntax._cues import CueLexicon
from quotekit.syntax._morphology import Inflection

SPEAKERS: Final = ("person", "kin", "group", "organization", "document")
"""The parts of the table *people* that list nouns; their plurals count too."""


class Vocabulary:
    """The words of one language that count by themselves.

    Attributes:
        words: The words, in lower case.
        interned: Each of them → the one string that stands for it.
    """

    __slots__ = ("interned", "words")

    def __init__(self, language: Language) -> None:
        self.words = derived(language, words_of)
        self.interned = {word: word for word in map(intern, self.words)}


def words_of(language: Language) -> frozenset[str]:
    """Return the words of a language that count by themselves."""
    found = {word for part in ("closed", "words") for word in language.words("grammar", part)}
    found.update(_verb_words(language))
    inflection = language.memo(Inflection)
    for part in SPEAKERS:
        for noun in language.words("people", part):
            found.update((noun, inflection.plural(noun)))
    found.update(language.memo(CueLexicon).forms)
    return frozenset(found)


def _verb_words(language: Language) -> Iterator[str]:
    inflection = language.memo(Inflection)
    listed = (language.words("grammar", "verbs", key) for key in ("irregular", "plain"))
    for row in itertools.chain.from_iterable(listed):
        lemma, *irregular = row.split()
        yield from inflection.verb(lemma, tuple(irregular))
    for word in language.words("grammar", "verbs", "also_nouns"):
        yield from (word, inflection.plural(word))
