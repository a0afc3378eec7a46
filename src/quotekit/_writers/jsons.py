"""JSON: the contract for other programs. One object an article, same input, same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quotekit._formats import Writer
from quotekit.models import Extraction, Mention, Quote, Speaker, TimeExpression
from quotekit.spans import Span, join

SCHEMA = 1
"""Version of the objects' shape; it rises when a key changes its meaning or goes."""

SURROGATE_RE = re.compile("[\ud800-\udfff]")

Object = dict[str, Any]


def to_dict(extraction: Extraction) -> Object:
    """Return an extraction as plain lists and dictionaries, unknowns as ``None``.

    Example:
        >>> from quotekit.models import Article
        >>> to_dict(Extraction(Article("No.", id="a")))["quotes"]
        []
    """
    article = extraction.article
    head: Object = {
        "schema": SCHEMA,
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
    }
    if article.markup is not None:
        head["text"] = article.text
    if article.meta:
        head["meta"] = dict(article.meta)
    if article.warnings:
        head["warnings"] = list(article.warnings)
    return head | {
        "quotes": [_quote(article.text, quote) for quote in extraction.quotes],
        "speakers": [_speaker(speaker) for speaker in extraction.speakers],
        "times": [_time(article.text, time) for time in extraction.times],
    }


def dumps(value: object, indent: int | None = None) -> str:
    """Return *value* as JSON; characters stand for themselves, lone surrogates are escaped.

    Example:
        >>> dumps({"text": "“Ja”"})
        '{"text": "“Ja”"}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return SURROGATE_RE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def write_lines(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield one line an article."""
    for extraction in extractions:
        yield dumps(to_dict(extraction)) + "\n"


def write_array(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield one JSON array, indented for reading."""
    opening = "["
    for extraction in extractions:
        yield f"{opening}\n{dumps(to_dict(extraction), indent=1)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _words(text: str, spans: Sequence[Span]) -> Object:
    return {"text": join(text, spans), "spans": _offsets(spans)}


def _quote(text: str, quote: Quote) -> Object:
    said = quote.said
    return {
        "kind": quote.kind,
        "mode": quote.mode,
        **_words(text, quote.contents),
        "quoted": _offsets(quote.quoted),
        "nested_in": quote.nested_in,
        "cue": _words(text, quote.cue) if quote.cue else None,
        "speaker": _spoken_by(text, quote.speaker, quote.source),
        "said": said and {**_words(text, [said.span]), "value": said.value},
        "confidence": round(quote.confidence, 4),
        "found_by": quote.found_by,
        "rule": quote.rule,
        "attributed_by": quote.attributed_by,
        "why": quote.why,
    }


def _spoken_by(text: str, speaker: Speaker | None, source: Mention | None) -> Object | None:
    """Say who spoke; a mention behind which no speaker is known has neither id nor name."""
    if speaker is None and source is None:
        return None
    return {
        "id": speaker and speaker.id,
        "name": speaker and speaker.name,
        "mention": source and {**_words(text, [source.span]), "kind": source.kind},
    }


def _speaker(speaker: Speaker) -> Object:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "title": speaker.title,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "gender": speaker.gender,
        "aliases": list(speaker.aliases),
        "links": [[link.system, link.identifier] for link in speaker.links],
        "mentions": _offsets([mention.span for mention in speaker.mentions]),
    }


def _time(text: str, time: TimeExpression) -> Object:
    return {
        **_words(text, [time.span]),
        "type": time.type,
        "value": time.value,
        "anchor": time.anchor,
        "mod": time.mod,
        "granularity": time.granularity,
        "start": time.start,
        "end": time.end,
        "signal": time.signal,
        "resolved": time.resolved,
        "resolved_date": time.resolved_date,
    }


LINES = Writer("jsonl", write_lines, (".jsonl", ".ndjson"))
"""Writes JSON lines."""

ARRAY = Writer("json", write_array, (".json",))
"""Writes one JSON array."""
