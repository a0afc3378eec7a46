"""The command line: ``quotekit COMMAND …``, one module for each command."""

from quotekit._cli.app import main

__all__ = ["main"]
