"""Copies of records with some fields changed, for values that are known to fit."""

from __future__ import annotations

import functools
from collections.abc import Callable
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


@functools.cache
def _made_for(kind: type) -> tuple[Callable[[Any], Any], dict[str, Setter]]:
    """Return what copies a record, and what writes each field into a frozen one.

    The copying function is spelled out for each class, as attrs spells out what makes a record: in a
    loop over the fields it takes twice as long.
    """
    setters = {field.name: getattr(kind, field.name).__set__ for field in attrs.fields(kind)}
    known = {f"set_{name}": setter for name, setter in setters.items()}
    lines = (f"    set_{name}(copy, record.{name})" for name in setters)
    source = "\n".join(("def copied(record):", "    copy = new(kind)", *lines, "    return copy"))
    space: dict[str, Any] = known | {"new": object.__new__, "kind": kind}
    exec(source, space)  # which holds names of fields alone
    return space["copied"], setters
