"""Weights: what was learned about reported clauses in one language, and what chooses without them.

The weights of a language are the table *reported*, ``data/<language>/reported.json``. Each entry of
its key ``weights`` is one training, with metadata: of what, when, from which features, how good.
``examples/training/train_reported.py`` writes it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE
from quotekit._plugins.quotes.indirect.scoring.acceptance_features import ACCEPTANCE_FEATURES
from quotekit._plugins.quotes.indirect.scoring.cue_features import CUE_FEATURES, Key
from quotekit._plugins.quotes.indirect.scoring.end_features import ENDS_AFTER, ENDS_BEFORE
from quotekit._plugins.quotes.indirect.scoring.linear_model import Choice, Odds, Pick
from quotekit._plugins.quotes.indirect.scoring.options import Options
from quotekit._plugins.quotes.indirect.scoring.source_features import SOURCE_ENDS
from quotekit._plugins.quotes.indirect.scoring.source_start_features import SOURCE_STARTS
from quotekit._plugins.quotes.indirect.scoring.start_features import STARTS_AFTER, STARTS_BEFORE
from quotekit._plugins.quotes.indirect.scoring.trees import Trees
from quotekit._plugins.quotes.indirect.scoring.verdicts import VERDICT_NUMBERS, Rating, Readings
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.exceptions import LexiconError
from quotekit.lexicon import Language

FEATURE_VERSION: Final = 5
"""Goes up when a feature keeps its name and changes its meaning."""
CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "starts_after": STARTS_AFTER,
    "ends_after": ENDS_AFTER,
    "starts_before": STARTS_BEFORE,
    "ends_before": ENDS_BEFORE,
    "source_starts": SOURCE_STARTS,
    "source_ends": SOURCE_ENDS,
}
"""What one of several options is chosen for → the names of its features."""
POSITIONS: Final = (AFTER, BEFORE, AROUND)
SURE: Final = 1.0
"""Log odds from which on no other position is asked."""
FIRST: Final = frozenset(("starts_after", "ends_before"))
"""Choices whose first option is the one nearest to the cue."""


def feature_hash() -> str:
    """Return a digest of the names of all features, in their order, and their version."""
    names = [FEATURE_VERSION, CUE_FEATURES, ACCEPTANCE_FEATURES, VERDICT_NUMBERS, CHOICES]
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()[:16]


class Scorer(Protocol):
    """What chooses among what is proposed."""

    hopeful: float
    """The log odds from which on it is worth while to read what a cue reports."""
    threshold: float
    """The log odds from which on a reading is taken for right."""

    def odds(self, keys: tuple[Key, ...]) -> float:
        """Return the log odds that a cue with these features reports something."""

    def position(self, keys: tuple[Key, ...]) -> str:
        """Return where the contents of such a cue are."""

    def best(self, choice: str, sorts: Iterable[Options]) -> Pick | None:
        """Return the best option of all sorts, or ``None`` where there is none."""

    def judge(self, features: TokenFeatures, readings: Readings) -> Iterable[Sequence[float]]:
        """Return for each cue of an article the log odds that each of its readings is right."""


class Weights:
    """The weights of one training.

    Args:
        name: Its name.
        data: Its data.

    Raises:
        LexiconError: If it was learned from other features than those of this version.
    """

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        learned = data["meta"]["feature_hash"]
        if learned != feature_hash():
            raise LexiconError(
                f"table reported, weights {name!r}: learned from the features {learned}, but this "
                f"version of quotekit has the features {feature_hash()}; train them again with "
                "examples/training/train_reported.py, or remove them"
            )
        self.hopeful: float = data["hopeful"]
        self.threshold: float = data["threshold"]
        self._acceptance = Odds(data["acceptance"])
        self._trees = Trees(data["verdict"])
        self._cue = Odds(data["cue"])
        self._positions = {place: Odds(data["positions"][place]) for place in POSITIONS}
        self._choices = {choice: Choice(data["choices"][choice]) for choice in CHOICES}

    def odds(self, keys: tuple[Key, ...]) -> float:
        """Return the log odds that a cue with these features reports something."""
        return self._cue.score(keys)

    def position(self, keys: tuple[Key, ...]) -> str:
        """Return where the contents are: mostly after the cue, so that is asked first."""
        models = iter(self._positions.items())
        place, model = next(models)
        odds = model.score(keys)
        if odds > SURE:
            return place
        return max([(odds, place), *((model.score(keys), place) for place, model in models)])[1]

    def best(self, choice: str, sorts: Iterable[Options]) -> Pick | None:
        """Return the best option of all sorts, the first of equals."""
        return self._choices[choice].best(sorts)

    def judge(self, features: TokenFeatures, readings: Readings) -> Iterable[Sequence[float]]:
        """Return the log odds of readings, by their words and then by the odds of all of them."""
        rating = Rating(features, readings)
        for numbers in rating.numbers(self.rate(rating)):
            yield [*map(self._trees.score, numbers)]

    def rate(self, rating: Rating) -> list[list[float]]:
        """Return the log odds of readings, by their words alone."""
        return [[*map(self._acceptance.score, keys)] for keys in rating.word_features()]


class Unweighted:
    """Chooses in a language without weights: patterns alone report, and clauses are read whole."""

    hopeful = 0.0
    threshold = 0.0

    def odds(self, _: tuple[Key, ...]) -> float:
        """Return log odds that only a pattern raises above the threshold."""
        return -2.0

    def position(self, _: tuple[Key, ...]) -> str:
        """Return where contents mostly are; a pattern knows better."""
        return AFTER

    def best(self, choice: str, sorts: Iterable[Options]) -> Pick | None:
        """Return the option nearest to the cue, or the one that makes the clause longest.

        For a source it is ``None``: grammar knows better.
        """
        if choice.startswith("source"):
            return None
        tokens: Iterator[int] = (token for options in sorts for token, _ in options.each)
        if choice in FIRST:
            token = next(tokens, None)
        else:
            farthest = max if choice.startswith("ends") else min
            token = farthest(tokens, default=None)
        return None if token is None else Pick(token)

    def judge(self, _: TokenFeatures, readings: Readings) -> Iterable[Sequence[float]]:
        """Return what the patterns of readings are worth."""
        return [[reading.odds for reading in cue] for cue in readings]


def weights_of(language: Language) -> Weights | None:
    """Return the weights of a language, if it has any.

    Raises:
        LexiconError: If there are several weights.
    """
    known = language.table("reported").get("weights", {})
    if len(known) > 1:
        raise LexiconError(
            f"table {language.code}/reported: several weights, {', '.join(sorted(known))}; "
            "remove all but one of them"
        )
    for name, data in known.items():
        return Weights(name, data)
    return None
