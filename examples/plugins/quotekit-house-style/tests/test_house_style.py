"""House style: cues that are added and taken out, and a rule that counts for less."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
import quotekit_house_style as plugin

from quotekit import Registry
from quotekit.testing import assert_extracts as assert_built_ins_extract
from quotekit.testing import check_plugin

CUES = tomllib.loads((resources.files(plugin) / "cues.toml").read_text("utf-8"))
ROWS = [row for part, rows in CUES.items() if part != "groups" for row in rows.values()]
EXAMPLES = [row["example"] for row in ROWS]

HEADLINE = "Moss: Harbour wall will hold\n\nMayor Ida Moss spoke on Tuesday. She left early."


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_cue_reads_its_example(assert_extracts, example):
    assert_extracts(f"{example}.")


def test_a_cue_that_the_house_does_not_use_reports_nothing(assert_extracts):
    assert_built_ins_extract("{Ida Moss} noted that [the pump never ran].")
    assert_extracts("Ida Moss noted that the pump never ran.")


def test_a_headline_counts_for_less(extractor):
    [quote] = extractor.extract(HEADLINE).quotes
    assert quote.rule == "headline-colon"
    assert quote.confidence <= 0.4


def test_the_plugin_is_found_once_installed():
    installed = {info.name: info for info in Registry().plugins()}
    assert installed["house-style"].distribution == "quotekit-house-style"


def test_the_plugin_keeps_to_the_rules():
    check_plugin(plugin, name="house-style")
