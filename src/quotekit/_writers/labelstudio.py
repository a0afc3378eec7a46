"""Label Studio: tasks with predictions, to be looked over and corrected there (JSON).

See https://labelstud.io/guide/predictions. Offsets are code points, in which Label Studio counts
since 1.6; before, it counted UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quotekit._json import dumps
from quotekit._writers.characters import encodable
from quotekit._writers.marks import LABELS, Mark, marks
from quotekit._writers.offsets import Unit, counter
from quotekit.models import Extraction

Object = dict[str, Any]

CONTROL, SHOWN = "label", "text"

LABEL_TAGS = "\n".join(f'    <Label value="{label}"/>' for label in LABELS)

CONFIG = f"""\
<View>
  <Relations>
    <Relation value="cue"/><Relation value="source"/><Relation value="said"/>
    <Relation value="continued"/>
  </Relations>
  <Labels name="{CONTROL}" toName="{SHOWN}">
{LABEL_TAGS}
  </Labels>
  <Text name="{SHOWN}" value="$text"/>
</View>
"""
"""What a project must be told of the labels."""


def write_labelstudio(
    extractions: Iterable[Extraction], *, offsets: Unit = "codepoints"
) -> Iterator[str]:
    """Yield one array of tasks, a task an article.

    Args:
        extractions: What was found.
        offsets: The unit of the positions; ``utf16`` for a Label Studio before 1.6.

    Raises:
        ArgumentError: If there is no such unit.

    Example:
        >>> print("".join(write_labelstudio([])))
        [
        ]
        <BLANKLINE>
    """
    counter("", offsets)
    yield "["
    comma = "\n"
    for extraction in extractions:
        yield f"{comma}{dumps(_task(extraction, offsets))}"
        comma = ",\n"
    yield "\n]\n"


def _task(extraction: Extraction, unit: Unit) -> Object:
    from importlib.metadata import version  # slow to import

    article = extraction.article
    facts = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "published": article.published and article.published.isoformat(),
    }
    prediction: Object = {
        "model_version": f"quotekit {version('quotekit-nlp')}",
        "result": list(_results(extraction, unit)),
    }
    if extraction.quotes:
        prediction["score"] = min(quote.confidence for quote in extraction.quotes)
    known = {key: value for key, value in facts.items() if value is not None}
    return {"data": {"text": encodable(article.text)} | known, "predictions": [prediction]}


def _results(extraction: Extraction, unit: Unit) -> Iterator[Object]:
    """Yield a region for each span, and relations to parts and between spans."""
    count = counter(extraction.article.text, unit)
    found = marks(extraction)
    for mark in found:
        for n, span in enumerate(mark.spans):
            region: Object = {
                "id": _region(mark.id, n),
                "from_name": CONTROL,
                "to_name": SHOWN,
                "type": "labels",
                "value": {
                    "start": count(span.start),
                    "end": count(span.end),
                    "text": encodable(span.slice(extraction.article.text)),
                    "labels": [mark.label],
                },
            }
            if mark.value:
                region["meta"] = {"text": [encodable(mark.value)]}
            yield region
    for mark in found:
        yield from _relations(mark)


def _relations(mark: Mark) -> Iterator[Object]:
    for role, other in mark.parts:
        yield _relation(_region(mark.id, 0), _region(other, 0), role)
    for n in range(1, len(mark.spans)):
        yield _relation(_region(mark.id, n - 1), _region(mark.id, n), "continued")


def _region(mark: str, n: int) -> str:
    return f"{mark}.{n}" if n else mark


def _relation(start: str, end: str, label: str) -> Object:
    return {
        "type": "relation",
        "from_id": start,
        "to_id": end,
        "direction": "right",
        "labels": [label],
    }
