"""Sets of signs that several rules ask for, whatever the language."""

from __future__ import annotations

DASHES = frozenset("-–—―")
DOUBLE_MARKS = frozenset('"“”„«»')
"""Quote marks that are no apostrophes."""
NAME_MARKS = DOUBLE_MARKS | frozenset("‘’‚‹›")
"""Quote marks that a name inside a phrase may stand in: no straight apostrophes, which elide letters."""
QUOTE_MARKS = NAME_MARKS | {"'", "`"}
"""Quote marks of all styles."""
MARK_LENGTH = 12
"""The greatest length of a quote mark with its blanks; some are character references."""
