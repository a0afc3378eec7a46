"""The words by which the tagger decides on others beside them: table *grammar*, part *neighbours*."""

from __future__ import annotations

from typing import Any, NamedTuple

from quotekit.lexicon import Language

ENDINGS = ("adjective_endings", "noun_endings", "no_names")


class Near(NamedTuple):
    """The part *neighbours* of the table *grammar*; the schema says what each set is for."""

    base_auxiliaries: frozenset[str]
    be: frozenset[str]
    boundaries: frozenset[str]
    by: frozenset[str]
    clitic_hosts: frozenset[str]
    closes: frozenset[str]
    complement_starts: frozenset[str]
    counted: frozenset[str]
    countries: frozenset[str]
    do: frozenset[str]
    existential: frozenset[str]
    have: frozenset[str]
    helpers: frozenset[str]
    infinitive: frozenset[str]
    months: frozenset[str]
    object_starts: frozenset[str]
    opening_verbs: frozenset[str]
    people: frozenset[str]
    perceived: frozenset[str]
    personal_subjects: frozenset[str]
    plural_pronouns: frozenset[str]
    plural_subjects: frozenset[str]
    quantifiers: frozenset[str]
    said: frozenset[str]
    singular_subjects: frozenset[str]
    standalone: frozenset[str]
    tellers: frozenset[str]
    that: frozenset[str]
    times: frozenset[str]
    titles: frozenset[str]
    unchanged: frozenset[str]
    adjective_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    no_names: tuple[str, ...]
    rules: dict[str, str]
    """Word → the rule that decides it."""


def near_words(language: Language) -> Near:
    """Return the words of a language by which its tagger decides, empty where it names none."""
    table = language.table("grammar").get("neighbours", {})
    rules = {word: rule for rule, words in table.get("rules", {}).items() for word in words}
    endings = {name: tuple(table.get(name, ())) for name in ENDINGS}
    words: dict[str, Any] = {name: frozenset(table.get(name, ())) for name in Near._fields}
    return Near(**{**words, **endings, "rules": rules})
