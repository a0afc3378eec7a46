"""What a caller asks for: which of the quotations that are found come out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

import attrs

from quotekit.exceptions import ArgumentError
from quotekit.models.kinds import Evidence, QuoteKind, QuoteMode
from quotekit.models.quotes import Quote

E = TypeVar("E", bound=Enum)

ALL = "all"
NOT_ASKED_FOR = "not asked for"
"""The reason of what is left out."""


def _members(kind: type[E], values: object, what: str) -> frozenset[E] | None:
    """Return members of an enumeration; ``None`` where nothing, or all, is asked for.

    Raises:
        ArgumentError: If one of the values is no member.
    """
    if values is None:
        return None
    named = [values] if isinstance(values, str) else values
    try:
        found = list(named)  # type: ignore[call-overload]
        return frozenset(kind) if ALL in found else frozenset(map(kind, found))
    except (TypeError, ValueError):
        known = ", ".join(str(member.value) for member in kind)
        raise ArgumentError(f"{what} must be of {known} or all, got {values!r}") from None


def _kinds(values: object) -> frozenset[QuoteKind] | None:
    return _members(QuoteKind, values, "kinds")


def _modes(values: object) -> frozenset[QuoteMode] | None:
    return _members(QuoteMode, values, "modes")


def _classes(values: object) -> frozenset[str] | None:
    if values is None:
        return None
    named = [values] if isinstance(values, str) else values
    if not isinstance(named, Iterable) or not all(isinstance(name, str) for name in (*named,)):
        raise ArgumentError(f"classes must be names of classes of cues, got {values!r}")
    return frozenset(named)


@attrs.frozen
class Select:
    """Which quotations come out; the others stay in ``Extraction.rejected``, *not asked for*.

    Each condition is one or several names. Where neither modes nor classes are given, it is what a
    newsroom calls a quotation: what is said or written, and all that has words in quote marks; not
    what somebody only thinks, wants or supports (*She doubts that the wall will hold*), not what
    something is named (*The tower was dubbed the Needle*): those are thoughts; and not what was
    only spoken of (*She announced the three sites*).

    Attributes:
        kinds: Direct, mixed or indirect; by default all.
        modes: Speech, thought or writing; ``"all"`` is everything.
        classes: Classes of cues, as in :attr:`.Quote.cue_class`; ``"all"`` is every class, and
            sentences without a cue that may go on with the report before them too, ``"free"``,
            which nothing else asks for.
        min_confidence: The least confidence, from 0 to 1.

    Raises:
        ArgumentError: If a kind or mode is none, or the confidence is not between 0 and 1.

    Example:
        >>> from quotekit import Extractor
        >>> text = "Ida Moss doubts that the wall will hold. Bo Tran said that it will."
        >>> [quote.text for quote in Extractor().extract(text)]
        ['it will']
        >>> everything = Extractor(select=Select(modes="all"))
        >>> [(quote.cue_class, quote.text) for quote in everything.extract(text)]
        [('attitude', 'the wall will hold'), ('report', 'it will')]
    """

    kinds: frozenset[QuoteKind] | None = attrs.field(default=None, converter=_kinds)
    modes: frozenset[QuoteMode] | None = attrs.field(default=None, converter=_modes)
    classes: frozenset[str] | None = attrs.field(default=None, converter=_classes)
    min_confidence: float = 0.0

    def __attrs_post_init__(self) -> None:
        share = self.min_confidence
        if not isinstance(share, (int, float)) or not 0 <= share <= 1:
            raise ArgumentError(f"min_confidence must be between 0 and 1, got {share!r}")

    def takes(self, quote: Quote) -> bool:
        """Return whether a quotation is asked for."""
        return (
            (self.kinds is None or quote.kind in self.kinds)
            and (self.modes is None or quote.mode in self.modes)
            and self._takes_class(quote)
            and quote.confidence >= self.min_confidence
            and (self.modes is not None or self.classes is not None or _is_quotation(quote))
        )

    def _takes_class(self, quote: Quote) -> bool:
        """Return whether the class is asked for; what may be nobody's words must be asked for."""
        if self.classes is None:
            return quote.evidence is not Evidence.FREE
        return ALL in self.classes or quote.cue_class in self.classes


def _is_quotation(quote: Quote) -> bool:
    """Return whether a newsroom would call it a quotation."""
    if quote.kind is not QuoteKind.INDIRECT:
        return True
    return quote.mode is not QuoteMode.THOUGHT and quote.evidence is not Evidence.TOPIC
