"""Loading: finds the module of a plugin, and says what is wrong with one that cannot be used."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pluggy

from quotekit import hookspecs
from quotekit._calls import line_of
from quotekit.hookspecs import PROJECT

PREFIX = f"{PROJECT}_"

HOOKS: tuple[str, ...] = tuple(name for name in vars(hookspecs) if name.startswith(PREFIX))
"""The names of all hooks, in flow order."""

_BETWEEN = frozenset(("quotekit._manager", __name__, "importlib", "importlib.metadata"))
"""The modules whose lines lead to a plugin's own."""


def find(where: str) -> object:
    """Return the module, or the class of a module, that a user names."""
    module, colon, attribute = where.rpartition(":")
    if colon and module and attribute.isidentifier():
        return getattr(_module(module), attribute)
    return _module(where)


def _module(where: str) -> ModuleType:
    """Import a module by its dotted name, or from a file; a file is imported once."""
    if not where.endswith(".py"):
        return _by_name(where)
    path = Path(where).resolve()
    is_package = path.name == "__init__.py"
    name = path.parent.name if is_package else path.stem
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(path):
        return known
    if not path.is_file():
        raise FileNotFoundError("No such file")
    other = getattr(known, "__spec__", None) if known else importlib.util.find_spec(name)
    if known is not None or (other is not None and Path(other.origin or "").resolve() != path):
        place = f" ({other.origin})" if other and other.origin else ""
        raise ImportError(
            f"there is another module {name!r}{place}; rename the file, or uninstall that one"
        )
    folder = [str(path.parent)] if is_package else None
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=folder)
    if spec is None or spec.loader is None:
        raise ImportError("no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # so that its classes can be pickled
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _by_name(where: str) -> ModuleType:
    """Import a module by its dotted name; where a file is meant, the error says so."""
    try:
        return importlib.import_module(where)
    except (ImportError, TypeError) as error:
        for file in (f"{where}.py", f"{where}/__init__.py"):
            if Path(file).is_file():
                raise ImportError(f"no module of that name; is {file!r} meant?") from error
        raise


def reason(error: Exception) -> str:
    """Say why a plugin cannot be imported, and at which of its own lines it stopped."""
    import traceback  # slow to import

    imports = isinstance(error, ModuleNotFoundError)
    cure = "; is what it imports installed?" if imports else ""
    outside = (
        frame.f_code.co_filename
        for frame, _ in traceback.walk_tb(error.__traceback__)
        if not frame.f_code.co_filename.startswith("<frozen ")
        and frame.f_globals.get("__name__") not in _BETWEEN
    )
    file = next(outside, None)
    line = line_of(error, file) if file else ""
    return f"{type(error).__name__}: {error}{line and f', at {line}'}{cure}"


def hookless(plugin: object) -> str:
    """Say why a plugin implements no hook: its functions are unmarked, or in a class of it."""
    module = plugin.__name__ if isinstance(plugin, ModuleType) else None
    for name, value in vars(plugin).items() if module else ():
        own = isinstance(value, type) and value.__module__ == module
        if own and any(hasattr(each, f"{PROJECT}_impl") for each in vars(value).values()):
            return f"implements no hook, but its class {name} does; name it too (…:{name})"
    return "implements no hook; is @hookimpl missing?"


def misfit(error: pluggy.PluginValidationError) -> str:
    """Say what does not fit, and what would: the hook that may be meant, or its arguments."""
    # Where the module lies in memory or on disk says nothing; its name stands before.
    words = re.sub(r" in plugin <.*>$", "", " ".join(str(error).split()))
    hooks = [word for word in re.findall(r"\w+", words) if word.startswith(PREFIX)]
    for hook in hooks:
        if hook in HOOKS:
            arguments = ", ".join(inspect.signature(getattr(hookspecs, hook)).parameters)
            unknown = re.search(r"Argument\(s\) \{(.*?)\}", words)
            if unknown:
                words = f"{hook} has no argument {', '.join(sorted(unknown[1].split(', ')))}"
            return f"{words}; {hook} has the arguments ({arguments})"
    import difflib

    close = difflib.get_close_matches(hooks[0], HOOKS, 1) if hooks else []
    meant = f"is {close[0]!r} meant? " if close else ""
    return f"{words}; {meant}The hooks are {', '.join(HOOKS)}"


def wrapped(callers: Iterable[pluggy.HookCaller], plugin: object) -> str:
    """Say what is wrong with a wrapper around a collecting hook: it would see only itself."""
    for caller in callers:
        deciding = caller.spec is not None and caller.spec.opts["firstresult"]
        for impl in caller.get_hookimpls():
            if impl.plugin is plugin and (impl.wrapper or impl.hookwrapper) and not deciding:
                return f"wraps {caller.name}, a collecting hook; only deciding hooks can be wrapped"
            if impl.plugin is plugin and impl.hookwrapper:
                return f"wraps {caller.name} with hookwrapper=True; write wrapper=True"
    return ""
