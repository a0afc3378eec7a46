"""Heads: what the first bytes of a file tell of its format."""

from __future__ import annotations

import json
import re

from quotekit._readers.records import knows

BOM = b"\xef\xbb\xbf"

MBOX_RE = re.compile(rb"From \S+ .*\d\d:\d\d")
"""The line before each message of an mbox file."""

MAIL_RE = re.compile(
    rb"^(?:message-id|mime-version|received|return-path)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
"""A header field that only mail has."""

TIME_RE = re.compile(
    r"[ \t]*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}"
)
"""The line over each cue: *00:00:01.000 --> 00:00:04.000*."""

WARC_RE = re.compile(rb"WARC/\d\.\d\r?\n")


def is_html(head: bytes) -> bool:
    """Return whether a page begins here.

    Example:
        >>> is_html(b"<!DOCTYPE html><p>"), is_html(b"<rss>")
        (True, False)
    """
    start = head.removeprefix(BOM).lstrip()[:1000].lower()
    return start.startswith((b"<!doctype html", b"<html")) or (
        start[:1] == b"<" and b"<html" in start
    )


def is_table(head: bytes) -> bool:
    """Return whether the first line names the fields of an article.

    Example:
        >>> is_table(b"id;text\\na;Yes"), is_table(b"Yes, she said.")
        (True, False)
    """
    line = next(iter(head.decode("utf-8-sig", "replace").splitlines()), "")
    if len(line) > 1000:
        return False
    import csv  # slow to import

    try:
        cells = next(csv.reader([line], delimiter=separator(line)), [])
    except csv.Error:
        return False
    return knows([cell.strip() for cell in cells])


def separator(sample: str) -> str:
    """Return the sign that occurs most in the first line, outside of quotation marks."""
    line = sample.lstrip("\ufeff\r\n").split("\n", 1)[0]
    bare = "".join(line.split('"')[::2]) or line
    return max(",;\t|", key=bare.count)


def is_feed(head: bytes) -> bool:
    """Return whether RSS or Atom begins here."""
    return any(tag in head[:2000] for tag in (b"<rss", b"<feed", b"<rdf:RDF"))


def is_news(head: bytes) -> bool:
    """Return whether NITF or NewsML-G2 begins here."""
    return any(tag in head for tag in (b"<nitf", b"<newsItem", b"<newsMessage"))


def is_subtitles(head: bytes) -> bool:
    """Return whether WebVTT or SubRip begins here."""
    start = head.removeprefix(BOM).lstrip()
    if start.startswith(b"WEBVTT"):
        return True
    lines = start.decode("utf-8", "replace").splitlines()[:2]
    return len(lines) == 2 and lines[0].strip().isdigit() and TIME_RE.match(lines[1]) is not None


def is_mail(head: bytes) -> bool:
    """Return whether a block of header fields opens the file, with one that only mail has."""
    if MBOX_RE.match(head):
        head = head.partition(b"\n")[2]
    fields = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if re.match(rb"[A-Za-z][A-Za-z-]*[ \t]*:", fields) is None:
        return False
    return MAIL_RE.search(fields) is not None


def is_json_lines(head: bytes) -> bool:
    """Return whether an object opens the file, and closes on its line, as far as that can be seen."""
    start = head.removeprefix(BOM).lstrip()
    line, more, _ = start.partition(b"\n")
    if start[:1] != b"{" or start[1:].lstrip()[:1] not in (b'"', b"}"):
        return False
    if not more:
        return True
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def is_json(head: bytes) -> bool:
    """Return whether an object, or an array of objects, opens the file."""
    start = head.removeprefix(BOM).lstrip()
    after = start[1:].lstrip()[:1]
    return (start[:1] == b"{" and after in (b'"', b"}")) or (start[:1] == b"[" and after == b"{")


def is_parquet(head: bytes) -> bool:
    """Return whether Parquet begins here."""
    return head.startswith(b"PAR1")


def is_warc(head: bytes) -> bool:
    """Return whether a web archive begins here."""
    return WARC_RE.match(head) is not None
