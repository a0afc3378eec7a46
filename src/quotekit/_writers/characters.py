"""Characters that a format does not have, replaced one for one: no offset moves."""

from __future__ import annotations

import re

SURROGATE_RE = re.compile("[\ud800-\udfff]")
"""Halves of pairs that stand alone, which no Unicode encoding has."""

NO_XML_RE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not have, not even escaped: most control characters, and some that are none."""

INSTEAD = "\N{REPLACEMENT CHARACTER}"


def encodable(text: str) -> str:
    """Return *text* as UTF-8 has it, of the same length.

    Example:
        >>> encodable("Jo" + chr(0xD800) + "!")
        'Jo�!'
    """
    return SURROGATE_RE.sub(INSTEAD, text)


def xml_text(text: str) -> str:
    r"""Return *text* as XML has it, of the same length.

    Example:
        >>> xml_text("One\f\nTwo")
        'One�\nTwo'
    """
    return NO_XML_RE.sub(INSTEAD, text)
