"""Fill in the words of records: what finders give as spans, users get with the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotekit._nesting import holders
from quotekit.models import (
    Mention,
    Quote,
    QuoteKind,
    Rejected,
    Speaker,
)
from quotekit.models._copies import changed
from quotekit.spans import Span, join


def with_words(text: str, speaker: Speaker) -> Speaker:
    """Fill in the words of a speaker's mentions."""
    mentions = tuple(_in_full(text, mention) for mention in speaker.mentions)
    return changed(speaker, mentions=mentions)


def _in_full(text: str, mention: Mention) -> Mention:
    """Fill in the words of a mention and of those inside it."""
    words = mention.span.slice(text)
    if not mention.inner:  # as nearly all are
        return changed(mention, text=words)
    inner = tuple(_in_full(text, one) for one in mention.inner)
    return changed(mention, inner=inner, text=words)


def rejected_in_words(
    text: str, rejected: Iterable[Rejected], mentions: dict[Span, Mention]
) -> tuple[Rejected, ...]:
    """Sort the rejected candidates, and fill in their words."""
    return tuple(
        changed(one, quote=_worded(text, one.quote, mentions, one.quote.nested_in))
        for one in sorted(rejected, key=_rejected_key)
    )


def in_words(
    text: str, quotes: Sequence[Quote], mentions: dict[Span, Mention]
) -> tuple[Quote, ...]:
    """Fill in the words of quotes and their sources, and which quote stands in which."""
    return tuple(
        _worded(text, quote, mentions, holder)
        for quote, holder in zip(quotes, holders(quotes), strict=True)
    )


def _worded(text: str, quote: Quote, mentions: dict[Span, Mention], holder: int | None) -> Quote:
    """Fill in the words of a quote, and of its source: one mention for each span.

    All of a direct quotation counts as quoted, where a dash or a label marks it too.

    Args:
        text: The article's text.
        quote: The quote; what found it may know less of its source than is known by now.
        mentions: The speakers' mentions; a source that is none of them is added.
        holder: The index of the quote in which it stands.
    """
    source = quote.source
    if source is not None and source.span not in mentions:
        mentions[source.span] = _in_full(text, source)
    return changed(
        quote,
        quoted=quote.quoted or (quote.contents if quote.kind is QuoteKind.DIRECT else ()),
        confidence=round(quote.confidence, 4),
        text=join(text, quote.contents),
        source=source and mentions[source.span],
        nested_in=holder,
    )


def _rejected_key(rejected: Rejected) -> tuple[int, int, str, str]:
    return rejected.quote.sort_key
