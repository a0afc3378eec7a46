"""Columns: the one table of quotations that CSV, data frames and Parquet share.

Types are stated, never guessed from values: guesses look at the first rows, where a column may be
empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

import attrs

from quotekit.spans import Span, join

if TYPE_CHECKING:
    # Extractions give their data frames themselves: this module stands below them.
    from quotekit.models import Extraction, Quote, TimeExpression

Type = Literal["string", "strings", "int", "float", "date", "spans"]
"""``strings`` are lists of them; ``spans`` are lists of ``start`` and ``end``."""


@attrs.frozen
class Row:
    """What one row is read from."""

    extraction: Extraction
    number: int
    quote: Quote

    @property
    def text(self) -> str:
        """The article's text."""
        return self.extraction.article.text


@attrs.frozen
class Column:
    """One column.

    Attributes:
        path: Its name; in nested tables the struct and the field in it.
        type: What its values are.
        about: What it says.
        get: Reads the value from a row.
        flat: Its name in flat tables, where that is not the path joined by ``_``.
    """

    path: str
    type: Type
    about: str
    get: Callable[[Row], Any] = attrs.field(repr=False)
    flat: str = ""

    @property
    def name(self) -> str:
        """Its name in flat tables."""
        return self.flat or self.path.replace(".", "_")


def _of(path: str) -> Callable[[Row], Any]:
    """Return what reads *path* below a row; ``None`` where anything on the way is."""
    names = path.split(".")

    def read(row: Row) -> Any:  # noqa: ANN401 - what stands there
        value: Any = row
        for name in names:
            value = getattr(value, name)
            if value is None:
                return None
        return value

    return read


def _words(path: str) -> Callable[[Row], str | None]:
    """Return what reads the words of the spans, or of the record with one, at *path*."""
    spans = _offsets(path)
    return lambda row: join(row.text, found) if (found := spans(row)) else None


def _offsets(path: str) -> Callable[[Row], Sequence[Span]]:
    """Return what reads the spans, or those of the record with one, at *path*."""
    read = _of(path)

    def spans(row: Row) -> Sequence[Span]:
        found = read(row)
        if found is None:
            return ()
        return found if isinstance(found, tuple) else (found.span,)

    return spans


def first_day(time: TimeExpression | None) -> dt.date | None:
    """Return the first day of a time, if its value stands on the calendar.

    Example:
        >>> from quotekit.models import TimeExpression, TimeType
        >>> november = TimeExpression(
        ...     Span(0, 8), TimeType.DATE, "2026-11", start="2026-11-01", end="2026-12-01"
        ... )
        >>> first_day(november), last_day(november)
        (datetime.date(2026, 11, 1), datetime.date(2026, 11, 30))
    """
    return _day(time.start) if time is not None and time.start else None


def last_day(time: TimeExpression | None) -> dt.date | None:
    """Return the last day of a time; its end is the first day or instant after it."""
    if time is None or not time.end:
        return None
    day, first = _day(time.end), first_day(time)
    if day is None or first is None:
        return None
    within = any(digit in "123456789" for digit in time.end[11:19])  # not at midnight
    return day if within or day <= first else day - dt.timedelta(1)


def _day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None


def _links(row: Row) -> list[str]:
    speaker = row.quote.speaker
    return [f"{link.system}:{link.identifier}" for link in speaker.links] if speaker else []


def _aliases(row: Row) -> list[str]:
    return list(row.quote.speaker.aliases) if row.quote.speaker else []


COLUMNS = (
    Column("id", "string", "the article's id", _of("extraction.article.id")),
    Column("path", "string", "the file that it was read from", _of("extraction.article.path")),
    Column("url", "string", "where it stood", _of("extraction.article.url")),
    Column("title", "string", "its headline", _of("extraction.article.title")),
    Column("published", "date", "its day of publication", _of("extraction.article.published")),
    Column("publisher", "string", "its publisher", _of("extraction.article.publisher")),
    Column("language", "string", "its language", _of("extraction.article.language")),
    Column("quote", "int", "the quotation's number in the article, from 0", attrgetter("number")),
    Column("nested_in", "int", "number of the quotation that holds this one",
           _of("quote.nested_in")),
    Column("kind", "string", "direct, mixed or indirect", _of("quote.kind")),
    Column("mode", "string", "speech, thought or writing", _of("quote.mode")),
    Column("text", "string", "the contents", _words("quote.contents")),
    Column("spans", "spans", "where the contents are", _offsets("quote.contents")),
    Column("quoted", "spans", "the spans inside marks", _offsets("quote.quoted")),
    Column("cue.text", "string", "the reporting expression", _words("quote.cue"), "cue"),
    Column("cue.spans", "spans", "where it is", _offsets("quote.cue")),
    Column("speaker.id", "string", "the speaker's id in the article", _of("quote.speaker.id")),
    Column("speaker.name", "string", "their name", _of("quote.speaker.name"), "speaker"),
    Column("speaker.kind", "string", "person, organization, group …", _of("quote.speaker.kind")),
    Column("speaker.title", "string", "their title", _of("quote.speaker.title")),
    Column("speaker.role", "string", "their role", _of("quote.speaker.role")),
    Column("speaker.affiliation", "string", "what they belong to",
           _of("quote.speaker.affiliation")),
    Column("speaker.gender", "string", "as the text reveals it", _of("quote.speaker.gender")),
    Column("speaker.aliases", "strings", "their other names in the text", _aliases),
    Column("speaker.links", "strings", "outside identifiers, system:identifier", _links),
    Column("mention.text", "string", "the source mention", _words("quote.source"), "mention"),
    Column("mention.spans", "spans", "where it is", _offsets("quote.source")),
    Column("mention.kind", "string", "name, nominal or pronoun", _of("quote.source.kind")),
    Column("said.value", "string", "when it was said: TIMEX3, not always a day",
           _of("quote.said.value"), "said"),
    Column("said.first", "date", "the first day of that", lambda row: first_day(row.quote.said)),
    Column("said.last", "date", "the last day of that", lambda row: last_day(row.quote.said)),
    Column("said.text", "string", "the words that say when", _words("quote.said")),
    Column("said.spans", "spans", "where they are", _offsets("quote.said")),
    Column("confidence", "float", "0 to 1", _of("quote.confidence")),
    Column("found_by", "string", "the plugin that found it", _of("quote.found_by")),
    Column("rule", "string", "the rule that found it", _of("quote.rule")),
    Column("attributed_by", "string", "the plugin that attributed it", _of("quote.attributed_by")),
    Column("attributed_rule", "string", "the rule that attributed it",
           _of("quote.attributed_rule")),
    Column("why", "string", "one line for a reader", _of("quote.why")),
    Column("cue_class", "string", "the class of the cue: report, ask, attitude …",
           _of("quote.cue_class")),
)  # fmt: skip
"""The columns, in their order."""


def rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    """Yield a row for each quotation."""
    for extraction in extractions:
        for number, quote in enumerate(extraction.quotes):
            yield Row(extraction, number, quote)


def value(column: Column, row: Row) -> Any:  # noqa: ANN401 - what the column's type says
    """Return a cell's value as plain Python: text that UTF-8 has, spans as dictionaries."""
    found = column.get(row)
    if found is None:
        return None
    if column.type == "string":
        return utf8(found)
    if column.type == "strings":
        return [utf8(item) for item in found]
    if column.type == "spans":
        return [{"start": span.start, "end": span.end} for span in found]
    return found


def utf8(text: str) -> str:
    """Return *text* as a plain string, lone surrogates escaped, which UTF-8 does not have.

    Example:
        >>> utf8("Jo" + chr(0xD800)) == "Jo" + chr(92) + "ud800"
        True
    """
    return text.encode("utf-8", "backslashreplace").decode()
