"""Cues, and what a word may begin that is one: plain classes, which are looked up fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quotekit.spans import Span

if TYPE_CHECKING:
    from quotekit.syntax._cues import CueRow, Form


class Cue:
    """A word or group of words in the text that may report something.

    Attributes:
        first: Index of its first token, auxiliaries and adverbs included: *has repeatedly said*.
        last: Index of its last token.
        head: Index of the verb, the noun, or the first word of the expression.
        row: What the table knows of it.
        form: The form of its head.
        span: Where it is, from its first token to its last.
        passive: Whether a form of *be* makes it passive.
        negated: Whether it is denied: *did not say*.
    """

    __slots__ = ("first", "form", "head", "last", "negated", "passive", "row", "span")

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        row: CueRow,
        form: Form,
        span: Span,
        passive: bool = False,
        negated: bool = False,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.head: Final = head
        self.row: Final = row
        self.form: Final = form
        self.span: Final = span
        self.passive: Final = passive
        self.negated: Final = negated

    def _values(self) -> tuple[object, ...]:
        place = self.first, self.last, self.head, self.span
        return *place, self.row, self.form, self.passive, self.negated

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cue) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"Cue({self.first}, {self.last}, {self.row.lemma!r}, {self.form!r})"


class CueEntry:
    """A cue that a word may begin, by its row of the table of cues.

    Attributes:
        row: The row.
        form: The form of the word.
        tail: The words after it.
    """

    __slots__ = ("form", "row", "tail")

    def __init__(self, row: CueRow, form: Form, tail: tuple[str, ...]) -> None:
        self.row: Final = row
        self.form: Final = form
        self.tail: Final = tail
