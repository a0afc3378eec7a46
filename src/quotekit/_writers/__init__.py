"""Writers: extractions in the formats of those who read them on."""

from __future__ import annotations

from quotekit._formats import Writer
from quotekit._writers import (
    brat,
    cas,
    conll,
    delimited,
    docbin,
    jsons,
    labelstudio,
    nif,
    parquet,
    schemaorg,
    sqlite,
    table,
    tei,
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
        parquet.PARQUET,
        sqlite.WRITER,
        webannotation.WRITER,
        schemaorg.WRITER,
        nif.WRITER,
        tei.WRITER,
        brat.WRITER,
        cas.WRITER,
        labelstudio.WRITER,
        conll.WRITER,
        docbin.WRITER,
    ]
