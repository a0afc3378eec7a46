"""Short representations: what a record is, on one line that fits a terminal."""

from __future__ import annotations

LONGEST = 40
"""No text is shown with more characters than these."""


def clip(text: str, longest: int = LONGEST) -> str:
    """Return *text* on one line, cut after *longest* characters.

    Example:
        >>> clip("We looked at concrete,\\nand we turned it down.", 24)
        'We looked at concrete,…'
    """
    # A text of many pages is not split to the end for its first words.
    words = " ".join(text[: 4 * longest].split())
    if len(words) <= longest and len(text) <= 4 * longest:
        return words
    return words[: longest - 1].rstrip() + "…"


def short(record: object, *facts: object) -> str:
    """Return the name of the record's class with the facts that are there.

    Example:
        >>> short("", None, "direct", 0.5)
        'str(direct, 0.5)'
    """
    shown = ", ".join(str(fact) for fact in facts if fact is not None and fact != "")
    return f"{type(record).__name__}({shown})"


def quoted(text: str | None) -> str | None:
    """Return *text*, clipped, as Python would write it; ``None`` where there is none.

    Example:
        >>> quoted("Ida Moss"), quoted(None)
        ("'Ida Moss'", None)
    """
    return repr(clip(text)) if text else None


def plural(number: int, noun: str) -> str:
    """Return the number with its noun.

    Example:
        >>> plural(1, "quote"), plural(2, "quote")
        ('1 quote', '2 quotes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
