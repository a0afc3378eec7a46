"""Consistency: what is kept has words, lies apart or nested, and its parts do not overlap."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from quotekit._plugins.quotes.selection.fates import Fates
from quotekit._plugins.quotes.selection.overlaps import IN_MARKS
from quotekit.models import Evidence, Quote, QuoteKind
from quotekit.spans import Span

WEIGHTS: Final = {Evidence.ASSERTED: 4, Evidence.LINE: 3, Evidence.HEADLINE: 2} | dict.fromkeys(
    IN_MARKS, 1
)
"""How much each evidence counts between two quotations that cross; what is not named, less."""


def consistent(text: str, quotes: Iterable[Quote], fates: Fates) -> list[Quote]:
    """Return the quotations of which all hold together, in text order.

    Args:
        text: The article's text.
        quotes: The quotations that are to be kept.
        fates: Takes up those that are rejected.
    """
    with_words = []
    for quote in quotes:
        if any(_is_sayable(text, span) for span in quote.contents):
            with_words.append(_consistent(quote))
        else:
            fates.reject(quote, "there is no word in it")
    return _without_crossings(sorted(with_words, key=lambda quote: quote.sort_key), fates)


def _is_sayable(text: str, span: Span) -> bool:
    """Return whether there is a letter, a number or a symbol in a span."""
    return any(unicodedata.category(character)[0] in "LNS" for character in span.slice(text))


def _consistent(quote: Quote) -> Quote:
    """Return a quotation whose parts lie apart, and that is mixed only with something quoted."""
    changes: dict[str, object] = {}
    if not quote.quoted and quote.kind is QuoteKind.MIXED:
        changes["kind"] = QuoteKind.INDIRECT
    if any(cue.overlaps(content) for cue in quote.cue for content in quote.contents):
        changes["cue"] = ()
    if quote.source is not None and any(map(quote.source.span.overlaps, quote.contents)):
        changes["source"] = None
    return attrs.evolve(quote, **changes) if changes else quote  # type: ignore[arg-type]


def _without_crossings(quotes: Sequence[Quote], fates: Fates) -> list[Quote]:
    """Return the quotations without the less sure one of two that cross or have the same contents.

    One walk over the contents in text order: those that began and have not ended lie one in the other.
    """
    dropped: set[int] = set()
    around: list[tuple[Span, int]] = []
    for content, n in _contents(quotes):
        while around and (around[-1][0].end <= content.start or around[-1][1] in dropped):
            around.pop()
        while (
            around
            and n not in dropped
            and _crosses(quotes[n], around[-1][0], quotes[around[-1][1]])
        ):
            other = around[-1][1]
            weaker, surer = sorted((n, other), key=lambda i: _strength(quotes[i]))
            dropped.add(weaker)
            fates.overruled(quotes[weaker], quotes[surer])
            while around and around[-1][1] in dropped:
                around.pop()
        if n not in dropped:
            around.append((content, n))
    return [quote for n, quote in enumerate(quotes) if n not in dropped]


def _contents(quotes: Sequence[Quote]) -> list[tuple[Span, int]]:
    """Return all contents, each with its quotation's index, in text order, the longer first."""
    return sorted(
        ((content, n) for n, quote in enumerate(quotes) for content in quote.contents),
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1]),
    )


def _crosses(quote: Quote, content: Span, other: Quote) -> bool:
    return not content.contains(quote.span) or quote.contents == other.contents


def _strength(quote: Quote) -> tuple[int, bool, float]:
    """Return what decides between two quotations: evidence, then a source, then confidence."""
    return (WEIGHTS.get(quote.evidence, 0), quote.source is not None, quote.confidence)
