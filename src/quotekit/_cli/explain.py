"""``quotekit explain``: what was accepted and why, what was rejected and why, or one place's fate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from quotekit._cli.console import put
from quotekit._cli.exits import FAILED, complain
from quotekit._cli.inputs import Inputs, article_inputs
from quotekit._json import dumps
from quotekit._writers.table import flat
from quotekit.models import Explanation, Extraction, Quote, Rejected
from quotekit.pipeline import Extractor
from quotekit.spans import Span, join


@click.command("explain")
@article_inputs
@click.option(
    "--at",
    "offsets",
    type=click.IntRange(min=0),
    metavar="OFFSET",
    multiple=True,
    help="Only what touches this character of the text, counted from 0; may be given several times.",
)
@click.option(
    "--text",
    "strings",
    metavar="STRING",
    multiple=True,
    help="Only what touches these words, wherever they stand; may be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line.")
def command(
    inputs: Inputs, offsets: Sequence[int], strings: Sequence[str], *, as_json: bool
) -> int:
    """Tell why each quotation was accepted or rejected.

    Title, date and publisher are listed too, with where each was read. With --at or --text: why
    these words are, or are not, part of a quotation.
    """
    results = inputs.results()
    if not (offsets or strings):
        put(_records(results) if as_json else explanation(results))
        return results.exit_code
    asked = Places(inputs.extractor(), offsets, strings)
    put(asked.records(results) if as_json else asked.explanation(results))
    if not asked.found:
        complain("no article has such a place")
    return results.exit_code or (0 if asked.found else FAILED)


class Places:
    """What was decided about the places that the user asks for.

    Attributes:
        found: How many places there were so far.
    """

    def __init__(
        self, extractor: Extractor, offsets: Sequence[int], strings: Sequence[str]
    ) -> None:
        self._extractor = extractor
        self._offsets = offsets
        self._words_re = re.compile("|".join(map(re.escape, filter(None, strings))) or r"(?!)")
        self.found = 0

    def records(self, extractions: Iterable[Extraction]) -> Iterator[str]:
        """Yield one JSON object for each place."""
        for extraction in extractions:
            article = extraction.article
            for one in self._explanations(extraction):
                yield dumps({"id": article.id, **one.to_dict(article.text)}) + "\n"

    def explanation(self, extractions: Iterable[Extraction]) -> Iterator[str]:
        """Yield for each article that has such places what was decided about each."""
        for extraction in extractions:
            article = extraction.article
            for n, one in enumerate(self._explanations(extraction)):
                yield "" if n else f"{flat(article.id or 'article')}\n"
                yield from _place(article.text, one)

    def _explanations(self, extraction: Extraction) -> Iterator[Explanation]:
        text = extraction.article.text
        spans = [Span(at, at + 1) for at in self._offsets if at < len(text)]
        spans += [Span(*match.span()) for match in self._words_re.finditer(text)]
        for span in sorted(spans):
            self.found += 1
            yield self._extractor.explain(extraction.article, span)


def _place(text: str, one: Explanation) -> Iterator[str]:
    start, end = one.span
    yield f"  {start}-{end} “{flat(one.text)}”: {flat(one.reason)}\n"
    yield f"    quotation marks: {_listed(text, one.marks)}\n"
    yield f"    cues of the sentence: {_listed(text, one.cues)}\n"
    for quote in one.quotes:
        yield "    accepted\n"
        yield from _accepted(text, quote)
    for rejected in one.rejected:
        yield "    rejected\n" if rejected.merged_into is None else "    merged\n"
        yield from _rejected(text, rejected)


def _listed(text: str, spans: Iterable[Span] | None) -> str:
    words = (f"{flat(span.slice(text))} ({span.start}-{span.end})" for span in spans or ())
    return ", ".join(words) or "none"


def _records(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield one JSON object an article: its facts, and what was accepted and rejected."""
    kept = (
        "id",
        "title",
        "published",
        "published_from",
        "publisher",
        "facts",
        "quotes",
        "rejected",
    )
    for extraction in extractions:
        record: dict[str, Any] = extraction.to_dict(with_text=False)
        yield dumps({key: record[key] for key in kept}) + "\n"


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
            yield from _rejected(article.text, rejected)
        yield "\n"


def _candidate(text: str, quote: Quote) -> Iterator[str]:
    start, end = quote.span
    yield f"    {start}-{end} {quote.kind}, found by {quote.found_by}/{quote.rule or '?'}\n"
    yield f"      “{flat(join(text, quote.contents))}”\n"


def _rejected(text: str, rejected: Rejected) -> Iterator[str]:
    yield from _candidate(text, rejected.quote)
    yield f"      {flat(rejected.reason)} (by {rejected.found_by or '?'})\n"


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
