"""Fixtures of pytest for the tests of a plugin, which a package turns on in its ``conftest.py``.

::

    pytest_plugins = ["quotekit.testing.fixtures"]

They are no pytest plugin that is always on: pytest would then import quotekit at the start of every
run in the environment, and take twice as long to start.
"""

from __future__ import annotations

import functools
import importlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from quotekit.document import Document
from quotekit.hookspecs import PROJECT
from quotekit.models import Article, Extraction
from quotekit.pipeline import Extractor
from quotekit.registry import Registry
from quotekit.testing import assert_extracts as _assert_extracts

__all__ = ["assert_extracts", "document", "extractor", "quotekit_plugins"]


@pytest.fixture(scope="session")
def quotekit_plugins(pytestconfig: pytest.Config) -> Mapping[str, object]:
    """The plugins under test by name: the entry points in the nearest ``pyproject.toml``.

    That is the first one in the folders of the tests, or above them, that has entry points of the
    group ``quotekit``. Override the fixture to test others.
    """
    for folder in _folders(pytestconfig):
        if entries := _entry_points(folder / "pyproject.toml"):
            return {name: _loaded(where) for name, where in entries.items()}
    raise pytest.UsageError(
        f"no pyproject.toml at {pytestconfig.invocation_params.dir} or above has entry points of the "
        f"group {PROJECT!r}; add some, or override the fixture quotekit_plugins with a mapping of "
        "names to plugins"
    )


def _folders(config: pytest.Config) -> Iterator[Path]:
    """Yield the folders of the tests that pytest was asked for, each with those above it."""
    for argument in config.args:
        place = config.invocation_params.dir / argument.partition("::")[0]
        yield from (place, *place.parents)


def _entry_points(path: Path) -> Mapping[str, str]:
    """Return the plugins that a project names, by name."""
    if not path.is_file():
        return {}
    project = tomllib.loads(path.read_text("utf-8")).get("project", {})
    entries: Mapping[str, str] = project.get("entry-points", {}).get(PROJECT, {})
    return entries


def _loaded(where: str) -> object:
    """Return what an entry point names: ``module`` or ``module:attribute``."""
    module, _, attribute = where.partition(":")
    names = filter(None, attribute.strip().split("."))
    return functools.reduce(getattr, names, importlib.import_module(module.strip()))


@pytest.fixture(scope="session")
def extractor(quotekit_plugins: Mapping[str, object]) -> Extractor:
    """An extractor with the plugins under test and the built-ins, whatever else is installed."""
    registry = Registry(entry_points=False)
    for name, plugin in quotekit_plugins.items():
        registry.register(plugin, name)
    return Extractor(registry)


@pytest.fixture(scope="session")
def assert_extracts(extractor: Extractor) -> Callable[..., Extraction]:
    """:func:`quotekit.testing.assert_extracts` with the extractor of the plugins under test."""
    return functools.partial(_assert_extracts, extractor=extractor)


@pytest.fixture(scope="session")
def document(extractor: Extractor) -> Callable[..., Document]:
    """A function from a text, and fields of its article, to the document that hooks get."""

    def build(text: str, **fields: object) -> Document:
        return extractor.document(Article(text, **fields))  # type: ignore[arg-type]

    return build
