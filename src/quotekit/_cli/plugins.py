"""``quotekit plugins``: which plugins there are, and what they take part in."""

from typing import Annotated, Literal

import attrs
import typer

from quotekit._cli.common import Block, put, registry
from quotekit._writers.jsons import dumps
from quotekit.registry import PluginInfo


def plugins(
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", help="How to write the list.")
    ] = "table",
    block: Block = None,
) -> None:
    """List the plugins: name, where it comes from, version, hooks."""
    infos = registry(block).plugins()
    if format == "json":
        put([dumps([attrs.asdict(info) for info in infos], indent=1), "\n"])
    else:
        put(_table(infos))


def _table(infos: tuple[PluginInfo, ...]) -> list[str]:
    rows = [("NAME", "ORIGIN", "VERSION", "HOOKS")]
    for info in infos:
        origin = f"{info.origin} ({info.distribution})" if info.distribution else info.origin
        hooks = ", ".join(hook.removeprefix("quotekit_") for hook in info.hooks)
        rows.append((info.name, origin, info.version or "", "blocked" if info.blocked else hooks))
    widths = [max(len(row[n]) for row in rows) for n in range(3)]
    return [
        "  ".join([*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[3]]).rstrip()
        + "\n"
        for row in rows
    ]
