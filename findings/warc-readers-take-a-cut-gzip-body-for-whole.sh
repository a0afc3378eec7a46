#!/usr/bin/env bash
# FastWARC and warcio give the beginning of a page whose gzip body breaks off, and say nothing.
#
# Crawlers store what a server sent, and a connection that closes early leaves a body that ends in the middle of its gzip
# stream. Both libraries then decode as far as the bytes go and end as if the page were whole: no error, no flag.
#
# Whom it hurts: whoever counts quotations in a crawl. The second half of an article is absent without a trace.
#
# What quotekit does: it compares the length with the one that the gzip stream states at its end, and warns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fastwarc==2.0.1 warcio==1.8.1
"$work/venv/bin/python" - <<'PY'
import gzip
import io
from importlib.metadata import version

from fastwarc.warc import ArchiveIterator as FastWarc
from warcio.archiveiterator import ArchiveIterator as Warcio

page = " ".join(str(number * number) for number in range(2000)).encode()
packed = gzip.compress(page)
body = packed[: len(packed) // 2]
http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
record = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://quay.example/1\r\n"
    b"WARC-Date: 2023-05-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    b"Content-Type: application/http;msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n" % len(http)
) + http + b"\r\n\r\n"

fast = next(iter(FastWarc(io.BytesIO(record), auto_decode="all"))).reader.read()
other = next(iter(Warcio(io.BytesIO(record)))).content_stream().read()
for name, found in (("fastwarc", fast), ("warcio", other)):
    print(name, version(name), "gives", len(found), "of", len(page), "bytes without an error")
    assert 0 < len(found) < len(page) and page.startswith(found)
try:
    gzip.decompress(body)
except EOFError as error:
    print("gzip:", error)
else:
    raise SystemExit("the body is whole")
PY
