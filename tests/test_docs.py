"""Nothing in the documentation that does not run: docstrings, pages, README."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import attrs
import pytest

import quotekit
from quotekit import _encodings
from quotekit._cli.app import COMMANDS, app, run

from .conftest import ROOT
from .test_imports import dotted, modules

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
NEEDS_RE = re.compile(r"^% needs (.*)$", flags=re.MULTILINE)
"""Packages without which the code on a page cannot run."""

FENCE_RE = re.compile(r"^```(\w+)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
COMMAND_RE = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
BLOCKS = re.MULTILINE | re.DOTALL
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL

PICTURES = ["jinja2", "altair", "vl_convert"]
EXTRAS = {
    "quotekit._view": PICTURES,
    "quotekit.view": PICTURES,
    "quotekit._readers.feeds": ["feedparser"],
    "quotekit._readers.news": ["defusedxml"],
    "quotekit._readers.warc": ["fastwarc"],
    "quotekit.arrow": ["pyarrow"],
}
"""Packages without which the examples of a module, or of a package's modules, show nothing."""


def blocks(page: Path, language: str) -> list[str]:
    return [code for name, code in FENCE_RE.findall(page.read_text("utf-8")) if name == language]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture(autouse=True)
def _at_home(monkeypatch):
    """Paths in the documentation count from the repository."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_docstring_examples_run(path):
    if path.name == "__main__.py":
        return
    for home, packages in EXTRAS.items():
        for package in packages if f"{dotted(path)}.".startswith(f"{home}.") else ():
            pytest.importorskip(package)
    module = importlib.import_module(dotted(path))
    # Hooks are defined without the names that plugins import.
    public = {name: getattr(quotekit, name) for name in quotekit.__all__}
    names = {**vars(quotekit), **public, "re": re, "attrs": attrs, "decode": _encodings.decode}
    extra = names if dotted(path) == "quotekit.hookspecs" else {}
    failed, _ = doctest.testmod(module, extraglobs=extra, optionflags=FLAGS)
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_python_on_a_page_runs_from_top_to_bottom(page):
    for package in " ".join(NEEDS_RE.findall(page.read_text("utf-8"))).split():
        pytest.importorskip(package)
    code = "\n".join(blocks(page, "python"))
    test = doctest.DocTestParser().get_doctest(code, {}, name(page), str(page), 0)
    assert bool(code) == bool(test.examples), "code without prompts is not tested"
    result = doctest.DocTestRunner(optionflags=FLAGS).run(test)
    assert result.failed == 0


R_PAGES = [page for page in PAGES if blocks(page, "r")]


@pytest.mark.parametrize("page", R_PAGES, ids=name)
def test_r_on_a_page_runs_and_prints_what_stands_below_it(page, tmp_path):
    rscript = shutil.which("Rscript")
    if rscript is None:
        pytest.skip("no R on the path")
    files = [f"examples/articles/{article}.txt" for article in ("ferry", "wall")]
    assert run(["extract", *files, "--output", str(tmp_path / "quotes.csv")]) == 0
    found = re.search(r"^```r\n(.*?)^```\n+```text\n(.*?)^```", page.read_text("utf-8"), BLOCKS)
    code, shown = found.groups()
    done = subprocess.run(
        [rscript, "--vanilla", "-e", code],
        cwd=tmp_path,
        env={**os.environ, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert _lines(done.stdout) == _lines(shown)


WALKED = [page for page in PAGES if re.search("^% walked$", page.read_text("utf-8"), re.MULTILINE)]
"""Pages that are followed from top to bottom in a folder of their own."""

STEP_RE = re.compile(
    r"^```(?:\{code-block\} \w+\n:caption: (?P<file>\S+)\n\n(?P<text>.*?)"
    r"|console\n(?P<console>.*?))^```$",
    BLOCKS,
)


@pytest.mark.parametrize("page", WALKED, ids=name)
def test_a_page_can_be_followed_to_the_letter(page, tmp_path, monkeypatch):
    """Write each file with a caption, run each command, and see what is shown below it."""
    (tmp_path / "bin").mkdir()
    for tool, module in (("quotekit", "quotekit"), ("pytest", "pytest -p no:cacheprovider")):
        path = tmp_path / "bin" / tool
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    folder = tmp_path / "desk"
    folder.mkdir()
    for step in STEP_RE.finditer(page.read_text("utf-8")):
        if step["file"]:
            file = folder / step["file"]
            assert not file.exists() or file.read_text("utf-8") == step["text"], file
            file.write_text(step["text"], "utf-8")
        for command, shown in re.findall(COMMAND_RE, step["console"] or ""):
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            done = subprocess.run(
                command, shell=True, cwd=folder, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
            printed = re.sub(" +", " ", done.stdout.rstrip())
            assert re.fullmatch(_pattern(shown), printed), f"{command}: {printed}"


def _pattern(shown: str) -> str:
    """Return what output is to look like, in which ``…`` stands for anything."""
    return re.escape(re.sub(" +", " ", shown.rstrip())).replace("…", "(?s:.*)")


@pytest.mark.parametrize("page", [page for page in PAGES if page not in WALKED], ids=name)
def test_commands_on_a_page_run_and_print_what_stands_below_them(page, capsys):
    for block in blocks(page, "console"):
        for command, shown in re.findall(COMMAND_RE, block):
            if not command.startswith("quotekit "):
                continue
            arguments = [path for word in shlex.split(command)[1:] for path in _expanded(word)]
            # Pages show what a terminal shows.
            formatted = {"extract": ["--format", "table"], "speakers": ["--format", "chart"]}
            if "--format" not in arguments:
                arguments += formatted.get(arguments[0], [])
            assert run(arguments) == 0, command
            printed = capsys.readouterr().out
            assert printed
            if shown.strip():
                assert _lines(printed) == _lines(shown)


def _expanded(word: str) -> list[str]:
    """Do with a word what a shell does."""
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_data_on_a_page_is_valid(page):
    for block in blocks(page, "json"):
        json.loads(block)
    for block in blocks(page, "toml"):
        tomllib.loads(block)


CONTRIBUTING = ROOT / "CONTRIBUTING.md"
BESIDE = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
    ROOT / "changelog.d" / "README.md",
]
"""Pages that are read in the repository."""


@pytest.mark.parametrize("page", dict.fromkeys([*PAGES, *BESIDE]), ids=name)
def test_files_named_on_a_page_are_there(page):
    text = page.read_text("utf-8")
    for path in re.findall(r"`((?:examples|src|docs|tests)/[\w./-]+)`", text):
        assert (ROOT / path).exists() or (page.parent / path).exists(), path
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / link).exists(), link


def test_contributors_are_sent_to_rooms_and_sessions_that_are_there():
    text = CONTRIBUTING.read_text("utf-8")
    rooms = re.findall(r"`((?:_\w+|syntax)/[\w./]*)`", text)
    assert rooms
    for room in rooms:
        assert (ROOT / "src" / "quotekit" / room).exists(), room
    sessions = {word for words in re.findall(r"`nox -s ([\w ]+)", text) for word in words.split()}
    assert {"tests", "lint", "docs"} <= sessions
    defined = (ROOT / "noxfile.py").read_text("utf-8")
    for session in sessions:
        assert f"def {session}(session" in defined, session


def test_every_command_and_option_is_documented():
    text = (ROOT / "docs" / "reference" / "cli.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"quotekit {command}" in text
        for option in app.get_command(None, command).params:
            for flag in option.opts:
                assert not flag.startswith("--") or flag in text, f"{command} {flag}"


def test_nobody_is_told_to_install_somebody_elses_package():
    """The name `quotekit` on the package index is not this project's."""
    for path in [*PAGES, *ROOT.rglob("examples/**/*.md"), *ROOT.rglob("src/**/*.py")]:
        assert "pip install quotekit" not in path.read_text("utf-8").replace("quotekit-nlp", ""), (
            path
        )
