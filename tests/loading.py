"""Loads data-driven cases: every file of one folder under tests/cases."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def cases(area):
    """Return the cases of one area as parameters, each named for its file and its name."""
    found = []
    for file in sorted((CASES / area).glob("*.toml")):
        cases = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
        found += [pytest.param(case, id=f"{file.stem}: {case['name']}") for case in cases]
    return found
