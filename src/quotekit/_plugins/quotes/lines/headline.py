"""Headlines: *Aalto: Dykes ‘are sound’* and *‘Nobody asked us’ – Mbeki*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from quotekit._patterns import compiled
from quotekit._plugins.quotes.lines.transcript import turns
from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import Evidence, Mention, MentionKind, Quote, QuoteKind, SpeakerKind
from quotekit.spans import Span
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._noun_lexicon import NounLexicon

MAX_HEADLINE: Final = 200
FLAG: Final = r"(?:\p{Lu}{4,}(?::|\s[–—-])\s)?+"
REST: Final = r"(?P<rest>(?:\s[\w'’.&-]++){1,7}+)?+"
CAMPS: Final = ("person", "group", "organization")
"""The parts of the table *people* that list nouns for those who speak for somebody."""
LEADS: Final = frozenset(("ADP", "PART"))
"""Tags of the words that lead in what somebody speaks of, or to whom: *Ferro on schools*."""
INTRODUCED_RE: Final = compiled(r"\s*+(?:[:–—-]|\s-)\s++(?=\p{L})")
"""*‘…’: chef Ana Prieto on goats* after a closing mark."""

TOLD_RE: Final = compiled(r"\s*+:\s++(?=\p{Ll}\w++\s++\w)")
"""*‘We lost it all’: baker weeps as mill burns* says who, but by no name."""

FEWEST_WORDS: Final = 3
"""A claim before a colon has at least so many words."""


class HeadlinePatterns:
    """Where the headlines of a language name who claims what they say.

    Attributes:
        leading: *Ferro: Schools to open*, *Ferro camp: …*, *EXCLUSIVE – Ferro on schools: …*; the body
            text must confirm that *Ferro* is a name.
        trailing: *… – Okafor* after a closing mark at the end of the headline.
        closing: *Baths to open again: Quist*, where the body names the person.
    """

    def __init__(self, language: Language) -> None:
        words = language.memo(ClosedClasses)
        particles = language.memo(NounLexicon).particles
        small = "|".join(map(regex.escape, sorted(words.headline_links | particles)))
        word = r"\p{Lu}[\w'’.&-]*+"
        name = rf"(?P<name>{word}(?:\s(?:(?:{small})\s)?{word}){{0,4}}+)"
        self.leading = compiled(rf"{FLAG}{name}{REST}(?P<cue>:)\s++(?=\S)")
        self.trailing = compiled(rf"\s*+(?P<cue>[–—-]|\s-)\s++{name}$")
        self.closing = compiled(rf"(?P<claim>[^:]++)(?P<cue>:)\s++{name}")


def headline_of(document: Document) -> Span | None:
    """Return the headline where it stands in the text: the title, or a short first line."""
    if len(document.paragraphs) < 2 and document.article.title is None:
        return None
    title = (document.article.title or "").strip()
    for paragraph in document.paragraphs[:3]:
        line = paragraph.slice(document.text)
        if title:
            if line == title:
                return paragraph
        elif len(line) <= MAX_HEADLINE and line[-1] not in ".:;,":
            if not line[0].isalpha() or not _DATE_RE.match(line):
                return paragraph
        else:
            return None
    return None


_DATE_RE: Final = compiled(r"\p{L}++\s?,?\s?\d{1,2}\b|\p{Lu}\p{L}++\s?,\s\d")


def find_headline(document: Document) -> Iterator[Quote]:
    """Propose what a headline says that somebody named claims."""
    headline = headline_of(document)
    if headline is None:
        return
    text, patterns = document.text, document.language.memo(HeadlinePatterns)
    leading = patterns.leading.match(text, headline.start, headline.end)
    if leading is not None and _takes_turns(document, headline, leading["name"]):
        return
    source = _leading_source(document, leading, headline.end) if leading is not None else None
    if leading is not None and source is not None:
        content = Span(leading.end(), headline.end)
        yield _claim(document, content, source, Span(*leading.span("cue")))
        return
    closing = patterns.closing.fullmatch(text, headline.start, headline.end)
    if closing is not None and _is_claim(document, headline, closing["claim"], closing["name"]):
        claim = Span(*closing.span("claim"))
        yield _claim(document, claim, Span(*closing.span("name")), Span(*closing.span("cue")))
        return
    for pair in document.marks:
        if pair.depth == 0 and pair.opening.start == headline.start and pair.closing:
            trailing = patterns.trailing.match(text, pair.closing.end, headline.end)
            if trailing is not None:
                name: Span | None = Span(*trailing.span("name"))
            else:
                name = _introduced(document, pair.closing.end, headline.end)
            if name is not None and _is_somebody(document, name.slice(text), headline.end):
                yield _claim(document, pair.inner, name, None)
            elif told := TOLD_RE.match(text, pair.closing.end, headline.end):
                yield Quote(
                    [pair.inner],
                    QuoteKind.DIRECT,
                    source=_doer(document, told.end()),
                    confidence=0.7,
                    rule="headline-marks",
                    evidence=Evidence.HEADLINE,
                    why="a headline that opens with words in marks and a colon",
                )


def _introduced(document: Document, start: int, end: int) -> Span | None:
    """Return the somebody after the marks and a colon: *‘…’: chef Ana Prieto on goats*."""
    sign = INTRODUCED_RE.match(document.text, start, end)
    for mention in document.mentions_in(sign.end(), sign.end() + 1) if sign else ():
        following = document.tokens.after(mention.span.end)
        ends = mention.span.end >= end or document.tags[following : following + 1] == ["ADP"]
        if mention.kind is MentionKind.NAME and mention.name is not None and ends:
            return mention.span
    return None


def _doer(document: Document, start: int) -> Mention | None:
    """Return the person at *start* if a verb in the present follows: *baker weeps as mill burns*."""
    for mention in document.mentions_in(start, start + 1):
        following = document.tokens.after(mention.span.end)
        acts = document.tags[following : following + 1] == ["VBZ"]
        if mention.span.start == start and mention.entity is SpeakerKind.PERSON and acts:
            return mention
    return None


def _takes_turns(document: Document, line: Span, name: str) -> bool:
    """Return whether the line is a turn of a transcript or the title of one: no claiming headline."""
    if any(
        label.text == name or line.start <= label.start < line.end for label in document.memo(turns)
    ):
        return True
    following = document.paragraph_at(line.end + 1) or document.paragraph_at(line.end + 2)
    if following is None or following == line:
        return False
    leading = document.language.memo(HeadlinePatterns).leading
    return leading.match(document.text, following.start, following.end) is not None


def _leading_source(document: Document, leading: regex.Match[str], body: int) -> Span | None:
    """Return who claims what follows a colon: *Ferro*, *Ferro on fees*, *Ferro camp*, *Police*."""
    name, rest, language = leading["name"], leading["rest"], document.language
    source = Span(*leading.span("name"))
    if rest is None and name.lower() in language.memo(ClosedClasses).headline_sources:
        return source
    if rest is None:
        return source if _is_somebody(document, name, body) else None
    if document.tags[document.tokens.after(source.end)] not in LEADS:
        source = Span(source.start, leading.end("rest"))
        if not any(rest[1:] in language.words("people", part) for part in CAMPS):
            return None
    return source if _is_person(document, name, body) else None


def _is_somebody(document: Document, name: str, body: int) -> bool:
    """Return whether the body names the one before the colon: *Ferro* is somebody, *Breaking* not."""
    last = name.split()[-1].strip(".")
    return regex.search(rf"\b{regex.escape(last)}\b", document.text, pos=body) is not None


def _is_claim(document: Document, headline: Span, claim: str, name: str) -> bool:
    """Return whether words without marks are claimed by a person whom the body names."""
    if len(claim.split()) < FEWEST_WORDS or document.marks_in(headline.start, headline.end):
        return False
    return _is_person(document, name, headline.end)


def _is_person(document: Document, name: str, body: int) -> bool:
    """Return whether the body names a person by the last word of a name."""
    last = name.split()[-1]
    return any(
        mention.entity is SpeakerKind.PERSON and mention.name.slice(document.text).endswith(last)
        for mention in document.mentions_in(body, len(document.text))
        if mention.name is not None
    )


def _claim(document: Document, content: Span, name: Span, cue: Span | None) -> Quote:
    marked = [p for p in document.marks if p.depth == 0 and content.contains(p.inner)]
    whole = len(marked) == 1 and marked[0].outer.end >= content.end and (
        marked[0].opening.start <= content.start
    )  # fmt: skip
    kind = QuoteKind.DIRECT if whole else QuoteKind.MIXED if marked else QuoteKind.INDIRECT
    return Quote(
        [marked[0].inner] if whole else [content],
        kind,
        cue=[cue] if cue else (),
        source=_mention(document, name),
        quoted=[pair.inner for pair in marked],
        confidence=0.85,
        rule="headline-colon" if cue else "headline-dash",
        evidence=Evidence.HEADLINE,
        why=f"a headline claim with the name “{name.slice(document.text)}”",
    )


def _mention(document: Document, name: Span) -> Mention:
    for mention in document.mentions_in(name.start, name.end):
        if mention.span.end <= name.end:
            return mention
    return Mention(name, MentionKind.NAME, name=name, number="singular")
