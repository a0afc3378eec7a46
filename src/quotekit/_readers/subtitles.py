"""Subtitles: WebVTT and SubRip, with each voice as a labelled turn."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from quotekit._encodings import decode_any
from quotekit._formats import address, stem
from quotekit._readers.heads import TIME_RE
from quotekit.exceptions import ReadError
from quotekit.models import Article

VOICE_RE = re.compile(r"<v(?:\.[^\s<>]*)?\s+(?P<name>[^<>]+)>|</v>")
TAG_RE = re.compile(r"</?[A-Za-z][^<>]*>|<\d[^<>]*>|\{\\[^{}]*\}")
"""Markup: ``<i>``, ``</v>``, ``<00:00:02.500>``, ``{\\an8}``; not *a < b*."""

BLOCKS = ("NOTE", "STYLE", "REGION")


class _Words(NamedTuple):
    voice: str | None
    text: str


def read_subtitles(
    stream: BinaryIO, name: str, *, encoding: str | None = None
) -> Iterator[Article]:
    """Read a file of subtitles as one article: cues joined, and each voice a labelled turn.

    A cue ends only before a time line and the number or name above it, so an empty line in a cue
    loses nothing. Offsets point into the text that is given back.

    Raises:
        ReadError: If there is no cue.

    Example:
        >>> import io
        >>> cues = b'''WEBVTT
        ...
        ... 00:01.000 --> 00:04.000
        ... <v Ida Moss>The wall
        ... holds.
        ...
        ... 00:05.000 --> 00:06.000
        ... <v Bo Tran>And the quay &amp; pier?
        ... '''
        >>> [article] = read_subtitles(io.BytesIO(cues), "talk.vtt")
        >>> print(article.text)
        Ida Moss: The wall holds.
        Bo Tran: And the quay & pier?
    """
    text, warnings = decode_any(stream.read(), name, encoding)
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    cues = _cues(lines)
    if not cues:
        raise ReadError(f"{name}: no subtitles: no time line such as 00:00:01.000 --> 00:00:04.000")
    first = lines[0] if lines[0].startswith("WEBVTT") else ""
    yield Article(
        _turns(words for cue in cues for words in _words(cue)),
        id=stem(name),
        title=first.removeprefix("WEBVTT").strip(" \t-–") or None,
        url=address(name),
        markup="subtitles",
        warnings=warnings,
    )


def _cues(lines: list[str]) -> list[list[str]]:
    """Return the lines of each cue, without its number or name and its time line."""
    starts = [number for number, line in enumerate(lines) if TIME_RE.match(line)]
    cues: list[list[str]] = []
    for start, end in pairwise([*starts, len(lines)]):
        if end < len(lines) and end - start > 2 and lines[end - 1].strip():
            number = lines[end - 1].strip().isdigit()
            end -= number or not lines[end - 2].strip()
        cues.append(_without_notes(lines[start + 1 : end]))
    return cues


def _without_notes(lines: list[str]) -> list[str]:
    kept: list[str] = []
    note = False
    for line in lines:
        if not line.strip():
            note = False
        elif line.split(maxsplit=1)[0] in BLOCKS and (not kept or not kept[-1]):
            note = True
        if not note:
            kept.append(line.strip())
    return kept


def _words(cue: list[str]) -> Iterator[_Words]:
    """Yield what each voice of a cue says; a line that opens with a dash is a line of its own."""
    for voice, text in _voices("\n".join(cue)):
        bare = html.unescape(TAG_RE.sub("", text)).strip("\n")
        bare = re.sub(r"\n+(?![-–—] ?\w)", " ", bare)
        lines = [" ".join(line.split()) for line in bare.split("\n")]
        if any(lines):
            label = " ".join(html.unescape(voice).split()) if voice else None
            yield _Words(label, "\n".join(filter(None, lines)))


def _voices(cue: str) -> Iterator[_Words]:
    """Yield which words are in whose voice: after ``</v>`` it is the one around it again."""
    around: list[str] = []
    start = 0
    for tag in VOICE_RE.finditer(cue):
        yield _Words(around[-1] if around else None, cue[start : tag.start()])
        start = tag.end()
        if tag["name"]:
            around.append(tag["name"])
        elif around:
            around.pop()
    yield _Words(around[-1] if around else None, cue[start:])


def _turns(words: Iterator[_Words]) -> str:
    """Join the cues of one voice, and put its name before them."""
    turns: list[str] = []
    last: str | None = None
    for voice, text in words:
        if turns and voice == last and not text.startswith(("-", "–", "—", ">>")):
            turns[-1] += f" {text}"
        else:
            turns.append(f"{voice}: {text}" if voice else text)
        last = voice
    return "\n".join(turns)
