"""Compiling is a choice of the build: which modules can be, and how one sees that they are."""

from __future__ import annotations

import ast
import importlib
import runpy
from importlib.machinery import ExtensionFileLoader
from pathlib import Path

import pytest

import quotekit
from quotekit.syntax import _tokens

SOURCE = Path(__file__).parents[1] / "src"
BUILD = SOURCE.with_name("hatch_compile.py")

pytestmark = pytest.mark.skipif(not SOURCE.is_dir(), reason="the source is not beside the tests")


def build() -> dict:
    return runpy.run_path(str(BUILD))


def modules() -> list[str]:
    return build()["modules"](SOURCE)


def dotted(name: str) -> str:
    return f"quotekit.{name.replace('/', '.')}"


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    files = sorted(SOURCE.rglob("*.py"))
    names = (
        file.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".") for file in files
    )
    return {n: ast.parse(file.read_text("utf-8")) for n, file in zip(names, files, strict=True)}


def bases(tree: ast.Module) -> list[tuple[str, list[str]]]:
    """Return the classes of a module, each with its bases, those of ours with their module."""
    places = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    plain = ([ast.unparse(base).partition("[")[0] for base in one.bases] for one in classes)
    return [
        (one.name, [places.get(base, base) for base in every])
        for one, every in zip(classes, plain, strict=True)
    ]


def test_what_stays_python_is_there():
    names = [name for name in build()["STAY_PYTHON"] if "/" in name]
    assert [n for n in names if not (SOURCE / "quotekit" / f"{n}.py").is_file()] == []


def test_there_is_source_for_all_that_is_compiled():
    names = modules()
    assert len(names) > 100
    assert [n for n in names if not (SOURCE / "quotekit" / f"{n}.py").is_file()] == []


def test_no_class_has_one_base_that_is_compiled_and_one_that_is_not(trees):
    compiled = {dotted(name) for name in modules()}
    wrong = []
    for module, tree in trees.items():
        for name, found in bases(tree):
            ours = [base for base in found if base.startswith("quotekit.")]
            crossing = {base.rpartition(".")[0] in compiled for base in ours} - {module in compiled}
            if crossing or (module in compiled and len(found) > 1):
                wrong.append(f"{module}.{name}")
    assert wrong == []


def test_no_compiled_module_asks_for_a_member_of_unpacked_items(trees):
    """The answer to ``sign in ("!", *CLOSING)`` is one that mypyc cannot compile: name the set."""
    comparisons = (
        (module, other)
        for module in map(dotted, modules())
        for node in ast.walk(trees[module])
        if isinstance(node, ast.Compare)
        for asked, other in zip(node.ops, node.comparators, strict=True)
        if isinstance(asked, ast.In | ast.NotIn)
    )
    assert [
        f"{module}: {ast.unparse(other)}"
        for module, other in comparisons
        if isinstance(other, ast.Tuple | ast.List)
        if any(isinstance(item, ast.Starred) for item in other.elts)
    ] == []


def test_quotekit_says_whether_it_is_compiled():
    assert quotekit.__compiled__ is isinstance(_tokens.__spec__.loader, ExtensionFileLoader)


@pytest.mark.skipif(not quotekit.__compiled__, reason="this build is not compiled")
def test_all_modules_of_a_compiled_build_are():
    found = {name: importlib.import_module(dotted(name)).__spec__.loader for name in modules()}
    assert [n for n, loader in found.items() if not isinstance(loader, ExtensionFileLoader)] == []
