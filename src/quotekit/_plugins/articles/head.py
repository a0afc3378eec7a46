"""The head of an article: its first lines, each a title, a date line, a byline, or already text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex

from quotekit._patterns import compiled
from quotekit._plugins.articles.datelines import read_dateline
from quotekit._plugins.articles.days import Days, WrittenDay, days
from quotekit.lexicon import Language
from quotekit.models import Article, Fact
from quotekit.spans import Span
from quotekit.syntax._layout import paragraphs

HEAD_LINES: Final = 8
HEAD_LENGTH: Final = 1200
TITLE_LENGTH: Final = 180
DATE_LINE_LENGTH: Final = 120
BYLINE_LENGTH: Final = 90
WORD_RE: Final = compiled(r"[^\W\d_]++(?:[.'’][^\W\d_]++)*+\.?")
SENTENCES_RE: Final = compiled(r"[\p{Ll}\d][.!?][”\"’]?\s+\p{Lu}")
AGENCY_RE: Final = compiled(r"(?:\(\p{Lu}[\w. ]+\))\s*[-–—_]{0,2}$|[,;_]$")
EDGES: Final = " \t\u00a0\u200b\ufeff#*=_-–—|•·"


class Line(NamedTuple):
    """A line of the head.

    Attributes:
        span: The line without white space and ornaments.
        date: The day that it states, if it is a date line.
        aside: Whether it is a byline, or a date that no calendar has: neither title nor text.
    """

    span: Span
    date: WrittenDay | None = None
    aside: bool = False


class Head:
    """The head of one article, line by line.

    Attributes:
        date: The day that a date line states; a day *published* counts before one *updated*.
        title: The title's span.
        body: Where the article itself begins.
    """

    def __init__(self, article: Article, language: Language) -> None:
        self.text = article.text
        self.table = language.table("articles")
        self.language = language
        self.days: Days = language.memo(days)
        self._paragraphs = paragraphs(article.text)
        self._lines = list(self._read())
        self.date: WrittenDay | None = self._date()
        self.title: Span | None = self._title(article.title)
        self.body: Span | None = self._body()

    def opening(self, start: int) -> Span | None:
        """Return the first paragraph from an offset on."""
        return next((line for line in self._paragraphs if line.start >= start), None)

    def facts(self) -> Iterator[Fact]:
        """Yield what the head says."""
        if self.title is not None:
            yield Fact("title", self.title.slice(self.text), "header", self.title)
        day = self.date.date() if self.date else None
        if self.date is not None and day is not None:
            yield Fact("published", day.isoformat(), "header", self.date.span)
        if self.body is not None:
            yield Fact("body", "", "header", self.body)

    def _read(self) -> Iterator[Line]:
        for line in self._paragraphs[: 4 * HEAD_LINES]:
            if line.start > HEAD_LENGTH:
                return
            span = line.trim(self.text, EDGES)
            if span is not None:
                short = len(span) <= DATE_LINE_LENGTH
                found = [*self.days.find(self.text, span.start, span.end)] if short else []
                yield Line(span, self._date_line(span, found), self._is_aside(span, found))

    def _date_line(self, line: Span, written: Sequence[WrittenDay]) -> WrittenDay | None:
        """Return the day of a line that holds little else, or names it after a cue."""
        found = [day for day in written if day.date()]
        if not found:
            return None
        cued = [day for day in found if self._cue_before(line, day) == "published"]
        chosen = (cued or found)[0]
        before = self.text[line.start : chosen.span.start]
        after = self.text[found[-1].span.end : line.end]
        if any(word in before.lower() for word in self.table.get("never", ())):
            return None
        alone = self._set_off(before, "end") and self._set_off(after, "start")
        return chosen if cued or alone else None

    def _set_off(self, rest: str, side: str) -> bool:
        """Return whether what stands beside a date is no sentence that goes on with it."""
        allowed = set(self.table.get("beside_dates", ()))
        words = [word.lower().rstrip(".") for word in WORD_RE.findall(rest)]
        if all(word in allowed for word in words):
            return True
        stripped = rest.rstrip() if side == "end" else rest.lstrip()
        mark = stripped[-1:] if side == "end" else stripped[:1]
        sentence = stripped.rstrip().endswith((".", "!", "?")) and len(words) > 2
        return bool(stripped) and mark in "|•·–—-:/,;()[]" and len(words) <= 8 and not sentence

    def _cue_before(self, line: Span, day: WrittenDay) -> str | None:
        """Return the kind of the nearest cue before a day: *published* or *updated*."""
        before = self.text[line.start : day.span.start].lower()
        nearest: tuple[int, str | None] = (-1, None)
        for kind in ("published", "updated"):
            for cue in self.table.get(kind, ()):
                for match in regex.finditer(rf"(?<!\w){regex.escape(cue)}(?!\w)", before):
                    nearest = max(nearest, (match.start(), kind))
        return nearest[1]

    def _is_aside(self, line: Span, written: Sequence[WrittenDay]) -> bool:
        words = line.slice(self.text).lower()
        if len(line) <= BYLINE_LENGTH and words.startswith(tuple(self.table.get("byline", ()))):
            return True
        return any(day.span == line for day in written)

    def _date(self) -> WrittenDay | None:
        return next((line.date for line in self._lines[:HEAD_LINES] if line.date), None)

    def _title(self, given: str | None) -> Span | None:
        for line in self._lines:
            words = line.span.slice(self.text)
            if given is not None:
                if words.rstrip(".") == given.strip().rstrip("."):
                    return line.span
                continue
            if line.date or line.aside:
                continue
            return line.span if self._looks_like_title(line.span) else None
        return None

    def _looks_like_title(self, line: Span) -> bool:
        """Return whether a line is a headline: short, no sentence, and followed by longer text.

        Some papers end their headlines with a full stop: those count in title case, or before a
        dateline.
        """
        words = line.slice(self.text)
        body = Span(line.end, len(self.text)).trim(self.text) if line.end < len(self.text) else None
        if body is None or len(words) > TITLE_LENGTH or len(body) < len(words):
            return False
        if AGENCY_RE.search(words) or SENTENCES_RE.search(words):
            return False
        if words[-1] not in ".:" or words.endswith("..."):
            return True
        long = [word for word in WORD_RE.findall(words) if len(word) > 3]
        capitals: int = sum(word[0].isupper() for word in long)
        if capitals * 3 > len(long) * 2:
            return True
        opening = self.opening(body.start)
        return opening is not None and (
            read_dateline(self.text, opening, self.language) is not None
        )

    def _body(self) -> Span | None:
        end = max(
            (
                line.span.end
                for line in self._lines
                if line.date or line.aside or line.span == self.title
            ),
            default=0,
        )
        if end == 0 or end >= len(self.text):
            return None
        return Span(end, len(self.text)).trim(self.text)
