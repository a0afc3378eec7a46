"""``quotekit show`` and ``view``, and tables that fit a terminal without being steered by a text."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from quotekit import Article, Quote, QuoteKind, Speaker, extract, read
from quotekit._cli.app import run
from quotekit._cli.show import shown
from quotekit._writers.table import write_table
from quotekit.models import Extraction
from quotekit.spans import Span

from ..conftest import ROOT

WALL = str(ROOT / "examples" / "articles" / "wall.txt")
ESCAPES = "“\x1b[2J\x1b]0;taken\x07We stay,\x9b” said Ida Moss."


@pytest.fixture(name="stays")
def _stays() -> Extraction:
    return extract("“We stay,” said Ida Moss, who “will stay.”")


def test_show_marks_quotations_in_the_text(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert run(["show", WALL]) == 0
    out = capsys.readouterr().out
    assert "“⟦3 We looked at concrete,⟧” she said, “⟦3 and we turned it down.⟧”" in out
    assert "5  Bo Tran (Engineer)  direct    0.86  2021-W08" in out


def test_nested_quotations_stand_inside():
    speaker = Speaker("s1", "Ida Moss")
    spans = ([Span(0, 12)], [Span(4, 7)])
    quotes = tuple(Quote(span, QuoteKind.DIRECT, speaker=speaker) for span in spans)
    out = "".join(shown([Extraction(Article("one two three"), quotes, (speaker,))], width=60))
    assert out.startswith("⟦1 one ⟦2 two⟧ thre⟧e\n")


@pytest.mark.parametrize("write", [write_table, shown])
def test_nothing_in_a_text_steers_the_terminal(write):
    found = Extraction(
        Article(ESCAPES, id="\x1b[2J"),
        (Quote([Span(1, 20)], QuoteKind.DIRECT, text=ESCAPES[1:20]),),
    )
    out = "".join(write([found], width=80))
    assert "␛[2J" in out
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in out)


@pytest.mark.parametrize("write", [write_table, shown])
def test_colour_is_sent_where_wanted_and_not_where_no_color_is_set(stays, write, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" not in "".join(write([stays], width=80))
    assert "36m" in "".join(write([stays], width=80, styled=True))
    monkeypatch.setenv("NO_COLOR", "1")
    assert "36m" not in "".join(write([stays], width=80, styled=True))


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_tables_fit_the_width_and_break_between_words(width):
    words = "We looked at concrete and then we turned it down because the sea is stronger"
    quote = Quote([Span(0, 3)], QuoteKind.DIRECT, text=words)
    lines = "".join(write_table([Extraction(Article("..."), (quote,))], width=width)).splitlines()
    assert max(map(len, lines)) <= width
    assert set(words.split()) <= set(" ".join(lines).split())


def test_the_width_of_the_terminal_counts(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "70")
    assert run(["extract", WALL, "--format", "table"]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert max(map(len, rows)) <= 70


def test_view_writes_a_page(tmp_path, capsys):
    pytest.importorskip("jinja2")
    target = tmp_path / "page.html"
    assert run(["view", WALL, "-o", str(target), "--title", "The <wall>"]) == 0
    assert "<title>The &lt;wall&gt;</title>" in target.read_text("utf-8")
    assert run(["view", WALL]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_view_opens_the_page(monkeypatch):
    pytest.importorskip("jinja2")
    opened = []
    monkeypatch.setattr("click.launch", opened.append)
    assert run(["view", WALL, "--open"]) == 0
    assert opened[0].endswith("/page.html")


@pytest.mark.parametrize(
    ("begun", "completed"),
    [
        ("sh", ["plain,show"]),
        ("extract --resu", ["plain,--resume"]),
        ("extract --format t", ["plain,table", "plain,tei"]),
        ("extract --input-format jso", ["plain,jsonl", "plain,json"]),
        ("extract examples/art", ["file,examples/art"]),
    ],
)
def test_shells_complete_commands_options_formats_and_files(begun, completed):
    env = os.environ | {
        "_QUOTEKIT_COMPLETE": "bash_complete",
        "COMP_WORDS": f"quotekit {begun}",
        "COMP_CWORD": str(len(begun.split())),
    }
    done = subprocess.run(
        [sys.executable, "-m", "quotekit"], env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == completed


def test_in_a_narrow_terminal_the_words_stand_below_who_said_them():
    [article] = read(WALL)
    out = "".join(write_table([extract(article)], width=40)).splitlines()
    assert out[4:7] == [
        "  Ida Moss (Mayor), mixed, 2021-03-02",
        "    The harbour wall will be rebuilt",
        "    “stone by stone,”",
    ]
    assert "SPEAKER" in "".join(write_table([extract(article)], width=72))
