"""One article's text as markup: quotations, their cues and sources, dates, and what was rejected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from quotekit._view.markup import Element, blocks, render
from quotekit._view.nesting import innermost
from quotekit._visible import visible
from quotekit.models.quotes import Quote
from quotekit.spans import Span

if TYPE_CHECKING:
    from quotekit.models import Extraction

Colour = Callable[[Quote], str]
"""Returns the class that colours a quotation: the same for all of one speaker."""

CLOSING_MARKS = "”’\"'»«“›"
"""Marks after which the number of a quotation is set, where they follow its contents."""

CALENDAR_RE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")
"""TIMEX3 values that the element ``time`` allows."""

NUMBER = Markup(
    '<span class="num">&#8288;<button class="ref {colour}" type="button" id="{key}r"'
    ' popovertarget="{key}c" aria-label="{label}" data-q="{key}">{number}</button></span>'
)
"""A quotation’s number, which opens its details; a word joiner keeps it from a line of its own."""


def article_markup(
    extraction: Extraction, key: str | None, colour: Colour, numbers: Markup = NUMBER
) -> Markup:
    """Return the text of an article with its quotations marked.

    Args:
        extraction: What was found.
        key: Begins the identifiers of all elements: ``a1`` gives ``a1q3`` for the third quotation.
            With ``None`` there are neither identifiers nor links.
        colour: Returns the class that colours a quotation.
        numbers: The element with a quotation’s number, set after its contents.

    Example:
        >>> from quotekit.models import Article, Extraction, QuoteKind
        >>> quote = Quote([Span(1, 4)], QuoteKind.DIRECT)
        >>> found = Extraction(Article("“Yes”"), (quote,))
        >>> article_markup(found, "a1", lambda quote: "c0", Markup(""))
        Markup('<p dir="auto">“<mark id="a1q1" class="q direct c0" data-q="a1q1">Yes</mark>”</p>')
    """
    text, quotes = extraction.article.text, extraction.quotes
    keys = [key and f"{key}q{number}" for number in range(1, len(quotes) + 1)]
    points = [
        (_after(text, quote.contents[-1].end), _number(numbers, n, quote, keys[n], colour(quote)))
        for n, quote in enumerate(quotes)
    ]
    layers = [
        [Element(block, "p", {"dir": "auto"}) for block in blocks(text)],
        [
            *(
                e
                for quote, own in zip(quotes, keys, strict=True)
                for e in _marks(quote, own, colour)
            ),
            *_rejected(extraction, key),
        ],
        [
            Element(span, "span", {"class": "in"})
            for quote in quotes
            for span in _distinct(quote.quoted, quote.contents)
        ],
        list(_times(quotes)),
        _links(text, quotes, keys, colour, [place for place, _ in points]),
    ]
    return render(text, layers, points)


def _marks(quote: Quote, key: str | None, colour: Colour) -> Iterable[Element]:
    """Yield an element for each span of the contents; the first has the identifier."""
    nested = "" if quote.nested_in is None else " nested"
    attributes = {"class": f"q {quote.kind}{nested} {colour(quote)}", "data-q": key}
    for n, span in enumerate(quote.contents):
        yield Element(span, "mark", attributes, None if n else key)


def _distinct(quoted: Sequence[Span], contents: Sequence[Span]) -> list[Span]:
    """Return the spans in quotation marks that are not all of the contents."""
    return [span for span in quoted if span not in contents]


def _rejected(extraction: Extraction, key: str | None) -> Iterable[Element]:
    for number, rejected in enumerate(extraction.rejected, 1):
        for n, span in enumerate(rejected.quote.contents):
            own = f"{key}r{number}" if key and not n else None
            yield Element(span, "span", {"class": "rej", "title": rejected.reason}, own)


def _times(quotes: Iterable[Quote]) -> Iterable[Element]:
    """Yield an element for each expression that dates a quotation."""
    for said in {quote.said.span: quote.said for quote in quotes if quote.said}.values():
        value = said.value or ""
        if CALENDAR_RE.fullmatch(value):
            yield Element(said.span, "time", {"class": "said", "datetime": value})
        else:
            yield Element(said.span, "span", {"class": "said"})


def _links(
    text: str,
    quotes: Sequence[Quote],
    keys: Sequence[str | None],
    colour: Colour,
    cuts: Sequence[int],
) -> list[Element]:
    """Return cues and sources as links to their quotations; no link stands inside another."""
    about: dict[tuple[Span, str], list[int]] = {}
    for n, quote in enumerate(quotes):
        for span in quote.cue:
            about.setdefault((span, "cue"), []).append(n)
        if quote.source is not None:
            about.setdefault((quote.source.span, "src"), []).append(n)
    told = list(about.items())
    return [
        _link(
            span,
            told[index][0][1],
            colour(quotes[told[index][1][0]]),
            [keys[n] for n in told[index][1]],
        )
        for span, index in innermost(len(text), [span for (span, _), _ in told], cuts)
    ]


def _link(span: Span, role: str, colour: str, keys: Sequence[str | None]) -> Element:
    """Return a link to the first of the quotations that a cue or source belongs to."""
    names = [key for key in keys if key is not None]
    if not names:
        return Element(span, "span", {"class": f"{role} {colour}"})
    attributes = {"class": f"{role} {colour}", "href": f"#{names[0]}", "data-q": " ".join(names)}
    return Element(span, "a", attributes)


def _after(text: str, place: int) -> int:
    """Return the place after the full stop or the closing marks that follow *place*."""
    while place < len(text) and text[place] in CLOSING_MARKS:
        place += 1
    return place


def _number(numbers: Markup, n: int, quote: Quote, key: str | None, colour: str) -> Markup:
    speaker = quote.speaker.name if quote.speaker else "unknown speaker"
    label = visible(f"{n + 1}: details of the {quote.kind} quotation, {speaker}")
    return numbers.format(colour=colour, key=key, label=label, number=n + 1)
