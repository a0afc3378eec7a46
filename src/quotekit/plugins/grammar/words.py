"""What each word may be: the closed classes, and the possible tags of known open-class words."""

from __future__ import annotations

import attrs

from quotekit.lexicon import Language
from quotekit.morphology import verb_forms


@attrs.frozen
class Words:
    """Look-up tables of one language.

    Attributes:
        closed: Word → its only tag.
        verbs: Word → the verb tags that it may have, most likely first (*put*: VERB, VBD, VBN).
        listed: Word → the tag that a list prefers for it, among open classes.
    """

    closed: dict[str, str]
    verbs: dict[str, tuple[str, ...]]
    listed: dict[str, str]


NEGATED = {"NEGATED_MODAL": "MODAL"}


def build(language: Language) -> Words:
    """Build the tables from ``grammar.toml``; empty for a language without one."""
    table = language.table("grammar")
    closed = {
        word: NEGATED.get(tag, tag)
        for tag, words in table.get("closed", {}).items()
        for word in words.split()
    }
    listed = {word: tag for tag, words in table.get("words", {}).items() for word in words.split()}
    return Words(closed, _verbs(table.get("verbs", {})), listed)


def _verbs(table: dict[str, object]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    rows = [str(word).split() for word in list(table.get("irregular", []))]  # type: ignore[call-overload]
    rows += [[word] for word in str(table.get("plain", "")).split()]
    for lemma, *irregular in rows:
        forms = verb_forms(lemma, irregular)
        for word, tag in (
            (forms.base, "VERB"),
            (forms.third, "VBZ"),
            (forms.past, "VBD"),
            (forms.participle, "VBN"),
            (forms.gerund, "VBG"),
        ):
            found.setdefault(word, {})[tag] = None
    return {word: tuple(tags) for word, tags in found.items()}
