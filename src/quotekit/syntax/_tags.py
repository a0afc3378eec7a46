"""Sets of tags that several rules ask for; :attr:`quotekit.Document.tags` says what the tags are."""

from __future__ import annotations

FINITE = frozenset(("VBZ", "VBD", "AUX", "MODAL"))
"""Verbs that have a subject, whatever it is."""
VERBS = FINITE | {"VERB"}
"""These, and base forms, which have one in the plural: *they say*."""
