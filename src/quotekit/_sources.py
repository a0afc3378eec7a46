"""Sources: paths, folders and patterns to files, and files to streams of what is in them.

A file is told by its first bytes: what is compressed is unpacked on the way, and what is no text
at all (a PDF, a picture) is refused by its name, with the way to convert it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from quotekit._encodings import marked
from quotekit._formats import suffix
from quotekit._streams import Peeked
from quotekit.exceptions import ReadError

HEAD = 4096
"""How many bytes a format is told by."""

Open = Callable[[str], AbstractContextManager[BinaryIO]]


def open_binary(path: str) -> AbstractContextManager[BinaryIO]:
    """Open a file, or standard input for ``-``, for reading bytes.

    Raises:
        ReadError: If standard input is closed.
    """
    if path == "-":
        if sys.stdin is None:
            raise ReadError("standard input is closed")
        return nullcontext(sys.stdin.buffer)  # not ours to close
    return Path(path).open("rb")


def expand(paths: Iterable[str | Path], suffixes: Iterable[str]) -> Iterator[str]:
    """Yield the files that are meant: those of a folder, those that a pattern fits, or the path.

    Args:
        paths: Files, folders, patterns (``news/**/*.html``), or ``-``.
        suffixes: Endings of the files of a folder that can be read; others are passed over, as
            are hidden ones.

    Example:
        >>> list(expand(["examples/articles/br*.jsonl", "-"], []))
        ['examples/articles/briefs.jsonl', '-']
    """
    known = frozenset(suffixes)
    for path in map(str, paths):
        if path != "-" and Path(path).is_dir():
            found = [file for file in _files_in(path) if suffix(file) in known]
            yield from found or [path]
        elif any(sign in path for sign in "*?[") and not Path(path).exists():
            import glob  # slow to import, as what unpacks

            fitting = glob.glob(path, recursive=True)  # noqa: PTH207 - it may be absolute
            yield from sorted(fitting) or [path]
        else:
            yield path


def _files_in(folder: str) -> list[str]:
    return sorted(
        str(file)
        for file in Path(folder).rglob("*")
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


@contextmanager
def open_source(path: str, name: str, opener: Open) -> Iterator[Peeked]:
    """Open a path and unpack it.

    Args:
        path: The file, or ``-``.
        name: What errors call it.
        opener: Opens the path as a binary stream.

    Raises:
        ReadError: If the file cannot be opened or unpacked.
    """
    try:
        with opener(path) as stream:
            source = Peeked(stream, HEAD)
            unpack = unpacker(source.head)
            yield source if unpack is None else Peeked(unpack(cast(BinaryIO, source)), HEAD)
    except ReadError:
        raise
    except IsADirectoryError as error:
        raise ReadError(f"{name}: is a directory with no file in it that can be read") from error
    except _faults_of_packed() as error:
        raise ReadError(f"{name}: cannot be unpacked: {_reason(error)}") from error
    except OSError as error:
        raise ReadError(f"{name}: {(error.strerror or str(error)).lower()}{_hint(path)}") from error


def unpacker(head: bytes) -> Callable[[BinaryIO], BinaryIO] | None:
    """Return what unpacks a file with these first bytes; ``None`` if it is not compressed."""
    for magic, unpack in UNPACKERS:
        if head.startswith(magic):
            return unpack
    return None


def _faults_of_packed() -> tuple[type[Exception], ...]:
    """Return what is raised where a packed file is broken."""
    import lzma
    import zlib

    return EOFError, lzma.LZMAError, zlib.error


def _gunzip(stream: BinaryIO) -> BinaryIO:
    import gzip

    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _bunzip2(stream: BinaryIO) -> BinaryIO:
    import bz2

    return cast(BinaryIO, bz2.BZ2File(stream))


def _unxz(stream: BinaryIO) -> BinaryIO:
    import lzma

    return cast(BinaryIO, lzma.LZMAFile(stream))


def _unzstd(stream: BinaryIO) -> BinaryIO:
    for module in ("compression.zstd", "backports.zstd"):  # the first from Python 3.14 on
        try:
            return cast(BinaryIO, importlib.import_module(module).ZstdFile(stream))
        except ImportError:
            continue
    raise ReadError("Zstandard needs an extra: pip install 'quotekit-nlp[zstd]'")


UNPACKERS: tuple[tuple[bytes, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b\x08", _gunzip),
    (b"BZh", _bunzip2),
    (b"\xfd7zXZ\x00", _unxz),
    (b"\x28\xb5\x2f\xfd", _unzstd),
)
"""First bytes of compressed files, and what unpacks them."""


def refuse(head: bytes, name: str) -> None:
    """Raise where a file is known to be no text.

    Raises:
        ReadError: It says what the file is, and how to make text of it.

    Example:
        >>> refuse(b"%PDF-1.7", "a.pdf")
        Traceback (most recent call last):
        quotekit.exceptions.ReadError: a.pdf: a PDF; convert it: pdftotext a.pdf - | quotekit extract -
    """
    for offset, magic, kind, advice in OTHERS:
        if head[offset:].startswith(magic):
            if kind == "ZIP archive":
                kind, advice = _zipped(head)
            raise ReadError(f"{name}: {kind}; {advice.replace('FILE', name)}")
    if marked(head) is None:
        _refuse_utf16(head, name)
        found = [byte for byte in head if byte in CONTROLS]
        if len(found) * 20 > len(head):
            byte = f"byte {head.index(found[0])} is 0x{found[0]:02X}"
            raise ReadError(f"{name}: binary data, no text ({byte})")


def _refuse_utf16(head: bytes, name: str) -> None:
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) * 8 < max(even, odd) and max(even, odd) * 4 > len(head):
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        raise ReadError(
            f"{name}: UTF-16 without a byte order mark; name the encoding: --encoding {encoding}"
        )


CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\v\f\r\x1b")
"""Bytes that a text has next to none of."""


PANDOC = "convert it: pandoc FILE -t html | quotekit extract --input-format html -"
"""For documents with changes recorded: the text export of LibreOffice 7.4 has words that were struck
out, and pandoc 3.9 leaves them out."""
SOFFICE = "convert it first: soffice --headless --convert-to docx FILE"
SLIDES = "convert it first: soffice --headless --convert-to pdf FILE"
PICTURE = "recognize its text first: tesseract FILE -"
SOUND = "transcribe it first, for example to WebVTT"

OTHERS: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF", "convert it: pdftotext FILE - | quotekit extract -"),
    (0, b"PK\x03\x04", "ZIP archive", ""),
    (0, b"PK\x05\x06", "an empty ZIP archive", "there is nothing in it"),
    (0, b"\xd0\xcf\x11\xe0", "an Office document of before 2007", SOFFICE),
    (0, b"{\\rtf", "RTF", SOFFICE),
    (0, b"%!PS", "PostScript", "convert it first: ps2ascii FILE"),
    (0, b"\x89PNG\r\n", "a PNG picture", PICTURE),
    (0, b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (0, b"GIF8", "a GIF picture", PICTURE),
    (0, b"II*\x00", "a TIFF picture", PICTURE),
    (0, b"MM\x00*", "a TIFF picture", PICTURE),
    (8, b"WEBP", "a WebP picture", PICTURE),
    (8, b"WAVE", "a WAV recording", SOUND),
    (0, b"ID3", "an MP3 recording", SOUND),
    (0, b"OggS", "an Ogg recording", SOUND),
    (0, b"fLaC", "a FLAC recording", SOUND),
    (4, b"ftyp", "an MP4 recording", SOUND),
    (0, b"\x1aE\xdf\xa3", "a Matroska or WebM recording", SOUND),
    (257, b"ustar", "a tar archive", "unpack it first: tar -xf FILE"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first: 7z x FILE"),
    (0, b"Rar!", "a RAR archive", "unpack it first: unrar x FILE"),
    (
        0,
        b"SQLite format 3\0",
        "an SQLite database",
        "export its table: sqlite3 -csv FILE 'SELECT …'",
    ),
    (0, b"\x7fELF", "a program", "there is no text in it"),
)
"""Where which bytes are, what the file then is, and what to do with it."""

ZIPPED = (
    (b"word/", "a Word document", PANDOC),
    (b"xl/", "an Excel workbook", "export its sheet as CSV"),
    (b"ppt/", "a PowerPoint presentation", SLIDES),
    (b"mimetypeapplication/epub", "an EPUB", PANDOC),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file", PANDOC),
    (b"[Content_Types].xml", "an Office document", PANDOC),
)
"""Names near the beginning of a ZIP archive, and what it then is."""


def _zipped(head: bytes) -> tuple[str, str]:
    for sign, kind, advice in ZIPPED:
        if sign in head:
            return kind, advice
    return "a ZIP archive", "unpack it first: unzip FILE"


def _reason(error: Exception) -> str:
    return str(error)[:1].lower() + str(error)[1:]


def _hint(path: str) -> str:
    """Return what to do about a path that is none."""
    if path.startswith(("http://", "https://")):
        return "; addresses are not fetched: curl -L ADDRESS | quotekit extract -"
    if any(sign in path for sign in "*?["):
        return "; no file fits this pattern"
    return ""
