"""The walk: what a reader remembers from one cue, and from one sentence, to the next."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.quotes.indirect.candidates import Candidate, Range
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.models import Mention
from quotekit.spans import Span
from quotekit.syntax._cues import Cue


class Walk:
    """What is known of the text before the place that is read.

    Args:
        cues: All cues of the document.

    Attributes:
        previous: The cue before the one that is read.
        following: The cue after it.
        sources: Head of a cue → the source of its likeliest reading, as far as syntax names one.
        reports: What syntax alone shows of the sentence that is read, so far.
        speaker: Who made the last report; ``None`` where marks tell better.
        before: The sentence before, where it reports nothing itself.
        reported: Whether the sentence before was reported.
        carried: The paragraph of the last sentence that was reported.
    """

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = cues
        self._reached = -1
        self.previous: Cue | None = None
        self.following: Cue | None = None
        self.sources: dict[int, Range | None] = {}
        self.reports: list[Candidate] = []
        self.speaker: Mention | None = None
        self.before: Sentence | None = None
        self.reported = False
        self.carried: Span | None = None

    def reach(self, cue: Cue) -> None:
        """Go on to the next cue."""
        self._reached += 1
        n = self._reached
        assert self._cues[n] is cue
        self.previous = self._cues[n - 1] if n else None
        self.following = self._cues[n + 1] if n + 1 < len(self._cues) else None
