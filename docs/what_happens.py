"""Make the page of bad inputs from its table: ``python docs/what_happens.py``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TABLE = HERE / "what-happens.toml"
PAGE = HERE / "reference" / "what-happens.md"

HEAD = """\
# What happens when …

No text makes quotekit raise, no bad input costs another's, and what cannot be done is said. This page
lists what can go wrong with what is given to it: the call, what stands on standard error, the exit
code, and what is kept. Everything here is run as a test; `…` stands for what differs from run to run.

The {doc}`exit codes <cli>` are 0 where all went well, 1 where some input failed and the rest was done,
2 where the command was called wrongly, and 130 where it was interrupted.
"""

CODES = {-9: "The shell says that it was killed."}


def table() -> list[Mapping[str, Any]]:
    """Return the sections, each with its rows."""
    sections: list[Mapping[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["section"]
    return sections


def page() -> str:
    """Return the page."""
    return HEAD + "".join(part for section in table() for part in _section(section))


def _section(section: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n## {section['title']}\n\n{section['about']}\n"
    for row in section["row"]:
        yield f"\n### {row['when']}\n\n"
        yield "".join(_command(row) if "run" in row else _call(row))


def _command(row: Mapping[str, Any]) -> Iterator[str]:
    ends = [f" {sign} {row[name]}" for name, sign in STREAMS.items() if name in row]
    command = f"$ {row['run']}{''.join(ends)}"
    printed = "\n".join([command, *(f"quotekit: {line}" for line in row["says"])])
    for name, content in row.get("files", {}).items():
        if isinstance(content, str):
            yield f"```{{code-block}} text\n:caption: {name}\n\n{content.strip()}\n```\n\n"
    yield f"```text\n{printed}\n```\n\n"
    said = "" if row["says"] else "Nothing is said. "
    code = CODES.get(row["code"], f"Exit code {row['code']}.")
    yield f"{said}{code} Kept: {row['kept']}.\n"


STREAMS = {"stdin": "<", "stdout": ">", "stderr": "2>"}
"""Rows' names for standard streams, and the shell's."""


def _call(row: Mapping[str, Any]) -> Iterator[str]:
    printed = "\n".join(filter(None, (row["python"], row.get("raises"))))
    yield f"```text\n{printed}\n```\n"
    if "kept" in row:
        yield f"\n{row['kept'][0].upper()}{row['kept'][1:]}.\n"


def main() -> None:
    """Write the page, where it is not what it should be."""
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
