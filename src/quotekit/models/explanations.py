"""What was decided about a place in a text, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from quotekit.exceptions import ArgumentError
from quotekit.models._short import clip, plural, quoted, short
from quotekit.models._to_dict import quote_to_dict, rejected_to_dict, words_to_dict
from quotekit.models.quotes import Quote, Rejected
from quotekit.spans import Span, as_span

if TYPE_CHECKING:
    from quotekit.models.results import Extraction


@attrs.frozen(repr=False)
class Explanation:
    """Why the words at one place are, or are not, part of a quotation.

    Attributes:
        span: The place.
        text: Its words.
        quotes: The quotations that touch it, with their contents, their cue or their source.
        rejected: The candidates that touch it and were rejected or merged, with the reason.
        marks: The pairs of quotation marks, with what they hold, that touch it.
        cues: The words in its sentence that may report something.

    ``marks`` and ``cues`` are known to :meth:`.Extractor.explain`, which reads the text again.
    """

    span: Span
    text: str
    quotes: tuple[Quote, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    marks: tuple[Span, ...] | None = None
    cues: tuple[Span, ...] | None = None

    def __repr__(self) -> str:
        start, end = self.span
        return short(self, f"{quoted(self.text)} at {start}-{end}: {self.reason}")

    @property
    def reason(self) -> str:
        """The answer in one line.

        Example:
            >>> from quotekit import Article, Extraction
            >>> Extraction(Article("Nobody spoke.")).explain("spoke").reason
            'no rule proposed these words as a quotation'
        """
        if self.quotes:
            return f"part of {plural(len(self.quotes), 'quotation')}"
        if self.rejected:
            return "; ".join(dict.fromkeys(one.reason for one in self.rejected))
        if self.marks == () and self.cues == ():
            return "no quotation marks around these words, and no cue in their sentence"
        if self.marks == ():
            return "no quotation marks around these words, and no rule leads to them from a cue"
        return "no rule proposed these words as a quotation"

    def to_dict(self, article_text: str) -> dict[str, Any]:
        """Return everything as plain lists and dictionaries, shaped as in the JSON output.

        Args:
            article_text: The article's text.
        """
        return {
            "span": list(self.span),
            "text": self.text,
            "reason": self.reason,
            "quotes": [quote_to_dict(article_text, quote) for quote in self.quotes],
            "rejected": [rejected_to_dict(article_text, one) for one in self.rejected],
            "marks": _places(article_text, self.marks),
            "cues": _places(article_text, self.cues),
        }


def explain(extraction: Extraction, where: Span | tuple[int, int] | int | str) -> Explanation:
    """Return what an extraction holds of one place; see :meth:`.Extraction.explain`."""
    text = extraction.article.text
    span = place(text, where)
    return Explanation(
        span,
        span.slice(text),
        tuple(quote for quote in extraction.quotes if _touches(span, quote)),
        tuple(one for one in extraction.rejected if _touches(span, one.quote)),
    )


def place(text: str, where: Span | tuple[int, int] | int | str) -> Span:
    """Return the place that is meant: a span, one character, or the first such words.

    Raises:
        ArgumentError: If it lies outside the text, or the words are not in it.

    Example:
        >>> place("We will stay.", "will"), place("We will stay.", 3)
        (Span(3, 7), Span(3, 4))
    """
    if isinstance(where, str):
        start = text.find(where) if where else -1
        if start < 0:
            raise ArgumentError(f"the text does not hold {clip(where)!r}")
        return Span(start, start + len(where))
    span = Span(where, where + 1) if isinstance(where, int) and where >= 0 else None
    if span is None and not isinstance(where, int):
        span = as_span(where)
    if span is None or span.end > len(text):
        raise ArgumentError(f"{where} lies outside the text, which has {len(text):,} characters")
    return span


def _touches(span: Span, quote: Quote) -> bool:
    """Return whether a quotation's contents, cue, source, or what lies between, are at *span*."""
    source = () if quote.source is None else (quote.source.span,)
    return any(span.overlaps(part) for part in (quote.span, *quote.cue, *source))


def _places(text: str, spans: Iterable[Span] | None) -> list[dict[str, Any]] | None:
    return None if spans is None else [words_to_dict(text, [span]) for span in spans]
