"""Closed classes: the small sets of words that rules on tagged text ask for."""

from __future__ import annotations

from typing import NamedTuple

from quotekit.lexicon import Language


class ClosedClasses(NamedTuple):
    """The table *syntax* of one language; the schema says what each set is for."""

    additions: frozenset[str]
    addressed_questions: frozenset[str]
    after_subject: frozenset[str]
    afterwards: frozenset[str]
    agents: frozenset[str]
    articles: frozenset[str]
    before_relatives: frozenset[str]
    clause_joiners: frozenset[str]
    clause_openers: frozenset[str]
    clause_starts: frozenset[str]
    complementizers: frozenset[str]
    conditions: frozenset[str]
    connectives: frozenset[str]
    contrasts: frozenset[str]
    coordinators: frozenset[str]
    echoes: frozenset[str]
    expletives: frozenset[str]
    infinitive: frozenset[str]
    inserted_relatives: frozenset[str]
    inside_addressee: frozenset[str]
    led_in: frozenset[str]
    negators: frozenset[str]
    no_adverbials: frozenset[str]
    no_bare_clauses: frozenset[str]
    no_infinitives: frozenset[str]
    nominatives: frozenset[str]
    noun_agents: frozenset[str]
    other_reporters: frozenset[str]
    other_reports: frozenset[str]
    past: frozenset[str]
    personal_relatives: frozenset[str]
    places: frozenset[str]
    pointers: frozenset[str]
    possessives: frozenset[str]
    pronoun_relatives: frozenset[str]
    quantifiers: frozenset[str]
    questions: frozenset[str]
    reflexive_endings: frozenset[str]
    relatives: frozenset[str]
    relays: frozenset[str]
    report_joiners: frozenset[str]
    source_relatives: frozenset[str]
    stranded: frozenset[str]
    times_alone: frozenset[str]
    topics: frozenset[str]
    trailers: frozenset[str]
    turn_joiners: frozenset[str]
    whether: frozenset[str]


def closed_classes(language: Language) -> ClosedClasses:
    """Return the closed classes of a language, empty where its tables name none."""
    sets = (frozenset(language.words("syntax", name)) for name in ClosedClasses._fields)
    return ClosedClasses(*sets)
