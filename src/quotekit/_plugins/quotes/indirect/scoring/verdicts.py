"""Verdicts: how likely each reading of an article is, beside all others.

A linear model looks at the words of each reading. Trees then look at what it says of all of them:
whether the reading around this one is likely, or another end of the same contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotekit._plugins.quotes.indirect.scoring.acceptance_features import acceptance_keys
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key
from quotekit._plugins.quotes.indirect.scoring.linear_model import UNRIVALLED
from quotekit._plugins.quotes.indirect.scoring.readings import Reading
from quotekit._plugins.quotes.indirect.scoring.relations import Relations, extent, relate
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures

VERDICT_NUMBERS: Final = (
    "odds",
    "lead over the other end",
    "odds of the cue and its pattern",
    "odds of the cue",
    "lead of the start",
    "lead of the end",
    "words",
    "words to the end of the sentence",
    "place in the article",
    "quote marks",
    "odds of the readings around",
    "odds of the readings inside",
    "odds of the readings across",
    "odds of the readings in the sentence",
    "odds of the readings with the same source",
)
"""What each number of a reading is; odds of readings are the log odds of the linear model."""
NONE: Final = -9.0
"""The log odds of a reading that is not there."""
Readings = Sequence[Sequence[Reading]]
"""For each cue of an article its readings, which differ in where contents end: likeliest first."""


class Rating:
    """The readings of an article, and how they stand to one another.

    Args:
        features: The document, token by token.
        readings: The readings.
    """

    def __init__(self, features: TokenFeatures, readings: Readings) -> None:
        self.features = features
        self.readings = readings
        self._likeliest = [cue[0] for cue in readings]
        extents = [*map(extent, self._likeliest)]
        self._relations = [
            [relate(self._likeliest, extents, place, reading) for reading in cue]
            for place, cue in enumerate(readings)
        ]

    def word_features(self) -> Iterator[list[tuple[Key, ...]]]:
        """Yield for each cue the features of its readings."""
        features, likeliest = self.features, self._likeliest
        for cue, relations in zip(self.readings, self._relations, strict=True):
            yield [
                acceptance_keys(features, reading, likeliest, related)
                for reading, related in zip(cue, relations, strict=True)
            ]

    def numbers(self, odds: Sequence[Sequence[float]]) -> Iterator[list[tuple[float, ...]]]:
        """Yield for each cue the numbers of its readings, given the odds of all."""
        likeliest = [of_cue[0] for of_cue in odds]
        for cue, relations, own in zip(self.readings, self._relations, odds, strict=True):
            yield [
                self._numbers(reading, related, own, n, likeliest)
                for n, (reading, related) in enumerate(zip(cue, relations, strict=True))
            ]

    def _numbers(
        self,
        reading: Reading,
        related: Relations,
        own: Sequence[float],
        n: int,
        likeliest: Sequence[float],
    ) -> tuple[float, ...]:
        """Return the numbers of the *n*-th reading of a cue, whose readings have these odds."""
        others = max((*own[:n], *own[n + 1 :]), default=None)
        return (
            own[n],
            UNRIVALLED if others is None else own[n] - others,
            reading.odds,
            reading.learned,
            reading.start_lead,
            reading.end_lead,
            sum(last - first + 1 for first, last in reading.contents),
            reading.bounds[1] - reading.main[1],
            reading.cue.head / len(self.features.lowers),
            reading.quoted,
            *[max([likeliest[n] for n in places]) if places else NONE for places in related],
        )
