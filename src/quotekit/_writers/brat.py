"""brat: a folder of texts and standoff annotation, for brat and what reads its format.

See https://brat.nlplab.org/standoff.html. Contents, cues, sources and times are text-bound annotations;
an event ties them together, notes name speakers and the values of times. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from quotekit._writers.characters import encodable
from quotekit._writers.folders import FileNames
from quotekit._writers.marks import LABELS, QUOTATIONS, marks
from quotekit.models import Extraction, Quote
from quotekit.spans import Span, join

LINE_RE = re.compile(r"[^\r\n]+")

EVENT = "\tCue?:Cue, Source?:Source, Said?:Time"

CONFIGURATION = "\n".join(
    (
        "[entities]",
        *LABELS,
        "",
        "[relations]",
        "",
        "[events]",
        *(label + EVENT for label in QUOTATIONS),
        "",
        "[attributes]",
        "Mode\tArg:<EVENT>, Value:speech|thought|writing",
        "",
    )
)
"""What brat must be told of the types: its file ``annotation.conf``."""


def save_brat(extractions: Iterable[Extraction], path: Path) -> None:
    """Make a folder with a ``.txt`` and an ``.ann`` file for each article, and the configuration.

    brat shows no span over a line's end, so spans are parted there. Lone surrogates, which
    UTF-8 does not have, become U+FFFD.
    """
    path.mkdir()
    _write(path / "annotation.conf", CONFIGURATION)
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
        T2	Cue 7 11	said
        T3	Source 12 20	Ida Moss
        #1	AnnotatorNotes T3	Ida Moss
        E1	Direct:T1 Cue:T2 Source:T3
        A1	Mode E1 speech
        #2	AnnotatorNotes E1	Ida Moss
    """
    text, notes = extraction.article.text, count(1)
    bound: dict[str, str] = {}
    quotations = []
    for mark in marks(extraction):
        if not (spans := _lines(text, mark.spans)):
            continue
        bound[mark.id] = f"T{len(bound) + 1}"
        offsets = ";".join(f"{span.start} {span.end}" for span in spans)
        yield f"{bound[mark.id]}\t{mark.label} {offsets}\t{join(text, spans)}\n"
        if mark.label in QUOTATIONS:
            quotations.append(mark)
        elif mark.value:
            yield _note(next(notes), bound[mark.id], mark.value)
    for n, mark in enumerate(quotations, 1):
        parts = [(role, bound[part]) for role, part in mark.parts if part in bound]
        arguments = "".join(f" {role.capitalize()}:{part}" for role, part in parts)
        yield f"E{n}\t{mark.label}:{bound[mark.id]}{arguments}\n"
        if isinstance(mark.record, Quote):
            yield f"A{n}\tMode E{n} {mark.record.mode}\n"
        if mark.value:
            yield _note(next(notes), f"E{n}", mark.value)


def _note(number: int, about: str, words: str) -> str:
    return f"#{number}\tAnnotatorNotes {about}\t{' '.join(words.split())}\n"


def _lines(text: str, spans: Iterable[Span]) -> list[Span]:
    """Part spans at the ends of lines; blanks at the new ends are left out."""
    found = [
        Span(*line.span()).trim(text)
        for span in spans
        for line in LINE_RE.finditer(text, span.start, span.end)
    ]
    return [span for span in found if span is not None]


def _write(path: Path, text: str) -> None:
    # Line ends stay as they are: each is a character that offsets count.
    path.write_bytes(encodable(text).encode("utf-8"))
