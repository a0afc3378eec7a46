"""The command line: what it prints, what it complains of, and with which code it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from quotekit._cli.app import COMMANDS, app
from quotekit._cli.progress import Progress

TEXT = "“We will stay,” Ida Moss said.\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "wall.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def batch(tmp_path):
    """JSON lines of which the second is broken."""
    path = tmp_path / "batch.jsonl"
    path.write_text(
        '{"id": "a", "text": "“Yes,” she said."}\n{"id": \n{"id": "c", "text": ""}\n', "utf-8"
    )
    return str(path)


def process(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "quotekit", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


# -- extract ---------------------------------------------------------------------------------------


def test_extract_writes_json_lines_when_piped(quotekit, text):
    code, out, err = quotekit("extract", text)
    assert (code, err) == (0, "")
    [article] = map(json.loads, out.splitlines())
    assert article["id"] == "wall"
    assert [quote["text"] for quote in article["quotes"]] == ["We will stay,"]


@pytest.mark.parametrize("name", ["table", "jsonl", "json", "csv"])
def test_extract_writes_every_format(quotekit, text, name):
    code, out, err = quotekit("extract", text, "--format", name)
    assert (code, err) == (0, "")
    assert "We will stay," in out
    if name == "csv":
        assert next(csv.DictReader(io.StringIO(out)))["id"] == "wall"


def test_extract_writes_a_table_on_a_terminal(quotekit, text, monkeypatch):
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True)
    code, out, _ = quotekit("extract", text)
    assert code == 0
    assert out.startswith("wall\n")
    assert "\x1b[1mSPEAKER" in out, "a heading stands out there"


def test_extract_writes_to_a_file_of_which_the_ending_tells_the_format(quotekit, text, tmp_path):
    target = tmp_path / "out.csv"
    assert quotekit("extract", text, "-o", str(target)) == (0, "", "")
    assert target.read_text("utf-8").startswith("id,path,")
    code, _, err = quotekit("extract", text, "-o", str(tmp_path / "out.xyz"))
    assert code == 2
    assert "name a format" in err


def test_extract_writes_several_files_in_one_run(quotekit, text, tmp_path):
    lines, table = tmp_path / "out.jsonl", tmp_path / "out.csv"
    called = quotekit("extract", text, "-o", str(lines), "-o", str(table), "--with-text")
    assert called == (0, "", "")
    [record] = map(json.loads, lines.read_text("utf-8").splitlines())
    assert record["text"] == Path(text).read_text("utf-8")
    assert len(table.read_text("utf-8").splitlines()) == len(record["quotes"]) + 1


def test_an_option_that_the_format_does_not_have_is_wrong_usage(quotekit, text):
    code, out, err = quotekit("extract", text, "-f", "csv", "--with-text")
    assert (code, out) == (2, "")
    assert "format csv has no option 'with_text'; it has csv_safe" in err


def test_a_bad_line_is_one_complaint_and_the_rest_is_done(quotekit, batch):
    code, out, err = quotekit("extract", batch)
    assert code == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "c"]
    failure, summary = err.splitlines()
    assert failure.startswith(f"quotekit: {batch}, line 2: not valid JSON")
    assert summary == "quotekit: 2 articles, 1 quotation, 1 failed"


def test_unreadable_files_are_one_complaint_each_and_the_rest_is_done(quotekit, text, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    binary = tmp_path / "image.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    code, out, err = quotekit("extract", str(tmp_path / "none.txt"), str(empty), str(binary), text)
    assert code == 1
    assert len(out.splitlines()) == 1
    none, folder, image, summary = err.splitlines()
    assert summary == "quotekit: 1 article, 1 quotation, 3 failed"
    assert none == f"quotekit: {tmp_path / 'none.txt'}: no such file or directory"
    assert folder == f"quotekit: {empty}: is a directory with no file in it that can be read"
    assert image.startswith(f"quotekit: {binary}: a PNG picture; recognize its text first: ")


def test_what_the_user_says_of_the_articles_counts(quotekit, batch):
    _, out, _ = quotekit("extract", batch, "--published", "2021-07-27", "--language", "de")
    for line in out.splitlines():
        article = json.loads(line)
        assert (article["published"], article["published_from"]) == ("2021-07-27", "caller")
        assert article["language"] == "de"


def test_blocked_plugins_take_no_part(quotekit, text):
    code, out, _ = quotekit("extract", text, "--block", "quotes", "-b", "dates")
    assert code == 0
    assert json.loads(out)["quotes"] == []


def test_a_class_that_no_table_has_is_complained_of(quotekit, text):
    code, out, err = quotekit("extract", text, "--class", "reprot", "--class", "unlisted")
    assert (code, json.loads(out)["quotes"]) == (0, [])
    assert err.startswith("quotekit: no table has the class 'reprot'; there are act, ask, ")
    assert "'unlisted'" not in err


def test_several_processes_write_the_same(quotekit, batch):
    assert quotekit("extract", batch, "--processes", "2") == quotekit("extract", batch)


def test_standard_input_is_read_for_a_dash():
    done = process("extract", "-", input='{"text": "“Yes,” she said."}'.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["id"] == "stdin:1"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_the_same_bytes_come_out_in_every_locale(encoding, tmp_path):
    """Lone surrogates too."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "\\ud800“Já”", "text": "“Já,” she said."}\n', "utf-8")
    runs = {
        process(
            "extract", str(path), env=os.environ | {"PYTHONIOENCODING": encoding, "TZ": "X"}
        ).stdout
        for _ in range(2)
    }
    assert len(runs) == 1
    assert json.loads(runs.pop())["id"] == "\ud800“Já”"


# -- wrong usage -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["extract"], "Missing argument"),
        (
            ["extract", "x", "--format", "xml"],
            "no writer 'xml'; there are html, report, table, jsonl, json, csv",
        ),
        (["extract", "x", "--input-format", "xml"], "no reader 'xml'; there are text, jsonl"),
        (["extract", "x", "--published", "soon"], "takes a date such as 2021-07-27, not 'soon'"),
        (["extract", "x", "--processes", "0"], "--processes"),
        (["extract", "x", "--block", "nobody"], "no plugin 'nobody' to block; there are articles"),
        (["extract", "x", "--frmat", "csv"], "No such option"),
        (["explain"], "Missing argument"),
        (["plugins", "--format", "xml"], "--format"),
        (["nonsense"], "No such command 'nonsense'; there are extract, explain"),
        (["extrakt", "x"], "No such command 'extrakt'; did you mean 'extract'?"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(quotekit, arguments, complaint):
    code, out, err = quotekit(*arguments)
    assert (code, out) == (2, "")
    assert complaint in err
    assert err.startswith("quotekit: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["--help"], ["extract", "-h"], ["plugins", "--help"]])
def test_help_goes_to_standard_output(quotekit, arguments):
    code, out, err = quotekit(*arguments)
    assert (code, err) == (0, "")
    assert "Usage: quotekit" in out


def test_the_version_is_the_distributions(quotekit):
    from importlib.metadata import PackageNotFoundError, version

    code, out, _ = quotekit("--version")
    try:
        assert out == f"quotekit {version('quotekit-nlp')}\n"
    except PackageNotFoundError:
        assert out.startswith("quotekit ")
    assert code == 0


def test_a_broken_plugin_is_one_complaint(quotekit, text, monkeypatch):
    def broken(self):
        from quotekit.exceptions import PluginError

        raise PluginError("plugin 'tide' of tide-table cannot be loaded")

    monkeypatch.setattr("quotekit._manager.Manager._load_entry_points", broken)
    assert quotekit("extract", text) == (
        1,
        "",
        "quotekit: plugin 'tide' of tide-table cannot be loaded\n",
    )


# -- pipes and signals -----------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_reader_that_goes_away_is_no_error(tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_text('{"text": "“Yes,” she said."}\n' * 3000, "utf-8")
    command = [sys.executable, "-m", "quotekit", "extract", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_ends_with_one_line_and_code_130(processes):
    command = [sys.executable, "-m", "quotekit", "extract", "-", "-p", processes]
    line = b'{"text": "' + b"x" * 120_000 + b'"}\n'
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A background job may ignore the signal; the command is to hear it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as running:
        running.stdin.write(line * 3)
        running.stdin.flush()
        time.sleep(1.0)
        running.send_signal(signal.SIGINT)
        running.stdin.close()
        assert running.stderr.read() == b"quotekit: interrupted\n"
        assert running.wait(30) == 130


# -- progress --------------------------------------------------------------------------------------


def test_progress_shows_on_a_terminal_after_a_while(text, monkeypatch, capsys):
    now = [0.0]
    monkeypatch.setattr("quotekit._cli.progress.time.monotonic", lambda: now[0])
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: True)
    monkeypatch.setenv("TERM", "xterm")
    with Progress([text]) as progress:
        with progress.open(text) as stream:
            assert stream.peek(5).decode() == TEXT
            assert stream.read().decode() == TEXT
        for _ in progress.watch(range(3)):
            now[0] += 1.5
    shown = re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", capsys.readouterr().err)
    assert "━━━ 100% 3 articles, 1 a second" in shown


def test_progress_is_quiet_when_piped(text, monkeypatch, capsys):
    now = [0.0]
    monkeypatch.setattr("quotekit._cli.progress.time.monotonic", lambda: now[0])
    with Progress([text]) as progress:
        for _ in progress.watch(range(3)):
            now[0] += 100
    assert capsys.readouterr().err == ""


# -- plugins and explain ---------------------------------------------------------------------------


def test_plugins_are_listed_with_origin_and_hooks(quotekit):
    code, out, _ = quotekit("plugins", "--block", "dates")
    assert code == 0
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert lines["quotes"].split()[1] == "builtin"
    assert "find_quotes" in lines["quotes"]
    assert lines["dates"].endswith("blocked")


def test_plugins_are_listed_as_json(quotekit):
    _, out, _ = quotekit("plugins", "--format", "json")
    infos = {info["name"]: info for info in json.loads(out)}
    assert infos["articles"] == {
        "name": "articles",
        "origin": "builtin",
        "hooks": infos["articles"]["hooks"],
        "blocked": False,
        "distribution": None,
        "version": None,
    }
    assert "quotekit_describe_article" in infos["articles"]["hooks"]


def test_explain_tells_what_was_accepted_and_what_was_rejected_and_why(quotekit, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("“We will stay,” Ida Moss said. The “quiet” months are over.", "utf-8")
    code, out, err = quotekit("explain", str(path), "--published", "2021-07-27")
    assert (code, err) == (0, "")
    assert "published: 2021-07-27 (from: caller)" in out
    accepted, rejected = out.split("1 rejected")
    assert "“We will stay,”" in accepted
    assert "Ida Moss" in accepted
    assert "“quiet”" in rejected
    assert "scare quotes" in rejected


def test_explain_tells_why_words_are_no_quotation(quotekit, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("“We stay,” Ida Moss said. The “quiet” months end. No sea is calm.", "utf-8")
    code, out, err = quotekit("explain", str(path), "--text", "quiet", "--at", "55", "--at", "1")
    assert (code, err) == (0, "")
    quoted, scare, plain = re.split(r"\n  (?=\d)", out)[1:]
    assert quoted.startswith("1-2 “W”: part of 1 quotation")
    assert "cues of the sentence: said (20-24)" in quoted
    assert "accepted" in quoted
    assert scare.startswith("31-36 “quiet”: scare quotes")
    assert "quotation marks: “quiet” (30-37)" in scare
    assert plain.startswith("55-56 “a”: no quotation marks around these words, and no cue")


def test_explain_gives_a_place_as_json(quotekit, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("“We stay,” Ida Moss said. The “quiet” months end.", "utf-8")
    code, out, _ = quotekit("explain", str(path), "--text", "quiet", "--json")
    (record,) = map(json.loads, out.splitlines())
    assert (code, record["id"], record["span"], record["quotes"]) == (0, "a", [31, 36], [])
    assert record["rejected"][0]["quote"]["spans"] == [[31, 36]]
    assert record["marks"] == [{"text": "“quiet”", "spans": [[30, 37]]}]
    _, out, _ = quotekit("explain", str(path), "--json")
    (record,) = map(json.loads, out.splitlines())
    assert [quote["text"] for quote in record["quotes"]] == ["We stay,"]


def test_explain_says_where_no_text_has_the_words(quotekit, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Nobody spoke.", "utf-8")
    code, out, err = quotekit("explain", str(path), "--text", "sea", "--at", "99")
    assert (code, out, err) == (1, "", "quotekit: no article has such a place\n")


def test_explain_fails_as_extract_does(quotekit, tmp_path):
    code, out, err = quotekit("explain", str(tmp_path))
    assert (code, out) == (1, "")
    assert "is a directory" in err


# -- streams and files that are in the way ---------------------------------------------------------


def test_an_output_that_is_also_an_input_is_refused_under_any_name(quotekit, text, tmp_path):
    link = tmp_path / "link.jsonl"
    link.symlink_to(text)
    for output in (text, str(link)):
        code, out, err = quotekit("extract", text, "-o", output, "-f", "jsonl")
        assert (code, out) == (2, "")
        assert "is also an input; it would be overwritten" in err
    assert Path(text).read_text("utf-8") == TEXT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(
    ("redirection", "code", "message"),
    [
        (">/dev/full", 1, b"quotekit: standard output: no space left on device\n"),
        (">&-", 1, b"quotekit: standard output is closed\n"),
        ("2>/dev/full", 1, b""),
        ("2>&-", 1, b""),
    ],
)
def test_closed_and_full_streams_are_no_traceback(batch, redirection, code, message):
    command = f'"{sys.executable}" -m quotekit extract "{batch}" {redirection}'
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert done.returncode == code
    assert message in done.stderr
    assert b"Traceback" not in done.stderr
    if redirection.startswith("2"):
        assert len(done.stdout.splitlines()) == 2


# -- plugins that are not installed ----------------------------------------------------------------

SHOUTS = """
from quotekit import Quote, QuoteKind, Span, hookimpl

@hookimpl
def quotekit_find_quotes(document):
    if "HO" in document.text:
        start = document.text.index("HO")
        yield Quote([Span(start, start + 2)], QuoteKind.DIRECT, confidence=0.99)
    if "OH" in document.text:
        raise ValueError("no OH")
"""


HOOK = "from quotekit import hookimpl\n@hookimpl\ndef {}: ..."


@pytest.fixture
def shouts(tmp_path):
    path = tmp_path / "shouts_of_ho.py"
    path.write_text(SHOUTS, "utf-8")
    yield str(path)
    sys.modules.pop("shouts_of_ho", None)


def test_a_plugin_is_taken_from_a_file(quotekit, tmp_path, shouts):
    (tmp_path / "a.txt").write_text("They went HO.", "utf-8")
    code, out, _ = quotekit(
        "extract", str(tmp_path / "a.txt"), "--plugin", shouts, "-f", "jsonl", "-p", "2"
    )
    quote = json.loads(out)["quotes"][0]
    assert (code, quote["text"], quote["found_by"]) == (0, "HO", "shouts_of_ho")
    _, out, _ = quotekit("plugins", "--plugin", shouts)
    assert "shouts_of_ho  explicit" in out


def test_a_plugin_in_the_folder_that_python_starts_in_is_taken_too(tmp_path, shouts):
    """Where Python would find the very file under its name, it is no other module."""
    (tmp_path / "a.txt").write_text("They went HO.", "utf-8")
    command = [sys.executable, "-m", "quotekit", "extract", "a.txt", "--plugin", Path(shouts).name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_debug_shows_where_an_error_arose_and_what_plugins_answered(quotekit, tmp_path, shouts):
    (tmp_path / "a.txt").write_text("They went OH.", "utf-8")
    arguments = ("extract", str(tmp_path / "a.txt"), "--plugin", shouts)
    code, _, err = quotekit(*arguments)
    assert (code, err.count("\n")) == (1, 1)
    assert "ValueError: no OH" in err
    code, _, err = quotekit(*arguments, "--debug")
    assert code == 1
    assert "Traceback" in err
    assert 'raise ValueError("no OH")' in err
    assert "quotekit_describe_article: articles: 0 found" in err


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError"),
        ("x = 1", "implements no hook"),
        (HOOK.format("quotekit_find_qoutes(document)"), "is 'quotekit_find_quotes' meant?"),
        (HOOK.format("quotekit_find_quotes(doc)"), "has the arguments (document)"),
        ("def (", "SyntaxError"),
        (None, "No such file"),
    ],
)
def test_a_file_that_is_no_plugin_is_one_clear_line(quotekit, tmp_path, source, words):
    path = tmp_path / "broken_plugin_file.py"
    if source is not None:
        path.write_text(source, "utf-8")
    code, out, err = quotekit("plugins", "--plugin", str(path))
    sys.modules.pop("broken_plugin_file", None)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert words in err
    assert "broken_plugin_file" in err


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A module beside the user, which has a plugin as a class."""
    (tmp_path / "shift_desk.py").write_text(
        "from quotekit import hookimpl\nclass Desk:\n    @hookimpl\n"
        "    def quotekit_find_quotes(self, document):\n        return []\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield "shift_desk"
    sys.modules.pop("shift_desk", None)


@pytest.mark.parametrize("where", ["shift_desk:Desk", "shift_desk.py:Desk"])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_class_of_a_module_is_a_plugin_in_every_process(
    quotekit, desk, text, batch, where, processes
):
    _, listed, _ = quotekit("plugins", "--plugin", where)
    assert listed.splitlines()[-1].split() == ["desk", "explicit", "find_quotes"]
    code, out, _ = quotekit("extract", text, batch, "--plugin", where, "-p", processes)
    assert (code, len(out.splitlines())) == (1, 3)


def test_a_package_that_is_given_by_its_file_has_the_name_of_its_folder(quotekit, tmp_path):
    package = tmp_path / "shift_log"
    package.mkdir()
    (package / "lines.py").write_text(SHOUTS, "utf-8")
    path = package / "__init__.py"
    path.write_text("from .lines import *\n", "utf-8")
    _, out, _ = quotekit("plugins", "--plugin", str(path))
    sys.modules.pop("shift_log", None)
    assert out.splitlines()[-1].split()[0] == "shift_log"


def test_a_file_without_its_ending_is_meant_with_it(quotekit, tmp_path):
    (tmp_path / "shift_notes.py").write_text(SHOUTS, "utf-8")
    code, _, err = quotekit("plugins", "--plugin", str(tmp_path / "shift_notes"))
    assert (code, "shift_notes.py' meant?" in err) == (1, True)


def test_a_file_is_not_taken_for_a_module_of_the_same_name(quotekit, tmp_path):
    path = tmp_path / "json.py"
    path.write_text(SHOUTS, "utf-8")
    code, _, err = quotekit("plugins", "--plugin", str(path))
    assert code == 1
    assert "there is another module 'json' (" in err
    assert "rename the file" in err


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_all_commands_says_of_each_what_its_own_help_begins_with(name):
    command = app.get_command(click.Context(app), name)
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_no_trace_of_how_its_source_is_indented(quotekit, name):
    _, out, _ = quotekit(name, "--help")
    text = out[out.index("\n\n") : out.index("Options:")].strip("\n")
    assert re.findall(r"^ {3,}.*|\S {2,}\S.*", text, re.MULTILINE) == []


@pytest.mark.parametrize("wrong", [["--fromat", "csv"], ["--plugin"], ["--published", "soon"]])
def test_wrong_usage_names_the_help_of_the_command(quotekit, wrong):
    code, _, err = quotekit("extract", "wall.txt", *wrong)
    assert (code, err.endswith("(see quotekit extract --help)\n")) == (2, True)


def test_a_missing_file_argument_says_what_stands_for_standard_input(quotekit):
    _, _, err = quotekit("show")
    assert err == (
        "quotekit: Missing argument 'FILE...'; - is standard input (see quotekit show --help)\n"
    )


def test_the_help_of_all_commands_imports_none_of_them():
    code = "import sys; from quotekit._cli.app import run; run([]); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = run.stdout.splitlines()[-1].split()
    ours = {name for name in loaded if name.startswith("quotekit")}
    assert ours == {"quotekit", "quotekit.exceptions", "quotekit._cli", "quotekit._cli.app",
                    "quotekit._cli.exits", "quotekit._cli.garbage"}  # fmt: skip
    assert not {"rich", "attrs", "regex"} & set(loaded)
