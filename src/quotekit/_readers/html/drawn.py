"""Second opinion: what trafilatura draws out of the same page, where the extra ``html`` is there.

trafilatura alone loses what quotations need (the marks of ``<q>``, ``<blockquote>`` and its author,
the words of ``<time>``), so its text is not taken over: the paragraphs that it leaves out go.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotekit._readers.html.page import Block

NO_LETTERS_RE = regex.compile(r"[^\p{L}\p{N}]++")
TIME_RE = regex.compile(r"</?time\b[^<>]*+>", regex.IGNORECASE)
"""Tags whose words trafilatura leaves out, which makes another paragraph of a short one."""
LETTERS = 6
"""Texts are compared by runs of so many letters, which works in scripts without blanks too."""

SHARED = 0.8
"""A paragraph is in another text if this share of its runs is."""

LITTLE = 300
"""A page with fewer characters than these has nothing to leave out."""

HEADINGS = ("h1", "h2", "h3", "h4")

ENOUGH = 0.5
"""Where the two agree on less than this share of the words, trafilatura has missed the article."""


def agreed(blocks: Sequence[Block], page: str) -> list[Block]:
    """Return the paragraphs that trafilatura finds too; all of them without it, or where it fails.

    Quoted blocks stay in any case, and so do headings above what stays.
    """
    whole = sum(len(block.text) for block in blocks)
    if whole < LITTLE:
        return list(blocks)
    try:
        import trafilatura
    except ImportError:
        return list(blocks)
    try:
        text = trafilatura.extract(TIME_RE.sub("", page), include_comments=False) or ""
    except Exception:  # a page that trafilatura cannot read is no worse than without it
        return list(blocks)
    runs = _runs(text)
    found = {id(block) for block in blocks if _is_in(block, runs)}
    if sum(len(block.text) for block in blocks if id(block) in found) < whole * ENOUGH:
        return list(blocks)
    kept: list[Block] = []
    stays = False  # the paragraph below
    for block in reversed(blocks):
        heads = stays and block.element.within(*HEADINGS) is not None
        stays = id(block) in found or block.quote is not None or heads
        if stays:
            kept.append(block)
    return kept[::-1]


def _is_in(block: Block, runs: set[str]) -> bool:
    own = _runs(block.text)
    return len(own & runs) >= len(own) * SHARED


def _runs(text: str) -> set[str]:
    letters = NO_LETTERS_RE.sub("", text.casefold())
    return {letters[i : i + LETTERS] for i in range(max(1, len(letters) - LETTERS + 1))}
