"""Vocabulary: the words that count by themselves; of every other word only its tag does.

They are the words of quotekit's own tables: closed classes, verbs, cues, and nouns for those who
speak. So no name of a person, a place or a paper can ever carry a weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotekit.lexicon import Language
from quotekit.syntax._cues import CueLexicon
from quotekit.syntax._morphology import plural, verb_forms

SPEAKERS = ("person", "kin", "group", "organization", "document")
"""The parts of the table *people* that list nouns; their plurals count too."""


class Vocabulary:
    """The words of one language that count by themselves.

    Attributes:
        words: The words, in lower case.
    """

    __slots__ = ("words",)

    def __init__(self, language: Language) -> None:
        grammar = language.table("grammar")
        people = language.table("people")
        found = {word for part in ("closed", "words") for word in _words(grammar.get(part, {}))}
        found.update(_verb_words(grammar.get("verbs", {})))
        for part in SPEAKERS:
            for noun in _words(people.get(part, {})):
                found.update((noun, plural(noun)))
        found.update(language.memo(CueLexicon).entries)
        self.words = frozenset(found)


def _verb_words(table: dict[str, Any]) -> Iterator[str]:
    for row in [*table.get("irregular", ()), *_words(table.get("plain", ""))]:
        lemma, *irregular = row.split()
        forms = verb_forms(lemma, irregular)
        yield from (forms.base, forms.third, forms.past, forms.participle, forms.gerund)
    for word in _words(table.get("also_nouns", "")):
        yield from (word, plural(word))


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - a table's string, list or mapping
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _words(item)
