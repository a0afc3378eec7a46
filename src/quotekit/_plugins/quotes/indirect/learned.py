"""Reported speech by learned choice: is the cue one, on which side, from where to where, whose?

Each step picks among candidates with a linear model; the steps follow one another, so that the
source knows the contents and the end of the contents knows their beginning.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from quotekit._plugins.quotes.indirect import filters
from quotekit._plugins.quotes.indirect.clauses import (
    NOUN_LIKE,
    adverbials,
    clause_at,
    conjunction,
    hearer_end,
    question,
)
from quotekit._plugins.quotes.indirect.cue_features import Key, cue_keys
from quotekit._plugins.quotes.indirect.end_features import ends_before, ends_behind
from quotekit._plugins.quotes.indirect.linear_model import Models
from quotekit._plugins.quotes.indirect.patterns import AROUND, BEFORE, BEHIND, Plain, plain
from quotekit._plugins.quotes.indirect.source_features import NO_SOURCE, source_ends, source_starts
from quotekit._plugins.quotes.indirect.sources import joined, settled
from quotekit._plugins.quotes.indirect.start_features import starts_before, starts_behind
from quotekit._plugins.quotes.indirect.token_features import (
    PHRASE,
    TokenFeatures,
    marks_in,
    takes_clauses,
)
from quotekit.syntax._cues import Cue

HEARER_LENGTH = 10
"""How many words the one who is told to do something may have."""
HOPELESS = -2.5
"""Log odds under which no frame is asked: the verb is used in another sense."""
TRAILERS = frozenset("after before as while when during since until with without in on at".split())
WHETHER = frozenset(("whether", "if"))
"""Conjunctions that are no part of the contents, as *that* is not."""
VOICED = frozenset("report manner ask command commit judge writing".split())
"""Classes whose verbs mostly report where marks stand in what they may report."""
MARKED = 1.7
"""By how much the odds may be lower where marks stand in the contents: *called it “a gift”*."""
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


def read(scene: TokenFeatures, cues: tuple[Cue, ...], models: Models) -> Iterator[Report]:
    """Yield what the cues of a document report."""
    given: dict[int, tuple[int, int] | None] = {}
    for n, cue in enumerate(cues):
        first, last = scene.bounds(cue.head)
        before = cues[n - 1] if n else None
        behind = cues[n + 1] if n + 1 < len(cues) else None
        sure = plain(scene, cue, first, last)
        keys = cue_keys(scene, cue, (first, last), before, behind, sure)
        odds = models.cue.score(keys)
        clausal = takes_clauses(cue) or (sure is not None and sure.name in ("that", "bare"))
        if odds < HOPELESS and not clausal:
            sure = None
        if sure:
            odds = max(odds, sure.odds)
        marked = odds <= models.threshold
        if marked and (cue.passive or cue.row.kind not in VOICED):
            continue
        if odds <= models.threshold - (MARKED * marked) or any(
            stop(scene, cue) for stop in filters.BEFORE
        ):
            continue
        held = scene.inside[cue.head]
        if marked and not marks_in(scene, [(first, last)], held):
            continue
        frame = read_frame(keys, models)
        if sure and (frame != AROUND or sure.start is not None):
            frame = sure.frame
        contents = read_contents(scene, cue, (first, last), frame, models, sure)
        if sure and sure.aside:
            contents = [_clause_only(scene, content) for content in contents]
        if marked and not marks_in(scene, contents, held):
            continue
        if not contents or any(stop(scene, cue, contents) for stop in filters.BEHIND):
            continue
        source = read_source(scene, cue, (first, last), contents, frame, models)
        other = joined(scene, cue, cues[max(0, n - 1) : n])
        shared = given.get(other.head) if other and other.head >= first else None
        source = settled(scene, cue, (first, last), contents, source, shared)
        given[cue.head] = source
        if filters.split_name(scene, source, contents):
            continue
        if not filters.silent_source(scene, cue, source):
            yield Report(cue, frame, contents, source, 1 / (1 + math.exp(-odds)))


def _clause_only(scene: TokenFeatures, content: tuple[int, int]) -> tuple[int, int]:
    """Keep of *calls that C*, before *as X said*, the clause alone."""
    start, end = content
    for i in range(end - 1, start, -1):
        if scene.lowers[i] == "that" and scene.tags[i] == "SCONJ":
            return i + 1, end
    return content


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
    scene: TokenFeatures,
    cue: Cue,
    bounds: tuple[int, int],
    frame: str,
    models: Models,
    sure: Plain | None = None,
) -> list[tuple[int, int]]:
    """Return the contents of a cue in its sentence."""
    first, last = bounds
    known = sure.start if sure else None
    pick = models.pick
    contents: list[tuple[int, int]] = []
    if frame != BEHIND:
        end = pick["ends_before"].best(ends_before(scene, cue, first, frame))
        if end is not None:
            start = pick["starts_before"].best(starts_before(scene, cue, end, first, frame))
            if start is not None:
                contents.append((_with_mention(scene, start, first), end))
    if frame != BEFORE:
        if known is None and frame == BEHIND:
            known = opening(scene, cue, last)
        start = known
        if start is None:
            start = pick["starts_behind"].best(starts_behind(scene, cue, last, frame))
            if start is not None:
                start = _past_adverbials(scene, cue, start, last)
        if start is not None:
            start = _past_hearer(scene, cue, start, last)
            end = pick["ends_behind"].best(ends_behind(scene, cue, start, last, frame))
            if end is not None:
                contents.append((_past_conjunction(scene, start, end), end))
    if len(contents) == 2 and _trails(scene, *contents[1]):
        del contents[1]
    return contents


def opening(scene: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the word that opens the contents behind a cue, where closed classes show it."""
    found = conjunction(scene, cue, last)
    if found is None:
        found = question(scene, cue, last)
    if found is None:
        hearer = hearer_end(scene, cue, last)
        if hearer is not None and clause_at(scene, hearer + 1, last):
            found = hearer + 1
    return found


def _with_mention(scene: TokenFeatures, start: int, first: int) -> int:
    """Begin with the mention that *start* stands in: *Nordvik, the retailer, closed, X said*."""
    at = scene.starts[start]
    for mention in scene.document.mentions_in(max(0, at - filters.LONGEST_NAME), at):
        if mention.span.end > at:
            return max(first, scene.document.tokens.after(mention.span.start))
    return start


def _past_adverbials(scene: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Move over a time: *said on Monday* [*the ramps are coming*]; not *said Monday was cold*."""
    if cue.row.pos != "verb" or not cue.last < start <= last:
        return start
    behind = adverbials(scene, cue.last + 1, last)
    if not start < behind < last or scene.tags[behind] not in NOUN_LIKE:
        return start
    return behind if scene.finite[last + 1] > scene.finite[behind] else start


def _past_conjunction(scene: TokenFeatures, start: int, end: int) -> int:
    """Leave out *that*, *whether* and *if*, and the comma of *that, after the repair, C*."""
    that = scene.lowers[start] == "that" and scene.tags[start] == "SCONJ"
    if start < end and (that or scene.lowers[start] in WHETHER):
        start += 1
        if start < end and scene.lowers[start] == ",":
            start += 1
    return start


def _trails(scene: TokenFeatures, start: int, end: int) -> bool:
    """Tell whether a second part is none: *C, X said, smiling*; *after Y*; *late on Sunday*."""
    if adverbials(scene, start, end) > end:
        return True
    if scene.finite[end + 1] > scene.finite[start] and scene.tags[start] != "SCONJ":
        return False
    return scene.tags[start] == "VBG" or scene.shapes[start] in TRAILERS


def _past_hearer(scene: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Move over the one who is told to do something: *begged the pilot* [*to turn back*]."""
    if cue.passive:
        return start
    if "told" in cue.row.frames and start > cue.last:
        hearer = scene.mention_starting(cue.last + 1) if cue.last < last else None
        if hearer is not None and start <= hearer < last and scene.tags[hearer + 1] in NOUN_LIKE:
            return hearer + 1
    if "order" not in cue.row.frames or start != cue.last + 1:
        return start
    for i in range(start, min(last, start + HEARER_LENGTH) + 1):
        if scene.lowers[i] == "to":
            return i - (scene.lowers[i - 1] == "not")
        if scene.tags[i] not in PHRASE and scene.lowers[i] not in ("of", "and", "not"):
            break
    return start


def read_source(
    scene: TokenFeatures,
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
