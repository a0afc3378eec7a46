"""Choosing: of all readings of an article those that are likely enough, as candidates."""

from __future__ import annotations

import math
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, Candidate
from quotekit._plugins.quotes.indirect.patterns.gapped import before, gaps
from quotekit._plugins.quotes.indirect.patterns.judgements import judges
from quotekit._plugins.quotes.indirect.scoring.readings import Reading, mention_of
from quotekit._plugins.quotes.indirect.scoring.verdicts import Readings
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit._plugins.quotes.indirect.topic import names_topic
from quotekit.document import Document
from quotekit.models import QuoteMode

QUOTED: Final = 0.5
"""By how much the log odds may be lower for contents with quote marks: *called it “a gift”*."""
CLEAR: Final = frozenset(
    (AROUND, *"that bare before after as gerund told ordered question said-to".split())
)
"""Patterns that show a clause of the one who speaks: what matches is a report, however rare."""
THOUGHTS: Final = frozenset(("thought", "thought bare"))
"""Patterns of a thought: inside a report it is one of its own, *said he believes that C*."""
SELDOM: Final = 0.3
"""By how much they may be lower for a noun of somebody, and for a thought, which only who asks gets.

Not for what only seems so, whose class has no traits.
"""
EVEN: Final = 0.0
"""The log odds of such a report, at least; a noun that is nobody's needs more: *the idea that C*."""


def choose(document: Document, scorer: Scorer, readings: Readings) -> Iterator[list[Candidate]]:
    """Yield for each cue of an article what it reports; nothing where no reading is likely enough.

    Args:
        document: The article.
        scorer: Judges all readings beside one another.
        readings: The readings of each cue.
    """
    if not readings:
        return
    features = document.memo(TokenFeatures)
    reported = -1
    for verdicts, of_cue in zip(scorer.judge(features, readings), readings, strict=True):
        odds, reading = max(zip(verdicts, of_cue, strict=True), key=itemgetter(0))
        chained = reading.cue.head <= reported and _is_chained(reading)
        if chained or reading.pattern in CLEAR:
            odds = max(odds, EVEN)
        if reading.pattern in CLEAR:
            reported = max(reported, reading.main[1])
        likely = odds > _least(reading, scorer.threshold)
        yield _with_gapped(features, candidate_of(features, reading, odds)) if likely else []


def _least(reading: Reading, threshold: float) -> float:
    """Return the log odds that a reading must exceed."""
    row = reading.cue.row
    thought, noun = row.mode is QuoteMode.THOUGHT, row.pos == "noun"
    nobody = noun and reading.source is None
    if thought and nobody:
        return max(EVEN, threshold)
    if reading.quoted:
        return threshold - QUOTED
    seldom = (noun or (thought and row.traits)) and not nobody
    return threshold - SELDOM if seldom else threshold


def _is_chained(reading: Reading) -> bool:
    """Return whether a reading is a thought with its clause and its own subject: *he believes C*."""
    thinks = "thinks" in reading.cue.row.traits
    return thinks and reading.pattern in THOUGHTS and reading.source is not None


def candidate_of(features: TokenFeatures, reading: Reading, odds: float) -> Candidate:
    """Return a reading as a candidate, with the confidence that its log odds are."""
    cue, contents = reading.cue, reading.contents
    position = reading.position if len(contents) == 1 else AROUND
    confidence = 1 / (1 + math.exp(-odds))
    leading = features.lowers[contents[0][0] - 1]
    that = position == AFTER and leading in features.words.complementizers
    topic = not that and names_topic(features, cue, position, contents)
    judging = judges(features, cue, contents)
    who = mention_of(features, reading.source)
    return Candidate(cue, position, contents, who, confidence, that, topic=topic, judges=judging)


def _with_gapped(features: TokenFeatures, candidate: Candidate) -> list[Candidate]:
    """Return a report, and those that hang on its verb: *Moss said C and Tran that C*."""
    found = gaps(features, candidate)
    if not found:
        return [candidate]
    start, end = candidate.contents[0]
    stops = [before(features, gap) for gap in found]
    each = zip(found, [*stops[1:], end], strict=True)
    return [
        candidate._replace(contents=[(start, stops[0])]),
        *(
            candidate._replace(
                contents=[(gap.start, stop)],
                source=mention_of(features, gap.source),
                conjunction=True,
            )
            for gap, stop in each
        ),
    ]
