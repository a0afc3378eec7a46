"""Copies of records with some fields changed, for values that are known to fit."""

from __future__ import annotations

import functools
from collections.abc import Callable
from itertools import repeat
from operator import attrgetter, call
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
    read, setters = _fields(kind)
    copy: R = object.__new__(kind)
    for _ in map(call, setters.values(), repeat(copy), read(record)):
        pass
    for name, value in changes.items():
        setters[name](copy, value)
    return copy


@functools.cache
def _fields(kind: type) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, Setter]]:
    """Return what reads all fields of a record at once, and what writes each into a frozen one."""
    names = [field.name for field in attrs.fields(kind)]
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}
