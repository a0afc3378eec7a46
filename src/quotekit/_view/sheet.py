"""Sheets: what the templates show of an extraction, as plain values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
from markupsafe import Markup

from quotekit._view.addresses import is_web
from quotekit._view.article import CALENDAR_RE, article_markup
from quotekit.models._short import clip
from quotekit.models.kinds import QuoteKind
from quotekit.spans import join

if TYPE_CHECKING:
    from quotekit.models import Extraction, Quote, Speaker, TimeExpression

COLOURS = 12
"""Number of colours; with more speakers than these, colours come again."""

LONGEST = 160
"""No quotation is shown with more characters than these outside of its text."""

LANGUAGE_RE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Palette:
    """Gives each speaker of a page a key and a colour, the same in all of its articles.

    Example:
        >>> palette = Palette()
        >>> palette.key("Ida Moss"), palette.key("Bo Tran"), palette.key("ida moss")
        ('p1', 'p2', 'p1')
        >>> palette.colour("Bo Tran"), palette.colour(None)
        ('c2', 'c0')
    """

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self.names: dict[str, str] = {}

    def key(self, name: str | None) -> str:
        """Return the speaker’s key; ``p0`` for the unknown one."""
        return f"p{self._number(name)}"

    def colour(self, name: str | None) -> str:
        """Return the class that colours what the speaker said."""
        number = self._number(name)
        return f"c{(number - 1) % COLOURS + 1 if number else 0}"

    def of(self, quote: Quote) -> str:
        """Return the class that colours a quotation."""
        return self.colour(quote.speaker.name if quote.speaker else None)

    def _number(self, name: str | None) -> int:
        if name is None:
            return 0
        number = self._keys.setdefault(name.casefold(), len(self._keys) + 1)
        self.names.setdefault(f"p{number}", name)
        return number


@attrs.frozen
class Card:
    """The details of one quotation."""

    key: str
    number: int
    words: str
    kind: str
    mode: str
    speaker: str
    speaker_key: str
    colour: str
    source: str
    cue: str
    said: str
    said_words: str
    confidence: str
    rules: tuple[tuple[str, str], ...]
    why: str
    nested_in: str | None


@attrs.frozen
class SpeakerRow:
    """A speaker in the list beside the text."""

    key: str
    name: str
    colour: str
    facts: str
    counts: str
    cards: tuple[Card, ...]


@attrs.frozen
class RejectedRow:
    """A span that is no quotation, and why."""

    key: str
    words: str
    reason: str
    found_by: str


@attrs.frozen
class Moment:
    """What was said on a day, or in another period."""

    start: str
    value: str
    said: tuple[Card, ...]

    @property
    def calendar(self) -> bool:
        """Whether the value is one that pages know: a day, week, month or year."""
        return CALENDAR_RE.fullmatch(self.value) is not None


@attrs.frozen
class Sheet:
    """All that a page shows of one article."""

    key: str
    title: str
    publisher: str
    facts: tuple[str, ...]
    published: str
    url: str | None
    language: str | None
    text: Markup
    cards: tuple[Card, ...]
    speakers: tuple[SpeakerRow, ...]
    rejected: tuple[RejectedRow, ...]
    moments: tuple[Moment, ...]
    undated: int

    @property
    def rejected_count(self) -> int:
        """How many spans are no quotations."""
        return len(self.rejected)


def sheet(extraction: Extraction, number: int, palette: Palette) -> Sheet:
    """Return what a page shows of its article of that number."""
    article, key = extraction.article, f"a{number}"
    cards = tuple(
        _card(extraction, quote, f"{key}q{n}", n, palette)
        for n, quote in enumerate(extraction.quotes, 1)
    )
    named = article.title or article.id or f"Article {number}"
    facts = (article.publisher, article.id if article.title else None)
    return Sheet(
        key=key,
        title=clip(named, LONGEST),
        publisher=article.publisher or "",
        facts=tuple(fact for fact in facts if fact),
        published=article.published.isoformat() if article.published else "",
        url=article.url if is_web(article.url) else None,
        language=article.language if LANGUAGE_RE.fullmatch(article.language) else None,
        text=article_markup(extraction, key, palette.of),
        cards=cards,
        speakers=tuple(_speakers(extraction, cards, palette)),
        rejected=tuple(_rejected(extraction, key)),
        moments=_moments(extraction.quotes, cards),
        undated=sum(quote.said is None or quote.said.start is None for quote in extraction.quotes),
    )


def _card(extraction: Extraction, quote: Quote, key: str, number: int, palette: Palette) -> Card:
    text, said, holder = extraction.article.text, quote.said, quote.nested_in
    name = quote.speaker.name if quote.speaker else None
    return Card(
        key=key,
        number=number,
        words=clip(join(text, quote.contents), LONGEST),
        kind=quote.kind.value,
        mode=quote.mode.value,
        speaker=name or "unknown speaker",
        speaker_key=palette.key(name),
        colour=palette.colour(name),
        source=clip(quote.source.span.slice(text), LONGEST) if quote.source else "",
        cue=clip(join(text, quote.cue), LONGEST),
        said=_value(said),
        said_words=clip(said.span.slice(text), LONGEST) if said else "",
        confidence=f"{quote.confidence:.2f}",
        rules=tuple(_rules(quote)),
        why=quote.why,
        nested_in=None if holder is None else f"{key.partition('q')[0]}q{holder + 1}",
    )


def _rules(quote: Quote) -> list[tuple[str, str]]:
    """Return what found and attributed the quotation: plugin and rule."""
    found = ("found by", f"{quote.found_by}/{quote.rule or '?'}")
    given = ("attributed by", f"{quote.attributed_by}/{quote.attributed_rule or '?'}")
    steps = [found] if quote.found_by else []
    return [*steps, given] if quote.attributed_by else steps


def _speakers(extraction: Extraction, cards: Sequence[Card], palette: Palette) -> list[SpeakerRow]:
    """Return the speakers who are quoted, then the unknown one, if need be."""
    said: dict[str | None, list[int]] = {}
    for n, quote in enumerate(extraction.quotes):
        said.setdefault(quote.speaker.id if quote.speaker else None, []).append(n)
    rows = [
        _row(said[speaker.id], speaker, extraction.quotes, cards, palette)
        for speaker in extraction.speakers
        if speaker.id in said
    ]
    unknown = [_row(said[None], None, extraction.quotes, cards, palette)] if None in said else []
    return rows + unknown


def _row(
    said: Sequence[int],
    speaker: Speaker | None,
    quotes: Sequence[Quote],
    cards: Sequence[Card],
    palette: Palette,
) -> SpeakerRow:
    name = speaker.name if speaker else None
    return SpeakerRow(
        key=palette.key(name),
        name=name or "Unknown speaker",
        colour=palette.colour(name),
        facts=_facts(speaker) if speaker else "",
        counts=_counts([quotes[n] for n in said]),
        cards=tuple(cards[n] for n in said),
    )


def _facts(speaker: Speaker) -> str:
    """Return title, role and affiliation, each once."""
    facts = dict.fromkeys(filter(None, (speaker.title, speaker.role, speaker.affiliation)))
    kind = () if speaker.kind == "person" else (speaker.kind.value,)
    return ", ".join((*(" ".join(fact.split()) for fact in facts), *kind))


def _counts(quotes: Sequence[Quote]) -> str:
    """Return how many quotations of which kind.

    Example:
        >>> from quotekit.spans import Span
        >>> from quotekit import Quote
        >>> _counts([Quote([Span(0, 3)], QuoteKind.DIRECT)] * 2)
        '2 direct'
    """
    kinds = [quote.kind for quote in quotes]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in QuoteKind if kind in kinds)


def _rejected(extraction: Extraction, key: str) -> list[RejectedRow]:
    text = extraction.article.text
    return [
        RejectedRow(
            key=f"{key}r{n}",
            words=clip(join(text, rejected.quote.contents), LONGEST),
            reason=rejected.reason,
            found_by=rejected.found_by,
        )
        for n, rejected in enumerate(extraction.rejected, 1)
    ]


def _moments(quotes: Sequence[Quote], cards: Sequence[Card]) -> tuple[Moment, ...]:
    """Return what was said when, by the calendar; what has no place on it is left out."""
    found: dict[tuple[str, str], list[Card]] = {}
    for quote, card in zip(quotes, cards, strict=True):
        if quote.said is not None and quote.said.start is not None:
            found.setdefault((quote.said.start, card.said), []).append(card)
    return tuple(Moment(*when, tuple(found[when])) for when in sorted(found))


def _value(said: TimeExpression | None) -> str:
    if said is None:
        return ""
    return (said.resolved and said.value) or said.text
