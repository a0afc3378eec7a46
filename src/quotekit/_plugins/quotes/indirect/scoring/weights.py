"""Weights: what was learned about reported clauses in one language, and what chooses without them.

The weights of a language are the table *reported*, ``data/<language>/reported.json``. Each entry of
its key ``weights`` is one training, with metadata: of what, when, from which features, how good.
``examples/training/train_reported.py`` writes it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE
from quotekit._plugins.quotes.indirect.scoring.cue_features import CUE_FEATURES, Key, Option
from quotekit._plugins.quotes.indirect.scoring.end_features import ENDS_AFTER, ENDS_BEFORE
from quotekit._plugins.quotes.indirect.scoring.linear_model import Model
from quotekit._plugins.quotes.indirect.scoring.source_features import SOURCE_ENDS, SOURCE_STARTS
from quotekit._plugins.quotes.indirect.scoring.start_features import STARTS_AFTER, STARTS_BEFORE
from quotekit.exceptions import LexiconError
from quotekit.lexicon import Language

FEATURE_VERSION = 2
"""Goes up when a feature keeps its name and changes its meaning."""
CHOICES: Mapping[str, Sequence[str]] = {
    "starts_after": STARTS_AFTER,
    "ends_after": ENDS_AFTER,
    "starts_before": STARTS_BEFORE,
    "ends_before": ENDS_BEFORE,
    "source_starts": SOURCE_STARTS,
    "source_ends": SOURCE_ENDS,
}
"""What one of several options is chosen for → the names of its features."""
POSITIONS = (AFTER, BEFORE, AROUND)
SURE = 1.0
"""Log odds from which on no other position is asked."""
FIRST = frozenset(("starts_after", "ends_before"))
"""Choices whose first option is the one nearest to the cue."""


def feature_hash() -> str:
    """Return a digest of the names of all features, in their order, and their version."""
    names = [FEATURE_VERSION, CUE_FEATURES, CHOICES]
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()[:16]


class Scorer(Protocol):
    """What chooses among what is proposed."""

    threshold: float
    """The log odds from which on a cue is taken to report something."""

    def odds(self, keys: Sequence[Key]) -> float:
        """Return the log odds that a cue with these features reports something."""

    def position(self, keys: Sequence[Key]) -> str:
        """Return where the contents of such a cue are."""

    def best(self, choice: str, options: Iterable[Option]) -> int | None:
        """Return the token of the best option, or ``None`` where there is none."""


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
        self.threshold: float = data["threshold"]
        self._cue = Model(data["cue"])
        self._positions = {place: Model(data["positions"][place]) for place in POSITIONS}
        self._choices = {choice: Model(data["choices"][choice]) for choice in CHOICES}

    def odds(self, keys: Sequence[Key]) -> float:
        """Return the log odds that a cue with these features reports something."""
        return self._cue.score(keys)

    def position(self, keys: Sequence[Key]) -> str:
        """Return where the contents are: mostly after the cue, so that is asked first."""
        models = iter(self._positions.items())
        place, model = next(models)
        odds = model.score(keys)
        if odds > SURE:
            return place
        return max([(odds, place), *((model.score(keys), place) for place, model in models)])[1]

    def best(self, choice: str, options: Iterable[Option]) -> int | None:
        """Return the token of the best option, the first of equals."""
        return self._choices[choice].best(options)


class Unweighted:
    """Chooses in a language without weights: patterns alone report, and clauses are read whole."""

    threshold = 0.0

    def odds(self, _: Sequence[Key]) -> float:
        """Return log odds that only a pattern raises above the threshold."""
        return -2.0

    def position(self, _: Sequence[Key]) -> str:
        """Return where contents mostly are; a pattern knows better."""
        return AFTER

    def best(self, choice: str, options: Iterable[Option]) -> int | None:
        """Return the option nearest to the cue, or the one that makes the clause longest.

        For a source it is ``None``: grammar knows better.
        """
        if choice.startswith("source"):
            return None
        tokens: Iterator[int] = (token for token, _ in options)
        if choice in FIRST:
            return next(tokens, None)
        return max(tokens, default=None) if choice.startswith("ends") else min(tokens, default=None)


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
