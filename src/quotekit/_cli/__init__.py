"""The command line: ``quotekit COMMAND …``, one module for each command."""

from collections.abc import Sequence

from quotekit._cli import garbage

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    garbage.rest()
    from quotekit._cli.app import run  # the modules of the command line are the first to be loaded

    code = run(arguments)
    garbage.leave()
    raise SystemExit(code)
