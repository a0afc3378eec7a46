"""Runs in parts: whenever they are stopped, nothing is lost and nothing is there twice."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article, Extraction, Failure, Registry
from quotekit._cli.app import run as command
from quotekit._formats import Writer
from quotekit._runs import Run, setting_of
from quotekit.exceptions import RunError


def lines(extractions: Iterable[Extraction]) -> Iterator[str]:
    for extraction in extractions:
        yield f"{extraction.article.id}\n"


WRITER = Writer("ids", lines, (".ids",))

Item = Article | Failure


def items(kinds: str) -> list[Item]:
    """Return an article for each ``a``, and a failure for each ``f``."""
    return [
        Article("…", id=f"{n}") if kind == "a" else Failure(f"line {n}", "no text")
        for n, kind in enumerate(kinds)
    ]


def work(run: Run, todo: Iterable[Item], stop: int | None = None) -> None:
    """Do the work of a run, or some of it."""

    def results() -> Iterator[Extraction | Failure]:
        for n, item in enumerate(run.rest(todo)):
            if n == stop:
                raise KeyboardInterrupt
            yield item if isinstance(item, Failure) else Extraction(item)

    with run:
        run.save(result for result in run.watch(results()) if isinstance(result, Extraction))


def written(folder: Path) -> list[str]:
    return [name for part in sorted(folder.glob("part-*")) for name in part.read_text().split()]


def failed(folder: Path) -> list[str]:
    files = sorted(folder.glob("failures/*.jsonl"))
    return [json.loads(line)["where"] for file in files for line in file.read_text().splitlines()]


@settings(max_examples=60, deadline=None)
@given(
    kinds=st.text("af", max_size=30),
    size=st.integers(1, 7),
    stops=st.lists(st.integers(0, 30), max_size=5),
)
def test_a_run_that_is_stopped_anywhere_ends_with_each_item_once(kinds, size, stops):
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "run")
        for stop in [*stops, None]:
            try:
                work(Run(folder, WRITER, {}, size=size), items(kinds), stop)
            except KeyboardInterrupt:
                assert stop is not None
        assert written(folder) == [str(n) for n, kind in enumerate(kinds) if kind == "a"]
        assert failed(folder) == [f"line {n}" for n, kind in enumerate(kinds) if kind == "f"]
        assert json.loads((folder / "manifest.json").read_text())["complete"]


def test_articles_that_were_added_at_the_end_are_further_parts(tmp_path):
    work(Run(tmp_path / "run", WRITER, {}, size=2), items("aaa"))
    work(Run(tmp_path / "run", WRITER, {}, size=2), items("aaaaa"))
    assert written(tmp_path / "run") == ["0", "1", "2", "3", "4"]
    assert len(list(tmp_path.glob("run/part-*"))) == 3


@pytest.mark.parametrize("now", ["a", "aa", "afaa", ""])
def test_other_articles_than_those_that_are_done_are_refused(tmp_path, now):
    work(Run(tmp_path / "run", WRITER, {}, size=3), items("aaa"))
    with pytest.raises(RunError, match=r"articles of part-00000\.ids are not what they were"):
        work(Run(tmp_path / "run", WRITER, {}, size=3), items(now))


def test_a_changed_setting_is_refused_with_the_reason_and_can_be_forced(tmp_path):
    before = {"quotekit": "1.0", "plugins": {"wire": "wire 1.0"}}
    now = {"quotekit": "1.1", "plugins": {"wire": "wire 1.0", "desk": "desk 2.0"}}
    work(Run(tmp_path / "run", WRITER, before), items("a"))
    with pytest.raises(
        RunError, match=r"1\.1, it was 1\.0; plugin 'desk' is desk 2\.0, it was not"
    ):
        Run(tmp_path / "run", WRITER, now)
    work(Run(tmp_path / "run", WRITER, now, force=True), items("aa"))
    manifest = json.loads((tmp_path / "run" / "manifest.json").read_text())
    assert manifest["settings"] == [before, now]
    assert [part["setting"] for part in manifest["parts"]] == [0, 1]


def test_another_format_is_refused(tmp_path):
    work(Run(tmp_path / "run", WRITER, {}), items("a"))
    with pytest.raises(RunError, match="begun with format ids"):
        Run(tmp_path / "run", Writer("other", lines), {})


def test_two_processes_do_not_work_in_one_folder(tmp_path):
    pytest.importorskip("fcntl")
    with Run(tmp_path / "run", WRITER, {}), pytest.raises(RunError, match="another process"):
        Run(tmp_path / "run", WRITER, {})


def test_a_folder_of_something_else_and_a_file_stay_as_they_are(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ida")
    for path in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(RunError, match=r"is not empty|is a file"):
            Run(path, WRITER, {})
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"schema": "quotekit-run/99"}'], ids=["broken", "list", "newer"]
)
def test_a_manifest_that_is_none_is_refused(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(RunError, match=r"manifest\.json"):
        Run(tmp_path, WRITER, {})


def test_a_format_that_adds_to_one_file_has_no_parts(tmp_path):
    database = Writer("db", save=lambda extractions, path: None, updates=True)
    with pytest.raises(RunError, match="has no parts"):
        Run(tmp_path / "run", database, {})


def test_the_setting_knows_a_plugin_that_is_a_file_by_its_source(tmp_path):
    plugin = tmp_path / "house.py"
    settings = []
    for cue in ("Ida Moss", "Bo Tran"):
        plugin.write_text(
            "from quotekit import hookimpl\n\n@hookimpl\ndef quotekit_link_speaker(speaker):\n"
            f"    return [] if speaker.name == {cue!r} else None\n"
        )
        registry = Registry(entry_points=False)
        registry.load(plugin)
        settings.append(setting_of(registry)["plugins"]["house"])
    assert settings[0] != settings[1]


TEXT = "“We will stay number {n},” Ida Moss said on Tuesday. Bo Tran said that the quay {n} would hold."


def articles(path: Path, number: int) -> Path:
    """Write articles in JSON lines, every fiftieth broken."""
    with path.open("w", encoding="utf-8") as out:
        for n in range(number):
            text = (TEXT.format(n=n) + "\n\n") * 5
            out.write(
                "{broken\n" if n % 50 == 49 else json.dumps({"id": f"{n}", "text": text}) + "\n"
            )
    return path


def test_the_command_tells_what_was_done_and_ends_with_1_where_something_failed(tmp_path, capsys):
    source = articles(tmp_path / "in.jsonl", 60)
    arguments = ["extract", str(source), "-o", str(tmp_path / "run"), "--resume", "--part", "25"]
    assert command(arguments) == 1
    assert "59 articles, 590 quotations, 1 failed" in capsys.readouterr().err
    assert command(arguments) == 1
    assert "going on after part-00002.jsonl: 59 articles done already" in capsys.readouterr().err
    assert command([*arguments, "-b", "dates"]) == 1
    assert "plugin 'dates' is blocked, it was builtin" in capsys.readouterr().err


def test_resume_needs_one_output(tmp_path, capsys):
    assert command(["extract", str(tmp_path), "--resume"]) == 2
    assert "--resume takes one --output" in capsys.readouterr().err


def done(folder: Path) -> int:
    return len(list(folder.glob("part-*")))


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
def test_a_run_that_is_killed_again_and_again_loses_and_doubles_nothing(tmp_path, processes):
    source, folder = articles(tmp_path / "in.jsonl", 1500), tmp_path / "run"
    base = [sys.executable, "-m", "quotekit", "extract", str(source), "-p", str(processes)]
    whole = subprocess.run([*base, "-f", "jsonl"], capture_output=True, check=False).stdout
    resume = [*base, "-o", str(folder), "--resume", "--part", "10"]
    dice = random.Random(processes)
    seen = []
    while len(seen) < 15 and done(folder) < 120:  # a fast machine is through before
        process = subprocess.Popen(resume, stderr=subprocess.DEVNULL)
        wanted = done(folder) + dice.randint(0, 8)
        while done(folder) < wanted and process.poll() is None:
            time.sleep(0.005)
        time.sleep(dice.uniform(0.0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.append(done(folder))
    assert len(set(seen)) > 5, f"nothing was done between the kills: {seen}"
    assert seen[-1] < 150, "nothing was left to do"
    assert subprocess.run(resume, stderr=subprocess.DEVNULL, check=False).returncode == 1
    parts = sorted(folder.glob("part-*"))
    assert b"".join(part.read_bytes() for part in parts) == whole
    assert len(failed(folder)) == 30
    shutil.rmtree(folder)
