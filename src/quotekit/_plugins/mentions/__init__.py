"""Mentions: names with titles and roles, organizations, nominals and pronouns.

A mention is made of a noun :class:`chunk <quotekit.syntax.Chunk>`: :mod:`names
<quotekit._plugins.mentions.names>` finds affiliation, title and name inside it, :mod:`extent
<quotekit._plugins.mentions.extent>` what is joined to it on its right, :mod:`coordination
<quotekit._plugins.mentions.coordination>` who speaks as one; :mod:`finder
<quotekit._plugins.mentions.finder>` goes through the text.
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
