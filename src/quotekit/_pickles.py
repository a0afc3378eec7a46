"""Pickles of records, for the way between processes: values alone, without the names of fields.

What attrs makes writes each record as a mapping, looks at each field by its name, and takes twice as
long. Any unpickler reads these pickles.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from operator import attrgetter
from typing import Any

import attrs

from quotekit import models
from quotekit.spans import Span

Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


def dumps(value: object) -> bytes:
    """Return a pickle of anything, records in it in short.

    Example:
        >>> pickle.loads(dumps([Span(3, 5)]))
        [Span(3, 5)]
    """
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(value)
    return out.getvalue()


def rebuilt(kind: type, *values: Any) -> Any:  # noqa: ANN401 - a record's values, and the record
    """Return the record of some values, which were looked at when it was first made."""
    record: Any = object.__new__(kind)
    for write, value in zip(WRITERS[kind], values, strict=True):
        write(record, value)
    return record


def _reducer(kind: type, names: list[str]) -> Callable[[Any], Reduced]:
    read = attrgetter(*names)

    def reduce(record: Any) -> Reduced:  # noqa: ANN401 - a record of that kind
        return rebuilt, (kind, *read(record))

    return reduce


KINDS: tuple[type, ...] = (
    Span,
    models.Article,
    models.Extraction,
    models.Fact,
    models.Link,
    models.Mention,
    models.Quote,
    models.Rejected,
    models.Speaker,
    models.TimeExpression,
)
"""The records that an article has many of."""

FIELDS = {kind: [field.name for field in attrs.fields(kind)] for kind in KINDS}
WRITERS = {kind: tuple(getattr(kind, name).__set__ for name in FIELDS[kind]) for kind in KINDS}


class _Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table | {kind: _reducer(kind, FIELDS[kind]) for kind in KINDS}
