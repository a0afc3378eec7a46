"""Closed classes: the small sets of words that rules on tagged text ask for."""

from __future__ import annotations

from typing import NamedTuple

from quotekit.lexicon import Language


class ClosedClasses(NamedTuple):
    """The table *syntax* of one language; the schema says what each set is for."""

    addressed_questions: frozenset[str]
    afterwards: frozenset[str]
    articles: frozenset[str]
    clause_joiners: frozenset[str]
    clause_openers: frozenset[str]
    clause_starts: frozenset[str]
    conditions: frozenset[str]
    connectives: frozenset[str]
    inserted_relatives: frozenset[str]
    led_in: frozenset[str]
    nominatives: frozenset[str]
    past: frozenset[str]
    places: frozenset[str]
    pointers: frozenset[str]
    possessives: frozenset[str]
    quantifiers: frozenset[str]
    questions: frozenset[str]
    reflexive_endings: frozenset[str]
    relatives: frozenset[str]
    report_joiners: frozenset[str]
    times_alone: frozenset[str]
    topics: frozenset[str]
    trailers: frozenset[str]
    turn_joiners: frozenset[str]
    whether: frozenset[str]


def closed_classes(language: Language) -> ClosedClasses:
    """Return the closed classes of a language, empty where its tables name none."""
    sets = (frozenset(language.words("syntax", name)) for name in ClosedClasses._fields)
    return ClosedClasses(*sets)
