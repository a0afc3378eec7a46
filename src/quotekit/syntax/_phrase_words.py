"""The small words of noun phrases, from the table *phrases*."""

from __future__ import annotations

from typing import ClassVar

from quotekit.lexicon import Language
from quotekit.syntax._morphology import spelled_out
from quotekit.syntax._table_words import ListedEndings, Path, TableWords, Words


class PhraseWords(TableWords):
    """The table *phrases* of a language, and what others say of the words of its noun phrases.

    Attributes:
        abbreviated: Titles whose full stop belongs to them: *Dr.*
        auxiliaries: Verbs beside which a participle ends the clause: *hatte X … gesagt*.
        verbs: Finite verbs, which end a phrase: *la maire a dit*; those of the cue table as well.
        null_subjects: Whether a verb needs no subject: *Dijo que sí*.
        small_nouns: Whether nouns are written small.
        verb_second: Whether the subject follows the verb where anything else stands first.
    """

    PATH: ClassVar[Path] = ("phrases",)
    adverbs: Words
    agents: Words
    dative_endings: ListedEndings
    determiners: Words
    elided: Words
    focus: Words
    fronting: Words
    fronting_alone: Words
    fronting_endings: ListedEndings
    genitives: Words
    impersonal: Words
    inflected_endings: ListedEndings
    joining: Words
    linking: Words
    nominative: Words
    oblique: Words
    passive: Words
    places: Words
    plural_verb_endings: ListedEndings
    plurals: Words
    prepositions: Words
    pronouns: Words
    quoted: Words
    relatives: Words
    role_endings: ListedEndings
    verb_endings: ListedEndings

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        table = language.table("phrases")
        self.abbreviated: frozenset[str] = frozenset(
            language.words("titles", "abbreviated", "address")
        )
        self.auxiliaries: frozenset[str] = frozenset(
            language.words("cues", "groups", "auxiliaries")
        )
        self.verbs: frozenset[str] = _finite(language)
        self.null_subjects: bool = bool(table.get("null_subjects", False))
        self.small_nouns: bool = bool(table.get("small_nouns", False))
        self.verb_second: bool = bool(table.get("verb_second", not self.small_nouns))


def _finite(language: Language) -> frozenset[str]:
    """Return the finite verbs, and the particles of verbs, that the tables *phrases* and *cues* list."""
    participles = language.words("phrases", "participle_endings")
    if not participles:
        return frozenset(language.words("phrases", "verbs"))
    table = language.table("cues")
    rows, conjugations = table.get("verbs", {}), table.get("conjugations", {})
    spelled = (spelled_out(lemma, row, conjugations) for lemma, row in rows.items())
    forms = {form.split()[0] for every in spelled for form in every}
    finite = {form for form in forms if not form.endswith(participles)}
    particles = {row["particle"] for row in rows.values() if "particle" in row}
    return frozenset(language.words("phrases", "verbs")) | finite | particles
