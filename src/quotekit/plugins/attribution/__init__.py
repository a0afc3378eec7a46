"""Attribution: from a quotation to its source mention, by cue syntax first, then by discourse."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Attribution, Quote


@hookimpl(trylast=True)
def quotekit_attribute_quote(
    document: Document, quote: Quote, earlier: Sequence[Quote]
) -> Attribution | None:
    """Name the source of a quotation."""
    return None
