"""Where a source may begin, given its end: candidates with their features."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Ranges, holds
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key
from quotekit._plugins.quotes.indirect.scoring.options import Option, Options, shared_by
from quotekit._plugins.quotes.indirect.scoring.source_features import SubjectEnds
from quotekit._plugins.quotes.indirect.token_features import (
    BINNED,
    TokenFeatures,
    cue_key,
    up_to,
)
from quotekit.syntax._cues import Cue

LONG: Final = 30
"""How many words a source may have."""
NO_START: Final = frozenset("PUNCT ADP POS CCONJ SCONJ PART AUX MODAL".split())
UP_TO_2: Final = up_to(2)
UP_TO_3: Final = up_to(3)
SOURCE_STARTS: Final = (
    "side → subject",
    "subject, mention, left",
    "side → left (2)",
    "left (2), here",
    "left, here, next",
    "side, last tag → length",
    "commas, verbs, joiners, left, tag",
    "side → commas, verbs, here",
    "last tag → left tag, tag",
    "side → joiners, here",
    "side, class → left",
    "side → mention, left",
    "mention, length, joiners",
)
"""What each feature of the start of a source is made of."""

_shared_starts: Final = shared_by(SOURCE_STARTS, ("side", "class", "last tag"))


def source_starts(
    features: TokenFeatures,
    cue: Cue,
    end: int,
    first: int,
    contents: Ranges,
    subject: SubjectEnds,
) -> Options:
    """Return where a source that ends at *end* may begin, from right to left."""
    side, stop = ("L", first) if end < cue.first else ("R", cue.last + 1)
    shared = _shared_starts(side, cue_key(cue)[1], features.tags[end])
    return Options(shared, _source_starts(features, end, stop, contents, subject))


def _source_starts(
    features: TokenFeatures, end: int, stop: int, contents: Ranges, subject: SubjectEnds
) -> list[Option]:
    found: list[Option] = []
    tags = features.tags
    for i in range(end, max(stop, end - LONG) - 1, -1):
        if holds(contents, i):
            break
        tag = tags[i]
        left_tag = tags[i - 1] if i > stop else "^"
        if tag in NO_START or left_tag == "POS" or (left_tag == "DET" and tag != "PRON"):
            continue
        found.append((i, _start_keys(features, i, end, stop, subject)))
    return found


def _start_keys(
    features: TokenFeatures, i: int, end: int, stop: int, subject: SubjectEnds
) -> tuple[Key, ...]:
    shapes, tags = features.shapes, features.tags
    tag, here = tags[i], shapes[i]
    left = shapes[i - 1] if i > stop else "^"
    left2 = shapes[i - 2] if i - 1 > stop else "^"
    length, counts = BINNED[end - i], features.tally[end + 1] - features.tally[i]
    verbs, commas = UP_TO_2[counts & 255], UP_TO_3[counts >> 8 & 255]
    joiners = UP_TO_3[counts >> 16 & 255]
    mention = "m" if features.starts[i] in features.mention_starts else "-"
    begins = ("s" if i == subject.first else "-") + ("e" if end == subject.last else "-")
    return (
        begins,
        (begins, mention, left),
        (left, left2),
        (left, left2, here),
        (left, here, shapes[i + 1] if i < end else "$"),
        length,
        (commas, verbs, joiners, left, tag),
        (commas, verbs, here),
        (tags[i - 1] if i > stop else "^", tag),
        (joiners, here),
        left,
        (mention, left),
        (mention, length, joiners),
    )
