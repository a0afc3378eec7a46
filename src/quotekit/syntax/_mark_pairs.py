"""Quotation marks: which opening one goes with which closing one.

:mod:`quotekit.syntax._quote_marks` says which characters are marks and on which side each stands;
where it cannot tell (``" tokenised "``) marks alternate. Each closing mark takes the nearest
opening one of its family, paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

import attrs

from quotekit.spans import Span
from quotekit.syntax._quote_marks import (
    CLOSES,
    OPENS,
    SHAPES,
    DeclaredMarks,
    QuoteMark,
    settled,
    signs,
)

MAX_AGE: Final = 4
"""Over so many paragraphs without marks a quotation may run on to its closing mark."""
MAX_DEPTH: Final = 4
"""Quotations nested deeper are noise (and would make the total length of the pairs quadratic)."""
CROWD: Final = 400
"""A paragraph with no more marks than this is read, however close they stand."""
CROWDED: Final = 8
"""So many characters each of the first marks of a longer one must have on average."""
TERMINALS: Final = frozenset(".?!…")
_STRAIGHT: Final = frozenset(('"', "'", "''", "＂"))
_DOUBTFUL_REACH: Final = 80
"""A doubtful single closing mark (*the ‘best players’ lost*) closes over no more than this."""


@attrs.frozen
class MarkPair:
    """An opening quotation mark and its closing one.

    Attributes:
        opening: The opening mark.
        closing: The closing mark; ``None`` where the paragraph ends without one: the quotation runs
            on in the next paragraph, whose own opening mark takes it up, or the mark was lost.
        inner: What stands between them, without white space at its ends.
        depth: 0 for outer pairs, 1 for a quotation inside a quotation, and so on.
        family: ``double``, ``single``, ``guillemet`` …: marks of one family close each other.
        outer: The pair with its marks.
    """

    opening: Span
    closing: Span | None
    inner: Span
    depth: int = 0
    family: str = "double"
    outer: Span = attrs.field(init=False, eq=False, repr=False)

    @outer.default
    def _outer(self) -> Span:
        return Span(self.opening.start, self.closing.end if self.closing else self.inner.end)


def pair_marks(
    text: str,
    paragraphs: Sequence[Span],
    elisions: Collection[str] = (),
    declared: DeclaredMarks | None = None,
) -> tuple[MarkPair, ...]:
    """Return the pairs of quotation marks, in text order of their opening marks.

    An odd mark never costs more than its own paragraph, save that a quotation which opens at the
    head of one paragraph may close in one of the next few, if there are no marks between.

    Args:
        text: The text.
        paragraphs: Its paragraphs.
        elisions: Words in lower case that are written with an apostrophe in front (*’em*, *’tis*).
        declared: Marks that a table declares, besides those of print.

    Example:
        >>> text = "“Yes,” she said. ‘The singers’ van won’t start,’ he added."
        >>> [pair.inner.slice(text) for pair in pair_marks(text, [Span(0, len(text))])]
        ['Yes,', 'The singers’ van won’t start,']
    """
    found: list[MarkPair] = []
    carried: _Carried | None = None
    read = [_read(text, paragraph, elisions) for paragraph in paragraphs]
    for n, paragraph in enumerate(paragraphs):
        if not read[n] and carried is None and declared is None:
            continue
        goes_on = _opens(read, paragraphs, n + 1) and _runs_on(text, paragraph, read[n])
        marks = settled(read[n], goes_on=goes_on)
        if declared is not None:
            marks = declared.among(marks, text, paragraph)
        if carried is not None:
            marks, pairs = carried.meet(text, marks, paragraph)
            found.extend(pairs)
            carried = carried.older() if not (marks or pairs) else None
        left = _pair(text, marks, found, goes_on=goes_on)
        if left is not None:
            carried = _Carried(left, paragraph.end)
    if carried is not None:
        found.extend(carried.unclosed(text))
    found.sort(key=lambda pair: (pair.opening.start, -pair.outer.end))
    return tuple(_with_depths(found))


def _read(text: str, paragraph: Span, elisions: Collection[str]) -> list[QuoteMark]:
    """Return the marks of a paragraph; none where hundreds stand side by side, which no prose has."""
    marks = signs(text, paragraph, elisions)
    first = list(islice(marks, CROWD))
    if len(first) == CROWD and first[-1].end - paragraph.start < CROWD * CROWDED:
        return []
    return [*first, *marks]


def _opens(read: Sequence[Sequence[QuoteMark]], paragraphs: Sequence[Span], n: int) -> bool:
    """Return whether a single opening mark stands at the head of paragraph *n*."""
    if n >= len(paragraphs) or not read[n]:
        return False
    first = read[n][0]
    at_head = first.start == paragraphs[n].start
    return at_head and first.family == "single" and first.side != CLOSES


def _runs_on(text: str, paragraph: Span, marks: Sequence[QuoteMark]) -> bool:
    """Return whether a single mark opens a sentence, after which only doubtful ones close it."""
    if text[paragraph.end - 1] not in TERMINALS:
        return False
    last = next((m for m in reversed(marks) if m.family == "single" and m.sure), None)
    if last is None or last.side != OPENS or not text[last.end].isupper():
        return False
    before = text[max(0, last.start - 2) : last.start].strip()
    return at_head(text, last) or before[-1] in TERMINALS


def _pair(
    text: str, marks: Sequence[QuoteMark], found: list[MarkPair], *, goes_on: bool
) -> QuoteMark | None:
    """Pair the marks of one paragraph; return the opening one that is left open, if any.

    A single mark is left open only where the next paragraph goes on with one; elsewhere it is an
    apostrophe.
    """
    stack: list[QuoteMark] = []
    paired: dict[str, int] = {}  # family → where its last pair opens
    for mark in marks:
        opening = _opening_of(mark, stack)
        if opening is None:
            misplaced = text[mark.start - 1 : mark.start] in (",", ":")  # he said,” we stay.”
            if mark.side != CLOSES or misplaced:
                del stack[: max(0, len(stack) - MAX_DEPTH + 1)]  # the outermost of too many is odd
                stack.append(mark)
            continue
        while stack.pop() is not opening:
            pass  # odd marks inside the pair
        pair = _made(text, opening, mark)
        if pair is not None:
            found.append(pair)
            paired[mark.family] = opening.start
    _mend(text, stack, marks, found)
    found.extend(_reopened(text, stack, marks))
    for mark in reversed(stack):
        if (goes_on or mark.family != "single") and mark.side != CLOSES:
            return mark if mark.start > paired.get(mark.family, -1) else None
    return None


def _reopened(text: str, stack: list[QuoteMark], marks: Sequence[QuoteMark]) -> Iterator[MarkPair]:
    """Yield the pairs of marks that open anew with each sentence: *said: “We stay. “We sing.”*"""
    left = {mark.start for mark in stack if mark.side != CLOSES}
    outer = [mark for mark in marks if mark.family != "single"] if left else []
    chained = False
    for mark, following in pairwise(outer):
        inner = Span(mark.end, following.start).trim(text) if mark.end < following.start else None
        begins = following.side == OPENS and following.family == mark.family
        ends = inner is not None and text[inner.end - 1] in TERMINALS
        chained = begins and ends and mark.start in left and (chained or at_head(text, mark))
        if chained and inner is not None:
            stack[:] = [other for other in stack if other is not mark]
            yield MarkPair(Span(mark.start, mark.end), None, inner, family=mark.family)


def _mend(
    text: str, stack: list[QuoteMark], marks: Sequence[QuoteMark], found: list[MarkPair]
) -> None:
    """Let a single mark after a comma close the double one that opens its paragraph: *“We stay,' …*."""
    if not stack or stack[0].family != "double" or stack[0].side == CLOSES:
        return
    opening = stack[0]
    if any(mark.family != "single" or mark.side != CLOSES for mark in stack[1:]):
        return
    for mark in marks:
        closes = mark.family == "single" and mark.side == CLOSES and mark.start > opening.end
        if not closes or text[mark.start - 1] not in ",?!.":
            continue
        if any(opening.start < pair.opening.start <= mark.start for pair in found):
            return  # “He said ‘no,’ and left.
        pair = _made(text, opening, mark)
        if pair is not None:
            found.append(pair)
            stack.clear()
        return


def _opening_of(mark: QuoteMark, stack: Sequence[QuoteMark]) -> QuoteMark | None:
    """Return the open mark that this one closes; ``None`` if it opens, or closes nothing."""
    if not stack:
        return None
    opening: QuoteMark | None = stack[-1]
    if stack[-1].family != mark.family:
        opening = next((o for o in reversed(stack) if o.family == mark.family), None)
    if opening is None or (mark.side == OPENS and (mark.sure or mark.family != "double")):
        return None
    doubtful = mark.family == "single" and not mark.sure
    if doubtful and mark.start - opening.end > _DOUBTFUL_REACH:
        return None
    return opening


def _made(text: str, opening: QuoteMark, closing: QuoteMark) -> MarkPair | None:
    if opening.end >= closing.start:
        return None
    inner = Span(opening.end, closing.start).trim(text)
    if inner is None or all(c in SHAPES or c.isspace() for c in inner.slice(text)):
        return None
    return MarkPair(
        Span(opening.start, opening.end),
        Span(closing.start, closing.end),
        inner,
        family=opening.family,
    )


@attrs.frozen
class _Carried:
    """An opening mark that its paragraph leaves open, and that paragraph's end."""

    mark: QuoteMark
    end: int
    age: int = 0

    def older(self) -> _Carried | None:
        """Return this mark for the next paragraph, unless it is too old."""
        return attrs.evolve(self, age=self.age + 1) if self.age < MAX_AGE else None

    def meet(
        self, text: str, marks: list[QuoteMark], paragraph: Span
    ) -> tuple[list[QuoteMark], list[MarkPair]]:
        """Return the marks of the next paragraph that are left, and the pair that this mark makes.

        The quotation runs on where that paragraph begins with a mark of the family; it closes there
        where the first mark of the family can only close; else its own closing mark was lost.
        """
        first = next((m for m in marks if m.family == self.mark.family), None)
        if first is None and self.age < MAX_AGE and not marks:
            return marks, []
        if first is not None and first.start == paragraph.start and self._reopens(text, first):
            first.side, first.sure = OPENS, True
            alike = (first.shape in _STRAIGHT) == (self.mark.shape in _STRAIGHT)
            return marks, self.unclosed(text, runs_on=True) if alike else []
        if first is not None and first.side == CLOSES and first.sure and at_head(text, self.mark):
            pair = _made(text, self.mark, first)
            return [m for m in marks if m.start > first.start], [pair] if pair else []
        return marks, self.unclosed(text)

    def unclosed(self, text: str, *, runs_on: bool = False) -> list[MarkPair]:
        """Return the pair without a closing mark, if it is one; elsewhere the mark is odd."""
        if not (runs_on or at_head(text, self.mark)) or self.mark.end >= self.end:
            return []
        inner = Span(self.mark.end, self.end).trim(text)
        opening = Span(self.mark.start, self.mark.end)
        return [MarkPair(opening, None, inner, family=self.mark.family)] if inner else []

    def _reopens(self, text: str, first: QuoteMark) -> bool:
        """Return whether a mark at the head of the next paragraph takes the quotation up.

        Closing marks do it too: *« Le pont tient.⏎⏎» Il est vieux. »*.
        """
        if self.age or first.side != CLOSES:
            return self.age == 0
        return text[first.end : first.end + 3].lstrip()[:1].isupper()


def at_head(text: str, mark: QuoteMark) -> bool:
    """Return whether a mark stands at the head of its paragraph, or after a colon or comma."""
    before = text[max(0, mark.start - 2) : mark.start].strip()
    return not before or before[-1] in ":,"


def _with_depths(pairs: Sequence[MarkPair]) -> Iterator[MarkPair]:
    """Yield the pairs with their depth of nesting."""
    open_until: list[int] = []
    for pair in pairs:
        while open_until and open_until[-1] <= pair.opening.start:
            open_until.pop()
        yield attrs.evolve(pair, depth=len(open_until)) if open_until else pair
        open_until.append(pair.outer.end)
