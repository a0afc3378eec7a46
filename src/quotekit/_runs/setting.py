"""The setting of a run: all that its results depend on besides the articles."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

from quotekit.models import Select
from quotekit.registry import Registry

Setting = Mapping[str, Any]


def setting_of(registry: Registry, select: Select | None = None) -> Setting:
    """Return version, digest of tables and weights, plugins with their versions, what is asked for.

    A plugin that belongs to no distribution, such as a file, is known by the digest of its source.

    Example:
        >>> setting = setting_of(Registry(entry_points=False, block=["dates"]))
        >>> sorted(setting)
        ['plugins', 'quotekit', 'select', 'tables']
        >>> setting["plugins"]["dates"], setting["plugins"]["mentions"]
        ('blocked', 'builtin')
    """
    from importlib import metadata

    return {
        "quotekit": metadata.version("quotekit-nlp"),
        "tables": _tables(),
        "plugins": {info.name: _plugin(info.name, registry) for info in registry.plugins()},
        "select": _selected(select or Select()),
    }


def changes(before: Setting, now: Setting) -> Iterator[str]:
    """Yield what differs between two settings, in words.

    Example:
        >>> before = {"quotekit": "1.0", "tables": "9f", "plugins": {"wire": "wire 1.0"}}
        >>> list(changes(before, {"quotekit": "1.1", "tables": "9f", "plugins": {}}))
        ['quotekit is 1.1, it was 1.0', "plugin 'wire' is not there, it was wire 1.0"]
    """
    names = {
        "quotekit": "quotekit is",
        "tables": "the digest of tables and weights is",
        "select": "what is asked for is",
    }
    for key, name in names.items():
        if before.get(key) != now.get(key):
            yield f"{name} {now.get(key)}, it was {before.get(key)}"
    old, new = before.get("plugins", {}), now.get("plugins", {})
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            is_now, was = new.get(name, "not there"), old.get(name, "not there")
            yield f"plugin {name!r} is {is_now}, it was {was}"


def _selected(select: Select) -> str:
    """Return what is asked for as words, *default* where nothing is said of it."""
    told = [
        f"{field.name} {', '.join(sorted(map(str, value))) if isinstance(value, frozenset) else value}"
        for field in attrs.fields(Select)
        if (value := getattr(select, field.name)) != field.default
    ]
    return "; ".join(told) or "default"


def _plugin(name: str, registry: Registry) -> str:
    info = next(info for info in registry.plugins() if info.name == name)
    if info.blocked:
        return "blocked"
    if info.distribution:
        return f"{info.distribution} {info.version}"
    if info.origin == "builtin":
        return "builtin"
    plugin = registry.plugin(name)
    try:
        file = inspect.getsourcefile(plugin if isinstance(plugin, ModuleType) else type(plugin))
        return f"source {_digest(Path(file or '').read_bytes())}"
    except (OSError, TypeError):  # typed at a prompt
        return type(plugin).__qualname__


def _tables() -> str:
    """Return a digest of all tables and weights that are shipped."""
    digest = hashlib.blake2b(digest_size=8)
    folders = [f for f in resources.files("quotekit.data").iterdir() if f.is_dir()]
    for folder in sorted(folders, key=lambda f: f.name):
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith((".toml", ".json")):
                digest.update(f"{folder.name}/{file.name}\n".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=8).hexdigest()
