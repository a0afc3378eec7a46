"""Signs: which characters are quotation marks, and on which side of a quotation each stands.

The side is read from a mark's surroundings first: what stands against a word on its right and free on
its left opens, whatever its shape. That covers reversed curls, „German“ closing marks and straight
ones alike. Where the surroundings say nothing the shape decides. Apostrophes and inches are no marks.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import attrs
import regex

from quotekit._patterns import compiled
from quotekit.lexicon import Language
from quotekit.spans import Span

ENTITIES: Final = {
    "&ldquo;": "“", "&rdquo;": "”", "&bdquo;": "„", "&quot;": '"', "&laquo;": "«", "&raquo;": "»",
    "&lsquo;": "‘", "&rsquo;": "’", "&sbquo;": "‚", "&apos;": "'", "&#39;": "'", "&#34;": '"',
    "&#8220;": "“", "&#8221;": "”", "&#8222;": "„", "&#8216;": "‘", "&#8217;": "’",
    "&#x201c;": "“", "&#x201d;": "”", "&#x2018;": "‘", "&#x2019;": "’", "&#x27;": "'",
}  # fmt: skip
"""Character references that were left standing in the text: they are marks, as long as they are."""

OPENS: Final = 1
CLOSES: Final = -1
EITHER: Final = 0
SHAPES: Final[dict[str, tuple[str, int]]] = {
    "“": ("double", OPENS), "”": ("double", CLOSES), "„": ("double", OPENS), "‟": ("double", OPENS),
    '"': ("double", EITHER), "＂": ("double", EITHER), "``": ("double", OPENS),
    "''": ("double", EITHER), "‘‘": ("double", OPENS), "’’": ("double", CLOSES),
    "〝": ("double", OPENS), "〞": ("double", CLOSES), "〟": ("double", CLOSES), "⹂": ("double", OPENS),
    "‘": ("single", OPENS), "’": ("single", CLOSES), "‚": ("single", OPENS), "‛": ("single", OPENS),
    "'": ("single", EITHER), "`": ("single", OPENS), "´": ("single", CLOSES),
    "‵": ("single", OPENS), "′": ("single", CLOSES),
    "«": ("guillemet", OPENS), "»": ("guillemet", CLOSES),
    "‹": ("small guillemet", OPENS), "›": ("small guillemet", CLOSES),
    "「": ("corner", OPENS), "」": ("corner", CLOSES),
    "『": ("white corner", OPENS), "』": ("white corner", CLOSES),
}  # fmt: skip
"""Mark → its family, and the side that its shape shows."""

_ENTITY: Final = (
    r"&(?:[lrb]dquo|[lr]aquo|[lr]squo|sbquo|quot|apos"
    r"|\#(?:39|34|8216|8217|822[012])|\#x(?:201[89cd]|27));"
)
RUN_RE: Final = compiled(
    rf"""
    (?: [“”„‟⹂〝〞〟"＂«»‹›「」『』`‛‵]    # always a mark
      | [‘‚]
      | (?<!\w)['’]                        # ’tis ‘Yes’ ''Yes'': an apostrophe only at first sight
      | ['’´′](?!\w)                       # workers’  no.’
      | (?<=')'  | '(?=')                  # ''
      | {_ENTITY}
    )++
    """,
    regex.VERBOSE,
)
"""A run of marks without anything between them; never an apostrophe inside a word."""
MARK_RE: Final = compiled(rf"{_ENTITY}|``|''|‘‘|’’|.", regex.DOTALL)

_BEFORE_OPENING: Final = frozenset("([{<—–-―/|…·•*>")
_AFTER_CLOSING: Final = frozenset(".,;:!?)]}—–-―/|…。，、！？")
_PAUSES: Final = frozenset(".,;:!?…。，、！？")
_NO_WIDTH: Final = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
)
_YEARS_RE: Final = compiled(r"\d0s\b|\d\d\b(?!\s?%)|[nN]['’]")
"""After an apostrophe: *’90s*, *’68*, *rock ’n’ roll*."""
_FEET_RE: Final = compiled(r"\d\s?(?:['’′]|ft\.?|feet)\s?\d{1,2}(?:½|\s1/2)?\Z")
"""Before a mark for inches: *5'10*."""
_FEET_REACH: Final = 12


@attrs.define
class QuoteMark:
    """A quotation mark in the text, not yet paired."""

    start: int
    end: int
    shape: str
    family: str
    side: int
    sure: bool
    """Whether the surroundings leave no doubt about the side, or (single marks) the mark."""


def signs(text: str, paragraph: Span, elisions: Collection[str]) -> Iterator[QuoteMark]:
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
        at = start
        for written, shape in pieces:
            family, shown = SHAPES[shape]
            mark = QuoteMark(at, at + len(written), shape, family, side or shown, side != EITHER)
            at = mark.end
            if family == "single":
                if _is_apostrophe(text, mark, before, after, elisions):
                    continue
                with_double = len(pieces) > 1 and any(SHAPES[s][0] != "single" for _, s in pieces)
                mark.sure = side != EITHER and (with_double or _sure(text, mark, before, after))
            elif side == CLOSES and before.isdigit() and shape in '"”':
                if _FEET_RE.search(text, max(0, start - _FEET_REACH), start):
                    continue
                mark.sure = not after.isspace() or not text[end + 1 : end + 2].islower()
            yield mark


@functools.lru_cache(4096)
def _side(before: str, after: str, second: str) -> int:
    """Read the side from the character before the marks and the two after them."""
    free_left = before.isspace() or before in _BEFORE_OPENING
    free_right = after.isspace() or after in _AFTER_CLOSING
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
    text: str, mark: QuoteMark, before: str, after: str, elisions: Collection[str]
) -> bool:
    """Return whether a single mark is no mark: *’90s*, *’em*, *rock ’n’ roll*, *O‘Neil*."""
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


_WORD_RE: Final = compiled(r"\w{1,12}+")


def _sure(text: str, mark: QuoteMark, before: str, after: str) -> bool:
    """Return whether a single closing mark is surely one, and no plural possessive or dropped g."""
    if mark.side == OPENS:
        return True
    if before in _PAUSES or after in _PAUSES or not before.isalnum():
        return True
    possessive = before in "sSxXzZ" or before.isdigit()
    return not possessive and not text.endswith("in", 0, mark.start)


def settled(marks: Sequence[QuoteMark], *, goes_on: bool = False) -> list[QuoteMark]:
    """Drop doubtful closing marks that are followed by a sure one of their family.

    In *‘The miners’ lamps went out.’* the last mark closes, in *the ‘best players’ lost* the
    only one.

    Args:
        marks: The marks of a paragraph.
        goes_on: Whether the next paragraph opens with a single mark: then a single quotation may
            run on to the end of this one.
    """
    found: list[QuoteMark] = []
    next_closes: dict[str, bool] = {"single": goes_on}
    for mark in reversed(marks):
        if mark.side == CLOSES and not mark.sure and next_closes.get(mark.family):
            continue
        if mark.sure:
            next_closes[mark.family] = mark.side == CLOSES
        found.append(mark)
    found.reverse()
    return found


class DeclaredMarks:
    """Quote marks that a table declares, such as those of a wire service: ``#[`` and ``]#``.

    Args:
        rows: The rows of the table *marks*, key ``pairs``: an opening and a closing mark each.

    Example:
        >>> marks = DeclaredMarks([{"opening": "#[", "closing": "]#"}])
        >>> [(mark.shape, mark.side) for mark in marks.among([], "#[No]#", Span(0, 6))]
        [('#[', 1), (']#', -1)]
    """

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        self._shapes: dict[str, tuple[str, int]] = {}
        for row in rows:
            opening, closing = row["opening"], row["closing"]
            same = opening == closing
            self._shapes[opening] = (opening + closing, EITHER if same else OPENS)
            self._shapes[closing] = (opening + closing, EITHER if same else CLOSES)
        longest_first = sorted(self._shapes, key=lambda mark: (-len(mark), mark))
        self._pattern = compiled("|".join(map(regex.escape, longest_first)))

    def among(self, marks: Sequence[QuoteMark], text: str, paragraph: Span) -> list[QuoteMark]:
        """Return the marks of a paragraph together with the declared ones in it, in text order."""
        found = [
            QuoteMark(match.start(), match.end(), match.group(), *self._shapes[match.group()], True)
            for match in self._pattern.finditer(text, paragraph.start, paragraph.end)
        ]
        taken = {offset for mark in found for offset in range(mark.start, mark.end)}
        others = [mark for mark in marks if mark.start not in taken]
        return sorted([*others, *found], key=lambda mark: mark.start)


def declared_marks(language: Language) -> DeclaredMarks | None:
    """Return the marks that the table *marks* declares; ``None`` where it declares none."""
    rows = language.table("marks").get("pairs", ())
    return DeclaredMarks(rows) if rows else None
