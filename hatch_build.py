"""Writes what loads at once whenever the package is built, or installed for editing.

That is the compact form of the tables and, where what quotekit needs is installed beside the build,
what takes long to make of the tables, and the code of its patterns.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompactTables(BuildHookInterface[Any]):
    """What ``src/quotekit/_compact.py`` says."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
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


def _build_rest(folder: Path, articles: Path) -> None:
    """Write what a few articles need in every language."""
    from quotekit import Article, Extractor, Registry, _derived, _patterns

    extractor = Extractor(Registry(entry_points=False))
    for code, language in extractor.registry.languages().items():
        for file in sorted(articles.glob("*.txt")):
            extractor.extract(Article(file.read_text("utf-8"), language=code))
        _derived.build(folder, language)
    _patterns.build(folder, _patterns.known())
