"""Gapped reports: other speakers without a verb: *Moss said C1 and Tran that C2*."""

from __future__ import annotations

from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.candidates import AFTER, Candidate, Range
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._signs import QUOTE_MARKS

CLAIMS: Final = frozenset(("asserts", "judges"))
"""Traits of cues that others may share without a verb."""


class Gap(NamedTuple):
    """What hangs on the verb of the report before it.

    Attributes:
        sign: The token that separates the two.
        source: The first and the last token of its speaker.
        start: The first token of its contents.
    """

    sign: int
    source: Range
    start: int


def gaps(features: TokenFeatures, candidate: Candidate) -> list[Gap]:
    """Return the speakers without a verb inside the contents of a report, in text order.

    *Moss said it was “a gift” and* [*Tran*] *that it was “a loan”*; *Moss called it “a gift”,*
    [*Tran*] *“a loan”*.
    """
    cue = candidate.cue
    if cue is None or candidate.position != AFTER or len(candidate.contents) != 1:
        return []
    start, end = candidate.contents[0]
    pair, traits = features.in_quotes[cue.head], cue.row.traits
    texts = features.document.tokens.texts
    found: list[Gap] = []
    for i in range(start + 1, end - 2):
        if features.in_quotes[i] != pair or not texts[i + 1][0].isupper():
            continue
        joined = features.lowers[i] in features.words.report_joiners
        last = features.mention_starting(i + 1) if joined or _comma(features, i) else None
        if last is None or last + 1 >= end:
            continue
        that = features.is_that[last + 1] and not features.verbal[last + 2]
        if that and joined and "asserts" in traits:
            found.append(Gap(i, (i + 1, last), last + 2))
        elif (not joined or found) and not CLAIMS.isdisjoint(traits) and _alone(features, i, last):
            found.append(Gap(i, (i + 1, last), last + 1))
    return found


def before(features: TokenFeatures, gap: Gap) -> int:
    """Return the last token of the contents before a gap."""
    stop = features.previous_word[gap.sign]
    return stop - (features.lowers[stop] == ",")


def _comma(features: TokenFeatures, i: int) -> bool:
    """Return whether a comma is at token *i*, or a closing mark after one: *“a gift,” Tran*."""
    return features.lowers[i] == "," or (
        features.lowers[i] in QUOTE_MARKS and features.lowers[i - 1] == ","
    )


def _alone(features: TokenFeatures, sign: int, last: int) -> bool:
    """Return whether a speaker alone is between two quoted spans: *“a gift”, Tran “a loan”*."""
    closed = features.lowers[sign] in QUOTE_MARKS or features.lowers[sign - 1] in QUOTE_MARKS
    opened = features.lowers[last + 1] in QUOTE_MARKS
    return closed and opened and features.in_quotes[last + 2] not in (0, features.in_quotes[sign])
