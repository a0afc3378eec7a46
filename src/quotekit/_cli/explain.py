"""``quotekit explain``: what was found and why, what was turned down and why."""

from collections.abc import Iterable, Iterator

import typer

from quotekit._batch import extract_many
from quotekit._cli.common import (
    Block,
    Files,
    InputFormat,
    Language,
    Published,
    Results,
    as_told,
    put,
    registry,
)
from quotekit._files import read_all
from quotekit._writers.table import flat
from quotekit.models import Extraction, Quote
from quotekit.pipeline import Extractor
from quotekit.spans import join


def explain(
    files: Files,
    input_format: InputFormat = None,
    language: Language = None,
    published: Published = None,
    block: Block = None,
) -> None:
    """Tell why each quotation was taken or turned down, and where the dates come from."""
    plugins = registry(block)
    articles = as_told(read_all(files, format=input_format, registry=plugins), language, published)
    results = Results(extract_many(articles, extractor=Extractor(plugins)))
    put(explanation(results))
    raise typer.Exit(results.exit_code)


def explanation(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield for each article its facts, its quotations, and what was turned down, with reasons."""
    for extraction in extractions:
        article = extraction.article
        yield f"{flat(article.id or 'article')}\n"
        for field in ("title", "published", "publisher"):
            value = getattr(article, field)
            fact = article.fact(field)
            source = article.published_from if field == "published" else fact and fact.source
            yield f"  {field}: {flat(str(value)) if value else 'unknown'}"
            yield f" (from: {source or 'caller'})\n" if value else "\n"
        yield f"\n  {len(extraction.quotes)} taken\n"
        for quote in extraction.quotes:
            yield from _taken(article.text, quote)
        yield f"\n  {len(extraction.rejected)} turned down\n"
        for rejected in extraction.rejected:
            yield from _candidate(article.text, rejected.quote)
            yield f"      {flat(rejected.reason)} (by {rejected.found_by or '?'})\n"
        yield "\n"


def _candidate(text: str, quote: Quote) -> Iterator[str]:
    start, end = quote.span
    yield f"    {start}-{end} {quote.kind}, found by {quote.found_by}/{quote.rule or '?'}\n"
    yield f"      “{flat(join(text, quote.contents))}”\n"


def _taken(text: str, quote: Quote) -> Iterator[str]:
    yield from _candidate(text, quote)
    source = f"“{flat(quote.source.span.slice(text))}”" if quote.source else "no source"
    speaker = quote.speaker.name if quote.speaker else "unknown"
    rule = f"{quote.attributed_by or 'nobody'}/{quote.attributed_rule or '?'}"
    yield f"      speaker: {flat(speaker)}, by {source}, attributed by {rule}\n"
    if quote.said is not None:
        value = (quote.said.resolved and quote.said.value) or "a day unknown"
        yield f"      said: {value}, by “{flat(quote.said.span.slice(text))}”\n"
    yield f"      confidence {quote.confidence:.2f}{': ' if quote.why else ''}{flat(quote.why)}\n"
