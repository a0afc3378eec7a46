"""Dates: time expressions, their TIMEX3 values, and when a quotation was said.

The modules in reading order: :mod:`.grammar` (with :mod:`.heads`) prepares a language's table,
:mod:`.encoding` turns a text into codes (:mod:`.numerals`), :mod:`.scan` codes into candidates
(:mod:`.guards`), :mod:`.readers` (:mod:`.days`, :mod:`.figures`, :mod:`.ranks`, :mod:`.periods`,
:mod:`.durations`) and :mod:`.choices` interpret them, :mod:`.values` writes the values,
:mod:`.resolve` runs over a document, :mod:`.said` dates quotations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from quotekit._plugins.dates.encoding import EncodedTokens
from quotekit._plugins.dates.grammar import (
    ARTICLE,
    NARRATIVE,
    article_grammar,
    narrative_grammar,
)
from quotekit._plugins.dates.resolve import Readings, provisional_type
from quotekit._plugins.dates.said import when_said
from quotekit._plugins.dates.scan import Candidate, candidates
from quotekit.document import Document
from quotekit.hookspecs import hookimpl
from quotekit.models import Quote, TimeExpression
from quotekit.spans import Span


class Dates:
    """Finds time expressions, gives them their values, and dates quotations.

    Args:
        anchor: What relative expressions count from: ``article``, its day of publication; or
            ``narrative``, the last explicit date before them, for histories and biographies.

    Example:
        >>> from quotekit.registry import Registry
        >>> registry = Registry(entry_points=False, block=["dates"])
        >>> registry.register(Dates(anchor="narrative"), name="narrative-dates")
        'narrative-dates'
    """

    def __init__(self, anchor: Literal["article", "narrative"] = "article") -> None:
        if anchor not in (ARTICLE, NARRATIVE):
            raise ValueError(f"anchor must be 'article' or 'narrative', got {anchor!r}")
        self.anchor = anchor

    @hookimpl
    def quotekit_find_times(self, document: Document) -> Iterator[TimeExpression]:
        """Find time expressions."""
        for span, candidate in document.memo(self._scan)[1].items():
            yield TimeExpression(span, provisional_type(candidate), rule=candidate.rule.name)

    @hookimpl(trylast=True)
    def quotekit_normalize_time(
        self, document: Document, time: TimeExpression, anchor: dt.date | None
    ) -> TimeExpression | None:
        """Give a time expression its value."""
        return document.memo(self._read).normalized(time, anchor)

    @hookimpl(trylast=True)
    def quotekit_date_quote(
        self, document: Document, quote: Quote, times: Sequence[TimeExpression]
    ) -> TimeExpression | None:
        """Say when a quotation was said."""
        return when_said(document, quote, times)

    def _scan(self, document: Document) -> tuple[EncodedTokens, dict[Span, Candidate]]:
        build = narrative_grammar if self.anchor == NARRATIVE else article_grammar
        language_grammar = document.language.memo(build)
        encoded = EncodedTokens(document, language_grammar)
        found = {candidate.span: candidate for candidate in candidates(encoded)}
        if not language_grammar.native:
            found = _by_dateparser(document, found)
        return encoded, found

    def _read(self, document: Document) -> Readings:
        encoded, found = document.memo(self._scan)
        return Readings(encoded, list(found.values()), document.article.published, self.anchor)


def _by_dateparser(document: Document, found: Mapping[Span, Candidate]) -> dict[Span, Candidate]:
    """Find what the table of figures missed in a language without words of its own."""
    from quotekit._plugins.dates.dateparser_adapter import dates

    both = [*found.values(), *dates(document.text, document.language.code)]
    merged: dict[Span, Candidate] = {}
    end = 0
    for candidate in sorted(both, key=lambda c: (c.span.start, -c.span.end)):
        if candidate.span.start >= end:
            merged[candidate.span] = candidate
            end = candidate.span.end
    return merged


_builtin = Dates()
quotekit_find_times = _builtin.quotekit_find_times
quotekit_normalize_time = _builtin.quotekit_normalize_time
quotekit_date_quote = _builtin.quotekit_date_quote
