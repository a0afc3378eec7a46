"""A mention in the making, in token indices."""

from __future__ import annotations

import attrs

from quotekit._plugins.mentions.names import Parts
from quotekit.models import MentionKind


@attrs.define
class MentionDraft:
    """First and last token, kind, and what it is made of."""

    first: int
    last: int
    kind: MentionKind
    parts: Parts
