"""A quotekit plugin for the copy of a wire service that marks speech with ``#[…]#``.

A row of the table *marks* is all that takes: cue, source and speaker come from quotekit, in every
language that it has tables for. Hurried desks leave the brackets out. A lone ``#`` begins hashtags and
numbers too, so no row can declare it, and a finder proposes those spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotekit import Document, Quote, QuoteKind, Span, Table, hookimpl

HURRIED_RE = re.compile(
    r"""
    (?<!\w) \# (?=[^\W\d])      # no C#, no #1
    (?P<words> [^\n\#\[\]]+ [.,!?] )  # a hashtag has no closing punctuation
    \# (?!\w)
    """,
    re.VERBOSE,
)


@hookimpl
def quotekit_languages() -> Iterator[Table]:
    """Declare the marks, for all languages."""
    yield Table("mul", "marks", {"pairs": [{"opening": "#[", "closing": "]#"}]})


@hookimpl
def quotekit_find_quotes(document: Document) -> Iterator[Quote]:
    """Propose what stands between marks without brackets; who said it is for others to find."""
    for match in HURRIED_RE.finditer(document.text):
        yield Quote(
            [Span(*match.span("words"))],
            QuoteKind.DIRECT,
            confidence=0.9,
            rule="hurried-marks",
            why="between # and #, which this wire puts around speech",
        )
