"""Installed distributions: which of them may bring plugins, without reading what they say.

:mod:`importlib.metadata` imports the parser of e-mail, and reads the entry points of everything that
is installed. Mostly nothing there is for quotekit, and a look at the files tells so at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder


def may_bring(group: str, path: Iterable[str] | None = None) -> bool:
    """Return whether an installed distribution may have entry points in a group.

    It is false only where none has: whatever is no plain folder is for :mod:`importlib.metadata`.

    Args:
        group: The group's name.
        path: The folders to look in, by default all that modules are imported from.

    Example:
        >>> may_bring("console_scripts", [])
        False
    """
    finders = (finder for finder in sys.meta_path if finder is not PathFinder)
    if any(hasattr(finder, "find_distributions") for finder in finders):
        return True
    header = f"[{group}]".encode()
    folders = dict.fromkeys(sys.path if path is None else path)
    return any(_mentions(header, folder or ".") for folder in folders)


def _mentions(header: bytes, folder: str) -> bool:
    """Return whether the entry points of a distribution in a folder mention a group."""
    if folder.endswith(".egg"):
        return True
    try:
        names = os.listdir(folder)  # noqa: PTH208 - this is about speed
    except NotADirectoryError:
        return True  # an archive
    except OSError:
        return False
    return any(
        header in _read(f"{folder}/{name}/entry_points.txt")
        for name in names
        if name.lower().endswith((".dist-info", ".egg-info"))
    )


def _read(file: str) -> bytes:
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - this is about speed
            return stream.read()
    except OSError:
        return b""
