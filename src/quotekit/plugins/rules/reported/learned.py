"""Reported speech by learned choice: is the cue one, on which side, from where to where, whose?

Each step picks among candidates with a linear model; the steps follow one another, so that the
source knows the contents and the end of the contents knows their beginning.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from quotekit.plugins.rules.reported.content_features import (
    ends_before,
    ends_behind,
    starts_before,
    starts_behind,
)
from quotekit.plugins.rules.reported.cue_features import Key, cue_keys
from quotekit.plugins.rules.reported.models import Models
from quotekit.plugins.rules.reported.scene import Scene
from quotekit.plugins.rules.reported.source_features import NO_SOURCE, source_ends, source_starts
from quotekit.views.cues import Cue

BEHIND, BEFORE, AROUND = "behind", "before", "around"
"""The frames: *X said C*, *C, X said*, *C, X said, C*."""
SURE = 1.0
"""Log odds from which on no other frame is asked."""


class Report(NamedTuple):
    """What a cue reports: token ranges, both ends included.

    Attributes:
        cue: The cue.
        frame: Where the contents stand: ``behind``, ``before`` or ``around`` the cue.
        contents: The contents.
        source: The source, if the sentence names one.
        confidence: Between 0 and 1.
    """

    cue: Cue
    frame: str
    contents: list[tuple[int, int]]
    source: tuple[int, int] | None
    confidence: float


def read(scene: Scene, cues: tuple[Cue, ...], models: Models) -> Iterator[Report]:
    """Yield what the cues of a document report."""
    for n, cue in enumerate(cues):
        first, last = scene.bounds(cue.head)
        before = cues[n - 1] if n else None
        behind = cues[n + 1] if n + 1 < len(cues) else None
        keys = cue_keys(scene, cue, first, last, before, behind)
        odds = models.cue.score(keys)
        if odds <= models.threshold:
            continue
        frame = read_frame(keys, models)
        contents = read_contents(scene, cue, (first, last), frame, models)
        if contents:
            source = read_source(scene, cue, (first, last), contents, frame, models)
            yield Report(cue, frame, contents, source, 1 / (1 + math.exp(-odds)))


def read_frame(keys: tuple[Key, ...], models: Models) -> str:
    """Return on which side the contents stand: mostly behind the cue, so that is asked first."""
    odds = models.frames[BEHIND].score(keys)
    if odds > SURE:
        return BEHIND
    return max(
        (odds, BEHIND),
        (models.frames[BEFORE].score(keys), BEFORE),
        (models.frames[AROUND].score(keys), AROUND),
    )[1]


def read_contents(
    scene: Scene, cue: Cue, bounds: tuple[int, int], frame: str, models: Models
) -> list[tuple[int, int]]:
    """Return the contents of a cue in its sentence."""
    first, last = bounds
    pick = models.pick
    contents: list[tuple[int, int]] = []
    if frame != BEHIND:
        end = pick["ends_before"].best(ends_before(scene, cue, first, frame))
        if end is not None:
            start = pick["starts_before"].best(starts_before(scene, cue, end, first, frame))
            if start is not None:
                contents.append((start, end))
    if frame != BEFORE:
        start = pick["starts_behind"].best(starts_behind(scene, cue, last, frame))
        if start is not None:
            end = pick["ends_behind"].best(ends_behind(scene, cue, start, last, frame))
            if end is not None:
                contents.append((start, end))
    return contents


def read_source(
    scene: Scene,
    cue: Cue,
    bounds: tuple[int, int],
    contents: list[tuple[int, int]],
    frame: str,
    models: Models,
) -> tuple[int, int] | None:
    """Return the source of a cue whose contents are known."""
    end = models.pick["source_ends"].best(source_ends(scene, cue, bounds, contents, frame))
    if end is None or end == NO_SOURCE:
        return None
    start = models.pick["source_starts"].best(source_starts(scene, cue, end, bounds[0], contents))
    return None if start is None else (start, end)
