"""Sources: whose words a cue reports, given what it reports."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.scoring.source_features import (
    NO_SOURCE,
    SubjectEnds,
    source_ends,
    source_starts,
)
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.spans import Span
from quotekit.syntax._cues import Cue

NOBODY = SubjectEnds(-1, -1, "nobody")


def find_source(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    contents: Ranges,
    position: str,
    scorer: Scorer,
) -> Range | None:
    """Return the source that the scorer chooses, for a cue whose contents are known."""
    subject = subject_ends(features, cue, contents)
    options = source_ends(features, cue, bounds, contents, position, subject)
    end = scorer.best("source_ends", options)
    if end is None:  # nothing to choose by
        return None if subject is NOBODY else (subject.first, subject.last)
    if end == NO_SOURCE:
        return None
    options = source_starts(features, cue, end, bounds[0], contents, subject)
    start = scorer.best("source_starts", options)
    return None if start is None else (start, end)


def subject_ends(features: TokenFeatures, cue: Cue, contents: Ranges) -> SubjectEnds:
    """Return where the grammatical subject of a cue is, if it has one outside the contents."""
    document = features.document
    spans = [Span(features.starts[first], features.ends[last]) for first, last in contents]
    found = document.subject_of(cue, spans)
    if found is None:
        return NOBODY
    span = found.mention.span
    tokens = document.tokens
    return SubjectEnds(tokens.after(span.start), tokens.before(span.end), found.relation)
