"""Sets of signs that several rules ask for, whatever the language."""

from __future__ import annotations

DASHES = frozenset("-–—―")
DOUBLE_MARKS = frozenset('"“”„«»')
"""Quote marks that are no apostrophes."""
