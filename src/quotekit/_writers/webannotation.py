"""Web Annotation: quotations, their cues, sources and times as annotations of a text (W3C, JSON-LD).

See https://www.w3.org/TR/annotation-model/. Text positions are counted in code points, as that
recommendation has it, or in the UTF-16 units that JavaScript counts in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quotekit._json import dumps
from quotekit._writers.identifiers import article_iri, part_iri
from quotekit._writers.offsets import Unit, counter
from quotekit.models import Article, Extraction, Quote
from quotekit.spans import Span

Object = dict[str, Any]

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"quotekit": "urn:quotekit:", "offsetUnit": "quotekit:offsetUnit"},
]
AROUND = 32
"""Characters before and after the words, by which a consumer finds them in a changed text."""


def write_webannotation(
    extractions: Iterable[Extraction], *, offsets: Unit = "codepoints"
) -> Iterator[str]:
    """Yield one annotation page with the annotations of all articles.

    Args:
        extractions: What was found.
        offsets: The unit of the positions: ``codepoints``, or ``utf16`` for JavaScript.

    Raises:
        ArgumentError: If there is no such unit.

    Example:
        >>> print("".join(write_webannotation([])))
        {"@context": ["http://www.w3.org/ns/anno.jsonld", {"quotekit": "urn:quotekit:", \
"offsetUnit": "quotekit:offsetUnit"}], "type": "AnnotationPage", "offsetUnit": "codepoints", \
"items": [
        ]}
        <BLANKLINE>
    """
    counter("", offsets)
    head = {"@context": CONTEXT, "type": "AnnotationPage", "offsetUnit": offsets, "items": []}
    yield dumps(head)[:-2] + "\n"
    comma = ""
    for extraction in extractions:
        for annotation in _annotations(extraction, offsets):
            yield f"{comma}{dumps(annotation)}"
            comma = ",\n"
    yield "\n]}\n" if comma else "]}\n"


def _annotations(extraction: Extraction, unit: Unit) -> Iterator[Object]:
    """Yield an annotation for each quotation, and those of its parts, which lead to it."""
    article = extraction.article
    target = _Targets(article, unit)
    for n, quote in enumerate(extraction.quotes):
        own = part_iri(article, f"quotation-{n}")
        yield {
            "id": own,
            "type": "Annotation",
            "motivation": "classifying",
            "body": _bodies(article, quote),
            "target": target.of(quote.contents),
        }
        for part, spans, value in _parts(quote):
            yield {
                "id": f"{own}-{part}",
                "type": "Annotation",
                "motivation": "linking",
                "body": [
                    _textual("tagging", part),
                    *([_textual("describing", value)] if value else []),
                    own,
                ],
                "target": target.of(spans),
            }


def _parts(quote: Quote) -> Iterator[tuple[str, Sequence[Span], str | None]]:
    """Yield what belongs to a quotation, where it is, and the value of a time."""
    if quote.cue:
        yield "cue", quote.cue, None
    if quote.source is not None:
        yield "source", [quote.source.span], None
    if quote.said is not None:
        yield "said", [quote.said.span], quote.said.value


def _textual(purpose: str, value: str) -> Object:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _bodies(article: Article, quote: Quote) -> list[Object]:
    bodies = [_textual("tagging", str(value)) for value in (quote.kind, quote.mode)]
    if quote.speaker is not None:
        speaker = {"id": part_iri(article, quote.speaker.id)}
        bodies.append(speaker | _textual("identifying", quote.speaker.name))
    return bodies


class _Targets:
    """Makes targets: places in one text."""

    def __init__(self, article: Article, unit: Unit) -> None:
        self._source, self._text = article_iri(article), article.text
        self._count = counter(article.text, unit)

    def of(self, spans: Sequence[Span]) -> list[Object]:
        return [
            {
                "source": self._source,
                "selector": [
                    {
                        "type": "TextPositionSelector",
                        "start": self._count(span.start),
                        "end": self._count(span.end),
                    },
                    {
                        "type": "TextQuoteSelector",
                        "exact": span.slice(self._text),
                        "prefix": self._text[max(0, span.start - AROUND) : span.start],
                        "suffix": self._text[span.end : span.end + AROUND],
                    },
                ],
            }
            for span in spans
        ]
