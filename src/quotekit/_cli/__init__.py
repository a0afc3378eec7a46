"""The command line: ``quotekit extract``, ``quotekit plugins``, ``quotekit explain``."""

from quotekit._cli.app import main

__all__ = ["main"]
