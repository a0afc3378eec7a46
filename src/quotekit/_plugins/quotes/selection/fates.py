"""What becomes of each candidate that is not kept: every one is rejected or merged, with a reason."""

from __future__ import annotations

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
        span = rival.span
        self.reject(quote, f"overlaps the quotation at {span.start}-{span.end}, which is surer")

    def merge(self, quote: Quote, into: Quote) -> None:
        """Record that a candidate is part of another quotation."""
        span = into.span
        reason = f"part of the {into.kind} quotation at {span.start}-{span.end}"
        self.rejected.append(Rejected(quote, reason, merged_into=span))
