"""Writers: extractions as JSON lines, JSON, CSV, or a table for people."""

from __future__ import annotations

from quotekit._formats import Writer
from quotekit._writers import delimited, jsons, table
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_writers() -> list[Writer]:
    """Bring the writers for JSON lines, JSON, CSV and tables."""
    return [table.WRITER, jsons.LINES, jsons.ARRAY, delimited.WRITER]
