"""Sets of tags that several rules ask for; :attr:`quotekit.Document.tags` says what the tags are."""

from __future__ import annotations

from typing import Final

FINITE: Final = frozenset(("VBZ", "VBD", "AUX", "MODAL"))
"""Verbs that have a subject, whatever it is."""
VERBS: Final = FINITE | {"VERB"}
"""These, and base forms, which have one in the plural: *they say*."""
NOUNS: Final = frozenset(("NOUN", "PROPN"))
TENSED: Final = frozenset(("VBZ", "VBD"))
"""Full verbs whose form shows their tense."""
PREDICATES: Final = TENSED | {"VERB"}
"""These, and base forms, which are finite after a subject in the plural."""
PHRASE: Final = NOUNS | {"DET", "ADJ", "NUM", "POS", "PRON"}
"""Words that a noun phrase is made of."""
NOUN_LIKE: Final = PHRASE - {"POS"}
"""Words that a noun phrase begins with."""
