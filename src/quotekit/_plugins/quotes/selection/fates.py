"""What becomes of each candidate that is not kept: every one is rejected or merged, with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.quotes.selection.overlaps import Index, holds
from quotekit.models import Quote, Rejected


class Fates:
    """Collects why candidates are not kept as quotations of their own."""

    def __init__(self) -> None:
        self.rejected: list[Rejected] = []

    def reject(self, quote: Quote, reason: str) -> None:
        """Record that a candidate is no quotation, or that a better reading stands in its place."""
        self.rejected.append(Rejected(quote, reason))

    def overruled(self, quote: Quote, rival: Quote) -> None:
        """Record that another candidate claims the same words with better evidence."""
        self.rejected.append(_overruled(quote, rival))

    def merge(self, quote: Quote, into: Quote) -> None:
        """Record that a candidate is part of another quotation."""
        self.rejected.append(_merged(quote, into))

    def settled(self, kept: Sequence[Quote]) -> list[Rejected]:
        """Return all fates; what was merged into a quotation that is not kept gets another."""
        spans = {quote.span for quote in kept}
        index = Index(kept)
        return [
            fate
            if fate.merged_into is None or fate.merged_into in spans
            else _without_taker(fate.quote, index)
            for fate in self.rejected
        ]


def _overruled(quote: Quote, rival: Quote) -> Rejected:
    span = rival.span
    return Rejected(quote, f"overlaps the quotation at {span.start}-{span.end}, which is surer")


def _merged(quote: Quote, into: Quote) -> Rejected:
    span = into.span
    reason = f"part of the {into.kind} quotation at {span.start}-{span.end}"
    return Rejected(quote, reason, merged_into=span)


def _without_taker(quote: Quote, kept: Index) -> Rejected:
    """Return the fate of a candidate that was merged into one that another then overruled."""
    rivals = kept.overlapping(quote.span)
    for rival in rivals:
        if all(holds(rival, content) for content in quote.contents):
            return _merged(quote, rival)
    return (
        _overruled(quote, rivals[0])
        if rivals
        else Rejected(quote, "part of a reading that was not kept")
    )
