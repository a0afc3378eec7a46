"""Compact tables say what the reviewed text says, or are not used."""

from __future__ import annotations

import zipfile
from importlib import resources
from pathlib import Path

import pytest

from quotekit import _compact
from quotekit.lexicon import builtin_tables

TEXT = b'[kin]\nany = ["aunt"] # and not the uncle\n'


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "xx" / "kin.toml"
    path.parent.mkdir()
    path.write_bytes(TEXT)
    return tmp_path


@pytest.mark.parametrize("table", list(builtin_tables()), ids=str)
def test_every_table_of_ours_is_the_same_in_both_forms(table, tmp_path):
    text = table.source.read_bytes()
    is_json = table.source.name.endswith(".json")
    data, name = _compact.read_text(text, is_json=is_json), f"{table.language}/{table.name}"
    file = _compact.write(tmp_path, name, text, data)
    assert file.name == f"{table.language}-{table.name}.marshal"
    assert _compact.load(tmp_path, name, text) == data == table.data()


def test_the_names_of_languages_are_the_same_in_both_forms(tmp_path):
    text = (resources.files("quotekit.data") / "languages.toml").read_bytes()
    (tmp_path / "languages.toml").write_bytes(text)
    assert [file.name for file in _compact.build(tmp_path)] == ["languages.marshal"]
    loaded = _compact.load(tmp_path, "languages", text)
    assert loaded == _compact.read_text(text, is_json=False)


def test_what_the_build_writes_is_loaded_in_place_of_the_text(folder):
    assert [file.name for file in _compact.build(folder)] == ["xx-kin.marshal"]
    assert _compact.load(folder, "xx/kin", TEXT) == {"kin": {"any": ["aunt"]}}


def test_what_an_earlier_build_left_is_no_table(folder):
    left = folder / _compact.FOLDER / "xx-kin.json"
    left.parent.mkdir()
    left.write_text("4 0badcafe\n{}", "utf-8")
    assert [file.name for file in _compact.build(folder)] == ["xx-kin.marshal"]


def test_a_compact_table_of_another_text_does_not_count(folder):
    _compact.build(folder)
    assert _compact.load(folder, "xx/kin", TEXT.replace(b"aunt", b"nana")) is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xff"])
def test_a_compact_table_that_cannot_be_read_does_not_count(damage, folder):
    file = _compact.build(folder)[0]
    file.write_bytes(damage)
    assert _compact.load(folder, "xx/kin", TEXT) is None


def test_without_a_build_the_text_counts(folder):
    assert _compact.load(folder, "xx/kin", TEXT) is None


def test_the_folder_of_a_package_in_an_archive_is_read_all_the_same(tmp_path, monkeypatch):
    archive = tmp_path / "quay.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("quay_tables/__init__.py", "")
        written.writestr("quay_tables/en/titles.toml", '[office]\nperson = ["harbour master"]\n')
    monkeypatch.syspath_prepend(archive)
    folder = _compact.folder_of("quay_tables")
    assert (folder / "en" / "titles.toml").read_text("utf-8").startswith("[office]")


def test_the_folder_of_an_installed_package_is_a_path():
    assert isinstance(_compact.folder_of("quotekit.data"), Path)
