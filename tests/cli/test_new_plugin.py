"""``quotekit new-plugin``: what it writes is a plugin that passes its own tests."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest


@pytest.fixture
def written(quotekit, tmp_path):
    folder = tmp_path / "plugin"
    code, out, err = quotekit("new-plugin", "Quotekit_Chat", "--output", str(folder))
    assert (code, err) == (0, "")
    assert all(line.startswith(str(folder)) for line in out.splitlines())
    return folder


def test_the_package_passes_its_own_tests(written):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=written, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout


def test_the_package_names_its_plugin(written):
    project = tomllib.loads((written / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "quotekit-chat"
    assert project["entry-points"]["quotekit"] == {"chat": "quotekit_chat"}
    assert project["dependencies"][0].startswith("quotekit-nlp>=")
    files = {str(path.relative_to(written)) for path in written.rglob("*") if path.is_file()}
    assert {"README.md", ".github/workflows/tests.yml", "tests/test_quotekit_chat.py"} <= files
    for path in written.rglob("*"):
        assert not path.is_file() or "$" not in path.read_text("utf-8").replace("${{", "").replace(
            ".*)$", ""
        ), path


def test_nothing_is_written_over(quotekit, written):
    before = (written / "README.md").read_bytes()
    code, _, err = quotekit("new-plugin", "other", "--output", str(written))
    assert code == 2
    assert "is there already, and not empty" in err
    assert (written / "README.md").read_bytes() == before


@pytest.mark.parametrize("name", ["", "-x-", "a b", "../x", "é", "1st"])
def test_what_is_no_name_is_refused(quotekit, tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = quotekit("new-plugin", "--", name)
    assert (code, out) == (2, "")
    assert "is no name of a distribution" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("quotekit", "a module 'quotekit' would not be found, or hide another"),
        ("json", "a module 'json' would not be found, or hide another"),
        ("class", "a module 'class' would not be found, or hide another"),
        ("quotekit-quotes", "'quotes' is a built-in plugin"),
    ],
)
def test_a_name_that_would_break_the_plugin_is_refused_with_one_that_would_not(
    quotekit, tmp_path, name, reason, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    code, out, err = quotekit("new-plugin", name)
    assert (code, out) == (2, "")
    assert f"{reason}; take another name, such as {name}-desk" in err
    assert list(tmp_path.iterdir()) == []
    assert quotekit("new-plugin", f"{name}-desk")[0] == 0
