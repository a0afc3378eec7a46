"""Gold and runs in JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotekit._sources import open_binary, open_source
from quotekit.evaluation._gold import annotation
from quotekit.exceptions import ReadError


def read_lines(path: Path, *, run: bool) -> Iterator[dict[str, Any]]:
    """Yield the documents of gold, or of a run, from JSON lines; compressed files are unpacked.

    Args:
        path: The file.
        run: Whether it is a run, which needs no texts.

    Raises:
        ReadError: If it cannot be read, or a line is no document.
    """
    name = str(path)
    try:
        with open_source(name, name, open_binary) as stream:
            for number, line in enumerate(iter(stream.readline, b""), 1):
                if line.strip():
                    yield _document(line, f"{name}, line {number}", run=run)
    except OSError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"{name}: {(error.strerror or str(error)).lower()}") from error


def _document(line: bytes, where: str, *, run: bool) -> dict[str, Any]:
    """Read one document.

    Raises:
        ReadError: If it is no JSON object with an identifier and a list of quotations.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{where}: no JSON: {error}") from error
    if not isinstance(found, dict):
        raise ReadError(f"{where}: not a JSON object")
    if "id" not in found or not isinstance(found.get("quotes"), list):
        raise ReadError(f"{where}: a document has an “id” and a list “quotes”")
    if not run and not isinstance(found.get("text"), str):
        raise ReadError(f"{where}: no “text”, which gold needs")
    for number, quote in enumerate(found["quotes"], 1):
        try:
            annotation(quote)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ReadError(
                f"{where}, quotation {number}: takes a “kind”, and “content”, “cue” and “speaker” "
                "as lists of offsets [start, end]"
            ) from error
    return found
