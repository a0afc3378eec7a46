"""The examples run, and print what stands at their end."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from quotekit import extract, read_all
from quotekit.testing import check_extraction

from .conftest import ROOT

SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())


def promised(script: Path) -> str:
    """Return the comment at the end of a script: what it prints."""
    [comment] = re.findall(r"(?:^# .*\n)+\Z", script.read_text("utf-8"), flags=re.MULTILINE)
    return re.sub("^# ", "", comment, flags=re.MULTILINE)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_an_example_prints_what_it_says(script):
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(script)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout == promised(script)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_example_article_has_what_it_is_there_for(path):
    for article in read_all([path]):
        extraction = extract(article)
        check_extraction(extraction)
        assert extraction.quotes or "Nobody spoke" in article.text
