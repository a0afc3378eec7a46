"""What importing quotekit costs, and who imports whom: the arrows point only down."""

from __future__ import annotations

import ast
import functools
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotekit

SOURCE = Path(quotekit.__file__).parent

LAYERS = (
    {"exceptions", "hookspecs", "_callers", "_compact"},
    {"_languages", "_patterns", "_schema", "_tables"},
    {"_json", "spans"},
    {"models"},
    {"lexicon", "_names", "_formats", "_visible", "_extras", "_encodings", "_streams"},
    {"_derived"},
    {"syntax"},
    {"document", "_speaker_index"},
    {"_calls", "_plugins", "_readers", "_view", "_writers"},
    {"plugins", "view", "_installed", "_loading"},
    {"_manager"},
    {"registry"},
    {"_nesting", "_arguments"},
    {"_wording"},
    {"_fan_out", "_sources", "_invariants"},
    {"_files", "_outputs", "pipeline"},
    {"_attempt", "_runs", "evaluation"},
    {"_pickles", "arrow"},
    {"_worker"},
    {"_workers"},
    {"_batch", "_service"},
    {"service", "testing"},
    {"__init__"},
    {"_cli"},
    {"__main__"},
)
"""The rooms, from the cellar to the roof; each may import from those below it."""

FLOOR = {room: floor for floor, rooms in enumerate(LAYERS) for room in rooms}

FOR_PLUGINS = {
    "exceptions", "_json", "spans", "models", "lexicon", "_names", "_formats", "syntax",
    "document", "hookspecs", "_derived", "_patterns", "_visible", "_extras", "_encodings", "_streams",
}  # fmt: skip
"""What built-in plugins may import, which is what every plugin author may."""

UPWARD = {("models", "_view"), ("models", "_writers")}
"""Rooms that look up, with imports inside a function; no two modules do so at each other."""


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room(name: str) -> str:
    """Return the room of a dotted name inside quotekit."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def dotted(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@functools.cache
def imports(path: Path) -> tuple[str, ...]:
    """Return the names that a module imports at run time."""

    def visit(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            return
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                inner = SOURCE.parent.joinpath(*(node.module or "").split("."), f"{alias.name}.py")
                package = inner.with_suffix("")
                is_module = inner.exists() or package.joinpath("__init__.py").exists()
                yield f"{node.module}.{alias.name}" if is_module else str(node.module)
        for child in ast.iter_child_nodes(node):
            yield from visit(child)

    return tuple(visit(tree(path)))


def test_every_room_has_its_floor():
    rooms = {
        path.stem if path.parent == SOURCE else path.relative_to(SOURCE).parts[0]
        for path in modules()
    }
    assert rooms - {"data"} == set(FLOOR)


@pytest.mark.once
@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_imports_point_down(path):
    here = room(dotted(path))
    if here == "data":
        return
    for name in imports(path):
        there = room(name)
        if name.split(".")[0] == "quotekit" and there not in (here, "data"):
            upward = FLOOR[there] >= FLOOR[here] and (here, there) not in UPWARD
            assert not upward, f"{dotted(path)} imports {name}, which stands no lower"


@pytest.mark.once
@pytest.mark.parametrize(
    "path",
    [path for path in modules() if room(dotted(path)) in ("_plugins", "_readers", "_writers")],
    ids=dotted,
)
def test_plugins_import_only_what_every_plugin_author_may(path):
    """Never the registry, the pipeline, or each other."""
    own = ".".join(dotted(path).split(".")[: 3 if "._plugins." in dotted(path) else 2])
    for name in imports(path):
        if name.split(".")[0] == "quotekit" and not f"{name}.".startswith(f"{own}."):
            assert room(name) in FOR_PLUGINS, f"{dotted(path)} imports {name}"


@pytest.mark.once
def test_no_modules_import_each_other_in_a_circle():
    """Not even by imports inside functions."""
    names = {dotted(path): path for path in modules()}
    graph = {name: [n for n in imports(path) if n in names] for name, path in names.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " imports ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in graph[name]:
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.once
def test_only_what_reads_dates_imports_dateparser():
    users = {dotted(path) for path in modules() if "dateparser" in " ".join(imports(path))}
    rooms = ("quotekit._plugins.dates", "quotekit._readers.days")
    assert all(user.startswith(rooms) for user in users)


@pytest.mark.once
def test_only_the_command_line_imports_click_and_prints():
    for path in modules():
        if room(dotted(path)) != "_cli":
            assert not any(name.split(".")[0] == "click" for name in imports(path)), path
            calls = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call)]
            assert not any(isinstance(c.func, ast.Name) and c.func.id == "print" for c in calls)


def test_no_module_looks_at_the_clock():
    """But for the command line's progress bar, and the time limits of batches."""
    for path in modules():
        text = path.read_text("utf-8")
        if dotted(path) not in ("quotekit._cli.progress", "quotekit._workers"):
            assert "import time\n" not in text, path
        assert ".today()" not in text, path
        assert ".now(" not in text, path


def test_public_names_are_sorted_and_there():
    assert quotekit.__all__ == sorted(quotekit.__all__)
    assert all(hasattr(quotekit, name) for name in quotekit.__all__)


def test_names_are_imported_where_the_type_checkers_see_them():
    tree = ast.parse(Path(quotekit.__file__).read_text("utf-8"))
    seen = {
        alias.name: str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("quotekit")
        for alias in node.names
    }
    assert seen.keys() | {"__compiled__", "__version__"} == set(quotekit.__all__)
    for name, module in seen.items():
        assert getattr(quotekit, name) is getattr(importlib.import_module(module), name)
    assert set(quotekit.__all__) <= set(dir(quotekit))


def test_an_unknown_name_is_an_attribute_error_as_of_any_module():
    with pytest.raises(AttributeError, match="module 'quotekit' has no attribute 'extracts'"):
        quotekit.extracts  # noqa: B018
    assert quotekit.pipeline.Extractor is quotekit.Extractor


IMPORT = """
import sys
import quotekit
print(*sorted(name for name in sys.modules if name.startswith("quotekit")))
quotekit.extract
print(*sorted({"dateparser", "click", "rich", "multiprocessing", "asyncio"} & set(sys.modules)))
"""


def test_importing_brings_in_nothing_until_a_name_is_asked_for_and_never_what_is_heavy():
    measured = ("COVERAGE_", "COV_")  # what measures coverage imports more
    env = {name: value for name, value in os.environ.items() if not name.startswith(measured)}
    command = [sys.executable, "-c", IMPORT]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    assert run.stdout.split("\n")[:2] == ["quotekit", ""]
