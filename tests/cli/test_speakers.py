"""``quotekit speakers``: counts, formats, and the chart."""

from __future__ import annotations

import json

import pytest

from quotekit._cli.app import run

ARTICLES = [
    "“We will stay,” Mayor Ida Moss said. “All of us,” she said. Bo Tran said that walls lean.",
    "“I am tired,” said Ida Moss, the mayor. Two officials said they were tired too.",
]


@pytest.fixture(name="file")
def _file(tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(ARTICLES))
    path.write_text("\n".join(rows), encoding="utf-8")
    return str(path)


def test_jsonl_has_one_object_a_speaker_the_most_quoted_first(file, capsys):
    assert run(["speakers", file]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["name"], row["quotes"], row["articles"]) for row in rows] == [
        ("Ida Moss", 3, 2),
        ("Bo Tran", 1, 1),
        ("Two officials", 1, 1),
    ]
    assert rows[0]["direct"] == 3
    assert rows[0]["titles"] == ["Mayor", "the mayor"]


def test_csv_has_a_heading_and_the_same_figures(file, capsys):
    assert run(["speakers", file, "--format", "csv", "--top", "1"]) == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.startswith("name,kind,gender,quotes,direct,mixed,indirect,articles,titles")
    assert row.startswith("Ida Moss,person,female,3,3,0,0,2,Mayor; the mayor")


def test_the_chart_shades_kinds_and_fits_the_terminal(file, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["speakers", file, "--format", "chart"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Ida Moss       " + "█" * 23 + " 3 in 2 articles"
    assert lines[1] == "Bo Tran        " + "░" * 8 + " 1 in 1 article"
    assert lines[-1] == "█ direct  ▓ mixed  ░ indirect"
    assert max(map(len, lines)) <= 60


def test_only_the_wanted_kinds_are_listed(file, capsys):
    assert run(["speakers", file, "--kind", "group", "-f", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["name"] == "Two officials"


def test_without_quotations_the_chart_says_so(tmp_path, capsys):
    path = tmp_path / "empty.txt"
    path.write_text("Nothing was said.", encoding="utf-8")
    assert run(["speakers", str(path), "-f", "chart"]) == 0
    assert capsys.readouterr().out == "No speakers.\n"
