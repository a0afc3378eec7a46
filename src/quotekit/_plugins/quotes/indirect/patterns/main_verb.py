"""The main verb after a clause: *People who say C* | *mean D*; *The idea that C* | *is old*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import clause_at
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._tags import FINITE, NOUNS

GROUP: Final = frozenset(("ADV", "AUX", "MODAL", "PART"))
"""Tags between the first verb of a group and its last: *would never have* sunk."""
LEADING_VERBS: Final = frozenset(("PART", "MODAL", "AUX", "ADV"))
"""Tags before a base form that is no verb of its own: *to close*, *must close*."""
VERBS: Final = frozenset(("VERB", "VBN", "VBG", "VBD"))


def main_verb(features: TokenFeatures, start: int, end: int, clauses: int = 1) -> int | None:
    """Return the first verb that no clause from *start* on accounts for: its subject is outside.

    Args:
        features: The document, token by token.
        start: The first token to look at.
        end: The last one.
        clauses: How many clauses begin at *start*: none with *calls for* [*a vote*].
    """
    open_clauses, i = clauses, start
    pair = features.in_quotes[start]
    while i <= end:
        if features.in_quotes[i] != pair or not _finite(features, i):
            open_clauses += features.in_quotes[i] == pair and _opens(features, i, open_clauses)
            i += 1
            continue
        if not open_clauses:
            return i
        i = _group_end(features, i, end)
        takes_clause = features.lowers[i] in features.words.clausal
        open_clauses -= not (takes_clause and clause_at(features, i + 1, end))
        i += 1
    return None


def _finite(features: TokenFeatures, i: int) -> bool:
    """Return whether a verb begins at *i*, also right after another: *must close | mean*.

    Not what may be a noun there: *make matters worse*; nor *being*.
    """
    tag, before = features.tags[i], features.tags[i - 1]
    if (tag == "VBZ" and before == "VERB") or features.lowers[i] in features.words.infinite:
        return False
    return tag in FINITE or features.verbal[i] or (tag == "VERB" and before not in LEADING_VERBS)


def _group_end(features: TokenFeatures, i: int, end: int) -> int:
    """Return the last token of the verb group that begins at *i*: *would never have sunk*."""
    if features.tags[i] not in ("AUX", "MODAL"):
        return i
    k = i + 1
    while k <= end and features.tags[k] in GROUP:
        k += 1
    return k if k <= end and features.tags[k] in VERBS else k - 1


def _opens(features: TokenFeatures, i: int, open_clauses: int) -> bool:
    """Return whether another clause begins at *i*: *because*, *which*, *and* after a verb."""
    word, tag = features.lowers[i], features.tags[i]
    if tag == "SCONJ" or word in features.words.relatives or word in features.words.questions:
        return True
    if tag == "CCONJ":
        return not open_clauses
    return tag == "PRON" and features.tags[i - 1] in NOUNS  # the port he built
