"""What the readers of untagged patterns share: the document, the words, and who the subject is."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.patterns.clause_words import ClauseWords
from quotekit._plugins.quotes.indirect.patterns.sentence import Sentence
from quotekit.document import Document
from quotekit.models import Mention, MentionKind
from quotekit.syntax._cues import Cue

ASIDE_WORDS = 12
"""A clause like *a indiqué lundi le maire de la ville* has no more words besides."""
FEW_WORDS = 2
"""Contents before a cue have more words: *Non, a dit X* is no clause."""
SURE, LIKELY, CARRY, HEARSAY = 0.85, 0.75, 0.7, 0.6


class Reader:
    """Reads the sentences of one document.

    Args:
        document: The document.
        words: The words of its language.
    """

    def __init__(self, document: Document, words: ClauseWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lowers = document.tokens.lowers
        self.phrases = document.phrases
        self.words = words

    def source(self, s: Sentence, cue: Cue) -> Mention | None:
        """Return who says what stands after a cue."""
        k = s.segment_of(cue.first)
        first, last = s.segments[k]
        if not self.words.comma and self._follows_relative(cue, first):
            return Mention(self.tokens.span(cue.first - 1), MentionKind.PRONOUN)
        if k and self._is_subject_relative(first, cue, last):
            return Mention(self.tokens.span(first), MentionKind.PRONOUN)
        if self.words.comma and self._is_subordinate(first, cue, last):
            return self.first_phrase(first + 1, cue.first)
        if k and first == cue.first and not self._impersonal_after(cue):
            return self._beside_aside(s, cue, last + 1)
        return self.subject(cue, s.first, last + 1)

    def _is_subordinate(self, first: int, cue: Cue, last: int) -> bool:
        """Return whether a verb ends a subordinate clause: *weil X sagte*; not *Um drei sagte X*."""
        low = self.lowers[first]
        ends = low not in self.phrases.words.prepositions or last - cue.last <= 1
        return low in self.words.subordinating and ends

    def _beside_aside(self, s: Sentence, cue: Cue, stop: int) -> Mention | None:
        """Return the subject of a verb after an aside: *X, der Wirt, sagte*; *Den Rat, …, bat X*."""
        aside = self.phrases.before(s.first, cue.first)
        if aside is not None and self.words.comma:
            fronted = self.phrases.is_small_word(self.lowers[s.first])
            if fronted or self.phrases.is_oblique(aside):
                following = self.phrases.following(cue.last + 1, stop)
                return following or self.first_phrase(s.first, cue.first) or aside
        return aside or self.subject(cue, s.first, stop)

    def _follows_relative(self, cue: Cue, first: int) -> bool:
        """Return whether a relative pronoun right before a cue is its subject: *dos guías que dicen*."""
        i = cue.first - 1
        return i > first and self.lowers[i] in self.phrases.words.relatives

    def _is_subject_relative(self, first: int, cue: Cue, last: int) -> bool:
        """Return whether a relative pronoun is the subject: *…, der gestern sagte, dass*."""
        low = self.lowers[first]
        if low not in self.phrases.words.relatives or first >= cue.first:
            return False
        ends = not self.words.comma or last - cue.last <= 1
        if not ends or self.tokens.texts[first + 1][0].isupper():
            return False
        return low in self.words.subject_relatives or not self.phrases.opens(first + 1)

    def _impersonal_after(self, cue: Cue) -> bool:
        return self.lowers[cue.last + 1 : cue.last + 2] in [[w] for w in self.words.impersonal]

    def impersonal(self, cue: Cue) -> bool:
        """Return whether nobody is the subject: *es heißt*, *heißt es*."""
        around = (cue.first - 1, cue.last + 1)
        return any(
            0 <= i < len(self.lowers) and self.lowers[i] in self.words.impersonal for i in around
        )

    def first_phrase(self, first: int, stop: int) -> Mention | None:
        """Return the subject of a clause whose verb stands last."""
        if self.words.comma and self.phrases.is_small_word(self.lowers[first]):
            return self.phrases.before(first, stop)
        found = self.phrases.following(first, stop) or self.phrases.before(first, stop)
        return None if found is None or self._word(found) in self.words.impersonal else found

    def subject(self, cue: Cue, first: int, stop: int) -> Mention | None:
        """Return the subject of a cue, unless it is nobody: *es hieß*."""
        source = self.phrases.subject((cue.head, cue.last), (first, stop))
        if source is not None and self._word(source) in self.words.impersonal:
            speaks = not self.words.comma and not cue.passive  # il a affirmé que
            return source if speaks else None
        return source

    def _word(self, mention: Mention) -> str:
        return mention.span.slice(self.document.text).lower()

    def is_relative(self, i: int) -> bool:
        """Return whether a relative clause begins at token *i*: *der …*, *auf dem …*."""
        words = self.phrases.words
        led = self.lowers[i] in words.prepositions and self.lowers[i + 1 : i + 2]
        return self.lowers[i + bool(led)] in words.relatives

    def reports_itself(self, i: int) -> bool:
        """Return whether a verb is in the subjunctive or conditional: *sei*, *wäre*."""
        low = self.lowers[i]
        known = low in self.words.subjunctive or low in self.words.conditional
        return known and self.tokens.texts[i][0].islower()

    def is_inner(self, s: Sentence, cue: Cue) -> bool:
        """Return whether a verb is in a clause that is no main clause."""
        start = s.segments[s.segment_of(cue.first)][0]
        inner = self.lowers[start] in self.words.subordinating or self.is_relative(start)
        return inner and self.words.comma and start != s.first
