"""Dates: time expressions, their TIMEX3 values, and when a quotation was said."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import TimeExpression


@hookimpl
def quotekit_find_times(document: Document) -> Iterator[TimeExpression]:
    """Find time expressions."""
    yield from ()
