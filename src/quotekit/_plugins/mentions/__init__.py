"""Mentions: names with titles and roles, organizations, nominals and pronouns.

MentionLexicon → :mod:`words <quotekit._plugins.mentions.words>` (what the tables say of each) →
:mod:`phrases <quotekit._plugins.mentions.phrases>` (where a noun phrase begins and ends) → :mod:`names
<quotekit._plugins.mentions.names>` (affiliation, title and name inside it) → :mod:`finder
<quotekit._plugins.mentions.finder>`.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.mentions.finder import find
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Mention


@hookimpl
def quotekit_find_mentions(document: Document) -> Sequence[Mention]:
    """Find possible speakers."""
    return find(document)
