"""From plain lists and dictionaries back to an extraction: what :mod:`._to_dict` writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from quotekit.exceptions import RecordError, SpanError
from quotekit.models._to_dict import SCHEMA
from quotekit.models.articles import Article, Fact
from quotekit.models.kinds import Evidence, MentionKind, QuoteKind, QuoteMode, SpeakerKind, TimeType
from quotekit.models.quotes import Quote, Rejected
from quotekit.models.speakers import Link, Mention, Speaker
from quotekit.models.times import TimeExpression
from quotekit.spans import Span, join

Object = Mapping[str, Any]


def from_dict(record: Object, text: str | None) -> dict[str, Any]:
    """Return the fields of the extraction of which *record* tells.

    Raises:
        RecordError: If the record has another schema, no text, or not the shape of its schema.
    """
    if not isinstance(record, Mapping) or record.get("schema") != SCHEMA:
        found = record.get("schema") if isinstance(record, Mapping) else type(record).__name__
        raise RecordError(f"a record needs schema {SCHEMA}, got {found!r}")
    text = record.get("text") if text is None else text
    if not isinstance(text, str):
        raise RecordError("the record has no text: give it, or write it too")
    try:
        return _Reading(text, record).fields()
    except KeyError as error:
        raise RecordError(f"the record has no {error.args[0]!r}") from error
    except (SpanError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise RecordError(f"the record has not the shape of schema {SCHEMA}: {error}") from error


@attrs.frozen
class _Reading:
    """Reads one record, with the mentions and speakers that its quotations point to."""

    text: str
    record: Object
    mentions: dict[Span, Mention] = attrs.field(init=False, factory=dict)
    speakers: dict[str, Speaker] = attrs.field(init=False, factory=dict)

    def fields(self) -> dict[str, Any]:
        for item in self.record["mentions"]:
            mention = self._mention(item)
            self.mentions[mention.span] = mention
        for item in self.record["speakers"]:
            self.speakers[item["id"]] = self._speaker(item)
        return {
            "article": self._article(),
            "quotes": tuple(map(self._quote, self.record["quotes"])),
            "speakers": tuple(self.speakers.values()),
            "times": tuple(map(self._time, self.record["times"])),
            "rejected": tuple(
                Rejected(
                    self._quote(item["quote"]),
                    item["reason"],
                    item["found_by"],
                    self._span(item["merged_into"]),
                )
                for item in self.record["rejected"]
            ),
        }

    def _article(self) -> Article:
        record = self.record
        names = (
            "id", "path", "url", "title", "published", "published_from", "publisher", "language",
            "markup", "meta", "warnings",
        )  # fmt: skip
        facts = [
            Fact(item["field"], item["value"], item["source"], self._span(item["span"]),
                 item["found_by"])
            for item in record["facts"]
        ]  # fmt: skip
        return Article(self.text, facts=facts, **{name: record[name] for name in names})

    def _quote(self, item: Object) -> Quote:
        said_by, cue, said = item["speaker"], item["cue"], item["said"]
        source = said_by and said_by["mention"]
        contents = self._spans(item["spans"])
        return Quote(
            contents,
            QuoteKind(item["kind"]),
            QuoteMode(item["mode"]),
            cue=self._spans(cue["spans"]) if cue else (),
            source=self.mentions[self._one(source["spans"])] if source else None,
            quoted=self._spans(item["quoted"]),
            confidence=item["confidence"],
            rule=item["rule"],
            evidence=Evidence(item["evidence"]),
            why=item["why"],
            found_by=item["found_by"],
            speaker=self.speakers[said_by["id"]] if said_by and said_by["id"] else None,
            said=self._time(said) if said else None,
            nested_in=item["nested_in"],
            attributed_by=item["attributed_by"],
            attributed_rule=item["attributed_rule"],
            text=join(self.text, contents),
            cue_class=item.get("cue_class"),  # records of earlier versions have none
        )

    def _speaker(self, item: Object) -> Speaker:
        return Speaker(
            item["id"],
            item["name"],
            SpeakerKind(item["kind"]),
            item["title"],
            item["role"],
            item["affiliation"],
            item["gender"],
            tuple(item["aliases"]),
            tuple(self.mentions[span] for span in self._spans(item["mentions"])),
            tuple(Link(k["system"], k["identifier"], k["found_by"]) for k in item["links"]),
        )

    def _mention(self, item: Object) -> Mention:
        span = self._one(item["spans"])
        parts = {
            part: self._one(item[part]["spans"]) if item[part] else None
            for part in ("name", "title", "affiliation", "role")
        }
        return Mention(
            span,
            MentionKind(item["kind"]),
            entity=SpeakerKind(item["entity"]) if item["entity"] else None,
            number=item["number"],
            gender=item["gender"],
            inner=tuple(map(self._mention, item["inner"])),
            found_by=item["found_by"],
            text=span.slice(self.text),
            **parts,
        )

    def _time(self, item: Object) -> TimeExpression:
        names = (
            "value", "mod", "granularity", "start", "end", "anchor", "signal", "resolved",
            "resolved_date", "rule", "found_by",
        )  # fmt: skip
        span = self._one(item["spans"])
        return TimeExpression(
            span,
            TimeType(item["type"]),
            alternatives=tuple(item["alternatives"]),
            text=span.slice(self.text),
            **{name: item[name] for name in names},
        )

    def _one(self, spans: Sequence[Sequence[int]]) -> Span:
        [span] = self._spans(spans)
        return span

    def _spans(self, spans: Iterable[Sequence[int]]) -> tuple[Span, ...]:
        found = tuple(Span(start, end) for start, end in spans)
        for span in found:
            if span.end > len(self.text):
                raise SpanError(f"{span} lies outside the text of {len(self.text)} characters")
        return found

    def _span(self, span: Sequence[int] | None) -> Span | None:
        return self._one([span]) if span else None
