"""Runs: a long extraction that is written in parts, and goes on where it was stopped."""

from quotekit._runs.run import Run
from quotekit._runs.setting import setting_of

__all__ = ["Run", "setting_of"]
