"""Manager: loads plugins, blocks, lists and traces them.

With :mod:`quotekit._calls` it keeps pluggy to itself; :class:`quotekit.registry.Registry` puts one
typed method per hook on top.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import attrs
import pluggy

from quotekit import hookspecs
from quotekit._calls import Answers, answerable
from quotekit._installed import may_bring
from quotekit._loading import find, hookless, misfit, reason, wrapped
from quotekit._plugins import BUILTIN
from quotekit.exceptions import (
    DuplicatePluginError,
    HookError,
    PluginError,
)
from quotekit.hookspecs import PROJECT


@attrs.frozen
class PluginInfo:
    """What is known of a plugin.

    Attributes:
        name: Its name, unique in a registry.
        origin: ``builtin``, ``entry-point`` or ``explicit`` (registered by the caller).
        hooks: The hooks that it implements, sorted.
        blocked: Whether it was named in ``block``, and so not loaded.
        distribution: The installed distribution that brings it, for entry points.
        version: That distribution's version.
    """

    name: str
    origin: Literal["builtin", "entry-point", "explicit"]
    hooks: tuple[str, ...] = ()
    blocked: bool = False
    distribution: str | None = None
    version: str | None = None

    def __str__(self) -> str:
        if self.origin == "entry-point":
            return f"plugin {self.name!r} of {self.distribution or 'an unnamed distribution'}"
        return f"{'built-in' if self.origin == 'builtin' else 'registered'} plugin {self.name!r}"


class Manager:
    """The plugins in use; see :class:`quotekit.registry.Registry`, through which it is used."""

    def __init__(
        self, *, builtins: bool = True, entry_points: bool = True, block: Iterable[str] = ()
    ) -> None:
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._builtins, self._entry_points = builtins, entry_points
        self._block = frozenset([block] if isinstance(block, str) else block)
        self._infos: dict[str, PluginInfo] = {}
        self._explicit: dict[str, object] = {}
        self._loaded: dict[str, str] = {}
        self._watchers: list[Callable[[str], object]] = []
        if builtins:
            for name, module in BUILTIN.items():
                load = functools.partial(importlib.import_module, module)
                self._load(PluginInfo(name, "builtin"), load)
        if entry_points:
            self._load_entry_points()

    def __getstate__(self) -> dict[str, Any]:
        """Pickle what the registry was made of; it loads its plugins anew elsewhere."""
        return {
            "settings": {
                "builtins": self._builtins,
                "entry_points": self._entry_points,
                "block": self._block,
            },
            "loaded": self._loaded,
            "explicit": {
                name: plugin.__name__ if isinstance(plugin, ModuleType) else (plugin,)
                for name, plugin in self._explicit.items()
                if name not in self._loaded
            },
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state["settings"])  # type: ignore[misc]
        for name, where in state["loaded"].items():
            self.load(where, name)
        for name, plugin in state["explicit"].items():
            is_module = isinstance(plugin, str)
            self.register(importlib.import_module(plugin) if is_module else plugin[0], name)

    @property
    def hook(self) -> pluggy.HookRelay:
        """The hooks, to be called with keyword arguments."""
        return self._manager.hook

    # -- plugins ---------------------------------------------------------------------------------

    def register(self, plugin: object, name: str | None = None) -> str:
        """Add a plugin: a module, an object, or a class (which is instantiated).

        Args:
            plugin: Whatever carries ``@hookimpl`` functions.
            name: Its name; by default its ``__name__``, or that of its class, in lower case.

        Returns:
            The name.

        Raises:
            DuplicatePluginError: If the name is taken, or the plugin registered already.
            HookError: If it implements no hook, or one that does not exist, or with arguments that
                the hook does not have.
            PluginError: If the name is blocked.
        """
        if name is None:
            name = (
                str(getattr(plugin, "__name__", type(plugin).__name__)).rpartition(".")[2].lower()
            )
        if name in self._block:
            raise PluginError(f"plugin {name!r} is blocked in this registry")
        self._add(plugin, PluginInfo(name, "explicit"))
        self._explicit[name] = plugin
        return name

    def load(self, where: str | Path, name: str | None = None) -> str:
        """Add a plugin that is a module, given by its dotted name or by the path of its file.

        Args:
            where: ``house_style`` or ``plugins/house_style.py``; a class in it is
                ``house_style:Desk`` or ``plugins/house_style.py:Desk``.
            name: Its name; by default that of the module, or of the class.

        Returns:
            The name.

        Raises:
            PluginError: If it cannot be imported, or as :meth:`register` says.
        """
        where = str(where)
        try:
            plugin = find(where)
        except Exception as error:
            raise PluginError(f"plugin {where!r} cannot be loaded ({reason(error)})") from error
        name = self.register(plugin, name)
        self._loaded[name] = where
        return name

    def unregister(self, name: str) -> None:
        """Take a plugin out.

        Raises:
            PluginError: If there is none of that name.
        """
        if not self._manager.has_plugin(name):
            raise PluginError(f"no plugin {name!r} to unregister; there are {sorted(self._infos)}")
        self._manager.unregister(name=name)
        del self._infos[name]
        self._explicit.pop(name, None)
        self._loaded.pop(name, None)
        self._forget()

    def plugins(self) -> tuple[PluginInfo, ...]:
        """Return all plugins, blocked ones too: built-ins in flow order, then the rest by name."""
        order = {name: n for n, name in enumerate(BUILTIN)}
        return tuple(
            sorted(self._infos.values(), key=lambda p: (order.get(p.name, len(order)), p.name))
        )

    def plugin(self, name: str) -> object:
        """Return a plugin that is in use: a module, or an object.

        Raises:
            PluginError: If there is none of that name.
        """
        plugin = self._manager.get_plugin(name)
        if plugin is None:
            raise PluginError(f"no plugin {name!r}; there are {sorted(self._infos)}")
        return plugin.plugin if isinstance(plugin, Answers) else plugin

    def trace(self, write: Callable[[str], object]) -> Callable[[], None]:
        """Report every answer of a plugin through *write*, a line each.

        Returns:
            A function that ends the tracing.

        Example:
            >>> from quotekit import Article, Registry
            >>> lines = []
            >>> registry = Registry(entry_points=False)
            >>> stop = registry.trace(lines.append)
            >>> _ = registry.describe_article(Article("Nobody spoke."))
            >>> stop()
            >>> lines[-1]
            'quotekit_describe_article: articles: 0 found'
        """
        self._watchers.append(write)
        return functools.partial(self._watchers.remove, write)

    def _load_entry_points(self) -> None:
        if not may_bring(PROJECT):
            return
        from importlib import metadata  # slow to import

        found = [
            (entry.dist.name if entry.dist else "", entry.name, entry)
            for entry in metadata.entry_points(group=PROJECT)
        ]
        for distribution, name, entry in sorted(found, key=lambda item: item[:2]):
            version = entry.dist.version if entry.dist else None
            info = PluginInfo(
                name, "entry-point", distribution=distribution or None, version=version
            )
            self._load(info, entry.load)

    def _load(self, info: PluginInfo, load: Callable[[], object]) -> None:
        full_name = f"{info.distribution}:{info.name}"
        if info.name in self._block:
            self._check_name(info)
            self._infos[info.name] = attrs.evolve(info, blocked=True)
            return
        if full_name in self._block:  # another plugin may have the name
            self._infos[full_name] = attrs.evolve(info, name=full_name, blocked=True)
            return
        try:
            plugin = load()
        except Exception as error:
            raise PluginError(
                f"{info} cannot be loaded ({reason(error)}); "
                f"block {info.name!r} to go on without it"
            ) from error
        self._add(plugin, info)

    def _check_name(self, info: PluginInfo) -> None:
        other = self._infos.get(info.name)
        if other is not None:
            cure = "rename one of them"
            if info.distribution is not None:
                cure += f", or block '{info.distribution}:{info.name}'"
            raise DuplicatePluginError(f"{info} has the name of {other}; {cure}")

    def _add(self, plugin: object, info: PluginInfo) -> None:
        self._check_name(info)
        if isinstance(plugin, type):
            plugin = plugin()
        for other, answers in self._manager.list_name_plugin():
            if isinstance(answers, Answers) and answers.plugin is plugin:
                raise DuplicatePluginError(
                    f"{info} is the same object as {self._infos[other]}; leave one of them out"
                )
        answers = answerable(plugin, info.name, self._watchers, trusted=info.origin == "builtin")
        try:
            self._manager.register(answers, info.name)
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            self._manager.unregister(name=info.name)
            raise HookError(f"{info} does not fit quotekit's hooks: {misfit(error)}") from error
        callers = self._manager.get_hookcallers(answers) or ()
        hooks = sorted(caller.name for caller in callers)
        fault = wrapped(callers, answers) if hooks else hookless(plugin)
        if fault:
            self._manager.unregister(name=info.name)
            raise HookError(f"{info} {fault}")
        self._infos[info.name] = attrs.evolve(info, hooks=tuple(hooks))
        self._forget()

    def _forget(self) -> None:
        """Drop what was derived from the set of plugins."""
