"""Visible text: characters that would steer a terminal or a page, shown and not sent."""

from __future__ import annotations

import re

STEERING_RE = re.compile(
    r"""[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]  # controls: \x1b begins an escape sequence
    | \r(?!\n)                                 # a carriage return that would overwrite its line
    | [\u2028\u2029]                           # line separators
    | [\u202a-\u202e\u2066-\u2069]             # embeddings, overrides and isolates of direction
    | [\ud800-\udfff\ufffe\uffff]              # surrogates and noncharacters
    """,
    flags=re.VERBOSE,
)

PICTURES = 0x2400
"""Where Unicode has a picture of each control: ``␛`` for escape."""


def visible(text: str) -> str:
    r"""Return *text* with a picture or a code point in place of each character that steers.

    Line feeds and tabs stay; so do direction marks and joiners, which ordinary text needs.

    Example:
        >>> visible("\x1b[2J\rdeb\u202eenim\ttab")
        '␛[2J␍deb⟨U+202E⟩enim\ttab'
    """
    return STEERING_RE.sub(lambda match: _shown(match.group()), text)


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(PICTURES + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
