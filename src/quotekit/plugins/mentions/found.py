"""A mention in the making, in token indices."""

from __future__ import annotations

import attrs

from quotekit.models import MentionKind
from quotekit.plugins.mentions.names import Parts


@attrs.define
class Found:
    """First and last token, kind, and what it is made of."""

    first: int
    last: int
    kind: MentionKind
    parts: Parts
