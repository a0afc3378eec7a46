"""``quotekit languages``: which languages are served, and what each has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from quotekit._cli.console import put, put_table
from quotekit._cli.options import plugin_options
from quotekit._json import dumps
from quotekit._languages import language_name
from quotekit.lexicon import Language
from quotekit.registry import Registry

if TYPE_CHECKING:
    from rich.table import Table


@click.command("languages")
@click.option(
    "--format",
    "-f",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to write the list.",
)
@plugin_options
def command(plugins: Registry, format: str) -> None:
    """List the languages that there are tables for.

    A language is given as a tag (de, de-AT, en_US), a three-letter code, or its English name.
    """
    languages = plugins.languages()
    if format == "json":
        rows = [
            {"code": tag, "name": language_name(tag) or None, "tables": language.tables}
            for tag, language in languages.items()
        ]
        put([dumps(rows, indent=1), "\n"])
    else:
        put_table(_table(languages))


def _table(languages: Mapping[str, Language]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table("CODE", "NAME", "TABLES", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for tag, language in languages.items():
        table.add_row(*map(Text, (tag, language_name(tag), ", ".join(language.tables))))
    return table
