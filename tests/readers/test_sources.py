"""Sources: folders, patterns, pipes, compressed files, and files that are no text."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import lzma
import os
import random
import subprocess
import sys
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Article, Failure, Reader, Registry, hookimpl, read, read_all
from quotekit._files import _guess
from quotekit._sources import expand
from quotekit._streams import Peeked
from quotekit.exceptions import DuplicatePluginError, FormatError, ReadError

from .reading import one

# -- which reader ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.jsonl", '{"text": "x"}', "x"),
        ("a.NDJSON", '{"text": "x"}', "x"),
        ("a", '\n {"text": "x"}', "x"),
        ("a", '{"text": "x"}\n{"text": "y"', "x"),
        ("a", '[{"text": "x"}]', "x"),
        ("a", '{\n "text": "x"\n}', "x"),
        ("a", "date,text\n2023-05-12,x\n", "x"),
        ("a.htm", "<p>x", "x"),
        ("a.dat", "<!DOCTYPE html><p>x", "x"),
        ("a", "\ufeff<html><p>x", "x"),
        ("a.txt", '{"text": "x"}', '{"text": "x"}'),
        ("a", "x", "x"),
        ("a", "[Music] Dear Ida, text", "[Music] Dear Ida, text"),
        ("a", "{x}", "{x}"),
    ],
)
def test_the_name_tells_the_format_or_else_the_first_bytes(file, name, content, text):
    assert next(iter(read(file(name, content)))).text == text


def test_the_format_may_be_given(file):
    path = file("a.txt", '{"text": "x"}')
    assert one(path, format="jsonl").text == "x"
    with pytest.raises(FormatError, match=r"no reader 'xml'; there are text, jsonl, json, html"):
        list(read(path, format="xml"))


def test_of_many_files_the_unreadable_ones_are_reported_and_the_rest_go_on(file, tmp_path):
    paths = [file("a.txt", "x"), tmp_path / "none", file("b.jsonl", "3\n"), file("c.txt", "y")]
    found = list(read_all(paths))
    assert [type(item).__name__ for item in found] == ["Article", "Failure", "Failure", "Article"]
    assert "none: no such file" in str(found[1])
    assert "line 1" in str(found[2])


class Plugin:
    def __init__(self, name, read):
        self.reader = Reader(name, read, (".txt",))

    @hookimpl
    def quotekit_readers(self):
        return [self.reader]


def shout(stream, name):
    yield Article(stream.read().decode().upper())


def test_a_third_party_reader_comes_before_a_built_in_one(file):
    registry = Registry(entry_points=False)
    registry.register(Plugin("text", shout), name="shout")
    assert one(file("a.txt", "quiet"), registry=registry).text == "QUIET"
    registry.register(Plugin("text", shout), name="second")
    with pytest.raises(DuplicatePluginError, match="'second' and 'shout' both bring"):
        registry.readers()


def test_a_reader_that_breaks_costs_its_file_and_no_other(file):
    def broken(stream, name):
        yield Article("one")
        raise AssertionError("lost\nin the page")

    registry = Registry(entry_points=False)
    registry.register(Plugin("broken", broken))
    paths = [file("a.txt", "x"), file("b.jsonl", '{"text": "two"}')]
    first, failure, last = read_all(paths, registry=registry)
    assert (first.text, last.text) == ("one", "two")
    assert failure.where == str(paths[0])
    assert failure.reason == "AssertionError: lost in the page"
    assert "Traceback" in failure.details


# -- folders and patterns --------------------------------------------------------------------------


def test_a_folder_is_every_file_in_it_that_can_be_read(file, tmp_path):
    for name in ("b.txt", "a/c.html", "a/d.jsonl.gz", "e.pdf", ".hidden/f.txt", ".g.txt"):
        file(name, "x")
    found = [
        os.path.relpath(path, tmp_path) for path in expand([tmp_path], {".txt", ".html", ".jsonl"})
    ]
    assert found == ["a/c.html", "a/d.jsonl.gz", "b.txt"]


def test_a_pattern_is_every_file_that_fits(file, tmp_path):
    for name in ("b.txt", "a.txt", "x/c.txt"):
        file(name, name)
    assert [item.text for item in read_all([tmp_path / "*.txt"])] == ["a.txt", "b.txt"]
    assert len(list(read_all([tmp_path / "**" / "*.txt"]))) == 3


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(file):
    assert one(file("a[1].txt", "x")).text == "x"
    assert [item.text for item in read_all([file("b[1].txt", "y")])] == ["y"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty", "is a directory with no file in it that can be read"),
        ("*.txt", "no file fits this pattern"),
        ("https://post.example/wall", "addresses are not fetched"),
    ],
)
def test_what_leads_to_no_file_says_what_to_do(tmp_path, monkeypatch, name, reason):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    [failure] = read_all([name])
    assert isinstance(failure, Failure)
    assert reason in str(failure)


# -- standard input --------------------------------------------------------------------------------


def test_standard_input_is_a_dash(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "x"}')))
    assert one("-").id == "stdin:1"
    assert not sys.stdin.buffer.closed


@pytest.mark.parametrize("pause", [0, 0.3])
def test_how_fast_a_pipe_delivers_makes_no_difference(pause):
    code = "import quotekit; print([a.text for a in quotekit.read('-')])"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        for part in (b"<", b"!doctype html><p>x", b"</p><p>y</p>"):
            process.stdin.write(part)
            process.stdin.flush()
            time.sleep(pause)
        out, _ = process.communicate()
    assert out.decode().strip() == r"['x\n\ny']"


@given(st.binary(max_size=60))
def test_whatever_the_first_bytes_are_they_are_a_format_or_refused(data):
    registry = Registry(entry_points=False)
    with contextlib.suppress(ReadError):
        assert _guess("a", data, registry)[0] in registry.readers()


@pytest.mark.parametrize(
    ("name", "content", "other"),
    [
        ("a.txt", b'[{"text": "x"}]', "json"),
        ("a.txt", b"id,text\na,x\n", "csv"),
        ("a.txt", b"<!doctype html><p>x", "html"),
        ("a.txt", b"Nobody spoke.", None),
        ("a", b'[{"text": "x"}]', None),
    ],
)
def test_a_name_that_does_not_fit_the_first_bytes_is_said(file, name, content, other):
    [article] = read(file(name, content))
    assert article.warnings == (
        (f"read as text, as its name says, but looks like {other}: --input-format {other}",)
        if other
        else ()
    )


@given(st.binary(max_size=40), st.integers(0, 50), st.lists(st.integers(1, 9), max_size=9))
def test_looking_at_the_first_bytes_takes_none_away(data, size, sizes):
    stream = Peeked(io.BytesIO(data), size)
    assert stream.head == data[:size]
    parts = [stream.readline() if n % 2 else stream.read(n) for n in sizes]
    assert b"".join(parts) + stream.read() == data


@given(
    st.lists(st.binary(max_size=9).map(lambda line: line.replace(b"\n", b"") + b"\n")),
    st.integers(0, 30),
)
def test_lines_are_the_same_wherever_the_first_bytes_end(lines, size):
    assert list(Peeked(io.BytesIO(b"".join(lines)), size)) == lines


# -- compressed files ------------------------------------------------------------------------------


def zstd(data: bytes) -> bytes:
    return pytest.importorskip("backports.zstd").compress(data)


@pytest.mark.parametrize(
    ("ending", "pack"),
    [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress), (".zst", zstd)],
)
@pytest.mark.parametrize("name", ["a.jsonl{}", "a", "a{}"])
def test_what_is_compressed_is_unpacked_whatever_its_name(file, ending, pack, name):
    data = b'{"text": "one"}\n' * 3000
    articles = list(read(file(name.format(ending), pack(data))))
    assert len(articles) == 3000
    assert articles[2].id == "a:3"


def test_members_of_a_gzip_file_are_one_file(file):
    assert one(file("a.txt.gz", gzip.compress(b"one") + gzip.compress(b"two"))).text == "onetwo"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_that_is_cut_off_is_one_clear_error(file, pack):
    path = file("a.txt", pack(random.Random(7).randbytes(20_000).hex().encode())[:-9000])
    with pytest.raises(ReadError, match=r"a\.txt: .*(end|corrupt)"):
        list(read(path))


# -- files that are no text ------------------------------------------------------------------------


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "advice"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF", "pdftotext"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word document", "pandoc"),
        (zipped("ppt/presentation.xml"), "a PowerPoint presentation", "--convert-to pdf"),
        (zipped("xl/workbook.xml"), "an Excel workbook", "CSV"),
        (zipped("mimetype", "a.xhtml"), "an EPUB", "pandoc"),
        (zipped("a.txt"), "a ZIP archive", "unzip"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an Office document of before 2007",
            "--convert-to docx",
        ),
        (b"{\\rtf1\\ansi x}", "RTF", "--convert-to docx"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture", "tesseract"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture", "tesseract"),
        (b"ID3\x04", "an MP3 recording", "transcribe"),
        (b"\0" * 257 + b"ustar\0", "a tar archive", "tar -xf"),
        (b"SQLite format 3\0", "an SQLite database", "sqlite3 -csv"),
        (bytes(range(256)) + b"\0" * 30, "binary data", "no text"),
        ("“Já,” sagte sie.".encode("utf-16-le"), "UTF-16 without a byte order mark", "utf-16-le"),
        ("A wall".encode("utf-16-be"), "UTF-16 without a byte order mark", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.jsonl", "a.csv"])
def test_a_file_that_is_no_text_is_refused_by_what_it_is(file, content, kind, advice, name):
    path = file(name, content)
    with pytest.raises(ReadError) as caught:
        list(read(path))
    assert str(caught.value).startswith(f"{path}: {kind}")
    assert advice in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_compressed_pdf_is_a_pdf(file):
    with pytest.raises(ReadError, match="a PDF; convert it"):
        list(read(file("a.gz", gzip.compress(b"%PDF-1.7"))))
