"""Speakers: from mentions to the persons and organizations behind them.

Mentions → :mod:`occurrences <quotekit._plugins.speakers.occurrences>` (where each stands) →
:mod:`entities <quotekit._plugins.speakers.entities>` (names that are one person’s) →
:mod:`nominals <quotekit._plugins.speakers.nominals>` (*the minister*) →
:mod:`pronouns <quotekit._plugins.speakers.pronouns>` →
:mod:`profiles <quotekit._plugins.speakers.profiles>` (name, title, role, affiliation, aliases).
"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.speakers.resolution import resolve
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Quote, Speaker


@hookimpl(trylast=True)
def quotekit_resolve_speakers(
    document: Document, quotes: Sequence[Quote]
) -> Sequence[Speaker] | None:
    """Gather the mentions of each speaker who is quoted under one canonical name."""
    return resolve(document, quotes)
