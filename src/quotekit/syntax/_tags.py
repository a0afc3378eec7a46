"""Sets of tags that several rules ask for; :attr:`quotekit.Document.tags` says what the tags are."""

from __future__ import annotations

FINITE = frozenset(("VBZ", "VBD", "AUX", "MODAL"))
"""Verbs that have a subject, whatever it is."""
VERBS = FINITE | {"VERB"}
"""These, and base forms, which have one in the plural: *they say*."""
NOUNS = frozenset(("NOUN", "PROPN"))
TENSED = frozenset(("VBZ", "VBD"))
"""Full verbs whose form shows their tense."""
PREDICATES = TENSED | {"VERB"}
"""These, and base forms, which are finite after a subject in the plural."""
PHRASE = NOUNS | {"DET", "ADJ", "NUM", "POS", "PRON"}
"""Words that a noun phrase is made of."""
NOUN_LIKE = PHRASE - {"POS"}
"""Words that a noun phrase begins with."""
