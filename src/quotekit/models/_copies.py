"""Copies of records with some fields changed, and new ones filled in, for values known to fit."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

R = TypeVar("R")

Setter = Callable[[object, Any], None]


def changed(record: R, **changes: Any) -> R:  # noqa: ANN401 - whatever the fields hold
    """Return a copy of a record with some fields changed, without looking at any of them again.

    A record was checked when it was made. The core fills in names and words that need no check, in
    thousands of records an article; for what a caller or a plugin gave, take :func:`attrs.evolve`.

    Example:
        >>> from quotekit.models import Mention, MentionKind
        >>> from quotekit.spans import Span
        >>> changed(Mention(Span(0, 3), MentionKind.PRONOUN), text="she").text
        'she'
    """
    kind: Any = type(record)  # that a class can be hashed is more than mypy knows of R
    copied, setters = _made_for(kind)
    copy: R = copied(record)
    for name, value in changes.items():
        setters[name](copy, value)
    return copy


def maker(kind: type[R]) -> Callable[..., R]:
    """Return what makes records of a class of values that are known to fit: one for each field.

    Example:
        >>> from quotekit.models import Link
        >>> maker(Link)("wikidata", "Q42", "")
        Link(system='wikidata', identifier='Q42', found_by='')
    """
    setters = _setters(kind)
    lines = (f"    set_{name}(_record, {name})" for name in setters)
    head = f"def made({', '.join(setters)}):\n    _record = new(_class)"
    made: Callable[..., R] = _spelled_out(kind, setters, (head, *lines, "    return _record"))
    return made


def fill(record: object, **changes: Any) -> None:  # noqa: ANN401 - whatever the fields hold
    """Write into fields of a record that nobody but its maker has seen yet, without looking at them."""
    kind: Any = type(record)
    setters = _made_for(kind)[1]
    for name, value in changes.items():
        setters[name](record, value)


@functools.cache
def _made_for(kind: type) -> tuple[Callable[[Any], Any], dict[str, Setter]]:
    """Return what copies a record, and what writes each field into a frozen one.

    The copying function is spelled out for each class, as attrs spells out what makes a record: in a
    loop over the fields it takes twice as long.
    """
    setters = _setters(kind)
    lines = (f"    set_{name}(copy, record.{name})" for name in setters)
    head = "def made(record):\n    copy = new(_class)"
    return _spelled_out(kind, setters, (head, *lines, "    return copy")), setters


def _setters(kind: Any) -> dict[str, Setter]:  # noqa: ANN401 - a class of attrs
    return {field.name: getattr(kind, field.name).__set__ for field in attrs.fields(kind)}


def _spelled_out(kind: type, setters: Mapping[str, Setter], lines: Iterable[str]) -> Any:  # noqa: ANN401
    """Return the function *made* that is spelled out in *lines*, which hold names of fields alone."""
    space: dict[str, Any] = {f"set_{name}": setter for name, setter in setters.items()}
    space |= {"new": object.__new__, "_class": kind}
    exec("\n".join(lines), space)
    return space["made"]
