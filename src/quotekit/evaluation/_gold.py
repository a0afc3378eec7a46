"""What is compared: documents of gold and of a run, read from JSON or taken from extractions."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import attrs

from quotekit.evaluation._compare import Comparison, compared
from quotekit.evaluation._records import Annotation, Offsets, Report
from quotekit.models import Extraction


def evaluate(
    gold: Iterable[Mapping[str, Any]],
    system: Iterable[Mapping[str, Any]],
    kinds: Collection[str] | None = None,
) -> Report:
    """Compare a run with gold, document by document, by their ``id``.

    Args:
        gold: Objects with ``id``, ``text`` and ``quotes``, the latter in the shape of quotekit's
            JSON, or with ``content``, ``cue`` and ``speaker`` as plain lists of ``[start, end]``.
        system: The same without ``text``; documents that are missing count as empty.
        kinds: Only quotations of these kinds.

    Example:
        >>> gold = {"id": "a", "text": "“Yes,” Ana Roe said.", "quotes": [
        ...     {"kind": "direct", "content": [[1, 5]], "cue": [[15, 19]], "speaker": [[7, 14]]}]}
        >>> run = {"id": "a", "quotes": [
        ...     {"kind": "direct", "spans": [[0, 6]], "cue": None, "speaker": None}]}
        >>> report = evaluate([gold], [run])
        >>> report.found.f1, report.content.f1, report.speaker_accuracy, report.cue.recall
        (1.0, 1.0, 0.0, 0.0)
    """
    return sum((one.report for one in comparisons(gold, system, kinds)), Report())


def comparisons(
    gold: Iterable[Mapping[str, Any]],
    system: Iterable[Mapping[str, Any]],
    kinds: Collection[str] | None = None,
) -> Iterator[Comparison]:
    """Yield the comparison of each document; arguments as for :func:`evaluate`."""
    runs = {run["id"]: run.get("quotes", ()) for run in system}
    for document in gold:
        sides = (document["quotes"], runs.get(document["id"], ()))
        wanted, got = ([annotation(quote) for quote in side] for side in sides)
        if kinds is not None:
            wanted, got = ([q for q in side if q.kind in kinds] for side in (wanted, got))
        yield attrs.evolve(
            compared(str(document["id"]), document["text"], wanted, got),
            domain=urlsplit(document.get("url") or "").hostname or document.get("publisher") or "",
            language=document.get("language") or "",
        )


def annotation(quote: Mapping[str, Any]) -> Annotation:
    """Read one quotation from JSON."""
    speaker = quote.get("speaker")
    name = quote.get("speaker_name")
    if isinstance(speaker, Mapping):
        name = speaker.get("name") or name
        speaker = speaker.get("mention")
    return Annotation(
        kind=quote["kind"],
        contents=_offsets(quote.get("content") or quote.get("spans")),
        cue=_offsets(quote.get("cue")),
        source=_offsets(speaker),
        name=name,
        aliases=tuple(quote.get("speaker_aliases") or ()),
        rule=quote.get("rule") or "",
    )


def annotations_of(extraction: Extraction) -> list[Annotation]:
    """Return an extraction's quotations for comparison."""
    return [
        Annotation(
            kind=quote.kind,
            contents=tuple((span.start, span.end) for span in quote.contents),
            cue=tuple((span.start, span.end) for span in quote.cue),
            source=((quote.source.span.start, quote.source.span.end),) if quote.source else (),
            name=quote.speaker.name if quote.speaker else None,
            rule=quote.rule,
        )
        for quote in extraction.quotes
    ]


def read_json_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON lines."""
    return (json.loads(line) for line in lines if line.strip())


def _offsets(value: Any) -> tuple[Offsets, ...]:  # noqa: ANN401 - a value of JSON
    spans = value.get("spans") if isinstance(value, Mapping) else value
    return tuple((start, end) for start, end in spans or ())
