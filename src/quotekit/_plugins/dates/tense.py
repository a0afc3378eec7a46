"""Tense: whether the clause around an expression looks ahead, and which word introduces it."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.dates.encoding import EncodedTokens

REACH_BACK: Final = 14
REACH_ON: Final = 6
"""How many tokens before and after an expression its verb is sought."""
NEAR_AUXILIARY: Final = 3
"""How many tokens before a participle its auxiliary is sought: *will not be held*."""


def looks_ahead(encoded: EncodedTokens, first: int, last: int) -> bool | None:
    """Return whether the nearest verb of the clause looks ahead: *will*, *plans to*, *is due*.

    The nearest one decides, so that *said on Monday that it will* looks back and *said it will on
    Monday* ahead. A possessive is left to what comes after it: *Monday's vote*. ``None`` where no
    verb tells.
    """
    codes, code = encoded.codes, encoded.grammar.code
    if first and codes[first - 1] == code.get("signal_since"):
        return False
    if first and codes[first - 1] == code.get("signal_until"):
        return True
    verdict = None
    possessive = codes[last : last + 1] == code["possessive"]
    if not possessive:
        verdict = _verdict(encoded, range(first - 1, max(-1, first - 1 - REACH_BACK), -1))
    if verdict is None:
        verdict = _verdict(encoded, range(last, min(len(codes), last + REACH_ON)))
    return verdict


def _verdict(encoded: EncodedTokens, indices: range) -> bool | None:
    roles = encoded.grammar.roles
    pending = False
    for i in indices:
        found = roles.get(encoded.codes[i])
        if found == "ahead":
            if encoded.meaning(i)[1] != "weak":
                return True
            pending = True  # "due": ahead, unless "was" stands before it
        elif found == "back":
            return _is_participle(encoded, i)
        elif found in ("clause", "stop", "and") or encoded.text[encoded.starts[i]] in ';:!?“”"':
            break
    return True if pending else None


def _is_participle(encoded: EncodedTokens, i: int) -> bool:
    """Return whether a verb that may be a participle has *will* or *to* right before it."""
    if encoded.codes[i] != encoded.grammar.code.get("back_weak"):
        return False
    roles = encoded.grammar.roles
    return any(roles.get(encoded.codes[n]) == "ahead" for n in range(max(0, i - NEAR_AUXILIARY), i))


def signal_before(encoded: EncodedTokens, first: int) -> str | None:
    """Return the preposition before an expression, in lower case."""
    roles, i = encoded.grammar.roles, first - 1
    if i >= 0 and roles.get(encoded.codes[i]) == "the":
        i -= 1
    return encoded.lowers[i] if i >= 0 and roles.get(encoded.codes[i]) == "signal" else None
