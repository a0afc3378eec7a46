"""The words of reported clauses, from the table *clauses*."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quotekit.lexicon import Language


class ClauseWords(NamedTuple):
    """The words of reported clauses, from the table *clauses*.

    Attributes:
        that: Conjunctions that open contents: *dass*, *que*, *che*.
        elided_that: The same before an apostrophe: *qu* in *qu’il*.
        of_that: Prepositions before such a conjunction: *informó de que*.
        questions: Words that open a reported question.
        told_questions: Words and pairs of words that open a question which is told, not asked.
        as_words: Words that open *wie X sagte*, *comme l’a dit X*.
        subordinating: Words that open a clause which is no main clause.
        subjunctive: Forms that mark a clause as reported by themselves.
        conditional: Forms that do so after a reporting verb.
        counterfactual: Those of them that go on with a report: *Er hätte gewartet.*
        reporting: Forms of the subjunctive that report in any main clause.
        hearsay: Verbs that report with an infinitive of the perfect: *Er soll geflohen sein*.
        perfect: The auxiliary that ends such an infinitive → how the participle before it ends.
        mood_idioms: Phrases with such forms that report nothing: *Gott sei Dank*.
        first_person: Subjects whose own words these are.
        pronouns: Words that open a clause of its own after a comma: *X sagte, er komme*.
        infinitive: Words that open an infinitive: *zu*, *de*.
        infinitive_small: Words that may stand before it: *dit ne plus dormir*.
        infinitive_endings: How infinitives end.
        no_infinitives: Words that end so and are none; titles and offices are among them: *maire*.
        between: Words that open what may stand between a verb and *que*: *a dit à la presse que*.
        between_phrases: The same of several words, by the first: *una vez más*.
        contrasting: Words that open a clause of the writer where it reports again: *aunque matizó*.
        narrative_endings: Endings of the tense of narration: *dijo que C y ofreció ayuda*.
        source_lead: Words before *Angaben* and its like.
        source_of: Prepositions between such a noun and the source: *nach Angaben von X*.
        own: Words before such a noun where the subject is the source: *nach eigenen Angaben*.
        source_nouns: Nouns of what someone says: *nach Angaben der Polizei*.
        silent: Nouns for what says nothing: *selon la saison*.
        impersonal: Subjects who are nobody: *es hieß*.
        negations: Words that deny a report.
        nobody: Subjects who say nothing: *niemand sagte*.
        subject_relatives: Relative pronouns that are subjects whatever follows.
        comma: Whether a comma parts contents from their verb.
    """

    that: frozenset[str]
    elided_that: frozenset[str]
    of_that: frozenset[str]
    questions: frozenset[str]
    told_questions: frozenset[str]
    as_words: frozenset[str]
    subordinating: frozenset[str]
    subjunctive: frozenset[str]
    conditional: frozenset[str]
    counterfactual: frozenset[str]
    reporting: frozenset[str]
    hearsay: frozenset[str]
    perfect: Mapping[str, tuple[str, ...]]
    mood_idioms: tuple[str, ...]
    first_person: frozenset[str]
    pronouns: frozenset[str]
    infinitive: frozenset[str]
    infinitive_small: frozenset[str]
    infinitive_endings: tuple[str, ...]
    no_infinitives: frozenset[str]
    between: frozenset[str]
    between_phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    contrasting: frozenset[str]
    narrative_endings: tuple[str, ...]
    source_lead: frozenset[str]
    source_of: frozenset[str]
    own: frozenset[str]
    source_nouns: tuple[str, ...]
    silent: frozenset[str]
    impersonal: frozenset[str]
    nobody: frozenset[str]
    negations: frozenset[str]
    subject_relatives: frozenset[str]
    comma: bool


def clause_words(language: Language) -> ClauseWords | None:
    """Build the look-up sets; ``None`` for a language without them."""
    table = language.table("clauses")
    if "that" not in table:
        return None

    def words(key: str) -> tuple[str, ...]:
        return language.words("clauses", key)

    return ClauseWords(
        frozenset(words("that")),
        frozenset(words("elided_that")),
        frozenset(words("of_that")),
        frozenset(words("questions")),
        frozenset(words("told_questions")),
        frozenset(words("as")),
        frozenset(words("subordinating")),
        frozenset(words("subjunctive")),
        frozenset(words("conditional")),
        frozenset(words("counterfactual")),
        frozenset(words("reporting")),
        frozenset(words("hearsay")),
        {word: tuple(endings) for word, endings in table.get("perfect", {}).items()},
        words("mood_idioms"),
        frozenset(words("first_person")),
        frozenset(words("pronouns")),
        frozenset(words("infinitive")),
        frozenset(words("infinitive_small")),
        words("infinitive_endings"),
        _no_infinitives(language),
        frozenset(words("between")),
        _by_first(words("between_phrases")),
        frozenset(words("contrasting")),
        words("narrative_endings"),
        frozenset(words("source_lead")),
        frozenset(words("source_of")),
        frozenset(words("own")),
        words("source_nouns"),
        frozenset(words("silent")),
        frozenset(words("impersonal")),
        frozenset(words("nobody")),
        frozenset(language.words("cues", "groups", "negations")),
        frozenset(words("subject_relatives")),
        bool(table.get("comma", False)),
    )


def _no_infinitives(language: Language) -> frozenset[str]:
    """Return words with the ending of an infinitive that are none: *le maire*, *el titular*."""
    titles = (
        language.words("titles", *key)
        for key in (("office", "person"), ("honorific", "male"), ("honorific", "any"))
    )
    return frozenset(language.words("clauses", "no_infinitives")).union(*titles)


def _by_first(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases, each as its words, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found
