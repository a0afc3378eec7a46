"""What the command line reads, and what it says of it."""

from __future__ import annotations

import json

import pytest

from quotekit._cli.app import run


def extracted(capsys, *arguments) -> tuple[list[dict], str, int]:
    code = run(["extract", *map(str, arguments), "--format", "jsonl"])
    captured = capsys.readouterr()
    return [json.loads(line) for line in captured.out.splitlines()], captured.err, code


def test_columns_may_be_named(tmp_path, capsys):
    table = tmp_path / "a.csv"
    table.write_text("Nr,Tag,Fließtext,Ressort\n0012,12.05.2023,„Ja“,Hafen\n", "utf-8")
    [article], err, code = extracted(
        capsys,
        table,
        "--text-column",
        "Fließtext",
        "--id-column",
        "Nr",
        "--published-column",
        "Tag",
    )
    assert (article["id"], article["published"], article["meta"]) == (
        "0012", "2023-05-12", {"Ressort": "Hafen"},
    )  # fmt: skip
    assert (err, code) == ("", 0)


def test_an_encoding_may_be_named(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes("“Já,” said Ida Moss.".encode("cp1252"))
    [article], _, _ = extracted(capsys, tmp_path / "a.txt", "--encoding", "cp1252")
    assert article["quotes"][0]["text"] == "Já,"


def test_what_is_doubtful_is_said_and_the_article_kept(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "x", "published": "soon"}', "utf-8")
    [article], err, code = extracted(capsys, tmp_path / "a.jsonl")
    doubt = "published: 'soon' is no full day, so the day stays unknown"
    assert err == f"quotekit: {tmp_path / 'a.jsonl'}: {doubt}\n"
    assert article["warnings"] == [doubt]
    assert code == 0


@pytest.mark.parametrize("argument", [".", "*.txt"])
def test_folders_and_patterns_are_read(tmp_path, capsys, monkeypatch, argument):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    articles, _, code = extracted(capsys, argument)
    assert [article["id"] for article in articles] == ["a", "b"]
    assert code == 0
