"""The examples run, and print what stands at their end."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from quotekit import extract, read_all
from quotekit.testing import check_extraction

from .conftest import ROOT
from .test_docs import COMMAND_RE, blocks

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


PACKAGES = [
    readme.parent
    for readme in sorted((ROOT / "examples").rglob("README.md"))
    if blocks(readme, "console")
]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_the_readme_of_an_example_plugin_shows_what_comes_out(quotekit, package, monkeypatch):
    """Its commands run as if the plugin were installed, on the texts beside the README."""
    monkeypatch.chdir(package)
    monkeypatch.setenv("COLUMNS", "100")
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    [(name, where)] = project["entry-points"]["quotekit"].items()
    module, colon, attribute = where.partition(":")
    for block in blocks(package / "README.md", "console"):
        for command, shown in re.findall(COMMAND_RE, block):
            arguments = shlex.split(command)[1:]
            if arguments[-2:] == ["--block", name]:
                del arguments[-2:]
            else:
                arguments += ["--plugin", f"src/{module}/__init__.py{colon}{attribute}"]
            if arguments[0] == "extract":
                arguments += ["--format", "table"]
            code, out, _ = quotekit(*arguments)
            sys.modules.pop(module, None)
            assert (code, out.strip()) == (0, shown.strip()), command


def test_example_plugins_that_run_without_further_packages_have_a_text_to_try():
    assert len(PACKAGES) == 5
