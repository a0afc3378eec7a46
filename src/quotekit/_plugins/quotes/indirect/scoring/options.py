"""Options: places of which one is chosen, each with its features.

All options of one cue share what is known of the cue. A feature names that first, and after an
arrow what is an option's own: *class → next*. So weights are looked up by what is shared once for
all options, and for each of them only by its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.scoring.cue_features import Key

NOTHING: Final = ""
"""What options share, or have of their own, where a feature has no such part."""
REMEMBERED: Final = 512
"""For so many cues what their options share is remembered."""
Option = tuple[int, tuple[Key, ...]]
"""A token, and of each feature what is its own."""


class Options(NamedTuple):
    """Options of one sort.

    Attributes:
        shared: Of each feature, what they share.
        each: The options.
    """

    shared: tuple[Key, ...]
    each: Sequence[Option]


def shared_by(names: Iterable[str], known: Sequence[str]) -> Callable[..., tuple[Key, ...]]:
    """Return what picks the shared part of each feature out of what is known of a cue.

    Args:
        names: The names of the features.
        known: What is known of a cue, in the order in which it is given. Cues are much alike: what
            was picked for the last ones is remembered.

    Example:
        >>> names = ["class → next", "lemma, form → next", "tag, next"]
        >>> pick = shared_by(names, ["class", "lemma", "form"])
        >>> pick("report", "say", "past")
        ('report', ('say', 'past'), '')
    """
    shared = [name.rpartition(" → ")[0] for name in names]
    pairs = {parts: itemgetter(*parts.split(", ")) for parts in shared if ", " in parts}
    pick = itemgetter(*shared)

    def picked(*values: str) -> tuple[Key, ...]:
        given = dict(zip(known, values, strict=True))
        several = {parts: both(given) for parts, both in pairs.items()}
        found: tuple[Key, ...] = pick({NOTHING: NOTHING, **given, **several})
        return found

    return lru_cache(REMEMBERED)(picked)
