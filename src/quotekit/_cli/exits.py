"""How the command line ends: its exit codes, and the line that says what went wrong."""

from __future__ import annotations

import contextlib

import click

FAILED = 1
"""Exit code: some input could not be read or extracted; the rest was done."""
USAGE = 2
"""Exit code: the command was called wrongly."""
INTERRUPTED = 130
"""Exit code: the user pressed Ctrl-C."""


def complain(message: str) -> None:
    """Write one line to standard error; a full or closed one is no reason to stop the work."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(message.split()))
    with contextlib.suppress(OSError):
        click.echo(f"quotekit: {line}".encode(errors="backslashreplace").decode(), err=True)
