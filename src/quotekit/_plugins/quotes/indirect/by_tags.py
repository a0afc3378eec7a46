"""Proposals by tags: what each cue may report, whose words they are, and what stops it.

Each step chooses among what is possible by the scorer; the steps follow one another, so that the source
knows the contents, and the end of the contents knows their beginning. Where two ends are nearly as
likely, both are proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotekit._plugins.quotes.indirect.candidates import (
    AFTER,
    AROUND,
    BEFORE,
    Candidate,
    PatternMatch,
    Range,
    Ranges,
)
from quotekit._plugins.quotes.indirect.filters import stops_contents, stops_cue
from quotekit._plugins.quotes.indirect.patterns.alone import shown_alone
from quotekit._plugins.quotes.indirect.patterns.nominal import over_list
from quotekit._plugins.quotes.indirect.patterns.open_cues import open_cues
from quotekit._plugins.quotes.indirect.patterns.relatives import (
    has_relative_subject,
    up_to_main_verb,
)
from quotekit._plugins.quotes.indirect.patterns.tagged import match_pattern
from quotekit._plugins.quotes.indirect.scoring.choosing import THOUGHTS
from quotekit._plugins.quotes.indirect.scoring.contents import (
    Part,
    either_end,
    find_contents,
)
from quotekit._plugins.quotes.indirect.scoring.corrections import (
    after_comma,
    led_source,
    marked_aside,
    noun_agent,
    over_marks,
    over_place,
    past_relative,
    quoted_source,
    up_to_answer,
    up_to_contrast,
    up_to_final_cue,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key, cue_keys
from quotekit._plugins.quotes.indirect.scoring.readings import Proposal, Reading, mention_of
from quotekit._plugins.quotes.indirect.scoring.sources import SourceFinder, joined, source_by_syntax
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit._plugins.quotes.indirect.source_filters import stops_source
from quotekit._plugins.quotes.indirect.token_features import (
    TokenFeatures,
    quotes_in,
    takes_clauses,
)
from quotekit._plugins.quotes.indirect.walk import Walk
from quotekit.document import Document
from quotekit.syntax._cues import Cue

HOPELESS: Final = -2.5
"""Log odds below which no pattern is asked: the verb is used in another sense."""
SHOWN: Final = 0.75
"""Confidence of what syntax alone shows: a judgement in a relative clause."""
OPEN: Final = 0.4
"""Confidence of a clause whose verb or noun no row lists."""


class ByTags:
    """Proposes what the cues of one tagged document report.

    Args:
        document: The document.
        scorer: Chooses where contents and source begin and end.
    """

    def __init__(self, document: Document, scorer: Scorer) -> None:
        self.document = document
        self.scorer = scorer
        self._features: TokenFeatures | None = None

    @property
    def features(self) -> TokenFeatures:
        """The document, token by token: only a cue asks for it."""
        if self._features is None:
            self._features = self.document.memo(TokenFeatures)
        return self._features

    def of_cue(self, _: Sentence, cue: Cue, walk: Walk) -> Proposal | None:
        """Return what a cue may report: its readings, or what syntax alone shows that it does."""
        features, scorer = self.features, self.scorer
        bounds = features.bounds(cue.head)
        alone = shown_alone(features, cue, bounds)
        if alone is not None:
            who = mention_of(features, alone.source)
            at, contents = alone.position, alone.contents
            return Candidate(cue, at, contents, who, SHOWN, alone.led, judges=alone.judges)
        match = match_pattern(features, cue, *bounds)
        keys = cue_keys(features, cue, bounds, (walk.previous, walk.following), match)
        learned = odds = scorer.odds(keys)
        if match is not None and learned < HOPELESS and not _is_clausal(cue, match, walk, bounds):
            match = None
        if match is not None:
            odds = max(learned, match.odds)
        if odds <= scorer.hopeful or stops_cue(features, cue):
            return None
        pattern = match.name if match else "-"
        position = self._position(cue, keys, match)
        if position != AFTER and has_relative_subject(features, cue):
            position, match = AFTER, None
        aside = marked_aside(features, cue, bounds) if position != AFTER else None
        if aside is not None:
            position, match = AFTER, None
        unread = Reading(cue, bounds, keys, pattern, learned, odds, position)
        return self._read(unread, match, aside, walk)

    def _read(
        self, unread: Reading, match: PatternMatch | None, aside: Range | None, walk: Walk
    ) -> list[Reading]:
        """Return the readings of a cue that may report something, one for each likely end."""
        cue, bounds, position = unread.cue, unread.bounds, unread.position
        parts = find_contents(self.features, cue, bounds, position, self.scorer, match)
        finder = SourceFinder(self.features, cue, bounds, position, self.scorer)
        found: list[Reading] = []
        for ended in either_end(parts) if parts else ():
            reading = self._reading(unread, ended, aside, finder, walk)
            if reading is None:
                break
            if not found or reading.contents != found[0].contents:
                found.append(reading)
        return found

    def _reading(
        self,
        unread: Reading,
        parts: Sequence[Part],
        aside: Range | None,
        finder: SourceFinder,
        walk: Walk,
    ) -> Reading | None:
        """Return what a cue reports, given its contents, unless something stops it."""
        features, cue, bounds = self.features, unread.cue, unread.bounds
        led, contents = self._corrected(cue, bounds, [(part.first, part.last) for part in parts])
        if not contents or stops_contents(features, cue, contents):
            return None
        source = aside or led or self._source(finder, contents, walk)
        if stops_source(features, cue, contents, source):
            return None
        return Reading(
            cue,
            bounds,
            unread.keys,
            unread.pattern,
            unread.learned,
            unread.odds,
            unread.position,
            contents,
            source,
            parts[-1].start_lead,
            parts[-1].end_lead,
            quotes_in(features, contents, features.in_quotes[cue.head]),
        )

    def _position(self, cue: Cue, keys: tuple[Key, ...], match: PatternMatch | None) -> str:
        """Return where the contents are; a pattern that shows their beginning needs no odds.

        Contents go on where an expression parts their verb: *It will, according to X, close*.
        """
        if match is not None and match.start is not None:
            return match.position
        position = self.scorer.position(keys)
        if position == BEFORE and "after" in cue.row.frames and cue.first > 1:
            comma = self.features.lowers[cue.first - 1] == ","
            parted = comma and self.features.tags[cue.first - 2] in ("MODAL", "AUX")
            return AROUND if parted else position
        return position if match is None or position == AROUND else match.position

    def _corrected(self, cue: Cue, bounds: Range, contents: Ranges) -> tuple[Range | None, Ranges]:
        """Return a source that the contents took in, if they did, and what the contents are then."""
        features = self.features
        if contents[-1][0] > cue.last:
            return self._corrected_after(cue, bounds, contents)
        source = after_comma(features, cue, contents)
        if source is not None:
            contents = [(contents[0][0], features.previous_word[source[0] - 1])]
        return source, over_marks(features, cue, contents)

    def _corrected_after(
        self, cue: Cue, bounds: Range, contents: Ranges
    ) -> tuple[Range | None, Ranges]:
        """Return the same for contents after their cue."""
        features = self.features
        led = led_source(features, cue, bounds, contents)
        if led is not None:
            contents = [(led[1] + 1, contents[0][1])]
        told = quoted_source(features, cue, contents)
        if told is not None:
            led, contents = told[0], [told[1]]
        contents = up_to_contrast(features, cue, past_relative(features, cue, contents))
        contents = over_place(features, contents, bounds)
        contents = up_to_final_cue(features, contents)
        contents = up_to_answer(features, cue, contents, bounds[0])
        contents = up_to_main_verb(features, cue, contents, bounds[0])
        agent = noun_agent(features, cue, contents, bounds[0])
        if agent is not None:
            led, contents = agent[0], [agent[1]]
        return led, over_list(features, cue, contents, bounds[1])

    def _source(self, finder: SourceFinder, contents: Ranges, walk: Walk) -> Range | None:
        features, cue, bounds = self.features, finder.cue, finder.bounds
        source = finder.find(contents)
        other = joined(features, cue, walk.previous)
        shared = walk.sources.get(other.head) if other and other.head >= bounds[0] else None
        source = source_by_syntax(features, cue, bounds, contents, source, shared)
        walk.sources.setdefault(cue.head, source)
        return source

    def of_sentence(self, s: Sentence, walk: Walk) -> Iterator[Candidate]:
        """Yield the clauses of verbs and nouns that no row lists."""
        inside = s.inside
        if "SCONJ" not in self.document.tags[inside.start : inside.stop]:
            return
        features = self.features
        for cue, that in open_cues(features, inside):
            bounds = features.bounds(cue.head)
            match = PatternMatch("that", AFTER, 0.0, start=that + 1)
            parts = find_contents(features, cue, bounds, AFTER, self.scorer, match)
            contents = [(part.first, part.last) for part in parts]
            finder = SourceFinder(features, cue, bounds, AFTER, self.scorer)
            source = self._source(finder, contents, walk)
            if contents and source is not None:
                who = mention_of(features, source)
                yield Candidate(cue, AFTER, contents, who, OPEN, conjunction=True)


def _is_clausal(cue: Cue, match: PatternMatch, walk: Walk, bounds: Range) -> bool:
    """Return whether a pattern shows a clause that counts, however odd the verb is for it."""
    if takes_clauses(cue) or match.name in ("that", "bare"):
        return True
    return match.name in THOUGHTS and _follows_speech(walk.previous, bounds[0])


def _follows_speech(previous: Cue | None, first: int) -> bool:
    """Return whether a verb of speech stands before, in the sentence that begins at *first*."""
    return previous is not None and previous.head >= first and "talks" in previous.row.traits
