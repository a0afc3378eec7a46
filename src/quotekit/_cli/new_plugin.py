"""``quotekit new-plugin``: a package to start a plugin from, which passes its own tests."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import attrs
import click

from quotekit._cli.console import put
from quotekit._plugins import BUILTIN
from quotekit.hookspecs import PROJECT

NAME_RE = re.compile(r"[A-Za-z](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
ENDING = ".txt"
"""What templates are called beyond their name, so that no tool takes them for code of ours."""


@attrs.frozen
class Names:
    """What a new plugin is called.

    Example:
        >>> names = Names.of("quotekit-chat.Logs")
        >>> names.distribution, names.module, names.plugin
        ('quotekit-chat-logs', 'quotekit_chat_logs', 'chat-logs')
    """

    distribution: str
    module: str
    plugin: str
    version: str

    @classmethod
    def of(cls, name: str) -> Names:
        """Return the names that follow from that of the distribution."""
        distribution = re.sub(r"[-_.]+", "-", name).lower()
        plugin = distribution.removeprefix("quotekit-")
        version = metadata.version("quotekit-nlp")
        return cls(distribution, distribution.replace("-", "_"), plugin, version)


def _name(_: click.Context, __: click.Parameter, value: str) -> Names:
    if not NAME_RE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no name of a distribution, such as quotekit-chat")
    names = Names.of(value)
    taken = _taken(names)
    if taken:
        raise click.BadParameter(f"{taken}; take another name, such as {names.distribution}-desk")
    return names


def _taken(names: Names) -> str:
    """Return why a plugin cannot be called so, or nothing."""
    module = names.module
    if module == PROJECT or module in sys.stdlib_module_names or keyword.iskeyword(module):
        return f"a module {module!r} would not be found, or hide another"
    return f"{names.plugin!r} is a built-in plugin" if names.plugin in BUILTIN else ""


@click.command("new-plugin")
@click.argument("name", callback=_name)
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to write it; by default a new folder that is called NAME.",
)
def command(name: Names, folder: Path | None) -> None:
    """Write a package to start a plugin from: a finder, its tests, README and CI.

    NAME is that of the distribution: quotekit-chat.
    """
    folder = folder or Path(name.distribution)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.BadParameter(f"{str(folder)!r} is there already, and not empty")
    put(f"{path}\n" for path in _write(folder, name))


def _write(folder: Path, names: Names) -> Iterator[Path]:
    """Fill in the templates, and yield the paths of what was written."""
    templates = resources.files("quotekit") / "data" / "plugin"
    for template, place in _templates(templates, Path()):
        path = folder / _renamed(place, names)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = Template(template.read_text("utf-8")).substitute(attrs.asdict(names))
        path.write_text(text, "utf-8", newline="\n")
        yield path


def _templates(folder: Traversable, place: Path) -> Iterator[tuple[Traversable, Path]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _templates(entry, place / entry.name)
        else:
            yield entry, place / entry.name.removesuffix(ENDING)


def _renamed(place: Path, names: Names) -> Path:
    if place.parts[0] == "src":
        return Path("src", names.module, *place.parts[1:])
    return place.with_name(f"test_{names.module}.py") if place.name == "test_plugin.py" else place
