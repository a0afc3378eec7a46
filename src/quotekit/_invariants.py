"""Invariants: what holds for every extraction, whatever the text and whichever plugins found it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from quotekit._nesting import holders
from quotekit.models import Extraction, Mention, Quote, QuoteKind, Speaker, TimeExpression
from quotekit.spans import Span, join

Faults = Iterator[str]


def faults(extraction: Extraction) -> Faults:
    """Yield what is wrong with an extraction, one sentence each; nothing where all is well.

    Example:
        >>> from quotekit.models import Article
        >>> quote = Quote([Span(0, 1)], QuoteKind.INDIRECT, text=",")
        >>> list(faults(Extraction(Article(", she said"), (quote,))))
        ["quote 0 (','): there is no word in its contents"]
    """
    outside = list(_outside(extraction))
    yield from outside
    if not outside:  # the rest reads the words at the spans
        for rule in RULES:
            yield from rule(extraction)


# -- spans and words ---------------------------------------------------------------------------------


def _outside(extraction: Extraction) -> Faults:
    length = len(extraction.article.text)
    for what, span in _all_spans(extraction):
        if span.end > length:
            yield f"{what} at {span}, but the text has {length} characters"


def _all_spans(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    for quote in (*extraction.quotes, *(rejected.quote for rejected in extraction.rejected)):
        for span in (*quote.contents, *quote.cue, *quote.quoted):
            yield "a quotation", span
        if quote.said is not None:
            yield "a time of saying", quote.said.span
        if quote.source is not None:
            yield from _spans_of(quote.source, "a source")
    for speaker in extraction.speakers:
        for mention in speaker.mentions:
            yield from _spans_of(mention, f"a mention of {speaker.name}")
    for time in extraction.times:
        yield "a time expression", time.span
    for fact in extraction.article.facts:
        if fact.span is not None:
            yield f"the {fact.field}", fact.span


def _spans_of(mention: Mention, what: str) -> Iterator[tuple[str, Span]]:
    for span in (mention.span, mention.name, mention.title, mention.affiliation, mention.role):
        if span is not None:
            yield what, span


def _words(extraction: Extraction) -> Faults:
    """Every record has the words at its spans."""
    text = extraction.article.text
    for quote in extraction.quotes:
        if quote.text != join(text, quote.contents):
            yield f"{quote.text!r} does not stand at {quote.contents}"
    for time in extraction.times:
        if time.text != time.span.slice(text):
            yield f"{time.text!r} does not stand at {time.span}"
    for speaker in extraction.speakers:
        for mention in speaker.mentions:
            if mention.text != mention.span.slice(text):
                yield f"{mention.text!r} does not stand at {mention.span}"


# -- quotations --------------------------------------------------------------------------------------


def _quotes(extraction: Extraction) -> Faults:
    for n, quote in enumerate(extraction.quotes):
        for fault in _of_quote(quote):
            yield f"{_named(n, quote)}: {fault}"


def _named(n: int, quote: Quote) -> str:
    return f"quote {n} ({quote.text[:40]!r})"


def _of_quote(quote: Quote) -> Faults:
    if not any(map(_is_sayable, quote.text)):
        yield "there is no word in its contents"
    if quote.kind is not QuoteKind.INDIRECT and not quote.quoted:
        yield f"it is {quote.kind}, but nothing of it is quoted"
    for span in quote.quoted:
        if not any(content.contains(span) for content in quote.contents):
            yield f"{span} is quoted, but not one of its contents"
    if _share(quote.cue, quote.contents):
        yield "its cue overlaps its contents"
    if quote.source is not None:
        if _share([quote.source.span], quote.contents):
            yield "its source overlaps its contents"
        if _share([quote.source.span], quote.cue):
            yield "its cue overlaps its source"


def _is_sayable(character: str) -> bool:
    """Return whether it is more than punctuation, blanks and marks: a letter, number or symbol."""
    return unicodedata.category(character)[0] in "LNS"


def _share(some: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _order(extraction: Extraction) -> Faults:
    keys = [quote.sort_key for quote in extraction.quotes]
    if keys != sorted(keys):
        yield "the quotes are not in text order"
    times = [time.span for time in extraction.times]
    if times != sorted(times):
        yield "the times are not in text order"


def _nesting(extraction: Extraction) -> Faults:
    """Quotations lie apart, or one in the other's words, and ``nested_in`` says so."""
    quotes = extraction.quotes
    for n, (quote, holder) in enumerate(zip(quotes, holders(quotes), strict=True)):
        if quote.nested_in != holder:
            yield f"{_named(n, quote)}: it lies in {holder}, but is nested in {quote.nested_in}"
    contents = sorted(
        ((content, n) for n, quote in enumerate(quotes) for content in quote.contents),
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1]),
    )
    around: list[tuple[Span, int]] = []
    for content, n in contents:
        while around and around[-1][0].end <= content.start:
            around.pop()
        if around and not around[-1][0].contains(quotes[n].span):
            yield f"{_named(n, quotes[n])}: it overlaps {_named(around[-1][1], quotes[around[-1][1]])}"
        elif around and quotes[around[-1][1]].contents == quotes[n].contents:
            yield f"{_named(n, quotes[n])}: it has the contents of quote {around[-1][1]}"
        around.append((content, n))


# -- speakers ----------------------------------------------------------------------------------------


def _speakers(extraction: Extraction) -> Faults:
    owners: dict[Span, str] = {}
    for n, speaker in enumerate(extraction.speakers, 1):
        if speaker.id != f"s{n}":
            yield f"speaker {n} has the id {speaker.id!r}"
        if not any(map(_is_sayable, speaker.name)):
            yield f"{speaker.id} has no word in the name {speaker.name!r}"
        for name in _names(speaker):
            if any(c in LINE_ENDS for c in name):
                yield f"{speaker.id} has a line end in {name!r}"
        for mention in speaker.mentions:
            owner = owners.setdefault(mention.span, speaker.id)
            if owner != speaker.id:
                yield f"{mention.text!r} at {mention.span} mentions {owner} and {speaker.id}"
    for n, quote in enumerate(extraction.quotes):
        if quote.speaker is None:
            continue
        if quote.speaker not in extraction.speakers:
            yield f"{_named(n, quote)}: its speaker {quote.speaker.id} is none of the speakers"
        if quote.source is None or owners.get(quote.source.span) != quote.speaker.id:
            yield f"{_named(n, quote)}: its source is no mention of its speaker {quote.speaker.id}"


LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""What ends a line for :meth:`str.splitlines`."""


def _names(speaker: Speaker) -> Iterator[str]:
    yield speaker.name
    yield from speaker.aliases
    yield from filter(None, (speaker.title, speaker.role, speaker.affiliation))


# -- times -------------------------------------------------------------------------------------------


def _times(extraction: Extraction) -> Faults:
    for time in extraction.times:
        for fault in _of_time(time):
            yield f"time {time.text!r}: {fault}"


def _of_time(time: TimeExpression) -> Faults:
    for value in filter(None, (time.value, time.resolved_date, *time.alternatives)):
        digits = value[: len(value) - len(value.lstrip("0123456789"))]
        if len(digits) > len("9999") or digits == "0000":
            yield f"no calendar has the year of {value!r}"
    try:
        start, end = (edge and dt.datetime.fromisoformat(edge) for edge in (time.start, time.end))
    except ValueError:
        yield f"{time.start!r} to {time.end!r} are no times in ISO 8601"
        return
    if start and end and not start.replace(tzinfo=None) < end.replace(tzinfo=None):
        yield f"it ends ({time.end}) before it starts ({time.start})"


# -- what is written ---------------------------------------------------------------------------------


def _written(extraction: Extraction) -> Faults:
    """An extraction is one line of JSON, which reads back as the same extraction."""
    line = extraction.to_json()
    if len(line.splitlines()) != 1:
        yield "its JSON has line ends"
    if Extraction.from_json(line).to_json() != line:
        yield "its JSON reads back as something else"


RULES: tuple[Callable[[Extraction], Faults], ...] = (
    _words,
    _quotes,
    _order,
    _nesting,
    _speakers,
    _times,
    _written,
)
"""Every rule; what each yields is broken."""
