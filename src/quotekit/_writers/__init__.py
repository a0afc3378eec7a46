"""Writers: extractions in the formats of those who read them on."""

from __future__ import annotations

from quotekit._formats import Later, Writer
from quotekit.hookspecs import hookimpl


def _later(function: str) -> Later:
    return Later(f"quotekit._writers.{function}")


WRITERS = (
    Writer("table", _later("table:write_table")),
    Writer("jsonl", _later("jsons:write_lines"), (".jsonl", ".ndjson")),
    Writer("json", _later("jsons:write_array"), (".json",)),
    Writer("csv", _later("delimited:write_csv"), (".csv",)),
    Writer("parquet", suffixes=(".parquet",), save=_later("parquet:save_parquet")),
    Writer(
        "sqlite",
        suffixes=(".db", ".sqlite", ".sqlite3"),
        save=_later("sqlite:save_sqlite"),
        updates=True,
    ),
    Writer(
        "webannotation",
        _later("webannotation:write_webannotation"),
        (".anno.jsonld", ".annotations.jsonld"),
    ),
    Writer("schema.org", _later("schemaorg:write_schemaorg"), (".schema.jsonld", ".jsonld")),
    Writer("nif", _later("nif:write_nif"), (".nif.ttl", ".ttl")),
    Writer("tei", _later("tei:write_tei"), (".tei", ".tei.xml")),
    Writer("brat", suffixes=(".brat",), save=_later("brat:save_brat")),
    Writer("cas", suffixes=(".cas",), save=_later("cas:save_cas")),
    Writer("labelstudio", _later("labelstudio:write_labelstudio"), (".labelstudio.json",)),
    Writer("conll", _later("conll:write_conll"), (".conllup", ".conll")),
    Writer("docbin", suffixes=(".spacy",), save=_later("docbin:save_docbin")),
)
"""The built-in formats. What writes one is imported when it is asked for."""


@hookimpl
def quotekit_writers() -> list[Writer]:
    """Bring the built-in formats."""
    return list(WRITERS)
