"""Occurrences: the mentions of a document, each with where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from quotekit.document import Document
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind, SpeakerKind
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._tags import VERBS

LONGEST: Final = 200
"""Farther back no mention begins that may end with a source."""
REACH: Final = 3
"""A subject's verb stands within so many tokens, adverbs and commas apart."""


class Occurrence:
    """A mention and its place.

    Attributes:
        mention: The mention.
        token: Its first token.
        after: The token after it.
        sentence: Index of its sentence.
        quoted: Whether it stands inside quotation marks that hold speech.
        reported: Whether it stands inside the contents of any quotation.
        subject: Whether a finite verb follows and no preposition precedes, or a sentence opens
            with it.
        inner: Whether it stands inside another mention.
        source: Whether a quotation is attributed to it.
        twin: The mention that a source of other bounds shares its beginning or end with.
        prominence: How readily a pronoun takes it up.
    """

    __slots__ = (
        *("after", "inner", "mention", "prominence", "quoted", "reported", "sentence"),
        *("source", "subject", "token", "twin"),
    )

    def __init__(self, mention: Mention, inner: bool) -> None:
        self.mention = mention
        self.inner = inner
        self.twin: Occurrence | None = None
        self.prominence = 0.0
        self.token = self.after = self.sentence = 0
        self.quoted = self.reported = self.subject = self.source = False


def occurrences(document: Document, quotes: Sequence[Quote]) -> list[Occurrence]:
    """Return the mentions in text order, those inside others and all sources included."""
    flat: list[Occurrence] = []
    _flatten(document.mentions, None, flat)
    # Places sort as the text has them, outer mentions before those inside.
    found = {(one.mention.span.start, -one.mention.span.end): one for one in flat}
    for quote in quotes:
        if quote.source is not None:
            place = quote.source.span.start, -quote.source.span.end
            one = found.get(place)
            if one is None:
                one = found[place] = Occurrence(_named(quote.source), False)
                one.twin = _twin(document, quote.source, found)
            elif quote.evidence is Evidence.LINE and quote.source.name is not None:
                one.mention = quote.source  # INTERVIEWER: a label is a name
            one.source = True
    ordered = [found[place] for place in sorted(found)]
    _place(document, ordered)
    sourced = (q for q in quotes if q.source is not None or q.kind is not QuoteKind.INDIRECT)
    starts = [one.mention.span.start for one in ordered]
    for span in (span for quote in sourced for span in quote.contents):
        for one in ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            one.reported = True
    for span in (span for quote in quotes for span in quote.quoted):
        for one in ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            one.quoted = True
    return ordered


def _named(source: Mention) -> Mention:
    """Return a source that a finder brings as a name, without saying which part is the name."""
    parts = (source.name, source.title, source.affiliation, source.role)
    bare = source.kind is MentionKind.NAME and parts == (None, None, None, None)
    return attrs.evolve(source, name=source.span) if bare else source


def _twin(
    document: Document, source: Mention, found: Mapping[tuple[int, int], Occurrence]
) -> Occurrence | None:
    """Return the outermost mention that begins or ends where a source of its own bounds does.

    What possesses the source is another one: *Norland’s Fisheries Authority* is not Norland.
    """
    start, end = source.span
    tokens, tags = document.tokens, document.tags
    mentions = document.mentions_in(max(0, start - LONGEST), end)
    for mention in mentions:
        after = tokens.after(mention.span.end)
        owner = after < len(tokens) and tags[after] == "POS"
        if mention.span.end == end or (mention.span.start == start and not owner):
            named = _after_noun(document, mention, mentions[-1]) or mention
            return None if _fuller(source, named) else found[named.span.start, -named.span.end]
    return None


def _after_noun(document: Document, first: Mention, last: Mention) -> Mention | None:
    """Return who is named after a noun that no table knows: *Elm Marine lampwright Ida Moss*."""
    if last.entity is not SpeakerKind.PERSON:
        return None
    between = document.tokens.within(first.span.end, last.span.start)
    return last if between and {document.tags[i] for i in between} <= {"NOUN", "ADJ"} else None


def _fuller(source: Mention, other: Mention) -> bool:
    """Return whether a source goes on with a name: *WITNESS 10* has more of it than *WITNESS*."""
    name = source.name
    return name is not None and name.start == other.span.start and name.end > other.span.end


def _flatten(mentions: Iterable[Mention], outer: Occurrence | None, flat: list[Occurrence]) -> None:
    """Add mentions and those inside them to *flat*."""
    for mention in mentions:
        one = Occurrence(mention, outer is not None)
        if outer is not None and _is_role(outer.mention, mention):
            one.twin = outer
        flat.append(one)
        if mention.inner:
            _flatten(mention.inner, one, flat)


def _is_role(outer: Mention, inner: Mention) -> bool:
    """Return whether *inner* is what the apposition in *outer* says of its name."""
    if outer.role is None or outer.name is None or inner.kind is not MentionKind.NOMINAL:
        return False
    owner = outer.affiliation is not None and inner.span.contains(outer.affiliation)
    return not owner and (outer.role.start == inner.span.start and outer.role.end >= inner.span.end)


def _place(document: Document, ordered: Sequence[Occurrence]) -> None:
    tokens, tags = document.tokens, document.tags
    n = len(tokens)
    firsts, lasts = tokens.starts[:n], tokens.ends[:n]
    starts = [sentence.start for sentence in document.sentences]
    openers = {bisect_left(firsts, start) for start in starts}
    for one in ordered:
        span = one.mention.span
        one.sentence = bisect_right(starts, span.start) - 1
        one.token = bisect_left(firsts, span.start)
        one.after = bisect_right(lasts, span.end)
        if one.inner or (one.token and tags[one.token - 1] == "ADP"):
            continue
        one.subject = one.token in openers or _leads_to_verb(document, one.after)
    _correct_subjects(document, ordered)


def _leads_to_verb(document: Document, i: int) -> bool:
    """Return whether a finite verb is at *i*, or after adverbs and commas from there."""
    tokens, tags = document.tokens, document.tags
    for j in range(i, i + REACH):
        if tags[j] in VERBS:
            return True
        if tags[j] != "ADV" and tokens.texts[j] != ",":
            break
    return False


def _correct_subjects(document: Document, ordered: Sequence[Occurrence]) -> None:
    """Give the verb after a relative clause to the one that the clause is about.

    *Bo Tran, who led the inquiry, welcomed it.*: the subject is Tran, not the inquiry.
    """
    texts, relatives = document.tokens.texts, document.language.memo(ClosedClasses).relatives
    ends = {one.after: one for one in reversed(ordered) if not one.inner}
    about: Occurrence | None = None
    for one in ordered:
        if document.tokens.lowers[one.token] in relatives and texts[one.token - 1] == ",":
            about = ends.get(one.token - 1)
        elif about is not None and about.sentence != one.sentence:
            about = None
        elif about is not None and one.subject and texts[one.after] == ",":
            about.subject, one.subject, about = True, False, None
