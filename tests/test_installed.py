"""Whether an installed distribution may bring plugins is seen in the files themselves."""

from __future__ import annotations

import sys
import zipfile

import pytest

from quotekit._installed import may_bring


@pytest.fixture
def folder(tmp_path):
    for name, entries in (
        ("tides-1.dist-info", "[console_scripts]\ntides = tides:main\n"),
        ("Harbour-2.Egg-Info", "[harbour]\nmaster = harbour\n"),
        ("notes", "[notes]\nall = notes\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "entry_points.txt").write_text(entries)
    (tmp_path / "plain-1.dist-info").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("group", "found"),
    [("console_scripts", True), ("harbour", True), ("notes", False), ("tides", False)],
)
def test_the_group_is_looked_for_in_the_entry_points_of_distributions(folder, group, found):
    assert may_bring(group, [str(folder)]) is found


def test_a_folder_that_is_not_there_brings_nothing(tmp_path):
    assert not may_bring("tides", [str(tmp_path / "none")])


def test_an_archive_may_bring_anything(tmp_path):
    zipfile.ZipFile(tmp_path / "all.zip", "w").close()
    assert may_bring("tides", [str(tmp_path / "all.zip")])
    (tmp_path / "tides.egg").mkdir()
    assert may_bring("tides", [str(tmp_path / "tides.egg")])


def test_another_finder_may_bring_anything(monkeypatch):
    class Finder:
        def find_distributions(self, context):
            return ()

    assert not may_bring("tides", [])
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert may_bring("tides", [])


def test_without_plugins_the_metadata_of_distributions_are_not_read(monkeypatch):
    from quotekit import Registry

    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: 1 / 0)
    monkeypatch.setattr(sys, "path", [])
    assert {info.origin for info in Registry().plugins()} == {"builtin"}
