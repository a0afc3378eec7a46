"""Contents beside an expression: *Laut X C*; *C, so X*; *Nach Angaben der Polizei C*; *Selon X, C*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE, Candidate
from quotekit._plugins.quotes.indirect.patterns.reader import FEW_WORDS, LIKELY, Reader
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.models import Mention, QuoteMode
from quotekit.syntax._cues import Cue, CueLexicon, CueRow
from quotekit.syntax._signs import DASHES

_OF_SOURCES: Final = CueRow("", "expression", "report", frozenset(("after",)), QuoteMode.SPEECH)
"""What is known of *nach Angaben* and its like."""


class AccordingTo(Reader):
    """Reads what is reported without a verb."""

    def read(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*Laut X C*; *C, so X*; *Der Polizei zufolge C*; *Selon X, C*."""
        frames = cue.row.frames
        if "before" in frames:
            place = self.phrases.postposed(s.first, cue.first)
            if place is None:
                return None
            return self._around(s, cue, place[0], cue.last, self.phrases.mention(*place))
        if "own" in frames:  # demnach
            return self._own(s, cue)
        if "after" not in frames:
            return None
        aside = "aside" in frames
        place = self._source(s, cue.first, cue.last + 1, bare=not aside)
        if place is None or self._is_silent(*place):
            return None
        if aside:  # so
            k = s.segment_of(cue.first)
            first, last = s.segments[k]
            while last > place[1] and self.lowers[last] in self.phrases.words.adverbs:
                last -= 1  # so X weiter
            led = last > place[1] and self.lowers[place[1] + 1] in self.phrases.words.prepositions
            if k == 0 or first != cue.first or (place[1] < last and not led):
                return None  # so X gegenüber dem Blatt
        source = self.phrases.mention(*place)
        ends = (
            s.segments[s.segment_of(cue.first)][1] if aside else self._whole_source(s, cue, place)
        )
        return self._around(s, cue, cue.first, ends, source)

    def _is_silent(self, first: int, last: int) -> bool:
        """Return whether a phrase says nothing: *laut Plan*, *según el tamaño de la finca*."""
        head = first
        while head < last and self.lowers[head] in self.phrases.words.determiners:
            head += 1
        heads = (last, head) if self.phrases.words.small_nouns else (last,)
        signs = not any(self.tokens.texts[i][0].isalnum() for i in range(first, last + 1))
        return signs or any(self.lowers[i] in self.words.silent for i in heads)

    def _source(
        self, s: Sentence, first: int, i: int, *, bare: bool = False
    ) -> tuple[int, int] | None:
        """Return the phrase at token *i* that says it.

        After the verb what follows a preposition is no part of it: *X wurde laut Polizei in Ulm
        gesehen*.
        """
        place = self.phrases.extent(i, s.last + 1, bare=bare)
        words = self.phrases.words
        if place is None or words.small_nouns or s.opens_segment(first):
            return place
        inside = range(place[0] + 1, place[1] + 1)
        others = words.prepositions | (words.determiners if self._is_full_name(i) else frozenset())
        lead = next((k for k in inside if self.lowers[k] in others), None)
        return place if lead is None else (place[0], lead - 1)

    def _is_full_name(self, i: int) -> bool:
        """Return whether two capitals without article are a name, no office: *laut Uta Loh der …*."""
        phrase = self.phrases.mention(i, i + 1)
        both = self.phrases.capital(i) and self.phrases.capital(i + 1)
        return both and phrase.name == self.tokens.span(i, i + 1)

    def _whole_source(self, s: Sentence, cue: Cue, place: tuple[int, int]) -> int:
        """Return the last token of a source with all that belongs to it.

        *C, selon un sondage réalisé mardi*: the source goes on to the end of its segment, unless
        a verb shows that the contents are there.
        """
        k = s.segment_of(cue.first)
        first, last = s.segments[k]
        if self.words.comma or cue.first != first or last <= place[1]:
            return self._with_apposition(s, place)
        rest = range(place[1] + 1, last + 1)
        parts = len(s.segments) - 1
        verbless = k < parts and not any(
            self.phrases.is_finite(i) or self._is_subject(i) for i in rest
        )
        return last if 0 < k == parts or verbless else self._with_apposition(s, place)

    def _is_subject(self, i: int) -> bool:
        words = self.phrases.words
        return self.lowers[i] in words.pronouns and self.lowers[i] not in words.determiners

    def _with_apposition(self, s: Sentence, place: tuple[int, int]) -> int:
        """Return the last token of a source, or of what explains it right after.

        *Segundo o Instituto (INE), C*; *Según Gil, alcalde de Vila, C*.
        """
        last = place[1]
        if self.tokens.texts[last + 1] == "(":
            brackets = (i for i in range(last + 2, s.last) if self.tokens.texts[i] == ")")
            last = next(brackets, last)
        k = s.segment_of(place[0])
        if self.words.comma or k + 2 >= len(s.segments) or s.segments[k][1] > last:
            return last
        first, end = s.segments[k + 1]
        opens = self.phrases.opens(first) or self.lowers[first] in self.phrases.words.prepositions
        whole = self.phrases.extent(first, end + 1)
        if whole is None or (opens and whole[1] < end) or s.sign_before(first) != ",":
            return last
        clause = any(self.phrases.is_finite(i) for i in range(first, end + 1))
        bare = not opens and self.tokens.texts[first].islower() and not clause
        return end if bare or whole[1] == end else last

    def _own(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*Demnach C*; *ein Bericht, wonach C*: what came before says it."""
        inside = "aside" in cue.row.frames and not s.opens_segment(cue.first)
        if cue.first == s.first or inside:  # Im Detail sollen demnach C
            return self._around(s, cue, cue.first, cue.last, None)
        if not s.opens_segment(cue.first) or (cue.first and cue.first not in s.starts):
            return None
        source = self.phrases.before(s.first, cue.first)
        last = s.segments[s.segment_of(cue.first)][1]
        if source is None or last <= cue.last:
            return None
        return Candidate(cue, AFTER, [(cue.last + 1, last)], source, LIKELY)

    def of_sources(self, s: Sentence) -> Iterator[Candidate]:
        """*Nach (ersten) Angaben (der Polizei) C*."""
        words = self.words
        leads = [i for i in range(s.first, s.last) if self.lowers[i] in words.source_lead]
        if not leads:
            return
        lexicon = self.document.language.memo(CueLexicon)
        genitives = self.phrases.words.genitives
        traits = lexicon.traits[_OF_SOURCES.cue_class]
        for i in leads:
            if s.is_quoted(i):
                continue
            noun = self._source_noun(i + 1, min(s.last, i + 4))
            if noun < 0:
                continue
            lemma = f"{self.lowers[i]} {self.tokens.texts[noun]}"
            row = attrs.evolve(_OF_SOURCES, lemma=lemma, traits=traits)
            cue = Cue(i, noun, i, row, "fixed", self.tokens.span(i, noun))
            j = noun + 1
            if j < s.last and self.lowers[j] in words.source_of:
                j += 1
            owner = None
            if j <= s.last and (j > noun + 1 or self.lowers[j] in genitives or self._is_name(j)):
                owner = self._source(s, i, j)
            source = owner or (i + 1, noun)
            own = not self.words.own.isdisjoint(self.lowers[i:noun])
            mention = None if own else self.phrases.mention(*source)
            framed = self._around(s, cue, i, source[1], mention)
            if framed is not None:
                yield framed

    def _source_noun(self, first: int, last: int) -> int:
        for i in range(first, last + 1):
            if self.tokens.texts[i][0].isupper():
                if self.lowers[i].endswith(self.words.source_noun_endings):
                    return i
                if not self.lowers[i].endswith(self.words.owner_endings):  # nach Molls Meinung
                    return -1
        return -1

    def _is_name(self, i: int) -> bool:
        return self.tokens.texts[i][0].isupper()

    def _around(
        self, s: Sentence, cue: Cue, first: int, last: int, source: Mention | None
    ) -> Candidate | None:
        """Return the sentence without the tokens from *first* to *last*."""
        k, n = s.segment_of(first), s.segment_of(last)
        start, stop = s.clause_start(k), s.last
        lead = self.lowers[s.segments[k][0]]
        led = lead in self.phrases.words.prepositions and first > s.segments[k][0] + 1
        relative = self.lowers[s.segments[k][0] + led] in self.phrases.words.relatives
        inner = lead in self.words.that or (relative and first > s.segments[k][0] + led)
        if k and (inner or lead in self.words.subordinating):
            start, stop = s.segments[k][0] + 1, s.segments[k][1]
            n = k
        dashes = self.tokens.texts[first - 1] in DASHES and self.tokens.texts[last + 1] in DASHES
        if not self.words.comma and not dashes:
            start, stop = self._between_dashes(s, k, n, start, stop)
        opening = self.phrases.words.focus | self.phrases.words.joining
        while first > s.segments[k][0] and self.lowers[first - 1] in opening:
            first -= 1  # anche secondo X, C
        initial = first <= start
        final = last >= stop
        if not self.words.comma:  # the commas part what German needs none for
            opens = first == s.segments[k][0] or self.tokens.texts[first - 1] in DASHES
            ends = last == s.segments[n][1] or self.tokens.texts[last + 1] in DASHES
            second = self.phrases.words.verb_second
            follows = self._verb_follows(last) if second else self._clause_follows(last)
            parted = follows or (ends if initial else (opens and ends) or final or second)
            if not parted:
                return None
        parts = []
        if not initial:
            parts.append((start, first - 1))
        if not final:
            parts.append((self._over_relative(s, last + 1, stop), stop))
        contents = [part for part in map(s.stripped, parts) if part is not None]
        contents = [part for part in contents if part[1] > part[0] or len(parts) > 1]
        if not contents or sum(b - a + 1 for a, b in contents) < FEW_WORDS:
            return None
        frame = AROUND if len(contents) > 1 else AFTER if initial else BEFORE
        return Candidate(cue, frame, contents, source, LIKELY)

    def _verb_follows(self, last: int) -> bool:
        """Return whether a verb follows a source: *volgens de politie is C*, *volgens Bloem duurt C*."""
        word = self.tokens.texts[last + 1]
        return self.phrases.is_finite(last + 1) or (self.phrases.capital(last) and word.islower())

    def _between_dashes(
        self, s: Sentence, k: int, n: int, start: int, stop: int
    ) -> tuple[int, int]:
        """Return the range that dashes or a bracket around segments *k* to *n* leave."""
        for m in range(k, 0, -1):
            if s.sign_before(s.segments[m][0]) in DASHES and s.segments[m][0] > start:
                start = s.segments[m][0]
                break
        for m in range(n + 1, len(s.segments)):
            if s.sign_before(s.segments[m][0]) in DASHES and start > s.first:
                return start, min(stop, s.segments[m - 1][1])
        return start, stop

    def _clause_follows(self, last: int) -> bool:
        """Return whether a clause goes on after a source: *según el Faro viene*, *selon lui elle a*."""
        if not self.tokens.texts[last + 1][0].isalpha():
            return False
        return self.phrases.is_finite(last + 1) or self.phrases.opens(last + 1)

    def _over_relative(self, s: Sentence, i: int, stop: int) -> int:
        """Skip the relative clause that hangs on the source: *laut dem Wirt, der …, ist C*."""
        k = s.segment_of(i) + (not s.opens_segment(i))
        start = s.start_of(k)
        if self.tokens.texts[i] != "," or start is None or not self.subjects.is_relative(start):
            return i
        after = s.start_of(k + 1)
        return after if after is not None and after <= stop else i
