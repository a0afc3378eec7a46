"""Articles, and what they say of themselves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypedDict

import attrs

from quotekit._languages import language_tag
from quotekit.exceptions import ArticleError, RecordError
from quotekit.models._fields import SPAN, STRING, Field, choice, fit, optional
from quotekit.models._short import plural, quoted, short
from quotekit.spans import Span

COARSE_RE = re.compile(r"\d{4}(?:-?W\d{2}|-\d{2})?")
"""A year, a week or a month in ISO 8601."""


def _facts(value: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(value)


def _lines(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


def _fields(value: Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return dict(value)
    raise ArticleError(f"meta must be a mapping with strings as keys, got {value!r}")


def _language(value: str) -> str:
    return language_tag(value) if isinstance(value, str) else value


def _day(value: dt.date | str | None) -> dt.date | None:
    """Read a day from a date, a datetime (its own zone's day), or an ISO 8601 string.

    A week or a month (``2026-W46``, ``2026-11``) is no day, and is refused: :mod:`datetime` would
    make a day of the week, its Monday.
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        written = value.strip()
        if COARSE_RE.fullmatch(written):
            raise ArticleError(f"published must be a full day, got {value!r}")
        try:
            return dt.datetime.fromisoformat(written).date()
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
        span: The words that say it, where they stand in the text; for ``body`` the body itself.
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

    def __attrs_post_init__(self) -> None:
        fit(self, FACT)
        if self.field == "published":
            try:
                dt.date.fromisoformat(self.value)
            except ValueError:
                raise RecordError(
                    f"Fact.value of 'published' must be an ISO 8601 day, got {self.value!r}"
                ) from None


class ArticleFields(TypedDict, total=False):
    """The fields of an article that go with its text."""

    id: str | None
    title: str | None
    published: dt.date | str | None
    publisher: str | None
    url: str | None
    language: str


@attrs.frozen(repr=False)
class Article:
    """A text and what is known about it.

    Attributes:
        text: The text; never changed, every offset points into it.
        id: The caller's identifier, given back with the result.
        path: The file that it was read from, as the caller named it.
        title: The headline.
        published: The day of publication: a ``date``, a ``datetime`` (the day of its own zone), or
            an ISO 8601 string. Relative times resolve against it; there is no default of *today*.
        publisher: The paper, agency or site.
        url: Where it stood.
        language: A tag of BCP 47 such as ``en`` or ``de-AT``; *en_US*, *eng* and *English* are
            turned into one.
        published_from: Where :attr:`published` was read: ``caller``, ``metadata``, ``header``,
            ``url`` or ``dateline``.
        facts: What plugins read in the text about the article itself, each with its span.
        markup: The format that the text was drawn out of (``html``); writers then give the text
            back, since the offsets point into it and not into the file. ``None`` for plain text.
        meta: What else the file says of the article (a section, a byline, an archive's number),
            as plain values under the file's own names; passed through to the output.
        warnings: What could not be read as the file meant it, one sentence each.

    Raises:
        ArticleError: If a field has the wrong type or an unreadable value.

    Example:
        >>> Article("“Yes,” she said.", published="2021-07-27T23:30:00-05:00").published
        datetime.date(2021, 7, 27)
    """

    text: str
    id: str | None = attrs.field(default=None, kw_only=True)
    path: str | None = attrs.field(default=None, kw_only=True)
    title: str | None = attrs.field(default=None, kw_only=True)
    published: dt.date | None = attrs.field(default=None, converter=_day, kw_only=True)
    publisher: str | None = attrs.field(default=None, kw_only=True)
    url: str | None = attrs.field(default=None, kw_only=True)
    language: str = attrs.field(default="en", converter=_language, kw_only=True)
    published_from: str | None = attrs.field(default=None, kw_only=True)
    facts: tuple[Fact, ...] = attrs.field(default=(), converter=_facts, kw_only=True)
    markup: str | None = attrs.field(default=None, kw_only=True)
    meta: Mapping[str, Any] = attrs.field(factory=dict, converter=_fields, hash=False, kw_only=True)
    warnings: tuple[str, ...] = attrs.field(default=(), converter=_lines, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(f"text must be str, got {type(self.text).__name__}")
        for name in ("id", "path", "title", "publisher", "url", "published_from", "markup"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise ArticleError(f"{name} must be str or None, got {type(value).__name__}")
        if not isinstance(self.language, str) or not self.language:
            raise ArticleError(f"language must be a tag such as 'en', got {self.language!r}")
        if self.published is not None and self.published_from is None:
            object.__setattr__(self, "published_from", "caller")

    def __repr__(self) -> str:
        return short(self, quoted(self.id), plural(len(self.text), "character"), self.published)

    def fact(self, field: str) -> Fact | None:
        """Return the first fact about *field*, or ``None``."""
        return next((fact for fact in self.facts if fact.field == field), None)


FACT: dict[str, Field] = {
    "field": choice("title", "published", "publisher", "dateline", "body"),
    "value": STRING,
    "source": STRING,
    "span": optional(SPAN),
    "found_by": STRING,
}
