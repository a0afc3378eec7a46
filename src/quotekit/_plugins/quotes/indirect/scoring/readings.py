"""Readings: what the steps make of one cue, before it is decided whether that is a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit._plugins.quotes.indirect.candidates import Candidate, Range, Ranges
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key
from quotekit._plugins.quotes.indirect.scoring.linear_model import UNRIVALLED
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.models import Mention, MentionKind
from quotekit.syntax._cues import Cue


class Reading:
    """One cue that may report something, with the contents and the source that were chosen for it.

    Args:
        cue: The cue.
        bounds: First and last token of its sentence.
        keys: The features of the cue.
        pattern: The pattern that it matches, or ``-``.
        learned: The log odds that the cue reports something, by its features alone.
        odds: The same, raised to what its pattern is worth.
        position: Where the contents are.
        contents: Their tokens; none before they are read.
        source: The tokens of the source, if the sentence names one.
        start_lead: By how much the start of the contents leads the next best.
        end_lead: By how much their end leads the next best.
        quoted: Whether some of them are in quote marks.
    """

    __slots__ = (
        "bounds",
        "contents",
        "cue",
        "end_lead",
        "keys",
        "learned",
        "odds",
        "pattern",
        "position",
        "quoted",
        "source",
        "start_lead",
    )

    def __init__(
        self,
        cue: Cue,
        bounds: Range,
        keys: tuple[Key, ...],
        pattern: str,
        learned: float,
        odds: float,
        position: str,
        contents: Ranges = (),
        source: Range | None = None,
        start_lead: float = UNRIVALLED,
        end_lead: float = UNRIVALLED,
        quoted: bool = False,
    ) -> None:
        self.cue = cue
        self.bounds = bounds
        self.keys = keys
        self.pattern = pattern
        self.learned = learned
        self.odds = odds
        self.position = position
        self.contents = contents
        self.source = source
        self.start_lead = start_lead
        self.end_lead = end_lead
        self.quoted = quoted

    @property
    def main(self) -> Range:
        """The part of the contents after the cue, or the only one."""
        return self.contents[-1]

    def reports(self, cue: Cue) -> bool:
        """Return whether the contents contain another cue."""
        for start, end in self.contents:  # noqa: SIM110 - many pairs are compared: no generator
            if start <= cue.head <= end:
                return True
        return False

    def overlaps(self, other: Reading) -> bool:
        """Return whether two readings claim the same words."""
        for start, end in self.contents:
            for start_of_other, end_of_other in other.contents:
                if start <= end_of_other and start_of_other <= end:
                    return True
        return False


Proposal = Candidate | Sequence[Reading]
"""What a cue may report: readings that differ in where contents end, the likeliest first, or what syntax
alone shows that it does."""


def mention_of(features: TokenFeatures, source: Range | None) -> Mention | None:
    """Return the mention that a source is, or make one of its words."""
    if source is None:
        return None
    span = features.document.tokens.span(*source)
    for mention in features.document.mentions_in(span.start, span.start + 1):
        if mention.span.end == span.end:
            return mention
    pronoun = source[0] == source[1] and features.tags[source[0]] == "PRON"
    kind = MentionKind.PRONOUN if pronoun else MentionKind.NOMINAL
    return Mention(span, kind, found_by="quotes")
