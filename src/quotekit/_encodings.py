"""Encodings: bytes to text, by byte order mark, as told, as UTF-8, or else as detected."""

from __future__ import annotations

from typing import NamedTuple

from quotekit.exceptions import ReadError

BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks and the encodings that they announce."""

WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",  # a <meta> that could be read in ASCII is not in UTF-16
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""Encodings that pages name, and what browsers read instead."""

NO_CHARSETS = frozenset("idna punycode unicode_escape raw_unicode_escape undefined mbcs".split())
"""Codecs of Python's that are no encodings of pages."""

SAMPLE = 200_000
"""How many bytes an encoding is detected from."""


class Decoded(NamedTuple):
    """A text, and what has to be said about its encoding."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, encoding: str = "utf-8") -> str:
    """Decode *data*; a byte order mark overrules *encoding* and is no part of the text.

    Line ends stay as they are.

    Raises:
        ReadError: If the bytes are not in that encoding, or are no text at all.

    Example:
        >>> decode(b"caf\\xe9", "menu.txt")
        Traceback (most recent call last):
        quotekit.exceptions.ReadError: menu.txt: not UTF-8 text (byte 3 is 0xE9)
    """
    encoding = marked(data) or encoding
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise ReadError(
            f"{name}: not {encoding.upper()} text (byte {error.start} is 0x{byte:02X})"
        ) from error
    except UnicodeError as error:  # UTF-16 with an odd number of bytes, IDNA, punycode
        raise ReadError(f"{name}: not {encoding.upper()} text") from error
    except LookupError as error:
        raise ReadError(f"{name}: unknown encoding {encoding!r}") from error


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark announces."""
    return next((encoding for mark, encoding in BOMS if data.startswith(mark)), None)


def decode_any(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text of *data*: in *encoding*, or else in UTF-8, or else as detected.

    Args:
        data: The bytes.
        name: The file, for errors.
        encoding: What the user says; ``None`` where nobody said anything.

    Raises:
        ReadError: If the text is not in the encoding that the user named, or is not in UTF-8 and
            the extra that detects encodings is not installed.

    Example:
        >>> decode_any("“Non”".encode("cp1252"), "a.txt", "cp1252").text
        '“Non”'
    """
    if encoding is not None:
        return Decoded(decode(data, name, encoding))
    try:
        return Decoded(decode(data, name))
    except ReadError as error:
        found = None if marked(data) else detect(data)
        if found is None:
            raise ReadError(f"{error}; {ADVICE}") from error
        return Decoded(data.decode(found, "replace"), (_guessed(found),))


ADVICE = (
    "name its encoding (--encoding cp1252), or have it detected: "
    "pip install 'quotekit-nlp[encodings]'"
)


def decode_page(data: bytes, declared: str | None) -> Decoded:
    """Return the text of a page, whatever it declares: a wrong encoding costs nothing but a warning.

    Args:
        data: The page.
        declared: The encoding that its header or its ``<meta>`` names.

    Example:
        >>> decode_page("“Já”".encode(), "no-such")
        Decoded(text='“Já”', warnings=("declared as 'no-such', read as utf-8",))
    """
    name = marked(data) or (declared or "utf-8").strip().lower()
    name = WEB_NAMES.get(name, name)
    in_utf8 = _is_utf8(data)
    try:
        text = data.decode("" if name.replace("-", "_") in NO_CHARSETS else name)
        if name != "cp1252" or not in_utf8 or data.isascii():
            return Decoded(text)
    except (UnicodeError, LookupError, ValueError):
        pass
    found = "utf-8" if in_utf8 else detect(data) or "cp1252"
    said = f"declared as {declared!r}, read as {found}" if declared else _guessed(found)
    return Decoded(data.decode(found, "replace"), (said,))


def detect(data: bytes) -> str | None:
    """Return the encoding that *data* is most likely in; ``None`` without the extra."""
    try:
        import chardet
    except ImportError:
        return None
    sample = data[:SAMPLE]
    found = chardet.detect(sample, encoding_era=chardet.EncodingEra.MODERN_WEB)["encoding"]
    return WEB_NAMES.get((found or "cp1252").lower(), (found or "cp1252").lower())


def _guessed(encoding: str) -> str:
    return f"not UTF-8, read as {encoding}, the likeliest encoding"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
