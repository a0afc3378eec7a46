"""Signatures: *“…” – Ida Moss, mayor*, *“…” [The Quay Post]*, or a name on a line of its own."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan
from quotekit.document import Document
from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.syntax._signs import DASHES
from quotekit.syntax._tags import FINITE

BRACKETS: Final = {"[": "]", "(": ")"}
BULLETS: Final = " \t\u00a0•·*‣▪>–—-"
REST: Final = 14
"""What comes after the name on its line has no more tokens: an office, a topic, a day."""


def find_signature(document: Document, quoted: QuotedSpan) -> tuple[Span | None, Mention] | None:
    """Return the sign after the marks and the name after it, or a name on a line of its own."""
    if not (quoted.opens_sentence or _begins_line(document, quoted)):
        return None
    following = _after(document, quoted)
    if following is not None:
        return following
    beside = _beside(document, quoted)
    return (None, beside) if beside is not None else None


def _after(document: Document, quoted: QuotedSpan) -> tuple[Span, Mention] | None:
    tokens = document.tokens
    i = quoted.closing
    if i + 1 >= len(tokens):
        return None
    sign, last = tokens.texts[i], i
    if sign in DASHES:
        while tokens.texts[last + 1] in DASHES and last + 2 < len(tokens):
            last += 1
    elif sign not in BRACKETS:
        return None
    start = tokens.starts[last + 1]
    for mention in document.mentions_in(start, start + 1):
        following = tokens.after(mention.span.end)
        ends = following >= len(tokens) or _ends_line(document, following)
        closes = not ends and tokens.texts[following] in (".", ",", BRACKETS.get(sign))
        if mention.kind is not MentionKind.NAME:
            continue
        if sign in BRACKETS and not _is_known(document, mention):
            continue
        if ends or closes or (sign in DASHES and _is_name_line(document, mention)):
            return tokens.span(i, last), mention
    return None


def _is_known(document: Document, mention: Mention) -> bool:
    """Return whether a name in brackets is one: *(Tom Beck)*, no *(Applause)*."""
    name = (mention.name or mention.span).slice(document.text)
    return " " in name or name.isupper() or document.text.count(name) > 1


def _beside(document: Document, quoted: QuotedSpan) -> Mention | None:
    """Find the name on a line of its own, beneath a paragraph that is all in marks or right above it."""
    paragraphs, own = document.paragraphs, document.paragraph_at(quoted.pair.outer.start)
    if own is None or quoted.pair.outer.end < own.end or quoted.pair.closing is None:
        return None
    n = bisect_left(paragraphs, own)
    if n + 1 < len(paragraphs) and not _attached(document, n + 1):
        found = _name_of(document, paragraphs[n + 1])
        if found is not None:
            return found
    return _name_of(document, paragraphs[n - 1]) if n and _attached(document, n - 1) else None


def _attached(document: Document, n: int) -> bool:
    """Return whether no blank line comes after paragraph *n*."""
    paragraphs = document.paragraphs
    if n + 1 == len(paragraphs):
        return False
    return document.text.count("\n", paragraphs[n].end, paragraphs[n + 1].start) == 1


def _name_of(document: Document, line: Span) -> Mention | None:
    """Return the name that a line holds with nothing but an office after it: *Ida Moss, mayor*."""
    for mention in document.mentions_in(line.start, line.start + 1):
        full = mention.name is not None and " " in mention.name.slice(document.text)
        if mention.kind is MentionKind.NAME and full and _is_name_line(document, mention):
            return mention
    return None


def _is_name_line(document: Document, mention: Mention) -> bool:
    """Return whether a name ends its line, or an office, a topic or a day after it does."""
    line = document.paragraph_at(mention.span.start)
    if line is None or document.text[line.end - 1] in ".?!:…":
        return False
    rest = document.tokens.within(mention.span.end, line.end)
    return len(rest) < REST and not any(document.tags[i] in FINITE for i in rest)


def _begins_line(document: Document, quoted: QuotedSpan) -> bool:
    """Return whether the marks begin a line, as in a list of voices one below the other."""
    start = quoted.pair.outer.start
    paragraph = document.paragraph_at(start)
    return paragraph is not None and not document.text[paragraph.start : start].strip(BULLETS)


def _ends_line(document: Document, i: int) -> bool:
    start = document.tokens.starts[i]
    paragraph = document.paragraph_at(start)
    return paragraph is not None and paragraph.start == start
