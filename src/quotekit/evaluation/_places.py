"""Places: labelled spans and what ties them together, as annotation tools have quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from quotekit.evaluation._records import Offsets
from quotekit.models import QuoteKind

KINDS = frozenset(kind.value for kind in QuoteKind)


@attrs.frozen
class Place:
    """A labelled place of a text.

    Attributes:
        label: The label, in lower case.
        spans: Its spans.
        name: The name of the speaker, or the value of a time.
        parts: The keys of the places that it leads to, by role: ``cue``, ``source``.
    """

    label: str
    spans: tuple[Offsets, ...]
    name: str | None = None
    parts: Mapping[str, str] = attrs.field(factory=dict)


def quotes_of(text: str, places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """Return the quotations among places in the shape of JSON lines, in text order.

    Args:
        text: The text.
        places: Places by key; a quotation is one with the label of a kind.

    Example:
        >>> places = {"T1": Place("direct", ((1, 5),), parts={"source": "T2"}),
        ...           "T2": Place("source", ((7, 11),), "Ana Roe")}
        >>> quotes_of("“Yes,” Roe said.", places)[0]["speaker_name"]
        'Ana Roe'
    """
    found = [_quote(text, one, places) for one in places.values() if one.label in KINDS]
    return sorted(found, key=lambda quote: quote["content"])


def _quote(text: str, quotation: Place, places: Mapping[str, Place]) -> dict[str, Any]:
    cue, source = (places.get(quotation.parts.get(role, "")) for role in ("cue", "source"))
    name = quotation.name or (source.name if source else None)
    return {
        "kind": quotation.label,
        "content": list(_whole(text, quotation.spans)),
        "cue": list(_whole(text, cue.spans)) if cue else None,
        "speaker": list(_whole(text, source.spans)) if source else None,
        **({"speaker_name": name} if name else {}),
    }


def _whole(text: str, spans: Iterable[Offsets]) -> Iterator[list[int]]:
    """Join spans that only the end of a line parts, which no span may cross in brat."""
    ordered = sorted(spans)
    start = ordered[0][0]
    for (_, end), (after, _) in pairwise(ordered):
        between = text[end:after]
        if between.strip() or not set(between) & {"\n", "\r"}:
            yield [start, end]
            start = after
    yield [start, ordered[-1][1]]
