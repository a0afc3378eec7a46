"""Subjects: who reports with a cue, read in its clause without the contents that it reports."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Final, NamedTuple

from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.syntax._closed_classes import small
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import MARK_LENGTH
from quotekit.syntax._views import Views

FARTHEST: Final = 1500
"""No subject stands farther from its verb, in characters."""
ADDRESSED: Final = frozenset(("told", "order"))
"""Frames of verbs whose object is addressed: in the passive, their subject is not the speaker."""
GAP: Final = 6
"""A cue that comes right after contents is no farther from them, in characters."""


class Subject(NamedTuple):
    """Who reports with a cue.

    Attributes:
        mention: The one who does.
        relation: How grammar ties the mention to the cue: ``subject``, ``inverted``, ``agent`` ….
        confidence: Between 0 and 1.
    """

    mention: Mention
    relation: str
    confidence: float


class SubjectReader(ABC):
    """Reads the surroundings of one cue.

    Args:
        views: The views of the text.
        cue: The cue.
        contents: The spans that it reports, in text order.
    """

    def __init__(self, views: Views, cue: Cue, contents: Sequence[Span] = ()) -> None:
        self.views = views
        self.tokens = views.tokens
        self.tags = views.tags
        self.cue = cue
        self.contents = contents
        self.start, self.end = self._bounds()
        self.first = self.tokens.after(self.start)

    def source(self) -> Subject | None:
        """Return the one who reports with the cue."""
        if self.tokens.texts[self.cue.first][0] in small(self.views).quoting_particles:
            return self._topic()
        return self._source()

    @abstractmethod
    def _source(self) -> Subject | None:
        """Return the one who reports with the cue, in text with blanks between its words."""

    @abstractmethod
    def agent(self) -> Subject | None:
        """Return who does what a passive says: *was told by X*."""

    @abstractmethod
    def addressee(self) -> Subject | None:
        """Return who is told: *told X that*."""

    def _bounds(self) -> tuple[int, int]:
        """Return where the cue's clause may begin and end: its sentence without the contents."""
        at = self.tokens.starts[self.cue.head]
        sentence = self.views.sentence_at(at) or Span(0, len(self.views.text))
        start, end = max(sentence.start, at - FARTHEST), sentence.end
        for content in self.contents:
            for pair in self.views.marks_in(max(start, content.start - MARK_LENGTH), content.start):
                if not content.overlaps(pair.inner):
                    continue
                if pair.outer.end <= at:
                    start = max(start, pair.outer.end)
                elif pair.outer.start > at:
                    end = min(end, pair.outer.start)
        for content in self.contents:
            if start < content.end <= at:
                start = content.end
        return start, end

    def _sentence(self) -> Span:
        """Return the sentence with the contents, or where they are not known with the cue."""
        at = self.contents[0].start if self.contents else self.tokens.starts[self.cue.head]
        return self.views.sentence_at(at) or Span(0, len(self.views.text))

    def _topic(self) -> Subject | None:
        """Return the subject of text without blanks: *市長の田村誠は* has the name 田村誠."""
        tokens, words = self.tokens, small(self.views)
        first = tokens.after(self._sentence().start)
        for i in range(self.cue.first - 1, first - 1, -1):
            word = tokens.texts[i]
            if len(word) > 1 and word[-1] in words.subject_particles:
                span = Span(tokens.starts[i], tokens.ends[i] - 1)
                inside = word[: len(word) - 2]
                owner = max(map(inside.rfind, words.owner_particles), default=-1)
                name = Span(span.start + owner + 1, span.end)
                return Subject(Mention(span, MentionKind.NAME, name=name), "subject", 0.86)
        return None

    def after_contents(self) -> bool:
        """Return whether the cue comes right after marks that it reports: *“…,” said X*."""
        first = self.cue.first
        at = self.tokens.starts[first]
        near = any(0 <= at - content.end <= GAP for content in self.contents)
        return near and not self.tokens.texts[first - 1][0].isalnum()
