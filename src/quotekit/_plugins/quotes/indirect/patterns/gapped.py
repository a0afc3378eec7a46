"""Gapped reports: a second speaker without a verb: *Moss said C1 and Tran that C2*."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.candidates import AFTER, Candidate, Range
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures


def gapped(features: TokenFeatures, candidate: Candidate) -> tuple[Range, Range, Range] | None:
    """Return the first contents, the second source and the second contents; ``None`` for one report.

    *Moss said* [*it was “a gift”*] *and* [*Tran*] *that* [*it was “a loan”*].
    """
    cue = candidate.cue
    if cue is None or candidate.position != AFTER or len(candidate.contents) != 1:
        return None
    if "asserts" not in cue.row.traits:
        return None
    start, end = candidate.contents[0]
    pair = features.in_quotes[cue.head]
    for i in range(start + 1, end - 2):
        joined = features.lowers[i] in features.words.report_joiners
        if not joined or features.in_quotes[i] != pair:
            continue
        last = features.mention_starting(i + 1)
        named = features.tags[i + 1] == "PROPN"
        if last is None or last + 1 >= end or not named:
            continue
        if features.is_that[last + 1] and not features.verbal[last + 2]:
            stop = features.previous_word[i]
            stop -= features.lowers[stop] == ","
            return (start, stop), (i + 1, last), (last + 2, end)
    return None
