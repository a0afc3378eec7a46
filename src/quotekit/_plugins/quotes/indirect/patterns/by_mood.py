"""Sentences that report by the mood of their verb: *Der Keller sei trocken.*"""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.candidates import CONTINUED, MOOD, Candidate
from quotekit._plugins.quotes.indirect.patterns.reader import ASIDE_WORDS, CARRY, HEARSAY, Reader
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.document import Document
from quotekit.models import Mention
from quotekit.syntax._clause_words import ClauseWords


class ByMood(Reader):
    """Reads main clauses without a cue."""

    def __init__(self, document: Document, words: ClauseWords) -> None:
        super().__init__(document, words)
        self._moods = words.subjunctive | words.conditional | words.hearsay

    def read(
        self, s: Sentence, speaker: Mention | None, *, carried: bool, adjoins: bool
    ) -> Candidate | None:
        """Return a sentence as a report.

        Args:
            s: The sentence.
            speaker: Who made the report before it.
            carried: Whether it stands in the same paragraph as a report.
            adjoins: Whether the sentence right before it, in its paragraph, is one.
        """
        if not self.words.subjunctive or s.is_quoted(s.first) or s.sign_after(s.last) == ":":
            return None
        contents = [(s.first, s.before_colon())]
        verb = self._main_verb(s)
        if verb is None:
            return None
        low = self.lowers[verb]
        moods = self.words.subjunctive | (self.words.conditional & self.words.counterfactual)
        if (carried and low in moods) or (adjoins and low in self.words.hearsay):
            return Candidate(None, CONTINUED, contents, speaker, CARRY)
        if low in self.words.reporting:
            return Candidate(None, MOOD, contents, speaker, CARRY)
        if low in self.words.hearsay and self._is_perfect(s, verb):
            return Candidate(None, MOOD, contents, None, HEARSAY)
        return None

    def _main_verb(self, s: Sentence) -> int | None:
        """Return the verb of the main clause if its form reports and nobody says *ich*."""
        words = self.words
        k = 0
        while k < len(s.segments) - 1 and self._is_subordinate_clause(*s.segments[k]):
            k += 1
        first, last = s.segments[k]
        if self._is_subordinate_clause(first, last):
            return None
        for i in range(first, min(last, first + ASIDE_WORDS) + 1):
            if self.lowers[i] in words.first_person:
                return None
            if self.lowers[i] in self._moods and self.tokens.texts[i][0].islower():
                opens = i == first and k == 0
                own = self.lowers[min(i + 1, s.last)] in words.first_person
                return None if opens or own or self._in_idiom(i) else i
        return self._after_aside(s, k)

    def _is_subordinate_clause(self, first: int, last: int) -> bool:
        """Return whether a clause is subordinate; not *Als Wirtin sei sie müde*."""
        low = self.lowers[first]
        if low not in self.words.subordinating:
            return False
        second = low in self.phrases.words.fronting and any(
            self.lowers[i] in self.words.reporting for i in range(first + 2, last)
        )
        return not second

    def _after_aside(self, s: Sentence, k: int) -> int | None:
        """Return the verb after an aside: *Die Gäste, die warten, seien müde*."""
        for first, _ in s.segments[k + 1 :]:
            if self.lowers[first] in self.words.reporting and s.sign_before(first) == ",":
                own = self.lowers[first + 1] in self.words.first_person
                return None if own or self._in_idiom(first) else first
            if s.is_verb(first):
                return None
        return None

    def _in_idiom(self, i: int) -> bool:
        """Return whether a verb is part of a phrase that reports nothing: *Gott sei Dank*."""
        around = " ".join(self.lowers[max(0, i - 3) : i + 3])
        return any(idiom in around for idiom in self.words.mood_idioms)

    def _is_perfect(self, s: Sentence, verb: int) -> bool:
        """Return whether a participle and its auxiliary end the clause: *soll geflohen sein*."""
        last = s.segments[s.segment_of(verb)][1]
        endings = self.words.perfect.get(self.lowers[last], ())
        return last > verb + 1 and self.lowers[last - 1].endswith(endings)
