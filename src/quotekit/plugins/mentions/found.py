"""A mention in the making."""

from __future__ import annotations

import attrs

from quotekit.models import MentionKind
from quotekit.plugins.mentions.names import Parts


@attrs.define
class Found:
    """Token range, kind and parts; ``end`` is the offset where it ends inside a token (*I’m*)."""

    first: int
    last: int
    kind: MentionKind
    parts: Parts
    end: int = 0
