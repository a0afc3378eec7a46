"""The public face: what may be imported is documented, and nothing else is named."""

from __future__ import annotations

import importlib
import re
import types
from importlib.metadata import version
from pathlib import Path

import pytest

import quotekit

from .conftest import ROOT

REFERENCE = ROOT / "docs" / "reference"
PAGES = {page.name: page.read_text("utf-8") for page in REFERENCE.rglob("*.md")}
DIRECTIVE_RE = re.compile(r"\.\. auto(\w+):: (quotekit[\w.]*)\n((?:   .*\n)*)")
PUBLIC = ("quotekit", "quotekit.arrow", "quotekit.document", "quotekit.evaluation",
          "quotekit.exceptions", "quotekit.hookspecs", "quotekit.lexicon", "quotekit.models",
          "quotekit.pipeline", "quotekit.plugins", "quotekit.registry", "quotekit.service",
          "quotekit.spans", "quotekit.syntax", "quotekit.testing", "quotekit.testing.fixtures",
          "quotekit.view")  # fmt: skip
INNER = ("quotekit.data", "quotekit.models.")
"""Tables, and the modules of a package that exports what they define."""
NOT_FOR_CALLERS = {"quotekit.hookspecs.PROJECT", "quotekit.hookspecs.hookspec"}
"""Public for the core's sake, and explained with the hooks."""


def documented() -> set[str]:
    """Return the dotted names that the reference describes, members of whole modules too."""
    names = {
        "quotekit.__compiled__",
        "quotekit.__version__",
        "quotekit.hookimpl",
        "quotekit.hookspecs.hookimpl",
    }
    for _, name, options in (m for page in PAGES.values() for m in DIRECTIVE_RE.findall(page)):
        found = resolve(name)
        if isinstance(found, types.ModuleType):
            if ":members:" in options:
                names |= {f"{name}.{member}" for member in found.__all__}
        else:
            names.add(name)
    return names


def resolve(name: str) -> object:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        return getattr(importlib.import_module(module), attribute)


@pytest.mark.parametrize("module", PUBLIC)
def test_whatever_is_exported_is_documented_under_some_public_name(module):
    described = {id(resolve(name)) for name in documented()}
    for name in importlib.import_module(module).__all__:
        exported = f"{module}.{name}"
        assert exported in NOT_FOR_CALLERS or id(resolve(exported)) in described, exported


def test_every_other_module_has_an_underscore():
    """Or stands in a folder that has one; *models* are for import from quotekit itself."""
    root = Path(quotekit.__file__).parent
    files = (path.relative_to(root.parent).with_suffix("") for path in root.rglob("*.py"))
    names = {".".join(part for part in file.parts if part != "__init__") for file in files}
    public = {name for name in names if "._" not in name and not name.endswith("__main__")}
    assert {name for name in public if not name.startswith(INNER)} == set(PUBLIC)


def test_whatever_is_documented_is_exported_by_a_public_module():
    for name in documented():
        module, _, attribute = name.rpartition(".")
        assert module in PUBLIC, name
        assert attribute in importlib.import_module(module).__all__, name


@pytest.mark.parametrize("page", sorted(ROOT.joinpath("docs").rglob("*.md")), ids=lambda p: p.name)
def test_no_page_names_a_module_that_is_not_for_import(page):
    named = set(re.findall(r"\bquotekit(?:\.\w+)*\._\w+", page.read_text("utf-8")))
    assert not named - {"quotekit.__compiled__", "quotekit.__version__", "quotekit._writers"}


def test_all_errors_and_warnings_can_be_imported_from_the_package():
    from quotekit import exceptions

    assert set(exceptions.__all__) <= set(quotekit.__all__)
    assert all(
        issubclass(getattr(exceptions, name), (quotekit.QuotekitError, quotekit.QuotekitWarning))
        for name in exceptions.__all__
    )


def test_the_version_is_the_distributions():
    assert quotekit.__version__ == version("quotekit-nlp")
