"""The code keeps its shape: short functions, modules that fit a reader's head."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import quotekit

MODULES = sorted(Path(quotekit.__file__).parent.rglob("*.py"))
LONGEST_FUNCTION, USUAL_FUNCTION, LONGEST_MODULE = 60, 25, 350


MODULE_RE = re.compile(r":mod:`(?:[^`<]*<)?([.\w]+)>?`")


def lengths() -> Iterator[tuple[int, str]]:
    """Yield the lines of every function, its docstring not counted."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                doc = ast.get_docstring(node, clean=False)
                told = doc.count("\n") + 1 if doc else 0
                yield node.end_lineno - node.lineno + 1 - told, f"{module.name}: {node.name}"


def test_no_function_is_too_long() -> None:
    assert [found for found in lengths() if found[0] > LONGEST_FUNCTION] == []


def test_nine_functions_of_ten_are_short() -> None:
    found = sorted(length for length, _ in lengths())
    assert found[len(found) * 9 // 10] <= USUAL_FUNCTION


def test_no_module_is_too_long() -> None:
    found = {module.name: len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {name: lines for name, lines in found.items() if lines > LONGEST_MODULE} == {}


def test_every_module_that_another_tells_of_is_there() -> None:
    ours = {module.stem for module in MODULES}
    told = {name for module in MODULES for name in MODULE_RE.findall(module.read_text("utf-8"))}
    assert len(told) > 20
    assert [
        name
        for name in sorted(told)
        if name.rpartition(".")[2] not in ours and importlib.util.find_spec(name.strip(".")) is None
    ] == []
