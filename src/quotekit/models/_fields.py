"""Fields: what makes a record's field fit, and the error that says what would.

Every record is checked when it is made. Most records fit, so that the classes of which there are
many look at their types first, and come here only with what does not fit at first sight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from numbers import Real
from types import NoneType
from typing import Any

import attrs

from quotekit.exceptions import RecordError, SpanError
from quotekit.spans import Span, as_span, ordered


@attrs.frozen
class Field:
    """What a field may have.

    Attributes:
        allowed: The same in words, after *must be*.
        convert: Returns the value, made to fit; a ``ValueError`` or ``TypeError`` if it cannot be.
        fitting: Types whose values fit as they are: for most values one look is enough.
    """

    allowed: str
    convert: Callable[[Any], Any]
    fitting: tuple[type, ...] = ()


def fit(record: object, fields: Mapping[str, Field]) -> None:
    """Make the fields of a new record fit.

    Raises:
        RecordError: If a value is not allowed; it names record, field, value and what is allowed.
        SpanError: If offsets are no span.

    Example:
        >>> from quotekit.models import Link
        >>> Link("wikidata", 42)
        Traceback (most recent call last):
        quotekit.exceptions.RecordError: Link.identifier must be a string, got 42
    """
    for name, field in fields.items():
        value = getattr(record, name)
        if type(value) in field.fitting:
            continue
        try:
            fitting = field.convert(value)
        except SpanError as error:
            raise SpanError(f"{type(record).__name__}.{name}: {error}") from None
        except (ValueError, TypeError):
            raise RecordError(
                f"{type(record).__name__}.{name} must be {field.allowed}, got {value!r}"
            ) from None
        if fitting is not value:
            object.__setattr__(record, name, fitting)


def _instance(kind: type) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:  # noqa: ANN401 - whatever the caller gave
        if isinstance(value, kind):
            return value
        raise TypeError

    return convert


def _several(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def convert_all(values: Any) -> Any:  # noqa: ANN401 - whatever the caller gave
        if isinstance(values, str):
            raise TypeError
        return tuple(map(convert, values))

    return convert_all


def _share(value: Any) -> float:  # noqa: ANN401 - whatever the caller gave
    if type(value) is float and 0.0 <= value <= 1.0:  # nearly always; asking for Real is slow
        return value
    if isinstance(value, Real) and not isinstance(value, bool) and 0.0 <= float(value) <= 1.0:
        return float(value)
    raise ValueError


def _choice(values: Iterable[str]) -> Callable[[Any], Any]:
    known = frozenset(values)

    def convert(value: Any) -> Any:  # noqa: ANN401 - whatever the caller gave
        if value in known:
            return value
        raise ValueError

    return convert


def listed(values: Iterable[str]) -> str:
    """Return the values in quotation marks.

    Example:
        >>> listed(["direct", "mixed", "indirect"])
        "'direct', 'mixed' or 'indirect'"
    """
    *most, last = (repr(str(value)) for value in values)
    return f"{', '.join(most)} or {last}" if most else last


def an(kind: type, words: str) -> Field:
    """Return what a field with one record of a kind may have."""
    return Field(words, _instance(kind), (kind,))


def several(kind: type, words: str) -> Field:
    """Return what a field with a tuple of records may have."""
    return Field(words, _several(_instance(kind)))


def member(kinds: type[StrEnum]) -> Field:
    """Return what a field with a member of an enumeration may have: it or its value."""
    return Field(listed(kinds), kinds, (kinds,))


def choice(*values: str) -> Field:
    """Return what a field with one of a few strings may have."""
    return Field(listed(values), _choice(values))


def optional(field: Field) -> Field:
    """Return a field that may be ``None``."""
    return Field(
        f"{field.allowed}, or None",
        lambda value: None if value is None else field.convert(value),
        (NoneType, *field.fitting),
    )


STRING = an(str, "a string")
STRINGS = several(str, "strings")
SHARE = Field("a number between 0 and 1", _share)
SPAN = Field("a span", as_span, (Span,))
SPANS = Field("spans", ordered)
