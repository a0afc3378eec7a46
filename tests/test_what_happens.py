"""The page *What happens when …*: each of its rows is run, and says what it does."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
import tomllib
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import quotekit
from quotekit.exceptions import QuotekitWarning

from .conftest import ROOT

TABLE = tomllib.loads((ROOT / "docs" / "what-happens.toml").read_text("utf-8"))
STREAMS = {"stdin", "stdout", "stderr"}
ROWS = [row for section in TABLE["section"] for row in section["row"]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell's streams and signals")


def rows(key: str) -> list[Any]:
    """Return the rows that have a key, as parameters."""
    return [
        pytest.param(row, id=row["when"], marks=[pytest.mark.slow] if row.get("slow") else [])
        for row in ROWS
        if key in row
    ]


@pytest.mark.parametrize("row", rows("run"))
def test_a_command_says_what_the_page_says(row, tmp_path, monkeypatch, quotekit):
    if "needs" in row:
        pytest.importorskip(row["needs"])
    make(tmp_path, TABLE["files"] | row.get("files", {}))
    monkeypatch.chdir(tmp_path)
    command = shlex.split(row["run"])
    if "signal" in row:
        code, out, err = interrupted(command, row["signal"])
    elif STREAMS & row.keys():
        code, out, err = redirected(command, row)
    else:
        code, out, err = quotekit(*command[1:])
    assert code == row["code"], err
    assert_says(err, [f"quotekit: {line}" for line in row["says"]])
    if "articles" in row:
        assert [json.loads(line)["id"] for line in out.splitlines()] == row["articles"]
    whole = out
    for name, words in row.get("holds", {}).items():
        content = (tmp_path / name).read_text("utf-8")
        assert words in content
        whole += content
    assert all(words in whole for words in row.get("has", ()))
    assert not any(words in whole for words in row.get("lacks", ()))


@pytest.mark.parametrize("row", rows("python"))
def test_a_call_does_what_the_page_says(row, tmp_path, monkeypatch):
    make(tmp_path, TABLE["files"])
    monkeypatch.chdir(tmp_path)
    said = ""
    with warnings.catch_warnings():
        warnings.simplefilter("error", QuotekitWarning)
        try:
            eval(row["python"], {name: getattr(quotekit, name) for name in quotekit.__all__})
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
    assert_says(said, [row["raises"]] if "raises" in row else [])


def test_the_page_is_made_from_its_table():
    """Else run ``python docs/what_happens.py``."""
    spec = importlib.util.spec_from_file_location("what_happens", ROOT / "docs/what_happens.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()


def test_there_are_at_least_forty_rows_and_no_two_of_the_same_name():
    names = [row["when"] for row in ROWS]
    assert len(names) == len(set(names)) > 40


# -- files -------------------------------------------------------------------------------------------


def make(folder: Path, files: Mapping[str, Any]) -> None:
    """Write the files of a row."""
    for name, what in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if "link" in what and not isinstance(what, str):
            path.symlink_to(what["link"])
        else:
            path.write_bytes(content(what))


def content(what: str | Mapping[str, Any]) -> bytes:
    """Return what is in a file."""
    if isinstance(what, str):
        return what.removeprefix("\n").encode()
    body = (
        bytes.fromhex(what["hex"])
        if "hex" in what
        else what["text"].encode(what.get("encoding", "utf-8"))
    )
    after = re.sub(r"(.)\{(\d+)\}", lambda match: match[1] * int(match[2]), what.get("after", ""))
    return what.get("before", "").encode() + body * what.get("times", 1) + after.encode()


# -- commands ----------------------------------------------------------------------------------------


def redirected(command: list[str], row: Mapping[str, Any]) -> tuple[int, str, str]:
    """Run a command with its standard streams redirected or closed."""
    ends = "".join(
        f" {sign}{'&-' if row[name] == 'closed' else row[name]}"
        for name, sign in (("stdin", "<"), ("stdout", ">"), ("stderr", "2>"))
        if name in row
    )
    line = shlex.join([sys.executable, "-m", *command]) + ends
    done = subprocess.run(line, shell=True, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def interrupted(command: list[str], how: str) -> tuple[int, str, str]:
    """Run a command and end it when its first line is out; its worker processes must end too."""
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        start_new_session=True,
    ) as running:
        assert running.stdout
        assert running.stderr
        first = running.stdout.readline().decode()
        time.sleep(0.2)
        if how == "close":
            running.stdout.close()
        else:
            running.send_signal(signal.Signals[how])
        code = running.wait(60)
        assert not left_of(running.pid)
        return code, first, running.stderr.read().decode()


def left_of(group: int) -> bool:
    """Return whether processes of a group run ten seconds later still."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        if all(state == "Z" for state in states(group)):
            return False
        time.sleep(0.05)
    return True


def states(group: int) -> list[str]:
    """Return the states of a group's processes, as Linux tells them."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = file.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group:
            found.append(state)
    return found


def assert_says(said: str, lines: list[str]) -> None:
    """Check that these lines were printed, with anything in place of ``…``."""
    pattern = "\n".join(re.escape(line).replace("…", ".*") for line in lines)
    assert re.fullmatch(pattern, said.rstrip("\n")), f"{said}\nis not\n" + "\n".join(lines)
