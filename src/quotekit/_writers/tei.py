"""TEI: the text itself, with quotations, mentions and times marked up in it (P5).

See https://tei-c.org/guidelines/. The characters of ``<body>`` are those of the article, one for one,
so that offsets can be counted in it: do not indent the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

import attrs

from quotekit._writers.columns import first_day, last_day
from quotekit._writers.marks import QUOTATIONS, Mark, marks
from quotekit._writers.tei_header import (
    HEAD,
    Attributes,
    article_header,
    attribute,
    attributes_of,
    escaped,
)
from quotekit.models import (
    Article,
    Extraction,
    Quote,
    QuoteKind,
    TimeExpression,
    TimeType,
)
from quotekit.spans import Span

BLANK_RE = re.compile(r"[ \t\r\n]+")
"""White space of XML, which may stand between paragraphs."""

WHEN_RE = re.compile(r"[12]\d{3}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?")
"""Times that XML Schema has: a year, a month, a day, a minute."""

ORDER = (*QUOTATIONS, "Time", "Source", "Mention", "Cue")
"""Of marks of the same words, those before hold those after."""


def write_tei(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield a corpus with a text for each article.

    Control characters and others that XML does not have become U+FFFD.

    Example:
        >>> from quotekit import extract
        >>> whole = "".join(write_tei([extract("“Yes,” said Ida Moss.")]))
        >>> print(whole[whole.index("<p>“"):whole.index("</body>")])
        <p>“<said xml:id="a1.q0" who="#a1.s1" direct="true" ana="#direct">Yes,</said>” <seg \
type="cue" corresp="#a1.q0">said</seg> <rs ref="#a1.s1">Ida Moss</rs>.</p>
    """
    yield HEAD
    number = 0
    for number, extraction in enumerate(extractions, 1):
        yield from _Text(extraction, f"a{number}").pieces()
    if not number:  # a corpus needs a text
        yield from _Text(Extraction(Article("")), "a1").pieces()
    yield "</teiCorpus>\n"


@attrs.frozen
class _Text:
    """Writes one article; *prefix* makes its identifiers those of no other."""

    extraction: Extraction
    prefix: str
    speakers: dict[str, str] = attrs.field(init=False)
    sources: set[str] = attrs.field(init=False, factory=set)
    quotes: dict[str, list[str]] = attrs.field(init=False, factory=lambda: defaultdict(list))

    @speakers.default
    def _speakers(self) -> dict[str, str]:
        return {
            speaker.id: f"{self.prefix}.s{n}"
            for n, speaker in enumerate(self.extraction.speakers, 1)
        }

    def pieces(self) -> Iterator[str]:
        article = self.extraction.article
        speakers = {self.speakers[speaker.id]: speaker for speaker in self.extraction.speakers}
        yield f"<TEI {attribute('xml:lang', article.language)}>\n"
        yield from article_header(article, speakers)
        yield "<text><body>"
        yield from self._body()
        yield "</body></text>\n</TEI>\n"

    def _body(self) -> Iterator[str]:
        text = self.extraction.article.text
        paragraphs = list(_paragraphs(text))
        parts = _nested(_clipped(marks(self.extraction), paragraphs))
        self._tie({mark.id: mark for _, mark in parts})
        place = 0
        for offset, tag in self._tags(parts, paragraphs):
            yield escaped(text[place:offset]) + tag
            place = offset
        yield escaped(text[place:]) if place else f"{escaped(text)}<p/>"

    def _tie(self, there: Mapping[str, Mark]) -> None:
        """Note which marks of those in the text point to each other."""
        for mark in there.values():
            if mark.source in there and mark.speaker is None:
                self.sources.add(str(mark.source))
            for role, part in mark.parts:
                if role != "source":
                    self.quotes[part].append(f"#{self.prefix}.{mark.id}")

    def _tags(
        self, parts: list[tuple[Span, Mark]], paragraphs: list[Span]
    ) -> Iterator[tuple[int, str]]:
        """Yield the tags of paragraphs and of what is in them, each with its place in the text."""
        totals = Counter(mark.id for _, mark in parts)
        seen: Counter[str] = Counter()
        waiting = deque(parts)
        for paragraph in paragraphs:
            yield paragraph.start, "<p>"
            closing = [(paragraph.end, "</p>")]
            while closing:
                if waiting and waiting[0][0].start < closing[-1][0]:
                    span, mark = waiting.popleft()
                    tag, start = self._start(mark, seen[mark.id], totals[mark.id])
                    seen[mark.id] += 1
                    yield span.start, start
                    closing.append((span.end, f"</{tag}>"))
                else:
                    yield closing.pop()

    def _start(self, mark: Mark, n: int, total: int) -> tuple[str, str]:
        """Return the tag of a part of a mark, and how it begins."""
        name = f"{self.prefix}.{mark.id}"
        named = mark.label in QUOTATIONS or total > 1 or mark.id in self.sources
        tag, attributes = self._tag(mark)
        whole: Attributes = {
            "xml:id": _part(name, n) if named else None,
            **attributes,
            "next": f"#{_part(name, n + 1)}" if n + 1 < total else None,
            "prev": f"#{_part(name, n - 1)}" if n else None,
        }
        return tag, f"<{' '.join([tag, *attributes_of(whole)])}>"

    def _tag(self, mark: Mark) -> tuple[str, Attributes]:
        known = self.speakers.get(mark.speaker or "")
        corresp = " ".join(self.quotes.get(mark.id, ()))
        if isinstance(mark.record, Quote) and mark.label in QUOTATIONS:
            who = known or (f"{self.prefix}.{mark.source}" if mark.source in self.sources else None)
            kind = mark.record.kind
            is_direct = "true" if kind is QuoteKind.DIRECT else "false"
            ana = f"#{kind}"
            return "said", {"who": who and f"#{who}", "direct": is_direct, "ana": ana}
        if mark.label == "Cue":
            return "seg", {"type": "cue", "corresp": corresp}
        if isinstance(mark.record, TimeExpression):
            tag = "time" if mark.record.type is TimeType.TIME else "date"
            return tag, {**_when(mark.record), "corresp": corresp}
        return "rs", {"ref": f"#{known}" if known else None}


def _part(name: str, n: int) -> str:
    return f"{name}.{n}" if n else name


def _when(time: TimeExpression) -> Attributes:
    """Return what TEI says of a time: when it is, if XML Schema has such a value, or from and to."""
    value, first, last = time.value or "", first_day(time), last_day(time)
    if first is None or time.type not in (TimeType.DATE, TimeType.TIME):
        return {"n": value}
    if WHEN_RE.fullmatch(value):
        return {"when": f"{value}:00" if len(value) == len("2021-07-27T10:00") else value}
    return {"from": first.isoformat(), "to": last.isoformat() if last else None, "n": value}


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of *text* without the blanks at their ends.

    Example:
        >>> list(_paragraphs("One two.\\r\\n\\r\\n Three. "))
        [Span(0, 8), Span(13, 19)]
    """
    place = 0
    for match in BLANK_RE.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text) or not {"\r", "\n"}.isdisjoint(match.group()):
            if start > place:
                yield Span(place, start)
            place = end
    if place < len(text):
        yield Span(place, len(text))


def _clipped(found: Iterable[Mark], paragraphs: list[Span]) -> Iterator[tuple[Span, Mark]]:
    """Yield spans with their marks, parted at the ends of paragraphs."""
    ends = [paragraph.end for paragraph in paragraphs]
    for mark in found:
        for span in mark.spans:
            for paragraph in paragraphs[bisect_right(ends, span.start) :]:
                if not paragraph.overlaps(span):
                    break
                start = max(span.start, paragraph.start)
                yield Span(start, min(span.end, paragraph.end)), mark


def _nested(spans: Iterable[tuple[Span, Mark]]) -> list[tuple[Span, Mark]]:
    """Return spans in text order, parted where they would cross: each lies inside or outside.

    Example:
        >>> one, two = Mark("q0", "Direct", (Span(0, 5),)), Mark("q1", "Direct", (Span(3, 9),))
        >>> [(mark.id, span) for span, mark in _nested([(one.span, one), (two.span, two)])]
        [('q0', Span(0, 5)), ('q1', Span(3, 5)), ('q1', Span(5, 9))]
    """
    waiting = [(s.start, -s.end, ORDER.index(m.label), n, m) for n, (s, m) in enumerate(spans)]
    heapify(waiting)
    ends: list[int] = []
    found = []
    while waiting:
        start, end, order, n, mark = heappop(waiting)
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and -end > ends[-1]:
            heappush(waiting, (ends[-1], end, order, n, mark))
            end = -ends[-1]
        found.append((Span(start, -end), mark))
        ends.append(-end)
    return found
