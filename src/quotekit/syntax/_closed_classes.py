"""Closed classes: the small sets of words that rules on tagged text ask for."""

from __future__ import annotations

from typing import ClassVar, Protocol

from quotekit.lexicon import Language
from quotekit.syntax._table_words import Path, TableWords, Words


class ClosedClasses(TableWords):
    """The table *syntax* of a language."""

    PATH: ClassVar[Path] = ("syntax",)
    absolutes: Words
    acronyms: Words
    additions: Words
    addressed_questions: Words
    after_comma: Words
    after_spoken: Words
    after_subject: Words
    after_those: Words
    afterwards: Words
    agents: Words
    ages: Words
    answers: Words
    any_number: Words
    articles: Words
    as_saying: Words
    attaching: Words
    backshifted: Words
    before_affiliations: Words
    before_compared: Words
    before_own: Words
    before_quantities: Words
    before_relatives: Words
    before_verbs: Words
    body_prepositions: Words
    briefed: Words
    called: Words
    captioned: Words
    clausal: Words
    clause_joiners: Words
    clause_openers: Words
    clause_relatives: Words
    clause_starts: Words
    compared: Words
    complementizers: Words
    conditions: Words
    connectives: Words
    continuing: Words
    contrasts: Words
    coordinators: Words
    copulas: Words
    definite: Words
    definites: Words
    demonstratives: Words
    echoes: Words
    expletives: Words
    first_person: Words
    focus: Words
    for_offices: Words
    former: Words
    free_relatives: Words
    having: Words
    headline_links: Words
    headline_sources: Words
    heard: Words
    infinite: Words
    infinitive: Words
    inserted_relatives: Words
    inside_addressee: Words
    inside_names: Words
    judged_as: Words
    known: Words
    known_as: Words
    label_articles: Words
    led_in: Words
    link_prepositions: Words
    linking: Words
    list_openers: Words
    merely: Words
    months: Words
    name_prepositions: Words
    named: Words
    negators: Words
    no_adverbials: Words
    no_bare_clauses: Words
    no_infinitives: Words
    no_keys: Words
    no_mentions: Words
    no_objects: Words
    nominatives: Words
    not_speakers: Words
    noun_agents: Words
    noun_owners: Words
    object_pronouns: Words
    object_relatives: Words
    of: Words
    orders: Words
    other_pronouns: Words
    other_reporters: Words
    other_reports: Words
    owner_particles: Words
    owners: Words
    particles: Words
    passing_on: Words
    past: Words
    perceiving: Words
    perfect: Words
    personal_relatives: Words
    phrase_inside: Words
    phrase_prepositions: Words
    places: Words
    pointers: Words
    possessives: Words
    predeterminers: Words
    predicatives: Words
    pronoun_relatives: Words
    purposes: Words
    quantifiers: Words
    question_determiners: Words
    questions: Words
    quoted_as: Words
    quoting_particles: Words
    raises: Words
    relatives: Words
    report_joiners: Words
    row_conjunctions: Words
    senders: Words
    source_relatives: Words
    stranded: Words
    subject_particles: Words
    subject_pronouns: Words
    things: Words
    those: Words
    times_alone: Words
    topics: Words
    trailers: Words
    turn_joiners: Words
    turned: Words
    unnamed: Words
    ways: Words
    wh_determiners: Words
    whether: Words
    whole_subjects: Words
    zero: Words
    reflexive_endings: tuple[str, ...]


class HasLanguage(Protocol):
    """A document, or its views."""

    @property
    def language(self) -> Language:
        """The tables of its language."""


def small(document: HasLanguage) -> ClosedClasses:
    """Return the closed classes of a document's language."""
    return document.language.memo(ClosedClasses)
