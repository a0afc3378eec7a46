"""The records that flow through quotekit, all frozen: what goes in, what is found, what comes out.

Offsets are code points into :attr:`Article.text`, end exclusive. A record's ``text`` is filled in
by the pipeline from its spans, for reading; nothing is ever computed from it. Dates are ISO 8601.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Literal

import attrs

from quotekit.exceptions import ArticleError, SpanError
from quotekit.spans import Span, hull, join, ordered

Number = Literal["singular", "plural"]
Gender = Literal["female", "male"]


class QuoteKind(StrEnum):
    """How much of a quotation stands in quotation marks: all, part, or none of it."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class QuoteMode(StrEnum):
    """Whether the words were spoken, thought, or written."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


class MentionKind(StrEnum):
    """How a mention refers: *John Bolton*, *the minister*, *she*."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class SpeakerKind(StrEnum):
    """What sort of speaker stands behind the mentions."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class TimeType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


def _facts(value: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(value)


def _spans(value: Iterable[Span]) -> tuple[Span, ...]:
    return ordered(value)


def _day(value: Any) -> dt.date | None:  # noqa: ANN401 - whatever the caller gave
    """Read a day from a date, a datetime (its own zone's day), or an ISO 8601 string."""
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise ArticleError(
        f"published must be a date, a datetime, an ISO 8601 string or None, got {value!r}"
    )


@attrs.frozen
class Fact:
    """Something that an article says of itself, and where it says so.

    Attributes:
        field: ``title``, ``published``, ``publisher``, ``dateline`` or ``body``.
        value: The value as a string; for ``published`` an ISO 8601 day, for ``body`` empty.
        source: Where it was read: ``caller``, ``metadata``, ``header``, ``url``, ``dateline`` …
        span: The stretch that says it, where it stands in the text; for ``body`` the body itself.
        found_by: The plugin.

    Example:
        >>> Fact("published", "2021-07-27", "header", Span(0, 22), "articles").source
        'header'
    """

    field: Literal["title", "published", "publisher", "dateline", "body"]
    value: str
    source: str
    span: Span | None = None
    found_by: str = ""


@attrs.frozen
class Article:
    """A text and what is known about it.

    Attributes:
        text: The text; never changed, every offset points into it.
        id: The caller's identifier, given back with the result.
        title: The headline.
        published: The day of publication: a ``date``, a ``datetime`` (the day of its own zone), or
            an ISO 8601 string. Relative times resolve against it; there is no default of *today*.
        publisher: The paper, agency or site.
        url: Where it stood.
        language: An ISO 639-1 code.
        published_from: Where :attr:`published` was read: ``caller``, ``metadata``, ``header``,
            ``url`` or ``dateline``.
        facts: What plugins read in the text about the article itself, each with its span.
        markup: The format that the text was drawn out of (``html``); writers then give the text
            back, since the offsets point into it and not into the file. ``None`` for plain text.

    Raises:
        ArticleError: If a field has the wrong type or an unreadable value.

    Example:
        >>> Article("“Yes,” she said.", published="2021-07-27T23:30:00-05:00").published
        datetime.date(2021, 7, 27)
    """

    text: str
    id: str | None = attrs.field(default=None, kw_only=True)
    title: str | None = attrs.field(default=None, kw_only=True)
    published: dt.date | None = attrs.field(default=None, converter=_day, kw_only=True)
    publisher: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    language: str = attrs.field(default="en", kw_only=True)
    published_from: str | None = attrs.field(default=None, kw_only=True)
    facts: tuple[Fact, ...] = attrs.field(default=(), converter=_facts, kw_only=True)
    markup: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(f"text must be str, got {type(self.text).__name__}")
        for name in ("id", "title", "publisher", "url", "published_from", "markup"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise ArticleError(f"{name} must be str or None, got {type(value).__name__}")
        if not isinstance(self.language, str) or not self.language:
            raise ArticleError(f"language must be an ISO 639-1 code, got {self.language!r}")
        if self.published is not None and self.published_from is None:
            object.__setattr__(self, "published_from", "caller")

    def fact(self, field: str) -> Fact | None:
        """Return the first fact about *field*, or ``None``."""
        return next((fact for fact in self.facts if fact.field == field), None)


@attrs.frozen
class Mention:
    """A stretch that names or pronominally denotes a possible speaker.

    Attributes:
        span: The whole mention with title and role: *US national security adviser John Bolton*.
        kind: Name, nominal (*the minister*) or pronoun.
        name: The proper name inside it: *John Bolton*.
        title: Title or role beside the name: *national security adviser*.
        affiliation: What the title belongs to: *US*.
        role: What an apposition says: *a doctor at the hospital*.
        entity: The sort of speaker, where the mention shows it.
        number: Singular or plural, where the mention shows it.
        gender: Female or male, only where the mention shows it (*she*, *Mr*).
        inner: The mentions inside it: *Carter* in *Carter’s press secretary*.
        found_by: The plugin.
        text: The mention's words.

    Example:
        >>> Mention(Span(0, 2), MentionKind.PRONOUN, number="singular", gender="male").kind
        <MentionKind.PRONOUN: 'pronoun'>
    """

    span: Span
    kind: MentionKind
    name: Span | None = None
    title: Span | None = None
    affiliation: Span | None = None
    role: Span | None = None
    entity: SpeakerKind | None = None
    number: Number | None = None
    gender: Gender | None = None
    inner: tuple[Mention, ...] = ()
    found_by: str = ""
    text: str = attrs.field(default="", eq=False)


@attrs.frozen
class TimeExpression:
    """A span with a TIMEX3 reading.

    Attributes:
        span: The expression without preposition, with determiner and modifier.
        type: DATE, TIME, DURATION or SET.
        value: The TIMEX3 value (``2021-07-27``, ``P3W``, ``2021-Q2`` …), ``None`` if unknown.
        mod: TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN, MORE_THAN …
        granularity: The finest unit that was read: year, quarter, month, week, day, hour …
        start: First day or instant of a DATE or TIME, ISO 8601.
        end: The first one after it (half-open), ISO 8601.
        anchor: The day against which it was resolved, ISO 8601; ``None`` for absolute times.
        signal: The word before it: *on*, *since*, *until* …
        resolved: Whether the value stands on the calendar (durations and sets: always).
        resolved_date: The day, month or year that a duration leads to (*in 10 years*).
        alternatives: Other values that it may have: ``3/4/2021`` where nothing settles the order.
        rule: The rule that read it.
        found_by: The plugin.
        text: The expression's words.
    """

    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None
    granularity: str | None = None
    start: str | None = None
    end: str | None = None
    anchor: str | None = None
    signal: str | None = None
    resolved: bool = False
    resolved_date: str | None = None
    alternatives: tuple[str, ...] = ()
    rule: str = ""
    found_by: str = ""
    text: str = attrs.field(default="", eq=False)


@attrs.frozen
class Link:
    """An identifier of a speaker in an outside system.

    Attributes:
        system: *wikidata*, *isni*, a newsroom's own register …
        identifier: The identifier there.
        found_by: The plugin.

    Example:
        >>> Link("wikidata", "Q42").system
        'wikidata'
    """

    system: str
    identifier: str
    found_by: str = ""


@attrs.frozen
class Speaker:
    """The person, organization or group behind one or more mentions.

    Attributes:
        id: Stable within one extraction: ``s1``, ``s2`` … in the order of their first mention.
        name: Canonical name: the fullest form in the text, without titles.
        kind: What sort of speaker it is.
        title: *Foreign Minister*, *Dr.* … as the text gives it.
        role: What an apposition says of them.
        affiliation: *US*, *of the Harbour Union* … as the text gives it.
        gender: Only as the text reveals it.
        aliases: Other names under which the text mentions them.
        mentions: All their mentions, in text order.
        links: Identifiers in outside systems.
    """

    id: str
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    title: str | None = None
    role: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()


@attrs.frozen
class Attribution:
    """The answer to *who said it*: a source mention, or the statement that none is known.

    Attributes:
        source: The mention to which the contents are attributed.
        confidence: Between 0 and 1.
        rule: The rule that decided.
        why: One line that a reader understands.
        cue: The reporting expression, where attribution found one that detection had not.
        found_by: The plugin.
    """

    source: Mention | None
    confidence: float = 0.5
    rule: str = ""
    why: str = ""
    cue: tuple[Span, ...] = attrs.field(default=(), converter=_spans)
    found_by: str = ""


@attrs.frozen
class Quote:
    """One attributed act of reported speech: contents, cue and source.

    Finders fill the first block, the pipeline the second.

    Attributes:
        contents: The reported words, one span per stretch, without outer quotation marks.
        kind: Direct, mixed or indirect.
        mode: Speech, thought or writing.
        cue: The reporting expression; empty where there is none.
        source: The source mention, where the syntax shows it.
        quoted: The stretches inside quotation marks.
        confidence: Between 0 and 1.
        rule: The rule that found it.
        why: One line that a reader understands.
        found_by: The plugin that found it.
        speaker: Who said it; ``None`` where unknown.
        said: When it was said; ``None`` where unknown.
        nested_in: Index (in ``Extraction.quotes``) of the quote that holds this one.
        attributed_by: The plugin that attributed it.
        attributed_rule: The rule that attributed it.
        text: The reported words.

    Raises:
        SpanError: If there are no contents, or they overlap.

    Example:
        >>> Quote([Span(1, 5), Span(18, 22)], QuoteKind.DIRECT).span
        Span(1, 22)
    """

    contents: tuple[Span, ...] = attrs.field(converter=_spans)
    kind: QuoteKind
    mode: QuoteMode = QuoteMode.SPEECH
    cue: tuple[Span, ...] = attrs.field(default=(), converter=_spans)
    source: Mention | None = None
    quoted: tuple[Span, ...] = attrs.field(default=(), converter=_spans)
    confidence: float = 0.5
    rule: str = ""
    why: str = ""
    found_by: str = ""
    speaker: Speaker | None = None
    said: TimeExpression | None = None
    nested_in: int | None = None
    attributed_by: str | None = None
    attributed_rule: str | None = None
    text: str = attrs.field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.contents:
            raise SpanError("a quote needs contents")

    @property
    def span(self) -> Span:
        """From the first to the last of its contents, cue in the middle included."""
        return hull(self.contents)

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """The one order of quotes, by place, the longer first, then by who found them."""
        return (self.contents[0].start, -self.contents[-1].end, self.found_by, self.rule)


@attrs.frozen
class Rejected:
    """A candidate that was considered and turned down, and why."""

    quote: Quote
    reason: str
    found_by: str = ""


@attrs.frozen
class Selection:
    """What a selecting plugin keeps, and what it turned down."""

    quotes: Sequence[Quote] = ()
    rejected: Sequence[Rejected] = ()


@attrs.frozen
class Failure:
    """What stands in a stream of results for an article that could not be read or extracted.

    It holds words, not the exception, so that it travels between processes whatever was raised.

    Attributes:
        where: The file and line, or the article's id, as far as known.
        reason: What went wrong, in one line.
        details: The traceback, for those who mend the plugin.

    Example:
        >>> str(Failure("batch.jsonl, line 3", "no “text”"))
        'batch.jsonl, line 3: no “text”'
    """

    where: str
    reason: str
    details: str = attrs.field(default="", repr=False, eq=False)

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}" if self.where else self.reason


@attrs.frozen
class Extraction:
    """Everything that was found in one article.

    Attributes:
        article: The article, with title, date and publisher filled in where the text states them.
        quotes: The quotations in text order.
        speakers: The speakers, in the order of their first mention.
        times: The time expressions in text order.
        rejected: What looked like a quotation and is none, with the reason.

    Example:
        >>> Extraction(Article("")).quotes
        ()
    """

    article: Article
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """Return the quotations of *speaker* (the record, its id, or its canonical name)."""
        wanted = speaker.id if isinstance(speaker, Speaker) else speaker
        return tuple(
            quote
            for quote in self.quotes
            if quote.speaker is not None and wanted in (quote.speaker.id, quote.speaker.name)
        )

    def slice(self, *spans: Span) -> str:
        """Return the article's words at *spans*, joined by one blank."""
        return join(self.article.text, spans)
