"""Writers: extractions in the formats of those who read them on."""

from __future__ import annotations

from quotekit._formats import Writer
from quotekit._writers import (
    brat,
    conll,
    delimited,
    docbin,
    frames,
    jsons,
    labelstudio,
    schemaorg,
    sqlite,
    table,
    webannotation,
)
from quotekit.hookspecs import hookimpl


@hookimpl
def quotekit_writers() -> list[Writer]:
    """Bring the built-in formats."""
    return [
        table.WRITER,
        jsons.LINES,
        jsons.ARRAY,
        delimited.WRITER,
        frames.PARQUET,
        sqlite.WRITER,
        webannotation.WRITER,
        schemaorg.WRITER,
        brat.WRITER,
        labelstudio.WRITER,
        conll.WRITER,
        docbin.WRITER,
    ]
