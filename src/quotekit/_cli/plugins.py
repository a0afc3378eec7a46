"""``quotekit plugins``: which plugins there are, and what they take part in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs
import click

from quotekit._cli.console import put, put_table
from quotekit._cli.options import plugin_options
from quotekit._json import dumps
from quotekit.registry import PluginInfo, Registry

if TYPE_CHECKING:
    from rich.table import Table


@click.command("plugins")
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
    """List the plugins: name, where it comes from, version, hooks."""
    infos = plugins.plugins()
    if format == "json":
        put([dumps([attrs.asdict(info) for info in infos], indent=1), "\n"])
    else:
        put_table(_table(infos))


def _table(infos: Iterable[PluginInfo]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(
        "NAME", "ORIGIN", "VERSION", "HOOKS", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for info in infos:
        origin = f"{info.origin} ({info.distribution})" if info.distribution else info.origin
        hooks = ", ".join(hook.removeprefix("quotekit_") for hook in info.hooks)
        cells = (info.name, origin, info.version or "", "blocked" if info.blocked else hooks)
        table.add_row(*map(Text, cells))
    return table
