"""Closed classes: the small sets of words that rules on tagged text ask for."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from quotekit.lexicon import Language


class ClosedClasses(NamedTuple):
    """The table *syntax* of one language; the schema says what each set is for."""

    absolutes: frozenset[str]
    acronyms: frozenset[str]
    additions: frozenset[str]
    addressed_questions: frozenset[str]
    after_comma: frozenset[str]
    after_spoken: frozenset[str]
    after_subject: frozenset[str]
    after_those: frozenset[str]
    afterwards: frozenset[str]
    agents: frozenset[str]
    ages: frozenset[str]
    articles: frozenset[str]
    attaching: frozenset[str]
    before_affiliations: frozenset[str]
    before_compared: frozenset[str]
    before_quantities: frozenset[str]
    before_relatives: frozenset[str]
    before_verbs: frozenset[str]
    body_prepositions: frozenset[str]
    briefed: frozenset[str]
    called: frozenset[str]
    captioned: frozenset[str]
    clausal: frozenset[str]
    clause_joiners: frozenset[str]
    clause_openers: frozenset[str]
    clause_relatives: frozenset[str]
    clause_starts: frozenset[str]
    compared: frozenset[str]
    complementizers: frozenset[str]
    conditions: frozenset[str]
    connectives: frozenset[str]
    contrasts: frozenset[str]
    coordinators: frozenset[str]
    copulas: frozenset[str]
    definite: frozenset[str]
    definites: frozenset[str]
    demonstratives: frozenset[str]
    echoes: frozenset[str]
    expletives: frozenset[str]
    first_person: frozenset[str]
    focus: frozenset[str]
    for_offices: frozenset[str]
    former: frozenset[str]
    having: frozenset[str]
    heard: frozenset[str]
    infinite: frozenset[str]
    infinitive: frozenset[str]
    inserted_relatives: frozenset[str]
    inside_addressee: frozenset[str]
    inside_names: frozenset[str]
    judged_as: frozenset[str]
    known: frozenset[str]
    known_as: frozenset[str]
    label_articles: frozenset[str]
    led_in: frozenset[str]
    link_prepositions: frozenset[str]
    linking: frozenset[str]
    list_openers: frozenset[str]
    merely: frozenset[str]
    months: frozenset[str]
    name_prepositions: frozenset[str]
    named: frozenset[str]
    negators: frozenset[str]
    no_adverbials: frozenset[str]
    no_bare_clauses: frozenset[str]
    no_infinitives: frozenset[str]
    no_keys: frozenset[str]
    no_mentions: frozenset[str]
    no_objects: frozenset[str]
    nominatives: frozenset[str]
    not_speakers: frozenset[str]
    noun_agents: frozenset[str]
    noun_owners: frozenset[str]
    object_pronouns: frozenset[str]
    object_relatives: frozenset[str]
    of: frozenset[str]
    other_pronouns: frozenset[str]
    other_reporters: frozenset[str]
    other_reports: frozenset[str]
    owners: frozenset[str]
    particles: frozenset[str]
    passing_on: frozenset[str]
    past: frozenset[str]
    perceiving: frozenset[str]
    perfect: frozenset[str]
    personal_relatives: frozenset[str]
    phrase_inside: frozenset[str]
    phrase_prepositions: frozenset[str]
    places: frozenset[str]
    pointers: frozenset[str]
    possessives: frozenset[str]
    predeterminers: frozenset[str]
    predicatives: frozenset[str]
    pronoun_relatives: frozenset[str]
    purposes: frozenset[str]
    quantifiers: frozenset[str]
    question_determiners: frozenset[str]
    questions: frozenset[str]
    quoted_as: frozenset[str]
    raises: frozenset[str]
    reflexive_endings: frozenset[str]
    relatives: frozenset[str]
    relays: frozenset[str]
    report_joiners: frozenset[str]
    row_conjunctions: frozenset[str]
    senders: frozenset[str]
    source_relatives: frozenset[str]
    stranded: frozenset[str]
    subject_pronouns: frozenset[str]
    things: frozenset[str]
    those: frozenset[str]
    times_alone: frozenset[str]
    topics: frozenset[str]
    trailers: frozenset[str]
    turn_joiners: frozenset[str]
    turned: frozenset[str]
    unnamed: frozenset[str]
    ways: frozenset[str]
    wh_determiners: frozenset[str]
    whether: frozenset[str]
    whole_subjects: frozenset[str]
    zero: frozenset[str]


def closed_classes(language: Language) -> ClosedClasses:
    """Return the closed classes of a language, empty where its tables name none."""
    sets = (frozenset(language.words("syntax", name)) for name in ClosedClasses._fields)
    return ClosedClasses(*sets)


class HasLanguage(Protocol):
    """A document, or its views."""

    @property
    def language(self) -> Language:
        """The tables of its language."""


def small(document: HasLanguage) -> ClosedClasses:
    """Return the closed classes of a document's language."""
    return document.language.memo(closed_classes)
