"""Sets of signs that several rules ask for, whatever the language."""

from __future__ import annotations

DASHES = frozenset("-–—―")
DOUBLE_MARKS = frozenset('"“”„«»')
"""Quote marks that are no apostrophes."""
MARK_LENGTH = 12
"""The greatest length of a quote mark with its blanks; some are character references."""
