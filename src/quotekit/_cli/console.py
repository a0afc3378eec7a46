"""Standard output: pieces, tables, and what it looks like."""

from __future__ import annotations

import errno
import os
import select
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

import click

from quotekit._writers.table import LINE, rendered

if TYPE_CHECKING:
    from rich.console import RenderableType

UNWRAPPED = 250
"""Columns of a table that goes to a file or to another program."""


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a standard stream leads to a terminal; a closed one, which is None, does not."""
    return stream is not None and stream.isatty()


def put(pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write pieces to standard output as they come: UTF-8 and bare line feeds in every locale.

    A terminal keeps its own encoding. What cannot be encoded (lone surrogates) is written as an
    escape. A reader that goes away has had enough: the command ends there, and well.

    Raises:
        OSError: If standard output is closed, or its disk is full.
    """
    out = sys.stdout
    if out is None:
        raise OSError("standard output is closed")
    if hasattr(out, "reconfigure"):
        encoding = out.encoding if out.isatty() else "utf-8"
        out.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    try:
        for piece in pieces:
            if isinstance(piece, bytes):
                out.buffer.write(piece)
            else:
                out.write(piece)
            if out.isatty():
                out.flush()
        out.flush()
    except OSError as error:
        if error.errno is None:  # not of standard output, but what a reader has raised
            raise
        # Standard output now leads nowhere, so that Python's last flush does not fail too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if isinstance(error, BrokenPipeError):
            click.get_current_context().exit(0)
        raise OSError(f"standard output: {(error.strerror or str(error)).lower()}") from error


def check_reader() -> None:
    """Notice that nobody reads standard output any more, without writing to it.

    Raises:
        BrokenPipeError: If that is so.
    """
    try:
        waiting = select.poll()
        waiting.register(sys.stdout.fileno(), 0)
        gone = any(event & select.POLLERR for _, event in waiting.poll(0))
    except (AttributeError, OSError, ValueError):  # no poll, no standard output, no file behind it
        return
    if gone:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def terminal(names: Iterable[str]) -> dict[str, Any]:
    """Return those of a writer's options that say what standard output looks like.

    Example:
        >>> terminal(["width", "styled", "title"]).keys()
        dict_keys(['width', 'styled'])
    """
    import shutil  # which brings the modules of archives along

    width = shutil.get_terminal_size((LINE, 0)).columns
    known = {"width": width, "styled": is_terminal(sys.stdout)}
    return {name: known[name] for name in names if name in known}


def put_table(table: RenderableType) -> None:
    """Write what rich lays out, as wide as the terminal; lines for other programs do not wrap.

    Example:
        >>> put_table("Ida Moss")
        Ida Moss
    """
    import shutil

    width = shutil.get_terminal_size((UNWRAPPED, 0)).columns
    put([rendered(table, width, styled=is_terminal(sys.stdout))])
