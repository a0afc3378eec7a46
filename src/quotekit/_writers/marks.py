"""Marks: an extraction as labelled places of the text, for formats that know only such.

Annotation tools have spans with labels, and arrows between them. Each quotation is a mark with the
spans of its contents; cue, source and time are marks of their own, to which it leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from quotekit.models import Extraction, Mention, Quote, Speaker, TimeExpression
from quotekit.spans import Span, hull

QUOTATIONS = ("Direct", "Mixed", "Indirect")
LABELS = (*QUOTATIONS, "Cue", "Source", "Mention", "Time")
"""Every label; a source is a mention to which a quotation is attributed."""


@attrs.frozen
class Mark:
    """A labelled place.

    Attributes:
        id: Its name, once in an article: ``q0`` is quotation 0, ``c0`` its cue.
        label: One of :data:`LABELS`.
        spans: Its spans in text order.
        value: What else there is to say: the speaker's name, the time's value.
        speaker: The id of the speaker, where known.
        cue: The id of the cue's mark (quotations).
        source: The id of the source's mark (quotations).
        said: The id of the mark of the time when it was said (quotations).
        record: The quotation (for its cue too), the mention, or the time.
    """

    id: str
    label: str
    spans: tuple[Span, ...]
    value: str | None = None
    speaker: str | None = None
    cue: str | None = None
    source: str | None = None
    said: str | None = None
    record: Quote | Mention | TimeExpression | None = attrs.field(default=None, repr=False)

    @property
    def span(self) -> Span:
        """From the first to the last of its spans."""
        return hull(self.spans)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The roles of the marks that it leads to, and their ids."""
        roles = (("cue", self.cue), ("source", self.source), ("said", self.said))
        return tuple((role, mark) for role, mark in roles if mark is not None)


def marks(extraction: Extraction) -> list[Mark]:
    """Return the marks of an extraction in text order, the longer first.

    Example:
        >>> from quotekit import extract
        >>> for mark in marks(extract("“Yes,” said Ida Moss on Tuesday.")):
        ...     print(mark.id, mark.label, mark.spans, mark.value, dict(mark.parts))
        q0 Direct (Span(1, 5),) Ida Moss {'cue': 'c0', 'source': 'm0', 'said': 't0'}
        c0 Cue (Span(7, 11),) None {}
        m0 Source (Span(12, 20),) Ida Moss {}
        t0 Time (Span(24, 31),) XXXX-WXX-2 {}
    """
    found = [*_mentions(extraction), *_times(extraction)]
    places = {mark.span: mark.id for mark in found if mark.label == "Time"}
    sources = {mark.span: mark.id for mark in found if mark.label != "Time"}
    for n, quote in enumerate(extraction.quotes):
        if quote.cue:
            found.append(Mark(f"c{n}", "Cue", quote.cue, record=quote))
        found.append(
            Mark(
                f"q{n}",
                str(quote.kind).capitalize(),
                quote.contents,
                value=quote.speaker.name if quote.speaker else None,
                speaker=quote.speaker.id if quote.speaker else None,
                cue=f"c{n}" if quote.cue else None,
                source=sources[quote.source.span] if quote.source else None,
                said=places[quote.said.span] if quote.said else None,
                record=quote,
            )
        )
    return sorted(found, key=lambda mark: (mark.span.start, -mark.span.end, mark.id))


def outermost(found: Iterable[Mark]) -> Iterator[tuple[Span, Mark]]:
    """Yield spans that do not overlap, in text order: of two that do, the longer.

    Example:
        >>> one, two = Mark("q0", "Direct", (Span(0, 9),)), Mark("m0", "Mention", (Span(4, 8),))
        >>> [mark.id for _, mark in outermost([two, one])]
        ['q0']
    """
    spans = [(span, mark) for mark in found for span in mark.spans]
    spans.sort(key=lambda one: (-len(one[0]), one[0].start, one[1].id))
    kept: list[tuple[Span, Mark]] = []
    for span, mark in spans:
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, mark))
    yield from sorted(kept, key=lambda one: one[0])


def _mentions(extraction: Extraction) -> Iterator[Mark]:
    """Yield the mentions of speakers, and the sources behind which no speaker is known."""
    known: dict[Span, tuple[Mention, Speaker | None]] = {}
    for speaker in extraction.speakers:
        for mention in speaker.mentions:
            known.setdefault(mention.span, (mention, speaker))
    sources = {quote.source.span: quote.source for quote in extraction.quotes if quote.source}
    for span, source in sources.items():
        known.setdefault(span, (source, None))
    for n, span in enumerate(sorted(known)):
        mention, who = known[span]
        yield Mark(
            f"m{n}",
            "Source" if span in sources else "Mention",
            (span,),
            value=who.name if who else None,
            speaker=who.id if who else None,
            record=mention,
        )


def _times(extraction: Extraction) -> Iterator[Mark]:
    said = (quote.said for quote in extraction.quotes if quote.said)
    known = {time.span: time for time in (*said, *extraction.times)}
    for n, span in enumerate(sorted(known)):
        yield Mark(f"t{n}", "Time", (span,), known[span].value, record=known[span])
