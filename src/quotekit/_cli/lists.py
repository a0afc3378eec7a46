"""Lists that a command writes: of plugins, of languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from quotekit._cli.console import put, put_table
from quotekit._json import dumps

list_format = click.option(
    "--format",
    "-f",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to write the list.",
)
"""Asks a command for a table or for JSON."""


def put_list(
    format: str, records: Iterable[Mapping[str, Any]], cells: Mapping[str, Sequence[str]]
) -> None:
    """Write a list as a table or as JSON.

    Args:
        format: *table* or *json*.
        records: The rows of the JSON.
        cells: The columns of the table: heading → cells.

    Example:
        >>> put_list("table", [], {"CODE": ["de", "en"], "NAME": ["German", "English"]})
        CODE  NAME
        de    German
        en    English
    """
    if format == "json":
        put([dumps(list(records), indent=1), "\n"])
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(*cells, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for row in zip(*cells.values(), strict=True):
        table.add_row(*map(Text, row))
    put_table(table)
