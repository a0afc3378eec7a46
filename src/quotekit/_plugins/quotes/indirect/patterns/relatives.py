"""Relative clauses with a cue: *People who say C* | *have not been there*; *Moss, who says C, left*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Ranges
from quotekit._plugins.quotes.indirect.patterns.main_verb import main_verb
from quotekit._plugins.quotes.indirect.patterns.predicates import CLAUSE_SIGNS
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue

LONGEST_SUBJECT: Final = 16
"""A subject has no more words before its relative pronoun."""


def up_to_main_verb(features: TokenFeatures, cue: Cue, contents: Ranges, first: int) -> Ranges:
    """End before the verb whose subject holds the cue: *People who say C | have not been there*.

    *Moss’s calls for* [*a vote*] *were ignored*.

    Args:
        features: The document, token by token.
        cue: The cue.
        contents: What it reports.
        first: The first token of its sentence.
    """
    if len(contents) != 1:
        return contents
    start, end = contents[0]
    if in_subject(features, cue, first):
        stop = main_verb(features, start, end)
    elif _is_subject(features, cue, start, first):
        stop = main_verb(features, start, end, clauses=0)
    else:
        return contents
    return [(start, stop - 1)] if stop is not None and stop > start + 1 else contents


def _is_subject(features: TokenFeatures, cue: Cue, start: int, first: int) -> bool:
    """Return whether a noun with a preposition opens its sentence: its verb is still to come."""
    led = cue.row.pos == "noun" and features.tags[start - 1] == "ADP"
    return led and not features.has_finite(first, cue.first - 1)


def has_relative_subject(features: TokenFeatures, cue: Cue) -> bool:
    """Return whether a relative pronoun is the subject: *Moss, who says* [*C*]*, left*."""
    i = cue.first - 1
    active = bool(cue.row.traits) and not cue.passive
    return active and i > 0 and features.lowers[i] in features.words.inserted_relatives


def in_subject(features: TokenFeatures, cue: Cue, first: int) -> bool:
    """Return whether a cue is in a relative clause, without a comma, at a subject not yet closed."""
    i = cue.first - 1
    if i <= first or features.lowers[i] not in features.words.relatives:
        return False
    if features.lowers[i - 1] == ",":
        return False
    for k in range(i - 1, max(first - 1, i - LONGEST_SUBJECT), -1):
        if features.lowers[k] in CLAUSE_SIGNS or features.tags[k] == "SCONJ":
            return True
        if features.verbal[k]:
            return "asserts" in features.traits.get(k, ())
        if k == first:
            return True
    return False
