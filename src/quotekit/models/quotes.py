"""Quotations, to whom they are attributed, and why some were rejected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import NoneType

import attrs

from quotekit.exceptions import SpanError
from quotekit.models._fields import (
    SHARE,
    SPAN,
    SPANS,
    STRING,
    Field,
    an,
    fit,
    member,
    optional,
    several,
)
from quotekit.models._short import clip, quoted, short
from quotekit.models.kinds import Evidence, QuoteKind, QuoteMode
from quotekit.models.speakers import Mention, Speaker
from quotekit.models.times import TimeExpression
from quotekit.spans import Span


def _tuple(value: Iterable[Span]) -> tuple[Span, ...]:
    """Return a tuple; what cannot be one is refused when the whole record is looked at."""
    if type(value) is tuple:  # nearly always; asking for Iterable is slow
        return value
    several = isinstance(value, Iterable) and not isinstance(value, Span)
    return tuple(value) if several else value  # type: ignore[return-value]


@attrs.frozen
class Attribution:
    """The answer to *who said it*: a source mention, or the statement that none is known.

    Attributes:
        source: The mention to which the contents are attributed.
        confidence: Between 0 and 1.
        rule: The rule that decided.
        why: One line that a reader understands.
        cue: The reporting expression, where attribution found one that detection had not.
        found_by: The plugin.
    """

    source: Mention | None
    confidence: float = 0.5
    rule: str = ""
    why: str = ""
    cue: tuple[Span, ...] = attrs.field(default=(), converter=_tuple)
    found_by: str = ""

    def __attrs_post_init__(self) -> None:
        fit(self, ATTRIBUTION)


@attrs.frozen(repr=False)
class Quote:
    """One attributed act of reported speech: contents, cue and source.

    A finder gives contents and kind, and of *mode* to *evidence* what it knows; the pipeline fills in
    ``found_by`` and what comes after.

    Attributes:
        contents: The reported words, in text order, without outer quotation marks.
        kind: Direct, mixed or indirect.
        mode: Speech, thought or writing.
        cue: The reporting expression; empty where there is none.
        source: The source mention, where the syntax shows it.
        quoted: The spans inside quotation marks; where a dash or a label marks a direct
            quotation, all of it.
        confidence: Between 0 and 1.
        rule: The rule that found it.
        why: One line that a reader understands.
        found_by: The plugin that found it.
        evidence: What in the text shows that it is a quotation; left out, its finder vouches for it.
        speaker: Who said it; ``None`` where unknown.
        said: When it was said; ``None`` where unknown.
        nested_in: Index (in ``Extraction.quotes``) of the quote that holds this one.
        attributed_by: The plugin that attributed it.
        attributed_rule: The rule that attributed it.
        text: The reported words.
        cue_class: The class of its cue (see :doc:`/reference/classes`): *report*, *ask*, *attitude* …;
            *unlisted* where no table has the cue, ``None`` where there is none.

    Raises:
        SpanError: If there are no contents, or they overlap.

    Example:
        >>> Quote([Span(1, 5), Span(18, 22)], QuoteKind.DIRECT).span
        Span(1, 22)
    """

    contents: tuple[Span, ...] = attrs.field(converter=_tuple)
    kind: QuoteKind
    mode: QuoteMode = QuoteMode.SPEECH
    cue: tuple[Span, ...] = attrs.field(default=(), converter=_tuple)
    source: Mention | None = None
    quoted: tuple[Span, ...] = attrs.field(default=(), converter=_tuple)
    confidence: float = 0.5
    rule: str = ""
    why: str = ""
    found_by: str = ""
    evidence: Evidence = Evidence.ASSERTED
    speaker: Speaker | None = None
    said: TimeExpression | None = None
    nested_in: int | None = None
    attributed_by: str | None = None
    attributed_rule: str | None = None
    text: str = attrs.field(default="", eq=False)
    cue_class: str | None = None

    def __attrs_post_init__(self) -> None:
        # An article has a hundred candidates, each evolved several times; nearly all fit.
        if not (
            _are_spans(self.contents)
            and _are_spans(self.cue)
            and _are_spans(self.quoted)
            and type(self.kind) is QuoteKind
            and type(self.mode) is QuoteMode
            and type(self.evidence) is Evidence
            and (self.source is None or type(self.source) is Mention)
            and type(self.confidence) is float
            and 0.0 <= self.confidence <= 1.0
            and type(self.rule) is type(self.why) is type(self.found_by) is type(self.text) is str
            and (self.speaker is None or type(self.speaker) is Speaker)
            and (self.said is None or type(self.said) is TimeExpression)
            and (self.nested_in is None or type(self.nested_in) is int)
            and isinstance(self.attributed_by, (str, NoneType))
            and isinstance(self.attributed_rule, (str, NoneType))
            and isinstance(self.cue_class, (str, NoneType))
        ):
            fit(self, QUOTE)
        if not self.contents:
            raise SpanError("a quote needs contents")

    def __repr__(self) -> str:
        said_by = self.speaker and clip(self.speaker.name, 24)
        words = quoted(self.text) or self.span
        return short(self, words, self.kind, said_by, f"{self.confidence:.2f}")

    @property
    def span(self) -> Span:
        """From the first to the last of its contents, cue in the middle included."""
        contents = self.contents
        return contents[0] if len(contents) == 1 else Span(contents[0].start, contents[-1].end)

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """The one order of quotes, by place, the longer first, then by who found them."""
        return (self.contents[0].start, -self.contents[-1].end, self.found_by, self.rule)


@attrs.frozen(repr=False)
class Rejected:
    """A candidate that was considered and rejected, or merged into another one, and why.

    Attributes:
        quote: The candidate, as its finder proposed it.
        reason: One line that a reader understands.
        found_by: The plugin that decided.
        merged_into: Where it was merged into another quotation: that quotation's span.
    """

    quote: Quote
    reason: str
    found_by: str = ""
    merged_into: Span | None = None

    def __attrs_post_init__(self) -> None:
        fit(self, REJECTED)

    def __repr__(self) -> str:
        return short(self, quoted(self.quote.text) or self.quote.span, quoted(self.reason))


@attrs.frozen
class Selection:
    """What a selecting plugin keeps, and what it rejected or merged.

    Every candidate is in one of the two: kept (as proposed, or with other bounds), or rejected with
    the reason.
    """

    quotes: Sequence[Quote] = ()
    rejected: Sequence[Rejected] = ()

    def __attrs_post_init__(self) -> None:
        fit(self, SELECTION)


def _are_spans(spans: Iterable[object]) -> bool:
    """Return whether these are at most one span; several are put in order first."""
    return spans == () or (type(spans) is tuple and len(spans) == 1 and type(spans[0]) is Span)


SOURCE = optional(an(Mention, "a Mention"))
ATTRIBUTION: dict[str, Field] = {
    "source": SOURCE,
    "confidence": SHARE,
    "rule": STRING,
    "why": STRING,
    "cue": SPANS,
    "found_by": STRING,
}
QUOTE: dict[str, Field] = {
    "contents": SPANS,
    "kind": member(QuoteKind),
    "mode": member(QuoteMode),
    "evidence": member(Evidence),
    "cue": SPANS,
    "source": SOURCE,
    "quoted": SPANS,
    "confidence": SHARE,
    "rule": STRING,
    "why": STRING,
    "found_by": STRING,
    "speaker": optional(an(Speaker, "a Speaker")),
    "said": optional(an(TimeExpression, "a TimeExpression")),
    "nested_in": optional(an(int, "an index")),
    "attributed_by": optional(STRING),
    "attributed_rule": optional(STRING),
    "text": STRING,
    "cue_class": optional(STRING),
}
REJECTED: dict[str, Field] = {
    "quote": an(Quote, "a Quote"),
    "reason": STRING,
    "found_by": STRING,
    "merged_into": optional(SPAN),
}
SELECTION: dict[str, Field] = {
    "quotes": several(Quote, "quotes"),
    "rejected": several(Rejected, "records of class Rejected"),
}
