"""Contents after their cue: *X sagte, dass C*; *X sagte, er komme*; *X a promis de C*."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.candidates import AFTER, Candidate
from quotekit._plugins.quotes.indirect.patterns.reader import (
    ASIDE_WORDS,
    FEW_WORDS,
    LIKELY,
    SURE,
    Reader,
)
from quotekit._plugins.quotes.indirect.patterns.sentence import Sentence
from quotekit.syntax._cues import Cue
from quotekit.syntax._noun_phrases import MARKS


class AfterCue(Reader):
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
        first = conjunction if skip else conjunction + 1
        last = self.end(s, cue, first)
        if first > last:
            return None
        source = self.source(s, cue)
        confidence = SURE if source else LIKELY
        return Candidate(
            cue, AFTER, [(first, last)], source, confidence, conjunction=True, skip=skip
        )

    def _conjunction(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Return the token of *dass* and how much of it stands before its clause."""
        words = self.words
        opening = words.questions if "asks" in cue.row.traits else words.that
        if words.comma:
            k = s.segment_of(cue.last)
            i = s.start_of(k + 1)
            if i is None or self.lowers[i] not in opening or s.sign_before(i) not in ",(":
                return None
            return i, 0
        i = cue.last
        stop = min(s.last, cue.last + ASIDE_WORDS)
        while i < stop:
            i = self._over_aside(s, cue, i + 1, opening)
            low = self.lowers[i]
            if low in opening:
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
            if not self.tokens.texts[i][0].isalnum() or s.is_cue(i):
                return None
        return None

    def _over_aside(self, s: Sentence, cue: Cue, i: int, opening: frozenset[str]) -> int:
        """Return *i*, or what follows a comma, an aside or a name in marks there.

        *Confirmou, no entanto, que C*; *admitió a «El Faro» que C*. Where the subject follows the
        verb, a comma opens a relative clause: *dijo el juez, que salía*.
        """
        if self.tokens.texts[i] in MARKS:
            closing = self.phrases.closing(i, s.last)
            return closing + 1 if closing > 0 else i
        if self.tokens.texts[i] != "," or s.opens_segment(cue.first):
            return i
        if self.lowers[i + 1] in opening:
            return i + 1
        commas = (k for k in range(i + 2, min(s.last, i + ASIDE_WORDS)) if self.lowers[k] == ",")
        comma = next(commas, -1)
        return comma + 1 if comma > 0 and self.lowers[comma + 1] in opening else i

    def _may_stand_between(self, s: Sentence, cue: Cue, i: int) -> bool:
        """Return whether an adverbial or, in an inverted clause, the subject begins at token *i*."""
        words, low = self.phrases.words, self.lowers[i]
        first = s.segments[s.segment_of(cue.first)][0]
        if words.verb_second and self.lowers[first] in words.fronting:
            return True
        if low in words.adverbs or low in self.words.between:
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
        k = s.segment_of(cue.last)
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
        source = self.source(s, cue)
        if source is None and not self.impersonal(cue):
            return None
        confidence = SURE if source else LIKELY
        return Candidate(cue, AFTER, [(first, self.end(s, cue, first))], source, confidence)

    def _verb_second(self, first: int, stop: int) -> bool:
        """Return whether a verb that may be in the subjunctive follows a subject: *der Wind drehe*."""
        place = self.phrases.extent(first, stop + 1)
        if place is None or place[1] >= stop:
            return False
        verb = self.tokens.texts[place[1] + 1]
        return verb.islower() and verb.endswith("e") and not verb.endswith("te")

    def _infinitive(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*X versprach, C zu tun*; *X a promis de C*."""
        words = self.words
        if "infinitive" not in cue.row.frames and not (words.comma and "talks" in cue.row.traits):
            return None
        place = (
            self._parted(s, cue)
            if words.comma
            else self._joined(s, cue) or self._infinitive_last(s, cue)
        )
        source = self.source(s, cue) if place is not None else None
        if place is None or source is None:
            return None
        first, skip = place
        return Candidate(cue, AFTER, [(first, self.end(s, cue, first))], source, LIKELY, skip=skip)

    def _parted(self, s: Sentence, cue: Cue) -> tuple[int, int] | None:
        """Find the infinitive after a comma: *X versprach, C zu tun*; not *um C zu tun*."""
        k = s.segment_of(cue.last)
        first = s.start_of(k + 1)
        if first is None or s.sign_before(first) != "," or not self._ends_infinite(s, k + 1):
            return None
        return None if self.lowers[first] in self.words.subordinating else (first, 0)

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

    def end(self, s: Sentence, cue: Cue, first: int) -> int:
        """Return the last token of a clause that follows its cue.

        It runs to the end of the sentence; where the cue stands in a subordinate clause itself, or where
        another report is joined on (*…, und fügte hinzu, …*), to the end of its segment.
        """
        k = s.segment_of(first)
        cue_segment = s.start_of(s.segment_of(cue.first))
        subordinate = (
            cue_segment is not None
            and self.lowers[cue_segment] in self.words.subordinating
            and cue_segment < cue.first
        )
        for n in range(k + 1, len(s.segments)):
            start = s.segments[n][0]
            low = self.lowers[start]
            opens_more = (
                low in self.words.subordinating
                or low in self.words.that
                or low in self.phrases.words.relatives
            )
            quoted = s.sign_before(start) == ":" and s.held(start)
            if quoted or s.sign_before(start) in ";–—" or (subordinate and not opens_more):
                return s.segments[n - 1][1]
            if low in self.phrases.words.joining and (s.is_cue(start + 1) or s.is_cue(start + 2)):
                return s.segments[n - 1][1]
        for cue in s.cues:
            joined = self.lowers[cue.first - 1] in self.phrases.words.joining
            if (
                cue.first > first + 1
                and joined
                and "talks" in cue.row.traits
                and cue.form != "fixed"
            ):
                return cue.first - 2  # … und fügte hinzu
        return s.last
