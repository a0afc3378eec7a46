"""The picture of the rooms is the one that the imports in the code draw."""

from __future__ import annotations

import runpy
import xml.etree.ElementTree as ET

from .conftest import ROOT

DRAW = runpy.run_path(str(ROOT / "docs" / "architecture.py"))


def test_the_picture_is_up_to_date():
    assert DRAW["PICTURE"].read_text("utf-8") == DRAW["drawing"](), "run docs/architecture.py"


def test_each_room_stands_above_all_that_it_imports():
    graph = DRAW["uses"]()
    height = DRAW["floors"](graph)
    assert {"spans", "pipeline", "_cli", "_plugins"} <= graph.keys()
    assert all(height[name] > height[below] for name in graph for below in graph[name])


def test_the_picture_names_each_room_and_says_what_it_is():
    picture = ET.fromstring(DRAW["drawing"]())
    space = "{http://www.w3.org/2000/svg}"
    boxes = {
        g.findtext(f"{space}text"): g.findtext(f"{space}title") for g in picture.iter(f"{space}g")
    }
    assert boxes.keys() == DRAW["uses"]().keys()
    assert all(boxes.values())
