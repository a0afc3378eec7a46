"""Catalan: every row of the cue table reads its example, and paragraphs come out as marked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import quotekit_catalan as plugin

from quotekit import Registry
from quotekit.lexicon import tables
from quotekit.testing import check_plugin

[CUES] = tables("cues", package="quotekit_catalan.data")
EXAMPLES = [
    row["example"] for section in ("verbs", "expressions") for row in CUES.data()[section].values()
]
CASES = tomllib.loads((Path(__file__).parent / "paragraphs.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_cue_reads_its_example(assert_extracts, example):
    ended = example if example[-1] in ".»" else f"{example}."
    assert_extracts(ended, language="ca")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_paragraph_is_read_as_marked(assert_extracts, case):
    assert_extracts(case["text"], language="ca")


def test_every_table_of_the_folder_is_handed_over():
    files = {path.stem for path in (Path(plugin.__file__).parent / "data" / "ca").iterdir()}
    assert files == set(plugin.NAMES)


def test_the_language_is_served_once_the_plugin_is_installed():
    registry = Registry()
    assert "ca" in registry.languages()
    installed = {info.name: info for info in registry.plugins()}
    assert installed["catalan"].distribution == "quotekit-catalan"


def test_the_plugin_keeps_to_the_rules():
    check_plugin(plugin, name="catalan")
