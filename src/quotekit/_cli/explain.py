"""``quotekit explain``: what was accepted and why, what was rejected and why."""

from collections.abc import Iterable, Iterator

import click

from quotekit._cli.common import Inputs, article_inputs, put
from quotekit._writers.table import flat
from quotekit.models import Extraction, Quote
from quotekit.spans import join


@click.command("explain")
@article_inputs
def command(inputs: Inputs) -> int:
    """Tell why each quotation was accepted or rejected.

    Title, date and publisher are listed too, with where each was read.
    """
    results = inputs.results()
    put(explanation(results))
    return results.exit_code


def explanation(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield for each article its facts, its quotations, and what was rejected, with reasons."""
    for extraction in extractions:
        article = extraction.article
        yield f"{flat(article.id or 'article')}\n"
        for field in ("title", "published", "publisher"):
            value = getattr(article, field)
            fact = article.fact(field)
            source = article.published_from if field == "published" else fact and fact.source
            yield f"  {field}: {flat(str(value)) if value else 'unknown'}"
            yield f" (from: {source or 'caller'})\n" if value else "\n"
        yield f"\n  {len(extraction.quotes)} accepted\n"
        for quote in extraction.quotes:
            yield from _accepted(article.text, quote)
        merged = sum(rejected.merged_into is not None for rejected in extraction.rejected)
        yield f"\n  {len(extraction.rejected) - merged} rejected, {merged} merged into others\n"
        for rejected in extraction.rejected:
            yield from _candidate(article.text, rejected.quote)
            yield f"      {flat(rejected.reason)} (by {rejected.found_by or '?'})\n"
        yield "\n"


def _candidate(text: str, quote: Quote) -> Iterator[str]:
    start, end = quote.span
    yield f"    {start}-{end} {quote.kind}, found by {quote.found_by}/{quote.rule or '?'}\n"
    yield f"      “{flat(join(text, quote.contents))}”\n"


def _accepted(text: str, quote: Quote) -> Iterator[str]:
    yield from _candidate(text, quote)
    source = f"“{flat(quote.source.span.slice(text))}”" if quote.source else "no source"
    speaker = quote.speaker.name if quote.speaker else "unknown"
    rule = f"{quote.attributed_by or 'nobody'}/{quote.attributed_rule or '?'}"
    yield f"      speaker: {flat(speaker)}, by {source}, attributed by {rule}\n"
    if quote.said is not None:
        value = (quote.said.resolved and quote.said.value) or "a day unknown"
        yield f"      said: {value}, by “{flat(quote.said.span.slice(text))}”\n"
    yield f"      confidence {quote.confidence:.2f}{': ' if quote.why else ''}{flat(quote.why)}\n"
