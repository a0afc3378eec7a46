"""What each cue reports, whose words they are, and what stops it; then all cues together.

Each step chooses among what is proposed; the steps follow one another, so that the source knows the
contents, and the end of the contents knows their beginning. Where two ends are nearly as likely,
both are read. At last all readings of the article are judged beside one another.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from operator import itemgetter

from quotekit._plugins.quotes.indirect import filters, source_filters
from quotekit._plugins.quotes.indirect.candidates import (
    AFTER,
    AROUND,
    BEFORE,
    Candidate,
    PatternMatch,
    Range,
    Ranges,
)
from quotekit._plugins.quotes.indirect.patterns.gapped import before, gaps
from quotekit._plugins.quotes.indirect.patterns.judgements import judged_relative, judges
from quotekit._plugins.quotes.indirect.patterns.nominal import over_list
from quotekit._plugins.quotes.indirect.patterns.relatives import (
    has_relative_subject,
    up_to_main_verb,
)
from quotekit._plugins.quotes.indirect.patterns.tagged import match_pattern
from quotekit._plugins.quotes.indirect.scoring.contents import (
    Part,
    either_end,
    find_contents,
)
from quotekit._plugins.quotes.indirect.scoring.corrections import (
    after_comma,
    led_source,
    marked_aside,
    over_marks,
    over_place,
    past_relative,
    quoted_source,
    up_to_answer,
    up_to_contrast,
    up_to_final_cue,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key, cue_keys
from quotekit._plugins.quotes.indirect.scoring.readings import Hope, Reading
from quotekit._plugins.quotes.indirect.scoring.sources import find_source, joined, source_by_syntax
from quotekit._plugins.quotes.indirect.scoring.weights import Scorer
from quotekit._plugins.quotes.indirect.token_features import (
    TokenFeatures,
    quotes_in,
    takes_clauses,
)
from quotekit._plugins.quotes.indirect.topic import names_topic
from quotekit.document import Document
from quotekit.models import Mention, MentionKind, QuoteMode
from quotekit.spans import Span
from quotekit.syntax._cues import Cue

HOPELESS = -2.5
"""Log odds below which no pattern is asked: the verb is used in another sense."""
JUDGED = 0.75
"""Confidence of a judgement in a relative clause, which syntax alone shows."""
QUOTED = 0.5
"""By how much the log odds may be lower for contents with quote marks: *called it “a gift”*."""
CLEAR = frozenset(
    (AROUND, *"that bare before after as gerund told ordered question said-to".split())
)
"""Patterns that show a clause of the one who speaks: what matches is a report, however rare."""
THOUGHT = 0.3
"""By how much they may be lower for a thought: only who asks for thoughts gets them."""
EVEN = 0.0
"""The log odds of such a report, at least; a noun that is nobody's needs more: *the idea that C*."""


class CueReader:
    """Reads the cues of one tagged document.

    Args:
        document: The document.
        scorer: Chooses among what is proposed.
    """

    def __init__(self, document: Document, scorer: Scorer) -> None:
        self.document = document
        self.features = document.memo(TokenFeatures)
        self.scorer = scorer
        self._sources: dict[int, Range | None] = {}
        """Head of a cue → the source of its likeliest reading."""

    def candidates(self) -> Iterator[Candidate]:
        """Yield what the cues of the document report, in text order."""
        found = [*self.readings()]
        open_to_doubt = [cue for cue in found if not isinstance(cue, Candidate)]
        verdicts = iter(self.scorer.judge(self.features, open_to_doubt))
        for readings in found:
            if isinstance(readings, Candidate):
                yield readings
                continue
            odds, reading = max(zip(next(verdicts), readings, strict=True), key=itemgetter(0))
            if reading.pattern in CLEAR:
                odds = max(odds, EVEN)
            if odds > self._least(reading):
                yield from self._both(self.candidate(reading, odds))

    def _least(self, reading: Reading) -> float:
        """Return the log odds that a reading must exceed."""
        row = reading.cue.row
        thought = row.mode is QuoteMode.THOUGHT
        if thought and row.pos == "noun" and reading.source is None:
            return max(EVEN, self.scorer.threshold)
        if reading.quoted:
            return self.scorer.threshold - QUOTED
        return self.scorer.threshold - THOUGHT if thought else self.scorer.threshold

    def readings(self) -> Iterator[list[Reading] | Candidate]:
        """Yield what each cue may report, or what syntax alone shows that it does.

        Of one cue that is several readings where its contents may well end in several places, the
        likeliest first.
        """
        cues = self.document.cues
        for previous, cue, following in zip((None, *cues), cues, (*cues[1:], None), strict=False):
            found = self._read(cue, previous, following)
            if found:
                yield found

    def _both(self, candidate: Candidate) -> Iterator[Candidate]:
        """Yield a report, and those that hang on its verb: *Moss said C and Tran that C*."""
        found = gaps(self.features, candidate)
        if not found:
            yield candidate
            return
        start, end = candidate.contents[0]
        stops = [before(self.features, gap) for gap in found]
        yield candidate._replace(contents=[(start, stops[0])])
        for gap, stop in zip(found, [*stops[1:], end], strict=True):
            yield candidate._replace(
                contents=[(gap.start, stop)],
                source=self._mention(gap.source),
                conjunction=True,
            )

    def _read(
        self, cue: Cue, previous: Cue | None, following: Cue | None
    ) -> list[Reading] | Candidate | None:
        features, scorer = self.features, self.scorer
        bounds = features.bounds(cue.head)
        judged = judged_relative(features, cue, bounds)
        if judged is not None:
            return Candidate(cue, AFTER, [judged[1]], self._mention(judged[0]), JUDGED, judges=True)
        match = match_pattern(features, cue, *bounds)
        keys = cue_keys(features, cue, bounds, (previous, following), match)
        learned = odds = scorer.odds(keys)
        clausal = takes_clauses(cue) or (match is not None and match.name in ("that", "bare"))
        if match is not None and learned < HOPELESS and not clausal:
            match = None
        if match is not None:
            odds = max(learned, match.odds)
        if odds <= scorer.hopeful or filters.is_stopped(filters.ON_CUE, features, cue):
            return None
        pattern = match.name if match else "-"
        position = self._position(cue, keys, match)
        if position != AFTER and has_relative_subject(features, cue):
            position, match = AFTER, None
        aside = marked_aside(features, cue, bounds) if position != AFTER else None
        if aside is not None:
            position, match = AFTER, None
        hope = Hope(cue, bounds, keys, pattern, learned, odds, position)
        return self._filled(hope, match, aside, previous)

    def _filled(
        self, hope: Hope, match: PatternMatch | None, aside: Range | None, previous: Cue | None
    ) -> list[Reading]:
        """Return the readings of a cue that may report something, one for each likely end."""
        cue, bounds, position = hope.cue, hope.bounds, hope.position
        parts = find_contents(self.features, cue, bounds, position, self.scorer, match)
        found: list[Reading] = []
        for ended in either_end(parts) if parts else ():
            reading = self._reading(hope, ended, aside, previous)
            if reading is None:
                break
            if not found or reading.contents != found[0].contents:
                found.append(reading)
        return found

    def _reading(
        self, hope: Hope, parts: Sequence[Part], aside: Range | None, previous: Cue | None
    ) -> Reading | None:
        """Return what a cue reports, given its contents, unless something stops it."""
        features, cue, bounds = self.features, hope.cue, hope.bounds
        led, contents = self._corrected(cue, bounds, [(part.first, part.last) for part in parts])
        if not contents or filters.is_stopped(filters.ON_CONTENTS, features, cue, contents):
            return None
        source = aside or led or self._source(cue, bounds, contents, hope.position, previous)
        if filters.is_stopped(source_filters.ON_SOURCE, features, cue, contents, source):
            return None
        quoted = quotes_in(features, contents, features.in_quotes[cue.head])
        leads = parts[-1].start_lead, parts[-1].end_lead
        return Reading(*hope, contents, source, *leads, quoted)

    def _position(self, cue: Cue, keys: Sequence[Key], match: PatternMatch | None) -> str:
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

    def _corrected(
        self, cue: Cue, bounds: Range, contents: Ranges
    ) -> tuple[Range | None, list[Range]]:
        """Return a source that the contents took in, if they did, and what the contents are then."""
        features = self.features
        led = led_source(features, cue, bounds, contents)
        if led is not None:
            contents = [(led[1] + 1, contents[0][1])]
        parted = after_comma(features, cue, contents)
        if parted is not None:
            led, contents = parted, [(contents[0][0], features.previous_word[parted[0] - 1])]
        told = quoted_source(features, cue, contents)
        if told is not None:
            led, contents = told[0], [told[1]]
        contents = up_to_contrast(features, cue, past_relative(features, cue, contents))
        contents = over_place(features, cue, contents, bounds)
        contents = over_marks(features, cue, up_to_final_cue(features, cue, contents))
        contents = up_to_answer(features, cue, contents, bounds[0])
        contents = up_to_main_verb(features, cue, contents, bounds[0])
        return led, over_list(features, cue, contents, bounds[1])

    def candidate(self, reading: Reading, odds: float) -> Candidate:
        """Return a reading as a candidate, with the confidence that its log odds are."""
        cue, contents = reading.cue, reading.contents
        position = reading.position if len(contents) == 1 else AROUND
        confidence = 1 / (1 + math.exp(-odds))
        features = self.features
        before = features.lowers[contents[0][0] - 1]
        that = position == AFTER and before in features.words.complementizers
        topic = not that and names_topic(features, cue, position, contents)
        judging = judges(features, cue, contents)
        who = self._mention(reading.source)
        return Candidate(
            cue, position, contents, who, confidence, that, topic=topic, judges=judging
        )

    def _source(
        self, cue: Cue, bounds: Range, contents: Ranges, position: str, previous: Cue | None
    ) -> Range | None:
        features = self.features
        source = find_source(features, cue, bounds, contents, position, self.scorer)
        other = joined(features, cue, previous)
        shared = self._sources.get(other.head) if other and other.head >= bounds[0] else None
        source = source_by_syntax(features, cue, bounds, contents, source, shared)
        self._sources.setdefault(cue.head, source)
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
