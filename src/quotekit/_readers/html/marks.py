"""Marks: the quotation marks that a text gets where the page has an element instead."""

from __future__ import annotations

import re

MARKS = {
    "en": ("“”", "‘’"),
    "de": ("„“", "‚‘"),
    "fr": ("«»", "“”"),
    "es": ("«»", "“”"),
    "it": ("«»", "“”"),
    "pt": ("“”", "‘’"),
    "nl": ("“”", "‘’"),
    "pl": ("„”", "«»"),
    "cs": ("„“", "‚‘"),
    "da": ("»«", "›‹"),
    "sv": ("””", "’’"),
    "fi": ("””", "’’"),
    "ru": ("«»", "„“"),
    "uk": ("«»", "„“"),
}
"""Outer and inner marks of a language, as its newspapers set them."""

SPACED = frozenset(("fr",))
"""Languages that set a no-break space inside of outer marks."""

OPENING = frozenset("“”„«»‘’‚‹›\"'「『")
"""Marks that begin a quotation somewhere."""


def marks_of(language: str, *, inner: bool = False, words: str = "") -> tuple[str, str]:
    """Return the marks for words in a language; a pair that the words do not hold themselves.

    Args:
        language: A language code; unknown ones are set as English is.
        inner: Whether the words stand within other marks.
        words: What goes between the marks.

    Example:
        >>> marks_of("de"), marks_of("en", words="a “sound” wall")
        (('„', '“'), ('«', '»'))
    """
    outer, nested = MARKS.get(language, MARKS["en"])
    pair = nested if inner else outer
    if not inner and any(mark in words for mark in pair):
        pair = next((other for other in ("«»", "“”", "„“") if not set(other) & set(words)), pair)
    if language in SPACED and pair == outer:
        return f"{pair[0]}\u00a0", f"\u00a0{pair[1]}"
    return pair[0], pair[1]


def quoted(paragraphs: list[str], language: str) -> str:
    """Return the paragraphs of a quoted block between quotation marks.

    Each paragraph opens with a mark, and the last one closes; a block that has its own marks stays
    as it is.

    Example:
        >>> quoted(["We stayed.", "We will stay."], "en")
        '“We stayed.\\n\\n“We will stay.”'
    """
    whole = "\n\n".join(paragraphs)
    if whole[:1] in OPENING:
        return whole
    opening, closing = marks_of(language, words=whole)
    return f"\n\n{opening}".join([opening + paragraphs[0], *paragraphs[1:]]) + closing


DASH_RE = re.compile(r"\s*[—–―-]{1,2}\s*(?=\S)")
"""What opens the line that signs a quotation."""

POSTED_RE = re.compile(
    r"^(?:A (?:post|photo|video|reel) shared by|Posted by|Post by)\s+(?P<name>.+?)"
    r"(?:\s+on\s+(?P<day>.+))?$",
    re.IGNORECASE,
)
"""The last line of an embedded post: *A post shared by Ida Moss (@idamoss)*."""

SIGNED_RE = re.compile(r"^(?P<name>.*?\(@[\w.@-]{1,60}\))\s*,?\s*(?P<day>\S.*)?$")
"""*Ida Moss (@idamoss) May 12, 2023*."""


def signature(text: str) -> str:
    """Return the line that names who is quoted, after a dash and with its day after a comma.

    Example:
        >>> signature("— Ida Moss (@idamoss) May 12, 2023")
        '— Ida Moss (@idamoss), May 12, 2023'
        >>> signature("Ida Moss, the mayor")
        '— Ida Moss, the mayor'
    """
    text = " ".join(text.split())
    text = text[sign.end() :] if (sign := DASH_RE.match(text)) else text
    match = POSTED_RE.match(text) or SIGNED_RE.match(text)
    if match is not None:
        text = ", ".join(filter(None, (match["name"], match["day"])))
    return f"— {text}"
