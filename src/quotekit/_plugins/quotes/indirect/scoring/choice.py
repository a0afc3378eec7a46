"""Reported speech by learned choice: is the cue one, on which side, from where to where, whose?

Each step picks among candidates with a linear model; the steps follow one another, so that the
source knows the contents and the end of the contents knows their beginning.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from quotekit._plugins.quotes.indirect import filters
from quotekit._plugins.quotes.indirect.candidates import (
    AFTER,
    AROUND,
    BEFORE,
    Candidate,
    PatternMatch,
    Range,
    Ranges,
)
from quotekit._plugins.quotes.indirect.patterns.tagged import match_pattern
from quotekit._plugins.quotes.indirect.patterns.tagged_clauses import (
    NOUN_LIKE,
    addressee_end,
    adverbials,
    clause_at,
    conjunction,
    question,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key, cue_keys
from quotekit._plugins.quotes.indirect.scoring.end_features import ends_after, ends_before
from quotekit._plugins.quotes.indirect.scoring.linear_model import Models
from quotekit._plugins.quotes.indirect.scoring.source_features import (
    NO_SOURCE,
    source_ends,
    source_starts,
)
from quotekit._plugins.quotes.indirect.scoring.sources import joined, source_by_syntax
from quotekit._plugins.quotes.indirect.scoring.start_features import starts_after, starts_before
from quotekit._plugins.quotes.indirect.token_features import (
    PHRASE,
    TokenFeatures,
    quotes_in,
    takes_clauses,
)
from quotekit.document import Document
from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.syntax._cues import Cue

ADDRESSEE_LENGTH = 10
"""How many words the one who is told to do something may have."""
HOPELESS = -2.5
"""Log odds under which no frame is asked: the verb is used in another sense."""
TRAILERS = frozenset("after before as while when during since until with without in on at".split())
WHETHER = frozenset(("whether", "if"))
"""Conjunctions that are no part of the contents, as *that* is not."""
VOICED = frozenset("report manner ask command commit judge writing".split())
"""Classes whose verbs mostly report where marks stand in what they may report."""
QUOTED = 1.7
"""By how much the log odds may be lower for contents with quote marks: *called it “a gift”*."""
SURE = 1.0
"""Log odds from which on no other frame is asked."""


class WeightedReader:
    """Reads the cues of one document with the weights of its language.

    Args:
        document: The document.
        models: The weights.
    """

    def __init__(self, document: Document, models: Models) -> None:
        self.document = document
        self.features = document.memo(TokenFeatures)
        self.models = models
        self._sources: dict[int, Range | None] = {}
        """Head of a cue → its source."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield what the cues of the document report, in text order."""
        cues = self.document.cues
        for previous, cue, following in zip((None, *cues), cues, (*cues[1:], None), strict=False):
            candidate = self._read(cue, previous, following)
            if candidate is not None:
                yield candidate

    def _read(self, cue: Cue, previous: Cue | None, following: Cue | None) -> Candidate | None:
        features, models = self.features, self.models
        bounds = features.bounds(cue.head)
        match = match_pattern(features, cue, *bounds)
        keys = cue_keys(features, cue, bounds, (previous, following), match)
        odds = models.cue.score(keys)
        clausal = takes_clauses(cue) or (match is not None and match.name in ("that", "bare"))
        if match is not None and odds < HOPELESS and not clausal:
            match = None
        if match is not None:
            odds = max(odds, match.odds)
        needs_quotes = odds <= models.threshold
        if needs_quotes and not self._may_be_quoted(cue, bounds, odds):
            return None
        if any(stops(features, cue) for stops in filters.ON_CUE):
            return None
        position = read_position(keys, models)
        if match is not None and (position != AROUND or match.start is not None):
            position = match.position
        contents = read_contents(features, cue, bounds, position, models, match)
        if needs_quotes and not quotes_in(features, contents, features.in_quotes[cue.head]):
            return None
        if not contents or any(stops(features, cue, contents) for stops in filters.ON_CONTENTS):
            return None
        source = self._source(cue, bounds, contents, position, previous)
        if any(stops(features, cue, contents, source) for stops in filters.ON_SOURCE):
            return None
        confidence = 1 / (1 + math.exp(-odds))
        that = position == AFTER and features.lowers[contents[0][0] - 1] == "that"
        return Candidate(cue, position, contents, self._mention(source), confidence, that)

    def _may_be_quoted(self, cue: Cue, bounds: Range, odds: float) -> bool:
        """Return whether an unlikely cue reports something if it has words in quote marks."""
        if cue.passive or cue.row.cue_class not in VOICED or odds <= self.models.threshold - QUOTED:
            return False
        return quotes_in(self.features, [bounds], self.features.in_quotes[cue.head])

    def _source(
        self, cue: Cue, bounds: Range, contents: Ranges, position: str, previous: Cue | None
    ) -> Range | None:
        features = self.features
        source = read_source(features, cue, bounds, contents, position, self.models)
        other = joined(features, cue, previous)
        shared = self._sources.get(other.head) if other and other.head >= bounds[0] else None
        source = source_by_syntax(features, cue, bounds, contents, source, shared)
        self._sources[cue.head] = source
        return source

    def _mention(self, source: Range | None) -> Mention | None:
        """Return the mention that the source is, or make one of its words."""
        if source is None:
            return None
        features = self.features
        span = Span(features.starts[source[0]], features.ends[source[1]])
        for mention in self.document.mentions_in(span.start, span.end):
            if mention.span == span:
                return mention
        pronoun = source[0] == source[1] and features.tags[source[0]] == "PRON"
        kind = MentionKind.PRONOUN if pronoun else MentionKind.NOMINAL
        return Mention(span, kind, found_by="quotes")


def _clause_only(features: TokenFeatures, content: Range) -> Range:
    """Keep of *calls that C*, before *as X said*, the clause alone."""
    start, end = content
    for i in range(end - 1, start, -1):
        if features.lowers[i] == "that" and features.tags[i] == "SCONJ":
            return i + 1, end
    return content


def read_position(keys: tuple[Key, ...], models: Models) -> str:
    """Return on which side the contents stand: mostly after the cue, so that is asked first."""
    odds = models.positions[AFTER].score(keys)
    if odds > SURE:
        return AFTER
    return max(
        (odds, AFTER),
        (models.positions[BEFORE].score(keys), BEFORE),
        (models.positions[AROUND].score(keys), AROUND),
    )[1]


def read_contents(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    position: str,
    models: Models,
    match: PatternMatch | None,
) -> list[Range]:
    """Return the contents of a cue in its sentence."""
    first, last = bounds
    known = match.start if match else None
    pick = models.pick
    contents: list[Range] = []
    if position != AFTER:
        end = pick["ends_before"].best(ends_before(features, cue, first, position))
        if end is not None:
            start = pick["starts_before"].best(starts_before(features, cue, end, first, position))
            if start is not None:
                contents.append((_with_mention(features, start, first), end))
    if position != BEFORE:
        if known is None and position == AFTER:
            known = shown_start(features, cue, last)
        start = known
        if start is None:
            start = pick["starts_after"].best(starts_after(features, cue, last, position))
            if start is not None:
                start = _past_adverbials(features, cue, start, last)
        if start is not None:
            start = _past_addressee(features, cue, start, last)
            end = pick["ends_after"].best(ends_after(features, cue, start, last, position))
            if end is not None:
                contents.append((_past_conjunction(features, start, end), end))
    if len(contents) == 2 and _trails(features, *contents[1]):
        del contents[1]
    if match is not None and match.name == "as":
        return [_clause_only(features, content) for content in contents]
    return contents


def shown_start(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the word that opens the contents after a cue, where closed classes show it."""
    found = conjunction(features, cue, last)
    if found is None:
        found = question(features, cue, last)
    if found is None:
        addressee = addressee_end(features, cue, last)
        if addressee is not None and clause_at(features, addressee + 1, last):
            found = addressee + 1
    return found


def _with_mention(features: TokenFeatures, start: int, first: int) -> int:
    """Begin with the mention that *start* stands in: *Nordvik, the retailer, closed, X said*."""
    at = features.starts[start]
    for mention in features.document.mentions_in(max(0, at - filters.LONGEST_NAME), at):
        if mention.span.end > at:
            return max(first, features.document.tokens.after(mention.span.start))
    return start


def _past_adverbials(features: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Move over a time: *said on Monday* [*the ramps are coming*]; not *said Monday was cold*."""
    if cue.row.pos != "verb" or not cue.last < start <= last:
        return start
    after = adverbials(features, cue.last + 1, last)
    if not start < after < last or features.tags[after] not in NOUN_LIKE:
        return start
    return after if features.finite[last + 1] > features.finite[after] else start


def _past_conjunction(features: TokenFeatures, start: int, end: int) -> int:
    """Leave out *that*, *whether* and *if*, and the comma of *that, after the repair, C*."""
    that = features.lowers[start] == "that" and features.tags[start] == "SCONJ"
    if start < end and (that or features.lowers[start] in WHETHER):
        start += 1
        if start < end and features.lowers[start] == ",":
            start += 1
    return start


def _trails(features: TokenFeatures, start: int, end: int) -> bool:
    """Return whether a second part is none: *C, X said, smiling*; *after Y*; *late on Sunday*."""
    if adverbials(features, start, end) > end:
        return True
    if features.finite[end + 1] > features.finite[start] and features.tags[start] != "SCONJ":
        return False
    return features.tags[start] == "VBG" or features.shapes[start] in TRAILERS


def _past_addressee(features: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Move over the one who is told to do something: *begged the pilot* [*to turn back*]."""
    if cue.passive:
        return start
    if "told" in cue.row.frames and start > cue.last:
        addressee = features.mention_starting(cue.last + 1) if cue.last < last else None
        if (
            addressee is not None
            and start <= addressee < last
            and features.tags[addressee + 1] in NOUN_LIKE
        ):
            return addressee + 1
    if "order" not in cue.row.frames or start != cue.last + 1:
        return start
    for i in range(start, min(last, start + ADDRESSEE_LENGTH) + 1):
        if features.lowers[i] == "to":
            return i - (features.lowers[i - 1] == "not")
        if features.tags[i] not in PHRASE and features.lowers[i] not in ("of", "and", "not"):
            break
    return start


def read_source(
    features: TokenFeatures,
    cue: Cue,
    bounds: Range,
    contents: Ranges,
    position: str,
    models: Models,
) -> Range | None:
    """Return the source of a cue whose contents are known."""
    end = models.pick["source_ends"].best(source_ends(features, cue, bounds, contents, position))
    if end is None or end == NO_SOURCE:
        return None
    start = models.pick["source_starts"].best(
        source_starts(features, cue, end, bounds[0], contents)
    )
    return None if start is None else (start, end)
