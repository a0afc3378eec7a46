"""Layout: which line breaks of a text end a paragraph, and which only end a full line.

The whole text decides. In a text wrapped at some width a line ends where the next word would have
gone over that width, so its breaks agree on one width; in a list, a poem or a transcript they do not.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from quotekit.spans import Span
from quotekit.syntax._lines import Line, read_lines

MIN_WIDTH: Final = 30
"""Prose is not wrapped to shorter lines; poems and lists have them."""
MIN_RAGGED_WIDTH: Final = 40
"""Nor to shorter ones than this where the lines do not agree on one width."""
MIN_SINGLE_WIDTH: Final = 50
"""Nor to shorter ones than this where there is one break only."""
MAX_WIDTH: Final = 132
"""Longer lines are whole paragraphs."""
AGREE: Final = 0.3
"""Share of the breaks that stand in mid-sentence and agree on one width, in a wrapped text."""
FEW: Final = 6
"""So few breaks must agree the more."""
AGREE_FEW: Final = 0.6
EXACT: Final = 0.8
"""Share of the breaks in mid-sentence that agree on one width where no line ends before it is full."""
NEARLY: Final = 0.75
"""A line that breaks off in mid-sentence counts as full from this share of the width on."""
RAGGED: Final = 0.85
"""Any line does from this share on, where the lines are ragged."""
OVERLONG: Final = 0.25
"""Share of the lines that cannot have been wrapped, at most."""


@functools.lru_cache(1)  # the head of an article asks first, then its document
def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of *text*, without white space at their ends.

    Every line is one, unless the text is wrapped: then a full line goes on in the next one, save
    before a blank line, an indent, an item of a list, a label or a table.

    Example:
        >>> [span.slice("One.\n\nTwo\nThree.") for span in paragraphs("One.\n\nTwo\nThree.")]
        ['One.', 'Two', 'Three.']
        >>> len(paragraphs("The harbour wall will be raised by a metre this year,\nthe mayor said."))
        1
    """
    lines = list(read_lines(text))
    measure = _measure(lines)
    if measure is None:
        return tuple(Span(line.start, line.end) for line in lines)
    wrapped = _Wrapped(lines, measure)
    found: list[Span] = []
    head = lines[0]
    for line, following in pairwise(lines):
        if wrapped.ends(line, following, head):
            found.append(Span(head.start, line.end))
            head = following
    return (*found, Span(head.start, lines[-1].end))


class _Measure(NamedTuple):
    """The width that a text is wrapped to, and the columns that a line needs to count as full."""

    width: int
    full: float


def _measure(lines: Sequence[Line]) -> _Measure | None:
    """Return what the text is wrapped to, or ``None`` if its lines are paragraphs."""
    breaks = [pair for pair in pairwise(lines) if _may_go_on(*pair)]
    broken = [  # in mid-sentence
        (line.length, line.indent + line.length + following.first)
        for line, following in breaks
        if following.small and not line.closed and line.length <= MAX_WIDTH
    ]
    width, agree = _commonest(broken, MIN_WIDTH)
    measure = _Measure(width, width)
    if agree < len(broken) * EXACT or agree < len(breaks) * AGREE:
        ragged = [(shortest, int(longest / NEARLY)) for shortest, longest in broken]
        width, agree = _commonest(ragged, MIN_RAGGED_WIDTH)
        measure = _Measure(width, width * RAGGED)
        if agree < len(breaks) * (AGREE if agree >= FEW else AGREE_FEW):
            return None
    if not agree or (agree == 1 and width < MIN_SINGLE_WIDTH):
        return None
    overlong = sum(_overlong(line, width) for line in lines)
    return measure if overlong < len(lines) * OVERLONG else None


def _overlong(line: Line, width: int) -> bool:
    """Return whether a line cannot have been wrapped to a width."""
    return line.length - line.last > width / NEARLY


def _may_go_on(line: Line, following: Line, *, hangs: bool = False) -> bool:
    """Return whether no blank line, indent, item, label or table parts two lines."""
    if following.apart or following.label or (line.cells and following.cells):
        return False
    return (hangs or following.indent <= line.indent) and not (following.item and line.closed)


def _commonest(ranges: Sequence[tuple[int, int]], least: int) -> tuple[int, int]:
    """Return the smallest width that most of the ranges hold, and how many hold it."""
    steps: Counter[int] = Counter()
    for shortest, longest in ranges:
        if longest >= least:
            steps[max(shortest, least)] += 1
            steps[longest + 1] -= 1
    widths = sorted(steps)
    holding = accumulate(steps[width] for width in widths)
    return max(zip(widths, holding, strict=True), key=lambda found: found[1], default=(0, 0))


class _Wrapped:
    """A text that is wrapped to some width."""

    def __init__(self, lines: Sequence[Line], measure: _Measure) -> None:
        self.measure = measure
        self.margin = min(line.indent for line in lines)
        heads = blocks = 0
        for line, following in pairwise(lines):
            if following.apart:
                blocks += line.indent > self.margin
            else:
                heads += line.indent > following.indent
        self.indented = heads > blocks
        """Whether an indent opens each paragraph, as in wire copy, rather than setting off a block."""

    def ends(self, line: Line, following: Line, head: Line) -> bool:
        """Return whether the paragraph that *head* opens ends with a line."""
        hangs = head.item and following.indent > head.indent
        if not _may_go_on(line, following, hangs=hangs):
            return True
        if self.indented and following.indent > self.margin and not hangs:
            return True
        if following.indent < line.indent and line is not head:
            return True
        width, full = self.measure
        if _overlong(line, width):
            return True
        broken = following.small and not line.closed
        return line.indent + line.length + following.first < (width * NEARLY if broken else full)
