"""What each word may be: the closed classes, and the possible tags of known open-class words."""

from __future__ import annotations

from typing import Final

from quotekit._derived import derived
from quotekit._plugins.grammar.near import Near
from quotekit.lexicon import Language
from quotekit.syntax._morphology import Endings, Inflection

SPEAKERS: Final = ("person", "group", "organization", "document")
"""The parts of the table *people* that list those who can say something."""
VERB_TAGS: Final = ("VERB", "VBZ", "VBD", "VBN", "VBG")
"""The tags of a verb's forms, in the order of :class:`.VerbForms`."""
NEGATED: Final = {"NEGATED_MODAL": "MODAL"}


class TaggerLexicon:
    """Look-up tables of one language, out of its table *grammar*.

    Attributes:
        closed: Word → its only tag.
        verbs: Word → the verb tags that it may have, most likely first (*put*: VERB, VBD, VBN).
        listed: Word → the tag that a list prefers for it, among open classes.
        nouns: Forms of verbs that are common nouns as well: *claim*, *claims*.
        modifiers: Plurals that stand before another noun: *the sales force*.
        clausal: Verbs that a clause without *that* may follow.
        speakers: Nouns for one who can say something: *the union claims …*.
        endings: How the forms of open classes end.
        near: Words by which others beside them are decided.
        fixed: Words as written → the tag that they have wherever they are, as far as met.
        unlisted: Words in lower case that no list of verbs has → tag before them → their tag, as far
            as met.
    """

    __slots__ = (
        "clausal",
        "closed",
        "endings",
        "fixed",
        "listed",
        "modifiers",
        "near",
        "nouns",
        "speakers",
        "unlisted",
        "verbs",
    )

    def __init__(self, language: Language) -> None:
        table = language.table("grammar")  # empty for a language without one
        self.closed = {
            word: NEGATED.get(tag, tag)
            for tag, words in table.get("closed", {}).items()
            for word in words
        }
        self.verbs: dict[str, tuple[str, ...]] = derived(language, verb_tags)
        self.listed: dict[str, str] = {
            word: tag for tag, words in table.get("words", {}).items() for word in words
        }
        self.nouns = frozenset(derived(language, nouns_too))
        self.modifiers = frozenset(language.words("grammar", "verbs", "plural_modifiers"))
        self.clausal = frozenset(language.words("grammar", "verbs", "clausal"))
        self.speakers = frozenset(
            noun for part in SPEAKERS for noun in language.words("people", part)
        )
        self.endings = language.memo(Endings.of)
        self.near = language.memo(Near)
        self.fixed = {word: tag for word, tag in self.closed.items() if word == word.lower()}
        self.unlisted: dict[str, dict[str, str]] = {}

    def is_plural(self, noun: str) -> bool:
        """Return whether a noun is a plural that no other noun follows: *growers*, not *sales*."""
        plural = self.endings.is_plural(noun) or noun in self.near.people
        return plural and noun not in self.modifiers

    def opens_predicate(self, word: str) -> bool:
        """Return whether a word is an auxiliary or a past: no present verb is before it."""
        return self.closed.get(word) in ("AUX", "MODAL") or "VBD" in self.verbs.get(word, ())

    def is_finite(self, word: str) -> bool:
        """Return whether a word is an auxiliary, a past, or a third person that is no noun."""
        third = self.verbs.get(word, ())[:1] == ("VBZ",) and word not in self.nouns
        return third or self.opens_predicate(word)


def nouns_too(language: Language) -> list[str]:
    """Return the forms of verbs that are common nouns as well."""
    also = language.words("grammar", "verbs", "also_nouns")
    return [*also, *map(language.memo(Inflection).plural, also)]


def verb_tags(language: Language) -> dict[str, tuple[str, ...]]:
    """Return the verb tags of each form of a verb."""
    found: dict[str, tuple[str, ...]] = {}
    inflection = language.memo(Inflection)
    rows = [row.split() for row in language.words("grammar", "verbs", "irregular")]
    known = {lemma for lemma, *_ in rows}
    for key in ("plain", "also_nouns"):
        rows += [[word] for word in language.words("grammar", "verbs", key) if word not in known]
    for lemma, *irregular in rows:
        forms = inflection.verb(lemma, tuple(irregular))
        for word, tag in zip(forms, VERB_TAGS, strict=True):
            tags = found.get(word, ())
            if tag not in tags:
                found[word] = (*tags, tag)
    return found
