"""Sets of signs that several rules ask for, whatever the language."""

from __future__ import annotations

from typing import Final

DASHES: Final = frozenset("-–—―")
DOUBLE_MARKS: Final = frozenset('"“”„«»')
"""Quote marks that are no apostrophes."""
NAME_MARKS: Final = DOUBLE_MARKS | frozenset("‘’‚‹›")
"""Quote marks that a name inside a phrase may stand in: no straight apostrophes, which elide letters."""
QUOTE_MARKS: Final = NAME_MARKS | {"'", "`"}
"""Quote marks of all styles."""
MARK_LENGTH: Final = 12
"""The greatest length of a quote mark with its blanks; some are character references."""
