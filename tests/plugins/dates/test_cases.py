"""Sentences of our own: what is a time in them, and which."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.plugins.dates.marked import read, unmark

pytestmark = pytest.mark.once

FOLDER = Path(__file__).parents[2] / "cases" / "dates"
CASES = [
    pytest.param(group, marked, id=f"{file.stem}: {marked[:60]!r}")
    for file in sorted(FOLDER.glob("*.toml"))
    for group in tomllib.loads(file.read_text(encoding="utf-8")).get("groups", ())
    for marked in group["cases"]
]


@pytest.mark.parametrize(("group", "marked"), CASES)
def test_a_sentence_has_these_times_and_no_others(group, marked):
    text, expected = unmark(marked)
    times = read(
        text, group.get("anchor"), group.get("language", "en"), group.get("mode", "article")
    )
    found = [(time.span.start, time.text, time.value) for time in times]
    assert found == expected, group["why"]


def test_there_are_about_three_hundred_of_them():
    assert len(CASES) >= 300
