"""Markup: what stands between words and is none: references to notes, stars of emphasis, tags."""

from __future__ import annotations

from typing import Final

import regex

from quotekit._patterns import compiled

TAGS: Final = (
    "a|abbr|b|big|blockquote|br|cite|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li|mark|ol|p|q|ref"
    "|s|small|span|strong|sub|sup|u|ul"
)
"""What a page marks up its words with; other words in angle brackets may be names: *<ida> Yes.*"""
MARKUP_RE: Final = compiled(
    rf"""
      (?<=[\w.,!?…;:'"’”»)\]*]) \[(?:\p{{Ll}}{{1,8}}\s)?\d{{1,3}}\]       # [3]  [note 3]
    | (?<=["'’”»]\ ) \[(?:\p{{Ll}}{{1,8}}\s)?\d{{1,3}}\]                  # ” [3]
    | (?<=[”’».,!?…]) [¹²³⁰⁴-⁹]{{1,3}}+                                # ”²
    | (?<=[”»]) \d{{1,2}} (?!\w)                                          # ”2
    | (?<![^\s"'“”‘’«»(\[*_—–-]) [*_]{{1,3}}+ (?=[^\s*_])                  # *Yes  _Yes  **“Yes
    | (?<=[^\s*_]) [*_]{{1,3}}+ (?![^\s.,;:!?…)\]"'“”‘’«»—–-])             # Yes*  ”**  ,”*
    | </?(?i:{TAGS})\b[^<>]{{0,200}}>                                        # </em>  <br />
    """,
    regex.VERBOSE,
)
SIGNS_RE: Final = compiled(r"[\[*_<¹²³⁰⁴-⁹]|[”»]\d")
"""Where none of these stands there is no markup."""


def blank_markup(text: str) -> str:
    """Return *text* with blanks where markup stands, so that what it parts comes together.

    Example:
        >>> blank_markup("*“Yes,”*[3] said _Ida_ Moss<br>")
        ' “Yes,”     said  Ida  Moss    '
    """
    if SIGNS_RE.search(text) is None:
        return text
    blanked: str = MARKUP_RE.sub(lambda match: " " * len(match.group()), text)
    return blanked
