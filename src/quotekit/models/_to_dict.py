"""From an extraction to plain lists and dictionaries, from which it can be read back.

Every key is there in every record, so that tools that look at the first records know them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotekit._json import plain
from quotekit.models.articles import Article, Fact
from quotekit.models.quotes import Quote, Rejected
from quotekit.models.speakers import Mention, Speaker
from quotekit.models.times import TimeExpression
from quotekit.spans import Span, join

if TYPE_CHECKING:
    from quotekit.models.results import Extraction

SCHEMA = 1
"""Version of the objects' shape; it rises when a key changes its meaning or goes."""

Object = dict[str, Any]


def to_dict(extraction: Extraction, *, with_text: bool) -> Object:
    """Return the record of an extraction; see :meth:`.Extraction.to_dict`."""
    text = extraction.article.text
    return {
        **_article(extraction.article, with_text=with_text),
        "quotes": [quote_to_dict(text, quote) for quote in extraction.quotes],
        "speakers": [_speaker(speaker) for speaker in extraction.speakers],
        "mentions": _mentions(extraction),
        "times": [_time(text, time) for time in extraction.times],
        "rejected": [rejected_to_dict(text, one) for one in extraction.rejected],
    }


def _article(article: Article, *, with_text: bool) -> Object:
    return {
        "schema": SCHEMA,
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "publisher": article.publisher,
        "language": article.language,
        "markup": article.markup,
        # Nobody else has the text that was drawn out of markup.
        "text": article.text if with_text or article.markup is not None else None,
        "meta": plain(article.meta),
        "warnings": list(article.warnings),
        "facts": [_fact(fact) for fact in article.facts],
    }


def _fact(fact: Fact) -> Object:
    return {
        "field": fact.field,
        "value": fact.value,
        "source": fact.source,
        "span": fact.span and list(fact.span),
        "found_by": fact.found_by,
    }


def rejected_to_dict(text: str, rejected: Rejected) -> Object:
    """Return the record of a rejected candidate."""
    return {
        "quote": quote_to_dict(text, rejected.quote),
        "reason": rejected.reason,
        "found_by": rejected.found_by,
        "merged_into": rejected.merged_into and list(rejected.merged_into),
    }


def quote_to_dict(text: str, quote: Quote) -> Object:
    """Return the record of a quotation."""
    return {
        "kind": str(quote.kind),
        "mode": str(quote.mode),
        **words_to_dict(text, quote.contents),
        "quoted": _offsets(quote.quoted),
        "nested_in": quote.nested_in,
        "cue": words_to_dict(text, quote.cue) if quote.cue else None,
        "speaker": _spoken_by(text, quote.speaker, quote.source),
        "said": quote.said and _time(text, quote.said),
        "confidence": quote.confidence,
        "found_by": quote.found_by,
        "rule": quote.rule,
        "evidence": str(quote.evidence),
        "attributed_by": quote.attributed_by,
        "attributed_rule": quote.attributed_rule,
        "why": quote.why,
        "cue_class": quote.cue_class,
    }


def _spoken_by(text: str, speaker: Speaker | None, source: Mention | None) -> Object | None:
    """Return who spoke; a mention behind which no speaker is known has neither id nor name."""
    if speaker is None and source is None:
        return None
    return {
        "id": speaker and speaker.id,
        "name": speaker and speaker.name,
        "mention": source and {**words_to_dict(text, [source.span]), "kind": str(source.kind)},
    }


def _speaker(speaker: Speaker) -> Object:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": str(speaker.kind),
        "title": speaker.title,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "gender": speaker.gender,
        "aliases": list(speaker.aliases),
        "links": [
            {"system": link.system, "identifier": link.identifier, "found_by": link.found_by}
            for link in speaker.links
        ],
        "mentions": _offsets([mention.span for mention in speaker.mentions]),
    }


def _mentions(extraction: Extraction) -> list[Object]:
    """Return the mentions of speakers, and the sources behind which no speaker is known."""
    text = extraction.article.text
    found: dict[Span, Object] = {}
    for speaker in extraction.speakers:
        for mention in speaker.mentions:
            found.setdefault(mention.span, _mention(text, mention, speaker.id))
    for quote in (*extraction.quotes, *(one.quote for one in extraction.rejected)):
        if quote.source is not None:
            found.setdefault(quote.source.span, _mention(text, quote.source, None))
    return [found[span] for span in sorted(found)]


def _mention(text: str, mention: Mention, speaker: str | None) -> Object:
    parts = {
        part: span and words_to_dict(text, [span])
        for part, span in (
            ("name", mention.name),
            ("title", mention.title),
            ("affiliation", mention.affiliation),
            ("role", mention.role),
        )
    }
    return {
        **words_to_dict(text, [mention.span]),
        "kind": str(mention.kind),
        "speaker": speaker,
        **parts,
        "entity": mention.entity and str(mention.entity),
        "number": mention.number,
        "gender": mention.gender,
        "inner": [_mention(text, inner, None) for inner in mention.inner],
        "found_by": mention.found_by,
    }


def _time(text: str, time: TimeExpression) -> Object:
    return {
        **words_to_dict(text, [time.span]),
        "type": str(time.type),
        "value": time.value,
        "anchor": time.anchor,
        "mod": time.mod,
        "granularity": time.granularity,
        "start": time.start,
        "end": time.end,
        "signal": time.signal,
        "resolved": time.resolved,
        "resolved_date": time.resolved_date,
        "alternatives": list(time.alternatives),
        "rule": time.rule,
        "found_by": time.found_by,
    }


def words_to_dict(text: str, spans: Sequence[Span]) -> Object:
    """Return words with where they stand."""
    return {"text": join(text, spans), "spans": _offsets(spans)}


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
