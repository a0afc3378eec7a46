"""Gold in brat's standoff: a text, and an ``.ann`` file with a line for each annotation.

See https://brat.nlplab.org/standoff.html. Quotations are text-bound annotations; an event, or
relations, tie them to cue and source; a note on a quotation or a source is the speaker's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from quotekit.evaluation._places import Place, quotes_of
from quotekit.evaluation._records import Offsets
from quotekit.exceptions import ReadError

BOUND_RE = re.compile(r"(?P<key>T\d+)\t(?P<label>\S+) (?P<offsets>\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
EVENT_RE = re.compile(r"(?P<key>E\d+)\t\S+?:(?P<trigger>T\d+)(?P<parts>(?: \S+?:\S+)*)\s*")
RELATION_RE = re.compile(r"R\d+\t(?P<role>\S+) Arg1:(?P<one>\S+) Arg2:(?P<other>\S+)\s*")
NOTE_RE = re.compile(r"#\d+\tAnnotatorNotes (?P<about>\S+)\t(?P<words>.*)")
OTHER = ("A", "M", "N", "*", "#")
"""How lines begin that say nothing of contents, cue and source."""

ROLE_RE = re.compile(r"(?P<role>[^\W\d_]+)\d*")
"""A role: brat numbers the second one of a sort, as in *Cue2*."""

SOURCES = {"speaker": "source"}
"""Other names of roles."""


def read_brat(files: Iterable[Path], root: Path) -> Iterator[dict[str, Any]]:
    """Yield a document for each ``.ann`` file.

    Args:
        files: The files.
        root: The folder that their names, which are the documents’ identifiers, count from.

    Raises:
        ReadError: If a file has no text beside it, or has a line that is no annotation.
    """
    for file in files:
        text, lines = _read(file.with_suffix(".txt")), _read(file).split("\n")
        reader = _Reader(file, text)
        for number, line in enumerate(lines, 1):
            reader.read(line.rstrip("\r"), number)
        name = file.relative_to(root).with_suffix("").as_posix()
        yield {"id": name, "text": text, "quotes": quotes_of(text, reader.places())}


def _read(path: Path) -> str:
    """Return a file's text, with its line ends as they are: offsets count them."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not in UTF-8 ({error.reason})") from error
    except OSError as error:
        raise ReadError(f"{path}: {(error.strerror or str(error)).lower()}") from error


@attrs.define
class _Reader:
    """Gathers the annotations of one file; they may name each other in any order."""

    file: Path
    text: str
    bound: dict[str, Place] = attrs.field(factory=dict)
    triggers: dict[str, str] = attrs.field(factory=dict)
    parts: dict[str, dict[str, str]] = attrs.field(factory=dict)
    notes: dict[str, str] = attrs.field(factory=dict)

    def read(self, line: str, number: int) -> None:
        """Read one line."""
        if match := BOUND_RE.fullmatch(line):
            spans = tuple(map(self._offsets, match["offsets"].split(";")))
            self.bound[match["key"]] = Place(match["label"].lower(), spans)
        elif match := EVENT_RE.fullmatch(line):
            self.triggers[match["key"]] = match["trigger"]
            for part in match["parts"].split():
                role, _, other = part.partition(":")
                self._tie(match["trigger"], role, other)
        elif match := RELATION_RE.fullmatch(line):
            self._tie(match["one"], match["role"], match["other"])
        elif match := NOTE_RE.fullmatch(line):
            self.notes[match["about"]] = match["words"].strip()
        elif line and not line.startswith(OTHER):
            raise ReadError(f"{self.file}, line {number}: no annotation of brat's: {line[:60]!r}")

    def _offsets(self, pair: str) -> Offsets:
        start, end = map(int, pair.split())
        if not start < end <= len(self.text):
            raise ReadError(
                f"{self.file}: an annotation at {pair}, but the text beside it has "
                f"{len(self.text)} characters; is it the same text, with the same line ends?"
            )
        return start, end

    def _tie(self, one: str, role: str, other: str) -> None:
        match = ROLE_RE.fullmatch(role)
        name = match["role"].lower() if match else role
        self.parts.setdefault(one, {}).setdefault(SOURCES.get(name, name), other)

    def places(self) -> dict[str, Place]:
        """Return the places by key, each with its parts and the name in its note."""
        notes = {self.triggers.get(about, about): words for about, words in self.notes.items()}
        return {
            key: attrs.evolve(place, name=notes.get(key), parts=self.parts.get(key, {}))
            for key, place in self.bound.items()
        }
