"""The flow from an article to who said what and when: :meth:`Extractor.extract` is all of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import gc
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Unpack

import attrs

from quotekit._arguments import as_article
from quotekit._wording import in_words, rejected_in_words, with_words
from quotekit.document import Document
from quotekit.exceptions import ArgumentError
from quotekit.models import (
    Article,
    ArticleFields,
    Explanation,
    Extraction,
    Fact,
    Mention,
    Quote,
    Rejected,
    Select,
    Speaker,
    Speakers,
    TimeExpression,
)
from quotekit.models._copies import changed
from quotekit.models.select import NOT_ASKED_FOR
from quotekit.registry import Registry
from quotekit.spans import Span

__all__ = [
    "SOURCE_ORDER",
    "Extractor",
    "extract",
]

SOURCE_ORDER: tuple[str, ...] = ("metadata", "header", "url", "dateline")
"""Which source counts where an article states a field more than once; others come after these."""


SELECT = "select"
"""What rejects a quotation that is not asked for: the extractor's argument."""

TIES_RE = re.compile(r"(?:-\w)?-$|^-")
"""What ties a pronoun to its verb: *a-t-elle*, *dit-il*."""


class Extractor:
    """Takes articles to extractions with the plugins of one registry.

    Args:
        registry: The plugins; by default the built-ins and what is installed.
        select: Which quotations are asked for; by default what a newsroom calls one, see
            :class:`.Select`.

    Raises:
        ArgumentError: If *registry* is none: a plugin, say, that is to be registered in one.

    Example:
        >>> result = Extractor().extract("“We will stay,” said Ida Moss, the mayor.")
        >>> result.quotes[0].text, result.quotes[0].speaker.name
        ('We will stay,', 'Ida Moss')
    """

    def __init__(self, registry: Registry | None = None, *, select: Select | None = None) -> None:
        if not isinstance(registry, Registry | None):
            raise ArgumentError(
                f"expected a Registry, got {registry!r}; plugins go into one: registry = Registry(); "
                "registry.register(plugin)"
            )
        self.registry: Registry = registry if registry is not None else Registry()
        self.select: Select = select if select is not None else Select()

    def __repr__(self) -> str:
        return f"Extractor({self.registry!r})"

    def document(self, article: Article | str, **fields: Unpack[ArticleFields]) -> Document:
        """Return the article's views, as plugins see them; arguments as for :meth:`extract`."""
        article = self.describe(as_article(article, fields))
        return Document(
            article,
            self.registry.language(article.language),
            tagger=self.registry.tag_tokens,
            mention_finder=self.registry.find_mentions,
        )

    def extract(
        self,
        article: Article | str,
        *,
        kinds: Iterable[str] | str | None = None,
        modes: Iterable[str] | str | None = None,
        min_confidence: float | None = None,
        **fields: Unpack[ArticleFields],
    ) -> Extraction:
        """Find who said what, and when, in one article.

        Args:
            article: The article, or just its text.
            kinds: The kinds of quotations that are asked for, in place of those that the extractor
                selects.
            modes: Their modes, likewise; ``"all"`` is everything.
            min_confidence: Their least confidence, likewise.
            **fields: Fields of the article, in place of its own: ``published``, ``language`` …

        Raises:
            ArgumentError: If there is no such kind or mode.
            ArticleError: If it is neither article nor text.
            InvalidResultError: If a plugin answers with something out of bounds.
        """
        given = {"kinds": kinds, "modes": modes, "min_confidence": min_confidence}
        told = {name: value for name, value in given.items() if value is not None}
        select = attrs.evolve(self.select, **told) if told else self.select  # type: ignore[arg-type]
        with _collector_at_rest():
            document = self.document(article, **fields)
            try:
                return self._extract(document, select)
            finally:
                document.forget()

    def _extract(self, document: Document, select: Select) -> Extraction:
        selection = self.registry.select_quotes(document, self.registry.find_quotes(document))
        found = self._attribute(document, selection.quotes)
        quotes = [quote for quote in found if select.takes(quote)]
        left_out = [Rejected(q, NOT_ASKED_FOR, SELECT) for q in found if not select.takes(q)]
        speakers = self._speakers(document, quotes)
        quotes, times = self._date(document, _with_speakers(quotes, speakers))
        mentions = {mention.span: mention for who in speakers for mention in who.mentions}
        return Extraction(
            document.article,
            in_words(document.text, quotes, mentions),
            Speakers(speakers),
            times,
            rejected_in_words(document.text, (*selection.rejected, *left_out), mentions),
        )

    def explain(
        self,
        article: Article | str,
        where: Span | tuple[int, int] | int | str,
        **fields: Unpack[ArticleFields],
    ) -> Explanation:
        """Return why the words at one place are, or are not, part of a quotation.

        Args:
            article: The article, or just its text.
            where: A span, an offset, or words of the text; the first place that has them counts.
            **fields: Fields of the article, as for :meth:`extract`.

        Raises:
            ArgumentError: If there is no such place in the text.

        Example:
            >>> Extractor().explain("Ida Moss is old.", "old").reason
            'no quotation marks around these words, and no cue in their sentence'
        """
        document = self.document(article, **fields)
        found = self.extract(document.article).explain(where)
        sentence = document.sentence_at(found.span.start) or found.span
        cues = document.cues_in(sentence.start, max(sentence.end, found.span.end))
        return attrs.evolve(
            found,
            marks=tuple(pair.outer for pair in document.marks if pair.outer.overlaps(found.span)),
            cues=tuple(cue.span for cue in cues),
        )

    def describe(self, article: Article) -> Article:
        """Fill in title, date and publisher where the text states them and the caller did not."""
        facts = sorted(self.registry.describe_article(article), key=_fact_key)
        first: dict[str, Fact] = {}
        for fact in facts:
            first.setdefault(fact.field, fact)
        changes: dict[str, object] = {"facts": tuple(first.values())}
        for field in ("title", "publisher", "published"):
            if field in first and getattr(article, field) is None:
                changes[field] = first[field].value
                if field == "published":
                    changes["published_from"] = first[field].source
        return attrs.evolve(article, **changes)  # type: ignore[arg-type]

    def _attribute(self, document: Document, quotes: Iterable[Quote]) -> list[Quote]:
        attributed: list[Quote] = []
        for quote in sorted(quotes, key=lambda q: q.sort_key):
            answer = self.registry.attribute_quote(document, quote, attributed)
            if answer is not None:
                quote = changed(
                    quote,
                    source=answer.source,
                    cue=_beside(quote.cue or answer.cue, answer.source, document.text),
                    confidence=min(quote.confidence, answer.confidence),
                    attributed_by=answer.found_by,
                    attributed_rule=answer.rule,
                    why="; ".join(filter(None, (quote.why, answer.why))),
                )
            if quote.cue_class is None and quote.cue:
                cue = document.cue_of(quote)
                quote = quote if cue is None else changed(quote, cue_class=cue.row.cue_class)
            attributed.append(quote)
        return attributed

    def _speakers(self, document: Document, quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
        """Resolve the speakers, and link them to outside systems."""
        found = self.registry.resolve_speakers(document, quotes)
        speakers = [with_words(document.text, speaker) for speaker in found]
        linked = [(speaker, self.registry.link_speaker(document, speaker)) for speaker in speakers]
        return tuple(
            changed(speaker, links=(*speaker.links, *links)) if links else speaker
            for speaker, links in linked
        )

    def _date(
        self, document: Document, quotes: Sequence[Quote]
    ) -> tuple[list[Quote], tuple[TimeExpression, ...]]:
        """Normalize the times, date the quotes, then the times inside quotes of a known day."""
        found = [
            changed(time, text=time.span.slice(document.text))
            for time in self.registry.find_times(document)
        ]
        anchor = document.article.published
        times = [self.registry.normalize_time(document, time, anchor) or time for time in found]
        if not times:
            return list(quotes), ()
        said = [self.registry.date_quote(document, quote, times) for quote in quotes]
        dated = [
            quote if time is quote.said else changed(quote, said=time)
            for quote, time in zip(quotes, said, strict=True)
        ]
        starts = [time.span.start for time in found]
        for quote in dated:
            day = _day_of(quote.said)
            if day is None or day == anchor:
                continue
            for content in quote.contents:
                for n in range(
                    bisect_left(starts, content.start), bisect_left(starts, content.end)
                ):
                    again = self.registry.normalize_time(document, found[n], day)
                    times[n] = again or times[n]
        return dated, tuple(times)


def extract(
    article: Article | str,
    *,
    kinds: Iterable[str] | str | None = None,
    modes: Iterable[str] | str | None = None,
    min_confidence: float | None = None,
    **fields: Unpack[ArticleFields],
) -> Extraction:
    """Find who said what, and when, with the built-in and the installed plugins.

    A text of one line that names a file gives a :class:`.PathWarning`; files are read with
    :func:`.read`.

    Args:
        article: An :class:`.Article`, or just its text.
        kinds: The kinds of quotations that are asked for: *direct*, *mixed*, *indirect*.
        modes: Their modes: *speech*, *thought*, *writing*, or *all*; by default what a newsroom
            calls a quotation (see :class:`.Select`).
        min_confidence: Their least confidence.
        **fields: Fields of the article, in place of its own: ``id``, ``title``, ``published``,
            ``publisher``, ``url``, ``language``.

    Raises:
        ArgumentError: If there is no such kind or mode.
        ArticleError: If it is neither article nor text.

    Example:
        >>> from quotekit import extract
        >>> text = "“The wall held,” engineer Bo Tran said on Tuesday."
        >>> quote = extract(text, published="2022-03-10").quotes[0]
        >>> quote.speaker.name, quote.text, quote.said.value
        ('Bo Tran', 'The wall held,', '2022-03-08')
    """
    return default_extractor().extract(
        article, kinds=kinds, modes=modes, min_confidence=min_confidence, **fields
    )


@functools.cache
def default_extractor() -> Extractor:
    """Return the extractor that :func:`extract` uses, made when first asked for."""
    return Extractor()


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let Python look for garbage after an article, not a hundred times while its records arise.

    Only cycles wait, and no longer than one article takes; a caller who has switched the collector
    off keeps it off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _fact_key(fact: Fact) -> tuple[int, str, int, str]:
    order = SOURCE_ORDER.index(fact.source) if fact.source in SOURCE_ORDER else len(SOURCE_ORDER)
    return (order, fact.source, fact.span.start if fact.span else -1, fact.found_by)


def _with_speakers(quotes: Sequence[Quote], speakers: Sequence[Speaker]) -> list[Quote]:
    """Give each quote the speaker who has its source among their mentions."""
    by_span = {mention.span: speaker for speaker in speakers for mention in speaker.mentions}
    return [
        changed(quote, speaker=by_span.get(quote.source.span)) if quote.source else quote
        for quote in quotes
    ]


def _beside(cue: tuple[Span, ...], source: Mention | None, text: str) -> tuple[Span, ...]:
    """Return a cue without the source that stands in it: *a-t-elle ajouté* is *a* and *ajouté*."""
    if source is None or not any(span.overlaps(source.span) for span in cue):
        return cue
    rest = (part for span in cue for part in span.without(source.span))
    return tuple(words for part in rest if (words := _as_words(part, text)) is not None)


def _as_words(span: Span, text: str) -> Span | None:
    """Return a part of a cue without the hyphens and letters that tie a pronoun to it."""
    inner = TIES_RE.sub(lambda match: " " * len(match[0]), span.slice(text))
    trimmed = Span(0, len(inner)).trim(inner)
    return trimmed and trimmed.shift(span.start)


def _day_of(time: TimeExpression | None) -> dt.date | None:
    """Return the day of a time that lies within one."""
    if time is None or not time.resolved or time.start is None:
        return None
    if time.granularity not in ("day", "part of day", "hour", "minute", "second"):
        return None
    return dt.date.fromisoformat(time.start[:10])
