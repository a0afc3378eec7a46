"""Mentions: names with titles and roles, organizations, nominals and pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Mention


@hookimpl
def quotekit_find_mentions(document: Document) -> Iterator[Mention]:
    """Find possible speakers."""
    yield from ()
