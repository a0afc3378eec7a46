"""Writes the compact form of the tables whenever the package is built, or installed for editing."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompactTables(BuildHookInterface[Any]):
    """What ``src/quotekit/_compact.py`` says."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write the files; ``artifacts`` in pyproject.toml takes them along."""
        source = Path(self.root, "src", "quotekit")
        runpy.run_path(str(source / "_compact.py"))["build"](source / "data")
