"""brat: a folder of texts and standoff annotation, for brat and what reads its format.

See https://brat.nlplab.org/standoff.html. Contents, cues and sources are text-bound annotations; an
event ties them together. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quotekit._formats import Writer
from quotekit._writers.characters import encodable
from quotekit._writers.folders import FileNames
from quotekit.models import Extraction, Quote, QuoteKind
from quotekit.spans import Span

LINE_RE = re.compile(r"[^\r\n]+")

CONFIGURATION = """\
[entities]
Source
Cue
{kinds}

[relations]

[events]
{events}

[attributes]
Mode\tArg:<EVENT>, Value:speech|thought|writing
"""
"""What brat must be told of the types: its file ``annotation.conf``."""


def save_brat(extractions: Iterable[Extraction], path: Path) -> None:
    """Make a folder with a ``.txt`` and an ``.ann`` file for each article, and the configuration.

    brat shows no stretch over a line's end, so stretches are parted there. Lone surrogates, which
    UTF-8 does not have, become U+FFFD.
    """
    path.mkdir()
    kinds = [_type(kind) for kind in QuoteKind]
    events = "\n".join(f"{kind}\tSource?:Source, Cue?:Cue" for kind in kinds)
    _write(path / "annotation.conf", CONFIGURATION.format(kinds="\n".join(kinds), events=events))
    names = FileNames()
    for extraction in extractions:
        name = names(extraction.article)
        _write(path / f"{name}.txt", extraction.article.text)
        _write(path / f"{name}.ann", "".join(lines_of(extraction)))


def lines_of(extraction: Extraction) -> Iterator[str]:
    """Yield the lines of an annotation file.

    Example:
        >>> from quotekit import extract
        >>> print("".join(lines_of(extract("“Yes,” said Ida Moss."))).rstrip())
        T1	Direct 1 5	Yes,
        T2	Source 12 20	Ida Moss
        T3	Cue 7 11	said
        E1	Direct:T1 Source:T2 Cue:T3
        A1	Mode E1 speech
        #1	AnnotatorNotes E1	Ida Moss
    """
    text = extraction.article.text
    number = 0
    for n, quote in enumerate(extraction.quotes, 1):
        roles = {}
        for role, spans in _parts(quote):
            offsets = _lines(text, spans)
            if offsets:
                number += 1
                roles[role] = f"T{number}"
                yield _bound(text, number, role, offsets)
        trigger = _type(quote.kind)
        if trigger in roles:
            arguments = "".join(f" {role}:{own}" for role, own in roles.items() if role != trigger)
            yield f"E{n}\t{trigger}:{roles[trigger]}{arguments}\n"
            yield f"A{n}\tMode E{n} {quote.mode}\n"
            if quote.speaker is not None:
                yield f"#{n}\tAnnotatorNotes E{n}\t{' '.join(quote.speaker.name.split())}\n"


def _type(kind: QuoteKind) -> str:
    return str(kind).capitalize()


def _parts(quote: Quote) -> Iterator[tuple[str, Sequence[Span]]]:
    yield _type(quote.kind), quote.contents
    yield "Source", () if quote.source is None else (quote.source.span,)
    yield "Cue", quote.cue


def _lines(text: str, spans: Iterable[Span]) -> list[Span]:
    """Part spans at the ends of lines; blanks at the new ends are left out."""
    found = [
        Span(*line.span()).trim(text)
        for span in spans
        for line in LINE_RE.finditer(text, span.start, span.end)
    ]
    return [span for span in found if span is not None]


def _bound(text: str, number: int, role: str, spans: Sequence[Span]) -> str:
    offsets = ";".join(f"{span.start} {span.end}" for span in spans)
    words = " ".join(span.slice(text) for span in spans)
    return f"T{number}\t{role} {offsets}\t{words}\n"


def _write(path: Path, text: str) -> None:
    # Line ends stay as they are: each is a character that offsets count.
    path.write_bytes(encodable(text).encode("utf-8"))


WRITER = Writer("brat", None, (".brat",), save=save_brat)
"""Makes a folder for brat."""
