"""Initials: single capitals that are part of a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotekit.syntax._tokens import Tokens

NO_NAMES: Final = frozenset(("DET", "PRON", "ADP", "SCONJ", "CCONJ", "NEGATED_MODAL"))
"""Classes of words that no name goes on with."""


def is_initial(tokens: Tokens, i: int, closed: Mapping[str, str]) -> bool:
    """Return whether a capital before a full stop is an initial, as in *Ida I. Moss*, *A. R. Orr*.

    The pronoun in *nor do I. Moss left*, the letter in *plan B. The mayor left* and the number in
    *World War I. Moss left* are none.

    Args:
        tokens: The tokens of the text.
        i: The one with the capital.
        closed: The words of closed classes, with their tags.
    """
    after, before = tokens.texts[i + 2], tokens.texts[i - 1]
    another = _is_capital(after) and tokens.texts[i + 3] == "."
    name = after[0].isupper() and (after.isupper() or not _is_closed(tokens, i + 2, closed))
    if not (another or name):
        return False
    if tokens.lowers[i] not in closed:
        return True
    if before == ".":
        return another or _is_capital(tokens.texts[i - 2])
    if closed[tokens.lowers[i]] != "PRON":
        return another or (before[0].isalpha() and closed.get(before.lower()) != "DET")
    if not before[0].isupper() or _is_closed(tokens, i - 1, closed):
        return another
    return not tokens.texts[i - 2][0].isupper()


def _is_capital(text: str) -> bool:
    return len(text) == 1 and text.isupper()


def _is_closed(tokens: Tokens, i: int, closed: Mapping[str, str]) -> bool:
    return closed.get(tokens.lowers[i]) in NO_NAMES
