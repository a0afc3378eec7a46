"""The hooks: where plugins take part, in the order in which an article flows through them.

*Collecting* hooks gather every plugin's answers; quotekit sorts them, so that no result depends on
the order of registration. *Deciding* hooks take the first answer that is not ``None``; built-ins
answer last, so a third party's answer wins, and a ``@hookimpl(wrapper=True)`` around one may
change what the others said. Implementations may leave out arguments that they do not need, and must
be pure: the same document gives the same answer, without clock, network or global state.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from quotekit._formats import Reader, Writer
    from quotekit.document import Document
    from quotekit.lexicon import Language, Table
    from quotekit.models import (
        Article,
        Attribution,
        Fact,
        Link,
        Mention,
        Quote,
        Selection,
        Speaker,
        TimeExpression,
    )

__all__ = [
    "PROJECT",
    "hookimpl",
    "hookspec",
    "quotekit_attribute_quote",
    "quotekit_date_quote",
    "quotekit_describe_article",
    "quotekit_find_mentions",
    "quotekit_find_quotes",
    "quotekit_find_times",
    "quotekit_languages",
    "quotekit_link_speaker",
    "quotekit_normalize_time",
    "quotekit_readers",
    "quotekit_resolve_speakers",
    "quotekit_select_quotes",
    "quotekit_tag_tokens",
    "quotekit_writers",
]

PROJECT = "quotekit"
"""Marker project name and entry-point group."""

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker(PROJECT)
"""Marks the specification of a hook."""
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker(PROJECT)
"""Marks a function as the implementation of the hook of its name."""


@hookspec
def quotekit_languages() -> Iterable[Table]:
    """Bring language tables. Collecting, called once a registry.

    Returns:
        Tables, which are added to quotekit's own, or take out what those have.

    Example:
        >>> class Titles:
        ...     @hookimpl
        ...     def quotekit_languages(self):
        ...         offices = {"office": {"person": ["harbourmaster"]}}
        ...         return [Table("en", "titles", offices, remove={"office": {"person": ["baker"]}})]
    """
    raise NotImplementedError


@hookspec
def quotekit_describe_article(article: Article, language: Language) -> Iterable[Fact]:
    """Read what an article says of itself: title, publication date, publisher. Collecting.

    A field that the caller gave stands; of several facts for one field the first source in
    :data:`quotekit.pipeline.SOURCE_ORDER` counts.

    Args:
        article: The article as it came in.
        language: The tables of its language.

    Example:
        >>> class Byline:
        ...     @hookimpl
        ...     def quotekit_describe_article(self, article):
        ...         if article.text.startswith("The Quay Post"):
        ...             yield Fact("publisher", "The Quay Post", "header", Span(0, 13))
    """
    raise NotImplementedError


@hookspec(firstresult=True)
def quotekit_tag_tokens(document: Document) -> Sequence[str] | None:
    """Give each token its part of speech, in the words of :attr:`.Document.tags`. Deciding.

    Args:
        document: The document; its ``tags`` and ``mentions`` must not be read here.

    Returns:
        One tag a token, or ``None`` to leave it to others.

    Example:
        >>> class AllNouns:
        ...     @hookimpl
        ...     def quotekit_tag_tokens(self, document):
        ...         return ["NOUN"] * len(document.tokens)
    """
    raise NotImplementedError


@hookspec
def quotekit_find_mentions(document: Document) -> Iterable[Mention]:
    r"""Find names, titles, roles, organizations and pronouns. Collecting.

    Args:
        document: The document; its ``mentions`` must not be read here.

    Returns:
        Mentions. Of two with one span the first by name of plugin counts.

    Example:
        >>> class Robots:
        ...     @hookimpl
        ...     def quotekit_find_mentions(self, document):
        ...         for match in re.finditer(r"[A-Z]\w+Bot", document.text):
        ...             yield Mention(Span(*match.span()), MentionKind.NAME)
    """
    raise NotImplementedError


@hookspec
def quotekit_find_quotes(document: Document) -> Iterable[Quote]:
    """Propose quotations, with cue and source where the syntax shows them. Collecting.

    Returns:
        Candidates; they may overlap, selection comes next.

    Example:
        >>> class Tildes:
        ...     @hookimpl
        ...     def quotekit_find_quotes(self, document):
        ...         for match in re.finditer(r"~(.+?)~", document.text):
        ...             yield Quote([Span(*match.span(1))], QuoteKind.DIRECT, confidence=0.9)
    """
    raise NotImplementedError


@hookspec(firstresult=True)
def quotekit_select_quotes(document: Document, candidates: Sequence[Quote]) -> Selection | None:
    """Decide which candidates stay, and say why the others go. Deciding.

    Args:
        document: The document.
        candidates: All candidates, in text order, the longer first.

    Returns:
        What stays and what was rejected, or ``None`` to leave it to others.

    Example:
        >>> class KeepAll:
        ...     @hookimpl
        ...     def quotekit_select_quotes(self, document, candidates):
        ...         return Selection(candidates)
    """
    raise NotImplementedError


@hookspec(firstresult=True)
def quotekit_attribute_quote(
    document: Document, quote: Quote, earlier: Sequence[Quote]
) -> Attribution | None:
    """Name the source mention of one quotation. Deciding.

    Args:
        document: The document.
        quote: The quotation; ``quote.source`` is what its finder saw.
        earlier: The quotations before it in the text, already attributed.

    Returns:
        The attribution (``source=None`` says: unknown), or ``None`` to leave it to others.

    Example:
        >>> class FirstMention:
        ...     @hookimpl
        ...     def quotekit_attribute_quote(self, document, quote):
        ...         if document.mentions:
        ...             return Attribution(document.mentions[0], 0.2, "first-mention")
    """
    raise NotImplementedError


@hookspec(firstresult=True)
def quotekit_resolve_speakers(
    document: Document, quotes: Sequence[Quote]
) -> Sequence[Speaker] | None:
    """Gather mentions into speakers. Deciding.

    Args:
        document: The document.
        quotes: The attributed quotations; a quotation gets the speaker who has its source among
            their mentions.

    Returns:
        Speakers, or ``None`` to leave it to others.

    Example:
        >>> class OneEach:
        ...     @hookimpl
        ...     def quotekit_resolve_speakers(self, document, quotes):
        ...         sources = {quote.source for quote in quotes if quote.source}
        ...         return [
        ...             Speaker(f"s{n}", m.span.slice(document.text), mentions=(m,))
        ...             for n, m in enumerate(sorted(sources, key=lambda m: m.span), 1)
        ...         ]
    """
    raise NotImplementedError


@hookspec
def quotekit_link_speaker(document: Document, speaker: Speaker) -> Iterable[Link]:
    """Give a speaker's identifiers in outside systems. Collecting.

    Args:
        document: The document.
        speaker: A speaker, with everything that the document says of them.

    Returns:
        Links; none where the speaker is unknown or could be more than one.

    Example:
        >>> class Register:
        ...     @hookimpl
        ...     def quotekit_link_speaker(self, speaker):
        ...         if speaker.name == "Ada Ferro" and speaker.title == "Trade Minister":
        ...             yield Link("register", "17")
    """
    raise NotImplementedError


@hookspec
def quotekit_find_times(document: Document) -> Iterable[TimeExpression]:
    """Find time expressions, not yet normalized. Collecting.

    Example:
        >>> class Tides:
        ...     @hookimpl
        ...     def quotekit_find_times(self, document):
        ...         for match in re.finditer("high tide", document.text):
        ...             yield TimeExpression(Span(*match.span()), TimeType.TIME)
    """
    raise NotImplementedError


@hookspec(firstresult=True)
def quotekit_normalize_time(
    document: Document, time: TimeExpression, anchor: dt.date | None
) -> TimeExpression | None:
    """Give a time expression its value. Deciding.

    Args:
        document: The document.
        time: The expression as found.
        anchor: The day that relative expressions count from: the article's, or, inside a quotation
            whose day is known, that day. ``None`` where unknown: such expressions stay unresolved.

    Returns:
        The expression with its value, or ``None`` to leave it to others.

    Example:
        >>> class HighTide:
        ...     @hookimpl
        ...     def quotekit_normalize_time(self, document, time, anchor):
        ...         if time.span.slice(document.text) == "high tide" and anchor:
        ...             return attrs.evolve(time, value=f"{anchor}T04:00", resolved=True)
    """
    raise NotImplementedError


@hookspec(firstresult=True)
def quotekit_date_quote(
    document: Document, quote: Quote, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Say when a quotation was said. Deciding.

    Args:
        document: The document.
        quote: The attributed quotation.
        times: The document's time expressions, with their values, in text order.

    Returns:
        The time, or ``None`` where the text does not give it.

    Example:
        >>> class InTheCue:
        ...     @hookimpl
        ...     def quotekit_date_quote(self, document, quote, times):
        ...         for time in times:
        ...             if any(cue.contains(time.span) for cue in quote.cue):
        ...                 return time
    """
    raise NotImplementedError


@hookspec
def quotekit_readers() -> Iterable[Reader]:
    """Bring file formats that articles are read from. Collecting, called once a registry.

    Returns:
        Readers. A third party's reader stands before a built-in one of the same name or suffix.

    Example:
        >>> class Pages:
        ...     @hookimpl
        ...     def quotekit_readers(self):
        ...         def read(stream, name):
        ...             for page in decode(stream.read(), name).split("\\f"):
        ...                 yield Article(page)
        ...         return [Reader("pages", read, (".ff",))]
    """
    raise NotImplementedError


@hookspec
def quotekit_writers() -> Iterable[Writer]:
    """Bring formats that extractions are written in. Collecting, called once a registry.

    Returns:
        Writers. A third party's writer stands before a built-in one of the same name.

    Example:
        >>> class Counts:
        ...     @hookimpl
        ...     def quotekit_writers(self):
        ...         def write(extractions):
        ...             for extraction in extractions:
        ...                 yield f"{extraction.article.id} {len(extraction.quotes)}\\n"
        ...         return [Writer("counts", write)]
    """
    raise NotImplementedError
