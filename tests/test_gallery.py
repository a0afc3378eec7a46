"""The README's picture is what the program makes of the article there."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ET

import pytest

from .conftest import ROOT

PICTURE = ROOT / "docs" / "pictures" / "show.svg"


@pytest.fixture(name="gallery")
def _gallery(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "docs" / "gallery.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(svg: str) -> list[str]:
    """Return the words of a picture; their places are rich's affair."""
    return "".join(ET.fromstring(svg).itertext()).split()


def test_the_picture_is_what_the_program_makes_now(gallery):
    assert words(gallery.readme_picture()) == words(PICTURE.read_text("utf-8"))


def test_the_picture_loads_nothing():
    addresses = re.findall(r"(?:https?:|url\(|@import)[^\s\"]*", PICTURE.read_text("utf-8"))
    assert all(one.startswith("url(#") or one == "http://www.w3.org/2000/svg" for one in addresses)


def test_the_readme_shows_it_on_its_first_screen():
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()[:10]
    assert any("(docs/pictures/show.svg)" in line for line in lines)
