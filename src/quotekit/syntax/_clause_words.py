"""The words of reported clauses, from the table *clauses*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from quotekit.lexicon import Language
from quotekit.syntax._table_words import ListedEndings, Path, TableWords, Words


class ClauseWords(TableWords):
    """The table *clauses* of a language.

    Attributes:
        as_words: Words that open *wie X sagte*, *comme l’a dit X*.
        comma: Whether a comma parts contents from their verb.
        between_phrases: Phrases that may stand between a verb and its conjunction, by their first
            words: *una vez más*.
        mood_idioms: Phrases with forms of the subjunctive that report nothing: *Gott sei Dank*.
        negations: Words that deny a report.
        no_infinitives: Words that end so and are none; titles and offices are among them: *maire*.
        perfect: The auxiliary that ends an infinitive of hearsay → how the participle before it
            ends.
    """

    PATH: ClassVar[Path] = ("clauses",)
    between: Words
    conditional: Words
    contrasting: Words
    counterfactual: Words
    elided_that: Words
    first_person: Words
    hearsay: Words
    impersonal: Words
    infinitive: Words
    infinitive_endings: ListedEndings
    infinitive_small: Words
    narrative_endings: ListedEndings
    nobody: Words
    of_that: Words
    own: Words
    owner_endings: ListedEndings
    past_endings: ListedEndings
    pronouns: Words
    purpose: Words
    questions: Words
    reporting: Words
    silent: Words
    source_lead: Words
    source_noun_endings: ListedEndings
    source_of: Words
    subject_relatives: Words
    subjunctive: Words
    subjunctive_endings: ListedEndings
    subordinating: Words
    that: Words
    told_questions: Words
    whether: Words

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        table = language.table("clauses")
        self.as_words = frozenset(language.words("clauses", "as"))
        self.comma = bool(table.get("comma", False))
        self.between_phrases = _by_first(language.words("clauses", "between_phrases"))
        self.mood_idioms = language.words("clauses", "mood_idioms")
        self.negations = frozenset(language.words("cues", "groups", "negations"))
        self.no_infinitives = _no_infinitives(language)
        perfect: Mapping[str, Sequence[str]] = table.get("perfect", {})
        self.perfect = {word: tuple(endings) for word, endings in perfect.items()}


def clause_words(language: Language) -> ClauseWords | None:
    """Return the words of reported clauses; ``None`` for a language without any."""
    return language.memo(ClauseWords) if "that" in language.table("clauses") else None


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
