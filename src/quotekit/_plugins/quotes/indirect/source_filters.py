"""Vetoes for contents and source together: what is none of the words of the one who is named."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.filters import has_verb
from quotekit._plugins.quotes.indirect.nouns import Nouns
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import PHRASE

LONGEST_NAME: Final = 120
"""No name is longer, in characters."""
SUBJECT_WORDS: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ"))


def silent_source(features: TokenFeatures, cue: Cue, source: Range | None) -> bool:
    """Stop *According to the chart, the reef is charted*, let *According to the pilot …* pass."""
    if "after" not in cue.row.frames:
        return False
    end = cue.last if source is None else source[1]
    while source is None and end + 1 < features.size and features.tags[end + 1] in PHRASE:
        end += 1
    return features.lowers[end] in features.document.language.memo(Nouns).silent


def source_overlaps_content(
    features: TokenFeatures, contents: Ranges, source: Range | None
) -> bool:
    """Stop *Bert | Hollis*: contents and source never share a mention or a name."""
    if source is None:
        return False
    first, last = source
    for start, end in contents:
        if end < first:
            if _hang_together(features, end, first):
                return True
        elif last < start and _hang_together(features, last, start):
            return True
    return False


def _hang_together(features: TokenFeatures, left: int, right: int) -> bool:
    """Return whether two tokens are parts of one name, or of one mention."""
    if left + 1 == right and features.tags[left] == features.tags[right] == "PROPN":
        return True
    at, until = features.ends[left], features.starts[right]
    for mention in features.document.mentions_in(max(0, at - LONGEST_NAME), at):
        if mention.span.end > until:
            return True
    return False


def cut_subject(features: TokenFeatures, cue: Cue, contents: Ranges, source: Range | None) -> bool:
    """Stop *The belief is a silly | one and was debated*: a subject goes up to its verb."""
    end = contents[-1][1]
    if not cue.passive or end + 1 >= cue.first or (source and source[0] == end + 1):
        return False
    return features.tags[end + 1] in SUBJECT_WORDS


def own_subject(features: TokenFeatures, cue: Cue, contents: Ranges, source: Range | None) -> bool:
    """Stop *The mayor explained.*: what stands before a verb that ends its sentence is who speaks."""
    start, end = contents[-1]
    if source is not None or cue.passive or cue.row.pos != "verb" or end + 1 != cue.first:
        return False
    _, last = features.bounds(cue.head)
    return cue.last + 1 >= last and not has_verb(features, start, end)


def stops_source(features: TokenFeatures, cue: Cue, contents: Ranges, source: Range | None) -> bool:
    """Return whether anything stops a report of these contents by this source."""
    return (
        source_overlaps_content(features, contents, source)
        or silent_source(features, cue, source)
        or cut_subject(features, cue, contents, source)
        or own_subject(features, cue, contents, source)
    )
