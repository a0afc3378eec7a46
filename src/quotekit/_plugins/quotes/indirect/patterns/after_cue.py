"""Contents after their cue: *X sagte, dass C*; *X sagte, er komme*; *X a promis de C*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import AFTER, Candidate
from quotekit._plugins.quotes.indirect.patterns.reader import (
    ASIDE_WORDS,
    FEW_WORDS,
    LIKELY,
    SURE,
)
from quotekit._plugins.quotes.indirect.patterns.table_ends import TableEnds
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import NAME_MARKS

ASIDES: Final = 3
"""So many segments may stand between a verb and its conjunction, the clause itself included."""
SHORT: Final = 4
"""No longer words are taken for infinitives between a verb and its conjunction: *der*, *hier*."""
ASIDE_SIGNS: Final = {"(": ")", "-": "-", "–": "–", "—": "—"}
"""What opens an aside between a verb and its conjunction, and what closes it."""


class AfterCue(TableEnds):
    """Reads clauses that follow the verb which reports them."""

    def read(self, s: Sentence, cue: Cue) -> Candidate | None:
        """Return what a verb reports after it, if its frame is plain."""
        return self._that_clause(s, cue) or self._bare_clause(s, cue) or self._infinitive(s, cue)

    def _that_clause(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*X sagte, dass C*; *X a dit à la presse que C*; *X fragte, ob C*."""
        start = self._conjunction(s, cue)
        if start is None:
            return None
        conjunction, skip = start
        kept = skip or self._asks_inside(cue, conjunction) or self._asks(conjunction)
        first = conjunction if kept else conjunction + 1
        last = self.end(s, cue, first)
        if first > last:
            return None
        source = self.subjects.of(cue)
        confidence = SURE if source else LIKELY
        return Candidate(
            cue, AFTER, [(first, last)], source, confidence, conjunction=True, skip=skip
        )

    def _asks(self, i: int) -> bool:
        """Return whether a word is part of the question that it opens: *when C*, not *whether C*."""
        words, low = self.words, self.lowers[i]
        return low in words.questions and low not in words.whether and low not in words.that

    def _conjunction(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Return the token of *dass* and how much of it stands before its clause."""
        words = self.words
        opening = words.questions if "asks" in cue.row.traits else words.that
        if {"clause", "question"} <= cue.row.frames:  # a demandé que C
            opening |= words.that
        if words.comma:
            return self._after_comma(s, cue, opening)
        i = cue.last
        stop = min(s.last, cue.last + ASIDE_WORDS)
        while i < stop:
            i = self._over_aside(s, cue, i + 1, opening)
            low = self.lowers[i]
            if low in opening or (i == cue.last + 1 and self._asks_inside(cue, i)):
                return i, 0
            before, mark, rest = low.partition("'")
            if mark and rest and before in words.elided_that:
                return i, len(before) + 1
            if (
                low in words.of_that
                and self.lowers[i + 1 : i + 2]
                and self.lowers[i + 1] in opening
            ):
                return i + 1, 0
            if i == cue.last + 1 and not self._may_stand_between(s, cue, i):
                return None
            other = s.is_verb(i) or (len(low) > SHORT and self._is_infinitive(low))
            if not self.tokens.texts[i][0].isalnum() or other:
                return None
        return None

    def _after_comma(
        self, s: Sentence, cue: Cue, opening: frozenset[str]
    ) -> tuple[int, int] | None:
        """Return the conjunction after a comma, over what explains the subject.

        *Der Wirt sagte, dass C*; *Nun gab die Wirtin, Uta Loh, bekannt, dass C*.
        """
        k = s.segment_of(cue.last)
        for n in range(k + 1, min(k + 1 + ASIDES, len(s.segments))):
            i = s.segments[n][0]
            if self.lowers[i] in opening:
                return (i, 0) if s.sign_before(i) in ",(" else None
            if s.sign_before(i) != "," or not self._is_aside(s, cue, n):
                return None
        return None

    def _is_aside(self, s: Sentence, cue: Cue, n: int) -> bool:
        """Return whether a segment explains a subject, or has only the particle of the verb."""
        first, last = s.segments[n]
        if any(first <= other.first <= last for other in s.cues):
            return False
        if cue.row.particle and self.lowers[last] == cue.row.particle:
            return True
        subject_follows = s.segments[s.segment_of(cue.first)][1] > cue.last
        place = self.phrases.extent(first, last + 1, bare=True) if subject_follows else None
        return place is not None and place[1] == last

    def _asks_inside(self, cue: Cue, i: int) -> bool:
        """Return whether a question that is told opens at token *i*: *explicó cómo C*."""
        words = self.words
        told = not words.comma and not cue.row.traits.isdisjoint(("talks", "asks"))
        two = " ".join(self.lowers[i : i + 2])
        return told and (self.lowers[i] in words.told_questions or two in words.told_questions)

    def _over_aside(self, s: Sentence, cue: Cue, i: int, opening: frozenset[str]) -> int:
        """Return *i*, or what follows a comma, an aside or a name in marks there.

        *Confirmou, no entanto, que C*; *admitió a «El Faro» que C*. Where the subject follows the
        verb, a comma opens a relative clause: *dijo el juez, que salía*.
        """
        if self.tokens.texts[i] in NAME_MARKS:
            closing = self.phrases.closing(i, s.last)
            return closing + 1 if closing > 0 else i
        if self.tokens.texts[i] in ASIDE_SIGNS:
            closing = self._closing_sign(i, min(s.last, i + ASIDE_WORDS))
            return closing + 1 if closing > 0 else i
        for phrase in self.words.between_phrases.get(self.lowers[i], ()):
            if tuple(self.lowers[i : i + len(phrase)]) == phrase:
                return i + len(phrase)
        if self.tokens.texts[i] != "," or self._subject_follows(s, cue, i):
            return i
        if self.lowers[i + 1] in opening:  # un informe sobre el puerto, que creció
            adverb = i == cue.last + 1 or self.lowers[i - 1] in self.phrases.words.adverbs
            return i + 1 if adverb else i
        commas = (k for k in range(i + 2, min(s.last, i + ASIDE_WORDS)) if self.lowers[k] == ",")
        comma = next(commas, -1)
        return comma + 1 if comma > 0 and self.lowers[comma + 1] in opening else i

    def _subject_follows(self, s: Sentence, cue: Cue, comma: int) -> bool:
        """Return whether more than adverbs stands between a verb that opens its clause and a comma."""
        between = self.lowers[cue.last + 1 : comma]
        return s.opens_segment(cue.first) and not all(
            low in self.phrases.words.adverbs for low in between
        )

    def _closing_sign(self, opening: int, stop: int) -> int:
        """Return the sign that closes an aside in brackets or dashes, or -1."""
        sign = ASIDE_SIGNS[self.tokens.texts[opening]]
        return next((k for k in range(opening + 1, stop) if self.tokens.texts[k] == sign), -1)

    def _may_stand_between(self, s: Sentence, cue: Cue, i: int) -> bool:
        """Return whether an adverbial or, in an inverted clause, the subject begins at token *i*."""
        words, low = self.phrases.words, self.lowers[i]
        first = s.segments[s.segment_of(cue.first)][0]
        if words.verb_second and self.lowers[first] in words.fronting:
            return True
        if low in words.adverbs or low in self.words.between:
            return True
        if words.fronting_endings and low.endswith(words.fronting_endings):
            return True
        if "told" in cue.row.frames and self.phrases.opens(i):  # prévenait sa famille que
            return True
        if low in words.determiners and self.lowers[i + 1 : i + 2]:
            day = self.lowers[i + 1] in words.adverbs
            return day or (s.opens_segment(cue.first) and self.phrases.opens(i))
        return s.opens_segment(cue.first) and self.phrases.opens(i)

    def _bare_clause(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*X sagte, er komme*: a main clause in the subjunctive after the comma."""
        words = self.words
        if not words.subjunctive or not words.comma or "asks" in cue.row.traits:
            return None
        k = self._over_apposition(s, cue)
        first = s.start_of(k + 1)
        if first is None or s.sign_before(first) != ",":
            return None
        low = self.lowers[first]
        second = first < s.segments[k + 1][1] and self.reports_itself(first + 1)
        if (
            (low in words.subordinating and not second)
            or low in words.that
            or low in self.phrases.words.joining
        ):
            return None
        stop = s.segments[k + 1][1]
        verb = next((i for i in range(first, stop + 1) if self.reports_itself(i)), -1)
        if verb == first:  # Die Ernte, sagte X, sei gut
            return None
        talked = "talks" in cue.row.traits
        if verb < 0 and not (talked and (low in words.pronouns or self._verb_second(first, stop))):
            return None
        relative = verb == stop and low in self.phrases.words.relatives
        long = not self.tokens.texts[first + 1][0].isupper() or stop - first > FEW_WORDS
        if relative and long:  # dem Mann, der krank sei
            return None
        source = self.subjects.of(cue)
        if source is None and not self.subjects.is_impersonal(cue):
            return None
        confidence = SURE if source else LIKELY
        return Candidate(cue, AFTER, [(first, self.end(s, cue, first))], source, confidence)

    def _over_apposition(self, s: Sentence, cue: Cue) -> int:
        """Return the last segment before contents: *erklärte der Wirt, Jost Loh, C*."""
        k = n = s.segment_of(cue.last)
        named = n + 2 < len(s.segments) and self.tokens.texts[s.segments[n + 1][0]][0].isupper()
        particle = cue.row.particle and self.lowers[s.segments[min(n + 2, len(s.segments) - 1)][1]]
        if particle and particle == cue.row.particle and named:
            return k + 2
        return k + 1 if named and self._is_aside(s, cue, n + 1) else k

    def _verb_second(self, first: int, stop: int) -> bool:
        """Return whether a verb that may be in the subjunctive follows a subject: *der Wind drehe*."""
        place = self.phrases.extent(first, stop + 1)
        if place is None or place[1] >= stop:
            return False
        verb = self.tokens.texts[place[1] + 1]
        return (
            verb.islower()
            and verb.endswith(self.words.subjunctive_endings)
            and not verb.endswith(self.words.past_endings)
        )

    def _infinitive(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*X versprach, C zu tun*; *X a promis de C*."""
        words = self.words
        if "infinitive" not in cue.row.frames and not (words.comma and "talks" in cue.row.traits):
            return None
        place = (
            self._parted(s, cue)
            if words.comma
            else self._joined(s, cue) or self._told(s, cue) or self._infinitive_last(s, cue)
        )
        if place is None:
            return None
        source = None if cue.passive else self.subjects.of(cue)
        if source is None and not cue.passive:
            return None
        first, skip = place
        return Candidate(cue, AFTER, [(first, self.end(s, cue, first))], source, LIKELY, skip=skip)

    def _parted(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Find the infinitive after a comma: *X versprach, C zu tun*; not *um C zu tun*."""
        k = self._over_apposition(s, cue)
        first = s.start_of(k + 1)
        if first is None or s.sign_before(first) != "," or not self._ends_infinite(s, k + 1):
            return None
        return None if self.lowers[first] in self.words.purpose else (first, 0)

    def _joined(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Find the infinitive right after a verb: *a promis de C*, *dit ne plus C*, *d’avoir*."""
        words, first = self.words, cue.last + 1
        if first >= s.last:
            return None
        lead, mark, rest = self.lowers[first].partition("'")
        if mark and rest and lead in words.infinitive and self._is_infinitive(rest):
            return first, len(lead) + 1
        if self.lowers[first] in words.infinitive:
            first += 1
        verb = first
        while verb < s.last and self.lowers[verb] in words.infinitive_small:
            verb += 1
        small = verb <= s.last and self.tokens.texts[verb].islower()
        small = small and (first > cue.last + 1 or not s.ends_segment(first))  # va dir clar
        return (first, 0) if small and self._is_infinitive(self.lowers[verb]) else None

    def _told(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Find the infinitive after who is told: *acusó al alcalde de C*."""
        if "told" not in cue.row.frames or self.lowers[cue.last + 1] not in self.words.between:
            return None
        last = s.segments[s.segment_of(cue.last)][1]
        for i in range(cue.last + 2, min(last, cue.last + ASIDE_WORDS)):
            if self.lowers[i] in self.words.infinitive and self._is_infinitive(self.lowers[i + 1]):
                return i + 1, 0
        return None

    def _infinitive_last(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Find the infinitive at the end of a clause: *X beloofde C te openen*."""
        last = s.segments[s.segment_of(cue.last)][1]
        first = cue.last + 1
        while first < last and self.lowers[first] in self.phrases.words.adverbs:
            first += 1
        if not self.phrases.words.verb_second or s.opens_segment(cue.first):
            return None
        ends = any(
            self.lowers[i] in self.words.infinitive and self._is_infinitive(self.lowers[i + 1])
            for i in range(first, last)
        )
        return (first, 0) if ends else None

    def _ends_infinite(self, s: Sentence, k: int) -> bool:
        """Return whether a segment ends with *zu kommen* or *anzukommen*."""
        first, last = s.segments[k]
        if last <= first or not self.lowers[last].endswith(self.words.infinitive_endings):
            return False
        low = self.lowers[last]
        return self.lowers[last - 1] in self.words.infinitive or any(
            lead in low[2:-2] for lead in self.words.infinitive
        )

    def _is_infinitive(self, word: str) -> bool:
        words = self.phrases.words
        if word in words.adverbs or word in words.prepositions or word in words.determiners:
            return False
        if word in self.words.no_infinitives:
            return False
        before, mark, _ = word.partition("'")
        return not (mark and before in words.elided) and word.endswith(
            self.words.infinitive_endings
        )
