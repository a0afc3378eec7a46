"""Writes what loads at once whenever the package is built, or installed for editing.

That is the compact form of the tables and, where what quotekit needs is installed beside the build,
what takes long to make of the tables, and the code of its patterns. With ``QUOTEKIT_COMPILE=1`` the
modules that take most of the time are compiled as well, which needs a C compiler.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILE = os.environ.get("QUOTEKIT_COMPILE") == "1"


class CompactTables(BuildHookInterface[Any]):
    """What ``src/quotekit/_compact.py`` says."""

    def dependencies(self) -> list[str]:
        """Return what the build needs besides hatchling."""
        return [*_compiler(self.root)["REQUIRED"]] if COMPILE else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files; ``artifacts`` in pyproject.toml takes them along."""
        source = Path(self.root, "src", "quotekit")
        runpy.run_path(str(source / "_compact.py"))["build"](source / "data")
        sys.path.insert(0, str(source.parent))
        try:
            _build_rest(source / "data", Path(self.root, "examples", "articles"))
        except Exception as error:  # it makes runs start sooner, and no more
            self.app.display_warning(f"the first article of a run will take longer: {error}")
        finally:
            sys.path.remove(str(source.parent))
        if COMPILE and version != "editable":
            self._built = tempfile.TemporaryDirectory(prefix="quotekit-")
            build_data["force_include"].update(_compile(self.root, self._built.name))
            build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what lies in the wheel now."""
        if hasattr(self, "_built"):
            self._built.cleanup()


def _compiler(root: str) -> dict[str, Any]:
    return runpy.run_path(str(Path(root, "hatch_compile.py")))


def _compile(root: str, folder: str) -> dict[str, str]:
    """Compile into a folder, by a process of its own; return each file and its place in the wheel."""
    command = [sys.executable, str(Path(root, "hatch_compile.py")), str(Path(root, "src")), folder]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    made = (line for line in done.stdout.splitlines() if line.endswith((".so", ".pyd")))
    return {str(Path(folder, name)): name for name in made}


def _build_rest(folder: Path, articles: Path) -> None:
    """Write what a few articles need in every language."""
    from quotekit import Article, Extractor, Registry, _derived, _patterns
    from quotekit._plugins.dates.grammar import article_grammar

    extractor, patterns = Extractor(Registry(entry_points=False)), set[tuple[str, int]]()
    for code, language in extractor.registry.languages().items():
        for file in sorted(articles.glob("*.txt")):
            extractor.extract(Article(file.read_text("utf-8"), language=code))
        _derived.build(folder, language)
        patterns.update((rule.source, 0) for rule in language.memo(article_grammar).rules)
    _patterns.build(folder, patterns.union(_patterns.known()))
