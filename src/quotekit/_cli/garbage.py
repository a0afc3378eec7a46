"""Garbage: when Python looks for it while the command line runs.

Modules and tables are hundreds of thousands of objects that live as long as the process, and Python
would look through all of them again and again.
"""

import gc

AT_FIRST = 150_000
"""So many new objects let Python look for garbage until an article has been read."""
AFTERWARDS = 50_000
"""So many do from then on."""


def rest() -> None:
    """Let modules and tables be loaded without a look for garbage."""
    gc.set_threshold(AT_FIRST)


def settle() -> None:
    """Leave alone for good what was loaded for the first article; where nobody rested, do nothing."""
    if gc.get_threshold()[0] == AT_FIRST:
        gc.freeze()
        gc.set_threshold(AFTERWARDS)


def leave() -> None:
    """Let the process end without a last look."""
    gc.freeze()
