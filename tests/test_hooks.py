"""The hooks themselves: each is typed, shown in an example that runs, documented, and in use."""

from __future__ import annotations

import inspect
import re
import typing

import pytest

import quotekit
from quotekit import Registry, hookspecs
from quotekit._calls import COLLECTED, DECIDED
from quotekit._loading import HOOKS

from .conftest import ROOT

REFERENCE = ROOT / "docs" / "reference" / "hooks.md"


def spec(hook: str):
    return getattr(hookspecs, hook)


def signature(hook: str) -> str:
    """Return a hook's signature as the docs write it."""
    return f"{hook}{inspect.signature(spec(hook))}".replace("'", "")


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_typed(hook):
    shape = inspect.signature(spec(hook))
    assert shape.return_annotation is not inspect.Signature.empty
    for parameter in shape.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_says_what_it_gathers_or_decides(hook):
    deciding = spec(hook).quotekit_spec["firstresult"]
    assert (hook in DECIDED, hook in COLLECTED) == (bool(deciding), not deciding)
    doc = inspect.getdoc(spec(hook))
    assert ("Deciding." in doc) or ("Collecting" in doc)
    assert ("Deciding." in doc) == bool(deciding)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_shows_a_plugin_that_registers(hook):
    """The example in its docstring, run as it stands, is a plugin for this very hook."""
    doc = inspect.getdoc(spec(hook))
    lines = re.findall(r"^ *(?:>>>|\.\.\.) ?(.*)$", doc, flags=re.MULTILINE)
    space = {**vars(quotekit), **vars(typing), "re": re, "hookimpl": quotekit.hookimpl}
    code = compile("\n".join(lines), hook, "exec", flags=0, dont_inherit=True)
    before = set(space)
    exec(code, space)
    [example] = [v for k, v in space.items() if k not in before and isinstance(v, type)]
    registry = Registry(entry_points=False)
    registry.register(example)
    assert hook in registry.plugins()[-1].hooks


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_built_in_that_uses_it(hook):
    users = [info.name for info in Registry(entry_points=False).plugins() if hook in info.hooks]
    assert users or hook == "quotekit_languages"  # the core has quotekit's own tables


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_stands_in_the_reference_with_its_exact_signature(hook):
    text = REFERENCE.read_text(encoding="utf-8")
    assert re.search(rf"^## `{hook}`$", text, flags=re.MULTILINE), f"no heading for {hook}"
    section = text.split(f"## `{hook}`\n")[1].split("\n## ")[0]
    written = " ".join(section.split()).replace("( ", "(").replace(" )", ")")
    assert signature(hook) in written
