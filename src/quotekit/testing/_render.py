"""Extractions in words, for messages and for eyes."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.models import Extraction, Quote
from quotekit.spans import join


def render(extraction: Extraction, context: int = 30) -> str:
    """Show an extraction in words: each quotation in its context, with all its fields.

    Example:
        >>> from quotekit import Article, QuoteKind, Span
        >>> text = "“Yes,” she said."
        >>> quote = Quote([Span(1, 5)], QuoteKind.DIRECT, cue=[Span(11, 15)], rule="marks")
        >>> print(render(Extraction(Article(text, id="a"), (quote,))))
        a: 1 quotation, 0 speakers, 0 times, 0 rejected
        [0] direct speech  “⟦Yes,⟧” she said.
            cue: said | rule: marks | confidence: 0.50
    """
    text, article = extraction.article.text, extraction.article
    counts = ", ".join(
        (
            _count(len(extraction.quotes), "quotation"),
            _count(len(extraction.speakers), "speaker"),
            _count(len(extraction.times), "time"),
            f"{len(extraction.rejected)} rejected",
        )
    )
    lines = [f"{article.id or 'article'}: {counts}"]
    known = {field: getattr(article, field) for field in ("title", "published", "publisher")}
    lines += [f"{field}: {value}" for field, value in known.items() if value is not None]
    for n, quote in enumerate(extraction.quotes):
        lines.append(f"[{n}] {quote.kind} {quote.mode}  {_in_context(text, quote, context)}")
        lines.append(f"    {' | '.join(_fields(text, quote))}")
    lines += [
        f"{s.id} {s.name} ({s.kind}): {_count(len(s.mentions), 'mention')}"
        for s in extraction.speakers
    ]
    lines += [f"time: {t.text} = {t.type} {t.value}" for t in extraction.times]
    for rejected in extraction.rejected:
        lines.append(f"rejected: {_in_context(text, rejected.quote, context)}: {rejected.reason}")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _in_context(text: str, quote: Quote, context: int) -> str:
    """Return the quotation's surroundings, its contents in brackets."""
    start, end = max(0, quote.span.start - context), quote.span.end + context
    pieces, at = [], start
    for content in quote.contents:
        pieces += [text[at : content.start], "⟦", content.slice(text), "⟧"]
        at = content.end
    return " ".join("".join([*pieces, text[at:end]]).split())


def _fields(text: str, quote: Quote) -> Iterator[str]:
    if quote.source is not None:
        speaker = f" = {quote.speaker.name}" if quote.speaker else ""
        yield f"source: {quote.source.span.slice(text)}{speaker}"
    if quote.cue:
        yield f"cue: {join(text, quote.cue)}"
    if quote.said is not None:
        yield f"said: {quote.said.value}"
    if quote.nested_in is not None:
        yield f"nested in: {quote.nested_in}"
    rules = (quote.rule, quote.attributed_rule)
    yield f"rule: {' + '.join(filter(None, rules)) or '?'}"
    yield f"confidence: {quote.confidence:.2f}"
