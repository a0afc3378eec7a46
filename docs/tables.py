"""Make the reference page of language tables from the schema: ``python docs/tables.py``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quotekit._schema import is_key, schema

PAGE = Path(__file__).parent / "reference" / "tables.md"

HEAD = """\
# Language tables

A language is a folder of TOML files, `data/<code>/<table>.toml`, with its ISO 639-1 code; tables of
the code `mul` are for all languages. A plugin adds to them through the hook
{func}`quotekit_languages <quotekit.hookspecs.quotekit_languages>`: its words append, and `remove`
takes out ({class}`quotekit.lexicon.Table`). An unknown key, a wrong type, a missing column or an
unknown class is a {exc}`~quotekit.exceptions.LexiconError` that names the table, the key and what is
allowed. A plugin's own table, which this page does not describe, has a name that begins with `x-`.

Every example here is read. Words are in lower case unless their description says otherwise.
"""

TYPES = {
    "words": "list of words",
    "phrases": "list of words or phrases",
    "switch": "true or false",
    "text": "text",
    "texts": "name → text",
    "lists": "word → list of words",
    "values": "name → value",
    "classes": "class → words, or word → value",
    "rows": "rows",
    "rules": "list of rows",
}


def page() -> str:
    """Return the page."""
    parts = [HEAD]
    for name, table in schema()["tables"].items():
        parts.append(f"\n## `{name}`\n\n{table['about']}\n")
        if "keys" in table:
            parts.append(_table("key", _keys(table["keys"])))
    parts.append("\n## Columns of rows\n")
    for name, columns in schema()["columns"].items():
        users = ", ".join(f"`{user}`" for user in _users(name))
        parts.append(f"\n### Rows of {users}\n")
        parts.append(_table("column", columns.items()))
    return "\n".join(parts)


def _keys(keys: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each key with the sections that lead to it, and what describes it."""
    for key, spec in keys.items():
        if is_key(spec):
            yield path + key, spec
        else:
            yield from _keys(spec, f"{path}{key}.")


def _users(columns: str) -> Iterator[str]:
    for name, table in schema()["tables"].items():
        for key, spec in _keys(table.get("keys", {})):
            if spec.get("columns") == columns:
                yield f"{name}.{key}"


def _table(kind: str, rows: Any) -> str:
    lines = [f"| {kind} | type | what it is for | example |", "|---|---|---|---|"]
    for key, spec in rows:
        needed = ", required" if spec.get("required") else ""
        example = json.dumps(spec["example"], ensure_ascii=False).replace("|", "\\|")
        lines.append(f"| `{key}` | {TYPES[spec['type']]}{needed} | {_about(spec)} | `{example}` |")
    return "\n".join(lines)


def _about(spec: Mapping[str, Any]) -> str:
    allowed = spec.get("one_of") or spec.get("keys")
    if not allowed:
        return str(spec["about"])
    listed = ", ".join(f"`{word}`" for word in allowed)
    return f"{spec['about']} {'Keys' if 'keys' in spec else 'Values'}: {listed}."


def main() -> None:
    """Write the page, where it is not what it should be."""
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
