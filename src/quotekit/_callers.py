"""Callers: the code that calls quotekit, at whose line a warning is shown."""

from __future__ import annotations

import inspect


def outside() -> int:
    """Return how many calls up the code stands that called quotekit: a warning's ``stacklevel``."""
    frame, level = inspect.currentframe(), 0
    while frame is not None and _is_ours(frame.f_globals.get("__name__", "")):
        frame, level = frame.f_back, level + 1
    return level


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == __name__.partition(".")[0]
