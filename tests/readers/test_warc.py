"""WARC: pages of a crawl; the files are written by warcio."""

from __future__ import annotations

import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotekit import Article, Failure, read_all
from quotekit._readers.warc import read_warc
from quotekit.exceptions import QuotekitError, ReadError

from .reading import items, one

pytest.importorskip("fastwarc", reason="needs the extra `warc`")
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"  # warcio leaves its temporary files open
)

PAGE = "<html lang='en'><title>Wall</title><p>“It holds,” Ida Moss said. Page {}.</html>"


def warc(*bodies, compressed=False, kind="response", status="200 OK", content="text/html") -> bytes:
    """Return a WARC file with a record for each (body, content encoding)."""
    writer_of = pytest.importorskip("warcio.warcwriter").WARCWriter
    headers_of = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    out = io.BytesIO()
    writer = writer_of(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "quay"}))
    for number, (body, encoding) in enumerate(bodies, 1):
        fields = [("Content-Type", content)]
        if encoding == "chunked":
            fields.append(("Transfer-Encoding", "chunked"))
        elif encoding:
            fields.append(("Content-Encoding", encoding))
        headers = headers_of(status, fields, protocol="HTTP/1.1")
        url = f"http://quay.example/{number}"
        record = writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), http_headers=headers
        )
        writer.write_record(record)
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    return pytest.importorskip("backports.zstd").compress(data)


def brotli(data: bytes) -> bytes:
    return pytest.importorskip("brotli").compress(data)


def chunked(data: bytes) -> bytes:
    half = len(data) // 2
    parts = [data[:half], data[half:]]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def page(number: int) -> bytes:
    return PAGE.format(number).encode()


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("", bytes), ("gzip", gzip.compress), ("br", brotli), ("zstd", zstd), ("chunked", chunked)],
)
def test_a_page_is_read_however_its_body_was_sent(file, encoding, pack, compressed):
    data = warc((pack(page(1)), encoding), compressed=compressed)
    article = one(file("a.warc.gz" if compressed else "a.warc", data))
    assert article.text == "“It holds,” Ida Moss said. Page 1."
    assert (article.url, article.title) == ("http://quay.example/1", "Wall")
    assert article.published is None
    assert article.warnings == ()
    assert article.meta["crawled"].startswith("20")


@pytest.mark.parametrize(
    "options",
    [{"kind": "request"}, {"status": "404 Not Found"}, {"content": "image/png"}],
    ids=str,
)
def test_what_is_no_page_that_was_found_is_passed_over(file, options):
    if options.get("kind") == "request":
        options["status"] = "GET / HTTP/1.1"
    assert items(file("a.warc", warc((page(1), ""), **options))) == []


def test_a_broken_record_is_reported_with_its_number_and_the_rest_goes_on(file):
    data = warc((page(1), ""), (b"\x1f\x8b\x08" + b"\xff" * 60, "gzip"), (page(3), ""))
    first, failed, third = items(file("a.warc", data))
    assert first.text.endswith("Page 1.")
    assert "a.warc, record 3: " in str(failed)
    assert third.text.endswith("Page 3.")


def test_a_gzip_body_that_breaks_off_is_kept_with_a_warning(file):
    packed = gzip.compress(b"".join(page(number * number) for number in range(200)))
    [article] = items(file("a.warc", warc((packed[: len(packed) // 2], "gzip"))))
    assert article.text.startswith("“It holds,”")
    assert article.warnings == ("the page may be cut short",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"Content-Length: ", b"Content-Size: ", "no Content-Length"),
        (b"WARC/1.0\r\n", b"WRAC/1.0\r\n", "does not begin with WARC"),
    ],
)
def test_a_damaged_record_head_costs_that_record_alone(file, old, new, said):
    whole = warc((page(1), ""), (page(2), ""), (page(3), ""))
    start = whole.index(b"http://quay.example/2")
    start = whole.rindex(b"WARC/1.0", 0, start)
    data = whole[:start] + whole[start:].replace(old, new, 1)
    found = items(file("a.warc", data))
    assert [item.text[-2] for item in found if isinstance(item, Article)] == ["1", "3"]
    [failed] = [item for item in found if isinstance(item, Failure)]
    assert said in str(failed)


def test_a_file_that_breaks_off_says_so(file):
    whole = warc((page(1), ""), (page(2), ""))
    first, failed = items(file("a.warc", whole[:-60]))
    assert first.text.endswith("Page 1.")
    assert str(failed).endswith("record 3: is cut short")


def test_a_damaged_gzip_file_gives_what_stands_before_and_a_failure(file):
    whole = bytearray(warc((page(1), ""), (page(2), ""), compressed=True))
    whole[-40:-20] = b"\xff" * 20
    found = list(read_all([file("a.warc.gz", bytes(whole))]))
    assert isinstance(found[-1], Failure)
    assert "cannot be unpacked" in str(found[-1]) or "crc" in str(found[-1]).lower()


def test_what_is_no_warc_file_is_refused(file):
    with pytest.raises(ReadError, match="no WARC file"):
        items(file("a.warc", "The wall holds."))


@settings(max_examples=60)
@given(data=st.data())
def test_any_bytes_give_articles_or_an_error_of_ours(data):
    whole = warc((page(1), ""), (gzip.compress(page(2)), "gzip"))
    place = data.draw(st.integers(0, len(whole)))
    junk = data.draw(st.binary(max_size=40))
    try:
        for item in read_warc(io.BytesIO(whole[:place] + junk + whole[place + len(junk) :]), "a"):
            assert isinstance(item, (Article, Failure))
    except QuotekitError:
        pass
