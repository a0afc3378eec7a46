"""Free indirect speech: *Moss said the ferry was old.* [*It would have to be replaced.*]

Nothing shows for certain that a sentence goes on with the report before it, or that the writer does. So
such sentences are told apart: their confidence is low, and only who asks for them gets them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.candidates import FREE, Candidate, Range
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.document import Document
from quotekit.models import Mention, QuoteMode
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._tags import PHRASE

CONFIDENCE: Final = 0.2
"""Most sentences of this form are the writer's own."""
SUBJECT_PARTS: Final = PHRASE | {"ADV"}
PAST: Final = frozenset(("VBD", "VBN"))


class Told(NamedTuple):
    """A report that the next sentence may go on with.

    Attributes:
        last: The last token of its sentence.
        source: Who made it.
    """

    last: int
    source: Mention


def free_speech(document: Document, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates, and the sentences right after a report that go on with it."""
    if not document.language.memo(ClosedClasses).backshifted:
        yield from candidates
        return
    told: dict[int, Told] = {}
    taken: set[int] = set()
    for candidate in candidates:
        yield candidate
        features = document.memo(TokenFeatures)
        for start, _ in candidate.contents:
            taken.add(features.bounds(start)[0])
        report = _told(features, candidate)
        if report is not None and features.in_quotes[report.last] == 0:
            told.setdefault(report.last, report)
    for report in told.values():
        sentences = [*_going_on(document.memo(TokenFeatures), report.last, taken)]
        if sentences:
            contents = [(sentences[0][0], sentences[-1][1])]
            yield Candidate(None, FREE, contents, report.source, CONFIDENCE)


def _told(features: TokenFeatures, candidate: Candidate) -> Told | None:
    """Return a report in the past, whose contents end its sentence or whose cue does."""
    cue, source = candidate.cue, candidate.source
    if cue is None or source is None or cue.row.pos != "verb" or cue.passive or candidate.topic:
        return None
    if "talks" not in cue.row.traits or cue.row.mode is not QuoteMode.SPEECH or cue.negated:
        return None
    past = features.tags[cue.head] in PAST and features.in_quotes[cue.head] == 0
    return Told(features.bounds(cue.head)[1], source) if past else None


def _going_on(features: TokenFeatures, last: int, taken: set[int]) -> Iterator[Range]:
    """Yield the sentences after token *last* that may go on with its report."""
    while last + 1 < features.size:
        start, end = features.bounds(last + 1)
        if (
            start in taken
            or not _adjoins(features, last, start)
            or not _is_free(features, start, end)
        ):
            return
        yield start, end
        last = end


def _adjoins(features: TokenFeatures, last: int, start: int) -> bool:
    """Return whether a sentence begins in the paragraph where the one before ends."""
    return "\n" not in features.document.text[features.ends[last] : features.starts[start]]


def _is_free(features: TokenFeatures, start: int, end: int) -> bool:
    """Return whether a sentence is shifted back in time, and nobody acts in it: *It would sink*."""
    words = features.words
    if any(features.in_quotes[start : end + 1]) or features.lowers[end] != ".":
        return False
    if any("talks" in features.traits.get(i, ()) and features.verbal[i] for i in range(start, end)):
        return False
    verb = next((i for i in range(start, end) if features.lowers[i] in words.backshifted), -1)
    if verb <= start or any(features.tags[i] not in SUBJECT_PARTS for i in range(start, verb)):
        return False
    if features.lowers[verb] in words.past and features.tags[verb + 1] not in ("VBN", "ADV"):
        return False
    if verb == start + 1 and features.lowers[start] in words.continuing:
        return True
    at = features.starts[start]
    named = any(m.span.start == at for m in features.document.mentions_in(at, at + 1))
    return features.tags[start] == "DET" and not named
