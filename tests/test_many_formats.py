"""Many articles of three formats in one run, some broken in each of twelve ways: none is lost."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from quotekit._cli.app import run

DEEP = "[" * 100_000

BROKEN = [
    ("a.jsonl", b'{"id": "x", "text": "cut', "not valid JSON"),
    ("a.jsonl", b"[1, 2]", "expected a JSON object, got a list"),
    ("a.jsonl", b'{"id": "x"}', 'no "text"'),
    ("a.jsonl", b'{"text": 3}', "text must be str, got int"),
    ("a.jsonl", b'{"text": "caf\xe9"}', "not UTF-8 text"),
    ("a.jsonl", b'"text"', "expected a JSON object, got a string"),
    ("a.jsonl", b'{"text": ' + DEEP.encode(), "too deeply nested JSON"),
    ("b.csv", b"x", "1 cells, but there are 3 columns"),
    ("b.csv", b"x,2023-05-12,text,more", "4 cells, but there are 3 columns"),
    ("c.mbox", b"Subject: Empty\n\n", "no text"),
    ("c.mbox", b"Content-Type: application/pdf; name=wall.pdf\n\n%PDF", "an attachment 'wall.pdf'"),
    ("c.mbox", b"Content-Type: text/html\n\n<script>1</script>", "no text"),
]
"""The file, what is broken in it, and what is said of it."""

NAMES = ("a.jsonl", "b.csv", "c.mbox")


def text_of(number: int) -> str:
    return f"“The wall held in year {number},” Ida Moss said. Bo Tran left."


def good(name: str, number: int) -> bytes:
    """Return an article as it stands in that file."""
    if name == "a.jsonl":
        return json.dumps({"id": str(number), "text": text_of(number)}).encode()
    if name == "b.csv":
        row = io.StringIO()
        csv.writer(row, lineterminator="").writerow([number, "2023-05-12", text_of(number)])
        return row.getvalue().encode()
    head = f"Message-ID: <{number}>\nContent-Type: text/plain; charset=utf-8\n\n"
    return (head + text_of(number)).encode()


def write(folder, articles: int, broken: int) -> dict[tuple[str, int], str]:
    """Write the three files; return what is to be said of which line, row or message."""
    parts: dict[str, list[bytes]] = {name: [] for name in NAMES}
    parts["b.csv"].append(b"id,published,text")
    faults = {}
    every = articles // broken
    for number in range(articles):
        name, content, reason = BROKEN[number // every % len(BROKEN)]
        if number % every == every // 2 and number // every < broken:
            faults[name, len(parts[name]) + 1] = reason
        else:
            name = NAMES[number % len(NAMES)]
            content = good(name, number)
        parts[name].append(content)
    (folder / "a.jsonl").write_bytes(b"\n".join(parts["a.jsonl"]))
    (folder / "b.csv").write_bytes(b"\n".join(parts["b.csv"]))
    mails = (b"From ida@quay.example Fri May 12 10:00:00 2023\n" + mail for mail in parts["c.mbox"])
    (folder / "c.mbox").write_bytes(b"\n\n".join(mails))
    return faults


@pytest.mark.parametrize(
    ("articles", "broken"),
    [(480, 12), pytest.param(10_000, 100, marks=pytest.mark.slow)],
)
def test_every_good_article_comes_out_and_every_bad_one_is_reported(
    tmp_path, capsys, monkeypatch, articles, broken
):
    monkeypatch.chdir(tmp_path)
    faults = write(tmp_path, articles, broken)
    assert len(faults) == broken
    code = run(["extract", *NAMES, "--output", "out.jsonl"])
    said = capsys.readouterr().err.splitlines()
    assert code == 1

    written = [
        json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    ]
    assert len({record["id"] for record in written}) == articles - broken
    assert all(record["quotes"][0]["speaker"] for record in written)
    assert all(f"year {record['id']}," in record["quotes"][0]["text"] for record in written)

    places = {}
    for line in said:
        if match := re.match(r"quotekit: (\S+), (?:line|message) (\d+): (.*)", line):
            places[match[1], int(match[2])] = match[3]
    assert places.keys() == faults.keys()
    assert [place for place, reason in faults.items() if reason not in places[place]] == []
    assert f"{articles - broken:,} articles" in said[-1]
    assert f"{broken:,} failed" in said[-1]
