"""Compact tables say what the reviewed text says, or are not used."""

from __future__ import annotations

import pytest

from quotekit import _compact
from quotekit.lexicon import builtin_tables

TEXTS = [table for table in builtin_tables() if str(table.source).endswith(".toml")]


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "xx" / "kin.toml"
    path.parent.mkdir()
    path.write_text('[kin]\nany = ["aunt"] # and not the uncle\n', "utf-8")
    return tmp_path


@pytest.mark.parametrize("table", TEXTS, ids=str)
def test_every_table_of_ours_is_the_same_in_both_forms(table, tmp_path):
    text = table.source.read_text(encoding="utf-8")
    file = tmp_path / _compact.FOLDER / f"{table.language}-{table.name}.json"
    file.parent.mkdir()
    file.write_text(_compact.compact(text), "utf-8")
    loaded = _compact.load(tmp_path, f"{table.language}/{table.name}", text)
    assert loaded == _compact.read_text(text, is_json=False) == table.data()


def test_what_the_build_writes_is_loaded_in_place_of_the_text(folder):
    assert [file.name for file in _compact.build(folder)] == ["xx-kin.json"]
    text = (folder / "xx" / "kin.toml").read_text("utf-8")
    assert _compact.load(folder, "xx/kin", text) == {"kin": {"any": ["aunt"]}}


def test_a_compact_table_of_another_text_does_not_count(folder):
    _compact.build(folder)
    text = (folder / "xx" / "kin.toml").read_text("utf-8")
    assert _compact.load(folder, "xx/kin", text.replace("aunt", "nana")) is None


def test_without_a_build_the_text_counts(folder):
    assert _compact.load(folder, "xx/kin", "") is None


def test_the_build_leaves_what_is_json_already_alone():
    names = {table.name for table in builtin_tables()} - {table.name for table in TEXTS}
    assert names == {"reported"}
