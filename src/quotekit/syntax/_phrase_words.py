"""The small words of noun phrases, from the table *phrases*."""

from __future__ import annotations

from typing import Any, NamedTuple

from quotekit.lexicon import Language
from quotekit.syntax._morphology import spelled_out


class PhraseWords(NamedTuple):
    """The small words of a language's noun phrases.

    Attributes:
        determiners: Words that open a phrase.
        linking: Words inside one: *der Sprecher der Polizei*.
        genitives: Articles that may stand inside one, where nouns have capitals: *der* in it.
        dative_endings: Endings of adjectives before a noun that a preposition follows.
        pronouns: Words that are one.
        roles: Endings of nouns for offices, which are no names though they have capitals.
        adverbs: Words that may stand between verb and subject.
        prepositions: Words that open an adverbial: *sagte in Ulm die Ministerin*.
        fronting: Words that open a clause whose subject follows the verb.
        fronting_endings: Endings of such words: *Ursprünglich sagte er*.
        fronting_alone: Words that do so alone before the verb: *Das sagte er*.
        passive: Verbs beside which the agent speaks: *wurde von X genannt*.
        agents: Prepositions of agents.
        quoted: Participles whose subject speaks even so: *X wird zitiert*.
        impersonal: Subjects that are nobody: *es* in *es hieß*.
        places: Prepositions before what is read instead: *in dem Brief heißt es*.
        nominative: Pronouns that are subjects wherever they stand.
        oblique: Articles that no subject has: *den*, *einem*.
        focus: Words before a subject: *Auch der Wirt sagte*.
        relatives: Words that are the subject of a relative clause.
        joining: Words that join a second verb to a subject: *kam und sagte*.
        auxiliaries: Verbs beside which a participle ends the clause: *hatte X … gesagt*.
        elided: What stands before an apostrophe inside one token: *l* in *l’avocat*.
        abbreviated: Titles whose full stop belongs to them: *Dr.*
        verbs: Finite verbs, which end a phrase: *la maire a dit*; those of the cue table as well.
        verb_endings: Endings of such verbs: *-aron*.
        plurals: Words that open the phrase of several: *los*.
        plural_verbs: Endings of finite verbs whose subject is several: *-n* in *dijeron*.
        null_subjects: Whether a verb needs no subject: *Dijo que sí*.
        small_nouns: Whether nouns are written small.
        verb_second: Whether the subject follows the verb where anything else stands first.
    """

    determiners: frozenset[str]
    linking: frozenset[str]
    genitives: frozenset[str]
    dative_endings: tuple[str, ...]
    pronouns: frozenset[str]
    roles: tuple[str, ...]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    fronting: frozenset[str]
    fronting_endings: tuple[str, ...]
    fronting_alone: frozenset[str]
    passive: frozenset[str]
    agents: frozenset[str]
    quoted: frozenset[str]
    impersonal: frozenset[str]
    places: frozenset[str]
    nominative: frozenset[str]
    oblique: frozenset[str]
    focus: frozenset[str]
    relatives: frozenset[str]
    joining: frozenset[str]
    auxiliaries: frozenset[str]
    elided: frozenset[str]
    abbreviated: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    plurals: frozenset[str]
    plural_verbs: tuple[str, ...]
    null_subjects: bool
    small_nouns: bool
    verb_second: bool


def words_of(language: Language) -> PhraseWords:
    """Build the look-up sets from the table *phrases*."""
    sets: dict[str, Any] = {
        key: frozenset(language.words("phrases", key))
        for key in PhraseWords._fields
        if key not in ("null_subjects", "small_nouns", "verb_second")
    }
    table = language.table("phrases")
    small_nouns = bool(table.get("small_nouns", False))
    return PhraseWords(
        **sets
        | {
            "roles": language.words("phrases", "roles"),
            "fronting_endings": language.words("phrases", "fronting_endings"),
            "auxiliaries": frozenset(language.words("cues", "groups", "auxiliaries")),
            "abbreviated": frozenset(language.words("titles", "abbreviated", "address")),
            "verbs": _finite(language),
            "verb_endings": language.words("phrases", "verb_endings"),
            "dative_endings": language.words("phrases", "dative_endings"),
            "plural_verbs": language.words("phrases", "plural_verbs"),
            "null_subjects": bool(table.get("null_subjects", False)),
            "small_nouns": small_nouns,
            "verb_second": bool(table.get("verb_second", not small_nouns)),
        }
    )


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
