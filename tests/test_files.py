"""Files: extractions written to a path."""

from __future__ import annotations

import json

import pytest

from quotekit import Article, Extraction, Registry, write
from quotekit.exceptions import FormatError

ODD = Extraction(Article("", id="a", title="\ud800“Já”"))


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_the_ending_tells_the_format(tmp_path, name):
    write([ODD], tmp_path / name)
    data = (tmp_path / name).read_bytes()
    assert b"\r" not in data
    data.decode("utf-8")


def test_the_format_may_be_given(tmp_path):
    write([ODD], tmp_path / "a.txt", format="jsonl", registry=Registry(entry_points=False))
    assert json.loads((tmp_path / "a.txt").read_text("utf-8"))["title"] == ODD.article.title


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(FormatError, match="name a format"):
        write([ODD], tmp_path / "a.xyz")
    assert not (tmp_path / "a.xyz").exists()
