"""Quotation marks: which characters are marks, and which opening one goes with which closing.

A mark's *side* (opening or closing) is read from its surroundings first: what stands against a word
on its right and free on its left opens, whatever its shape. That covers reversed curls, „German“
closing marks and straight ones alike. Where the surroundings say nothing the shape decides, and
where the shape says nothing either (``" tokenised "``) marks alternate. Then each closing mark
takes the nearest opening one of its family, paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import attrs
import regex

from quotekit.spans import Span

MAX_AGE = 4
"""Over so many paragraphs without marks a quotation may run on to its closing mark."""
MAX_DEPTH = 4
"""Quotations nested deeper are noise (and would make the total length of the pairs quadratic)."""


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
    """

    opening: Span
    closing: Span | None
    inner: Span
    depth: int = 0
    family: str = "double"

    @property
    def outer(self) -> Span:
        """The pair with its marks."""
        return Span(self.opening.start, self.closing.end if self.closing else self.inner.end)


ENTITIES = {
    "&ldquo;": "“", "&rdquo;": "”", "&bdquo;": "„", "&quot;": '"', "&laquo;": "«", "&raquo;": "»",
    "&lsquo;": "‘", "&rsquo;": "’", "&sbquo;": "‚", "&apos;": "'", "&#39;": "'", "&#34;": '"',
    "&#8220;": "“", "&#8221;": "”", "&#8222;": "„", "&#8216;": "‘", "&#8217;": "’",
    "&#x201c;": "“", "&#x201d;": "”", "&#x2018;": "‘", "&#x2019;": "’", "&#x27;": "'",
}  # fmt: skip
"""Character references that were left standing in the text: they are marks, as long as they are."""

OPENS, CLOSES, EITHER = 1, -1, 0
SHAPES: dict[str, tuple[str, int]] = {
    "“": ("double", OPENS), "”": ("double", CLOSES), "„": ("double", OPENS), "‟": ("double", OPENS),
    '"': ("double", EITHER), "＂": ("double", EITHER), "``": ("double", OPENS),
    "''": ("double", EITHER), "‘‘": ("double", OPENS), "’’": ("double", CLOSES),
    "‘": ("single", OPENS), "’": ("single", CLOSES), "‚": ("single", OPENS), "‛": ("single", OPENS),
    "'": ("single", EITHER), "`": ("single", OPENS),
    "«": ("guillemet", OPENS), "»": ("guillemet", CLOSES),
    "‹": ("small guillemet", OPENS), "›": ("small guillemet", CLOSES),
    "「": ("corner", OPENS), "」": ("corner", CLOSES),
    "『": ("white corner", OPENS), "』": ("white corner", CLOSES),
}  # fmt: skip
"""Mark → its family, and the side that its shape shows."""

_ENTITY = (
    r"&(?:[lrb]dquo|[lr]aquo|[lr]squo|sbquo|quot|apos"
    r"|\#(?:39|34|8216|8217|822[012])|\#x(?:201[89cd]|27));"
)
RUN_RE = regex.compile(
    rf"""
    (?: [“”„‟"＂«»‹›「」『』`‛]            # always a mark
      | [‘‚]
      | (?<!\w)['’]                        # ’tis ‘Yes’ ''Yes'': an apostrophe only at first sight
      | ['’](?!\w)                         # workers’  no.’
      | (?<=')'  | '(?=')                  # ''
      | {_ENTITY}
    )++
    """,
    regex.VERBOSE,
)
"""A run of marks without anything between them; never an apostrophe inside a word."""
MARK_RE = regex.compile(rf"{_ENTITY}|``|''|‘‘|’’|.", regex.DOTALL)

_BEFORE_OPENING = frozenset("([{<—–-―/|…·•*>")
_BEHIND_CLOSING = frozenset(".,;:!?)]}—–-―/|…。，、！？")
_PAUSES = frozenset(".,;:!?…。，、！？")
_NO_WIDTH = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_YEARS_RE = regex.compile(r"\d0s\b|\d\d\b(?!\s?%)|[nN]['’]")
"""Behind an apostrophe: *’90s*, *’68*, *rock ’n’ roll*."""
_FEET_RE = regex.compile(r"\d\s?(?:['’′]|ft\.?|feet)\s?\d{1,2}(?:½|\s1/2)?\Z")
"""Before a mark for inches: *5'10*."""
_FEET_REACH = 12
_STRAIGHT = frozenset(('"', "'", "''", "＂"))
_DOUBTFUL_REACH = 80
"""A doubtful single closing mark (*the ‘best players’ lost*) closes over no more than this."""


@attrs.define
class _Mark:
    """A mark on its way to a pair."""

    start: int
    end: int
    shape: str
    family: str
    side: int
    sure: bool
    """Whether the surroundings leave no doubt about the side, or (single marks) the mark."""


def pair_marks(
    text: str, paragraphs: Sequence[Span], elisions: Collection[str] = ()
) -> tuple[MarkPair, ...]:
    """Return the pairs of quotation marks, in text order of their opening marks.

    An odd mark never costs more than its own paragraph, save that a quotation which opens at the
    head of one paragraph may close in one of the next few, if there are no marks between.

    Args:
        text: The text.
        paragraphs: Its paragraphs.
        elisions: Words in lower case that are written with an apostrophe in front (*’em*, *’tis*).

    Example:
        >>> text = "“Yes,” she said. ‘The players’ bus didn’t come,’ he added."
        >>> [pair.inner.slice(text) for pair in pair_marks(text, [Span(0, len(text))])]
        ['Yes,', 'The players’ bus didn’t come,']
    """
    found: list[MarkPair] = []
    carried: _Carried | None = None
    for paragraph in paragraphs:
        marks = _settled(_marks(text, paragraph, elisions))
        if carried is not None:
            marks, pairs = carried.meet(text, marks, paragraph)
            found.extend(pairs)
            carried = carried.older() if not (marks or pairs) else None
        left = _pair(text, marks, found)
        if left is not None:
            carried = _Carried(left, paragraph.end)
    if carried is not None:
        found.extend(carried.unclosed(text))
    found.sort(key=lambda pair: (pair.opening.start, -pair.outer.end))
    return tuple(_with_depths(found))


def _marks(text: str, paragraph: Span, elisions: Collection[str]) -> Iterator[_Mark]:
    """Yield the marks of one paragraph, each with the side that its surroundings or shape show."""
    for run in RUN_RE.finditer(text, paragraph.start, paragraph.end):
        start, end = run.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if before in _NO_WIDTH or (before == ";" and text.endswith("&nbsp;", 0, start)):
            before = " "
        if after in _NO_WIDTH or (after == "&" and text.startswith("&nbsp;", end)):
            after = " "
        side = _side(before, after, text[end + 1 : end + 2])
        if side == EITHER and start == paragraph.start:
            side = OPENS if run.group()[0] in '“”"' else side
        pieces = _pieces(run.group(), side)
        closes_double = any(SHAPES[shape][0] != "single" for _, shape in pieces)
        at = start
        for written, shape in pieces:
            family, shown = SHAPES[shape]
            mark = _Mark(at, at + len(written), shape, family, side or shown, side != EITHER)
            at = mark.end
            if family == "single":
                if _is_apostrophe(text, mark, before, after, elisions):
                    continue
                mark.sure = side != EITHER and (closes_double or _sure(text, mark, before, after))
            elif side == CLOSES and before.isdigit() and shape in '"”':
                if _FEET_RE.search(text, max(0, start - _FEET_REACH), start):
                    continue
                mark.sure = not after.isspace() or not text[end + 1 : end + 2].islower()
            yield mark


def _side(before: str, after: str, second: str) -> int:
    """Read the side from the character before the marks and the two behind them."""
    free_left = before.isspace() or before in _BEFORE_OPENING
    free_right = after.isspace() or after in _BEHIND_CLOSING
    opening = free_left and not after.isspace()
    closing = free_right and not before.isspace()
    if opening and before.isspace() and after in _PAUSES and second != after:
        return EITHER  # “word ” .” with a blank too many
    return EITHER if opening == closing else OPENS if opening else CLOSES


def _pieces(run: str, side: int) -> list[tuple[str, str]]:
    """Cut a run into marks: what stands in the text, and the mark that it means."""
    if len(run) == 1:
        return [(run, run)]
    if side == CLOSES and run.endswith("''") and run.startswith("'''") and len(run) == 3:
        return [("'", "'"), ("''", "''")]
    return [(m, ENTITIES.get(m, m)) for m in MARK_RE.findall(run)]


def _is_apostrophe(
    text: str, mark: _Mark, before: str, after: str, elisions: Collection[str]
) -> bool:
    """Tell whether a single mark is no mark: *’90s*, *’em*, *rock ’n’ roll*, *O‘Neil*."""
    if before.isalnum() and after.isalnum():
        return True
    if not after.isalnum() or (mark.side == CLOSES and before.isalnum()):
        return False
    if _YEARS_RE.match(text, mark.end):
        return True
    word = _WORD_RE.match(text, mark.end)
    if word is not None and word.group().lower() in elisions:
        return True
    return mark.shape == "’" and not after.isupper()


_WORD_RE = regex.compile(r"\w{1,12}+")


def _sure(text: str, mark: _Mark, before: str, after: str) -> bool:
    """Tell whether a single closing mark is surely one, and no plural possessive or dropped g."""
    if mark.side == OPENS:
        return True
    if before in _PAUSES or after in _PAUSES or not before.isalnum():
        return True
    possessive = before in "sSxXzZ" or before.isdigit()
    return not possessive and not text.endswith("in", 0, mark.start)


def _settled(marks: Iterator[_Mark]) -> list[_Mark]:
    """Drop doubtful closing marks that are followed by a sure one of their family.

    In *‘The pupils’ meals come first.’* the last mark closes, in *the ‘best players’ lost* the
    only one.
    """
    found: list[_Mark] = []
    next_closes: dict[str, bool] = {}
    for mark in reversed(list(marks)):
        if mark.side == CLOSES and not mark.sure and next_closes.get(mark.family):
            continue
        if mark.sure:
            next_closes[mark.family] = mark.side == CLOSES
        found.append(mark)
    found.reverse()
    return found


def _pair(text: str, marks: Sequence[_Mark], found: list[MarkPair]) -> _Mark | None:
    """Pair the marks of one paragraph; return the opening one that is left open, if any."""
    stack: list[_Mark] = []
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
    for mark in reversed(stack):
        if mark.family != "single" and mark.side != CLOSES:
            return mark if mark.start > paired.get(mark.family, -1) else None
    return None


def _opening_of(mark: _Mark, stack: Sequence[_Mark]) -> _Mark | None:
    """Return the open mark that this one closes; ``None`` if it opens, or closes nothing."""
    opening = next((o for o in reversed(stack) if o.family == mark.family), None)
    if opening is None or (mark.side == OPENS and (mark.sure or mark.family != "double")):
        return None
    doubtful = mark.family == "single" and not mark.sure
    if doubtful and mark.start - opening.end > _DOUBTFUL_REACH:
        return None
    return opening


def _made(text: str, opening: _Mark, closing: _Mark) -> MarkPair | None:
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

    mark: _Mark
    end: int
    age: int = 0

    def older(self) -> _Carried | None:
        """Return this mark for the next paragraph, unless it is too old."""
        return attrs.evolve(self, age=self.age + 1) if self.age < MAX_AGE else None

    def meet(
        self, text: str, marks: list[_Mark], paragraph: Span
    ) -> tuple[list[_Mark], list[MarkPair]]:
        """Return the marks of the next paragraph that are left, and the pair that this mark makes.

        The quotation runs on where that paragraph begins with a mark of the family; it closes there
        where the first mark of the family can only close; else its own closing mark was lost.
        """
        first = next((m for m in marks if m.family == self.mark.family), None)
        if first is None and self.age < MAX_AGE and not marks:
            return marks, []
        if first is not None and first.start == paragraph.start and self.age == 0:
            alike = (first.shape in _STRAIGHT) == (self.mark.shape in _STRAIGHT)
            return marks, self.unclosed(text, runs_on=True) if alike else []
        if first is not None and first.side == CLOSES and first.sure and self._at_head(text):
            pair = _made(text, self.mark, first)
            return [m for m in marks if m.start > first.start], [pair] if pair else []
        return marks, self.unclosed(text)

    def unclosed(self, text: str, *, runs_on: bool = False) -> list[MarkPair]:
        """Return the pair without a closing mark, if it is one; elsewhere the mark is odd."""
        if not (runs_on or self._at_head(text)) or self.mark.end >= self.end:
            return []
        inner = Span(self.mark.end, self.end).trim(text)
        opening = Span(self.mark.start, self.mark.end)
        return [MarkPair(opening, None, inner, family=self.mark.family)] if inner else []

    def _at_head(self, text: str) -> bool:
        """Tell whether the mark stands at the head of its paragraph, or behind a colon or comma."""
        before = text[max(0, self.mark.start - 2) : self.mark.start].strip()
        return not before or before[-1] in ":,"


def _with_depths(pairs: Sequence[MarkPair]) -> Iterator[MarkPair]:
    """Yield the pairs with their depth of nesting."""
    open_until: list[int] = []
    for pair in pairs:
        while open_until and open_until[-1] <= pair.opening.start:
            open_until.pop()
        yield attrs.evolve(pair, depth=len(open_until)) if open_until else pair
        open_until.append(pair.outer.end)
