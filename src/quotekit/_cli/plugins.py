"""``quotekit plugins``: which plugins there are, and what they take part in."""

from __future__ import annotations

import attrs
import click

from quotekit._cli.lists import list_format, put_list
from quotekit._cli.options import plugin_options
from quotekit.registry import PluginInfo, Registry


@click.command("plugins")
@list_format
@plugin_options
def command(plugins: Registry, format: str) -> None:
    """List the plugins: name, where it comes from, version, hooks."""
    infos = plugins.plugins()
    cells = {
        "NAME": [info.name for info in infos],
        "ORIGIN": [_origin(info) for info in infos],
        "VERSION": [info.version or "" for info in infos],
        "HOOKS": ["blocked" if info.blocked else _hooks(info) for info in infos],
    }
    put_list(format, map(attrs.asdict, infos), cells)


def _origin(info: PluginInfo) -> str:
    return f"{info.origin} ({info.distribution})" if info.distribution else info.origin


def _hooks(info: PluginInfo) -> str:
    return ", ".join(hook.removeprefix("quotekit_") for hook in info.hooks)
