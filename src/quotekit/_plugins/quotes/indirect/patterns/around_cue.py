"""Contents around their cue: *C, sagte X(, C)*; *C, wie X sagte*; *Comme l’a dit X, C*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import AFTER, AROUND, BEFORE, Candidate
from quotekit._plugins.quotes.indirect.patterns.reader import (
    ASIDE_WORDS,
    FEW_WORDS,
    LIKELY,
    Reader,
)
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.models import Mention
from quotekit.syntax._cues import Cue

ASIDE: Final = 2
"""An aside and the verb after it are so many segments."""


class AroundCue(Reader):
    """Reads sentences in which a verb with its subject is an aside."""

    def inverted(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*C, sagte X.*; *C, a dit X, C*: the cue opens its segment, its subject follows."""
        if "talks" not in cue.row.traits or "direct" not in cue.row.frames:
            return None
        k = s.segment_of(cue.first)
        last = s.segments[k][1]
        first = self.subjects.opening(cue)  # so heißt es; das teilte X mit
        helped = first < cue.first and self.lowers[first] in self.phrases.words.auxiliaries
        if (
            k == 0
            or not (first == cue.first or helped)
            or s.sign_before(s.segments[k][0]) not in ",–—-"
        ):
            return None
        if helped and cue.last != last:
            return None
        begin = s.clause_start(k)
        before = (begin, s.segments[k - 1][1])
        if s.wholly_marked(*before):
            return None
        source = self.subjects.after_contents(cue)
        if self._goes_on_reporting(s, cue, k) or (
            (source is None and not self._needs_none(s, cue, k))
            or last - first > ASIDE_WORDS
            or s.sign_after(last) == ":"
        ):
            return None
        if self.lowers[begin] in self.words.that:
            before = (begin + 1, before[1])
        if before[0] > before[1]:  # Que, dit Marie, il vienne
            return None
        after = self._goes_on(s, k, source)
        if after is None and self._is_dependent(*before) and not self._has_main_clause(s, k):
            return None  # Als der Zug kam, sagte X …
        phrase = self.phrases.extent(begin, before[1] + 1)
        named = phrase is not None and s.ends_segment(phrase[1])
        named = named and (self.words.comma or self.phrases.opens(begin))
        named = named and (self.words.comma or (k == 2 and not self._has_verb(s, k - 1)))
        if after is None and (named or self._is_answer(*before)):
            return None  # Petra Pau, die Wirtin, forderte mehr Geld
        if after is None:
            return Candidate(cue, BEFORE, [before], source, LIKELY)
        return Candidate(cue, AROUND, [before, after], source, LIKELY)

    def _needs_none(self, s: Sentence, cue: Cue, k: int) -> bool:
        """Return whether a cue needs no subject: *heißt es*; *C, afirma.* where the verb has it."""
        if self.subjects.is_impersonal(cue):
            return True
        last = s.segments[k][1]
        rest = range(cue.last + 1, last + 1)
        alone = all(self.lowers[i] in self.phrases.words.adverbs for i in rest)
        return self.phrases.words.null_subjects and alone

    def _goes_on_reporting(self, s: Sentence, cue: Cue, k: int) -> bool:
        """Return whether a verb belongs to reported contents: *Disse que o livro, enfim, aponta …*."""
        begin = s.clause_start(k)
        earlier = (other for other in s.cues if begin <= other.last < cue.first)
        return not self.words.comma and any(
            self.lowers[other.last + 1] in self.words.that for other in earlier
        )

    def _goes_on(self, s: Sentence, k: int, source: Mention | None) -> tuple[int, int] | None:
        """Return the contents after a cue clause: *C, sagte X, C*; no apposition."""
        n = k + 1
        while (
            source is not None
            and n < len(s.segments)
            and self.tokens.starts[s.segments[n][0]] < source.span.end
        ):
            n += 1
        if n >= len(s.segments) or s.sign_before(s.segments[n][0]) not in ",–—-":
            return None
        start = s.segments[n][0]
        low = self.lowers[start]
        ending = self.tokens.texts[s.segments[n][1]]
        clause = self.words.comma and ending[0].islower()  # das Bild gemalt, no apposition
        known = low in self.phrases.words.determiners
        if known and not self.words.comma:  # Pero, dice X, el puente cae
            place = self.phrases.extent(start, s.segments[n][1] + 1)
            clause = place is not None and self.phrases.is_finite(place[1] + 1)
        if (known or low in self.phrases.words.relatives) and not clause:
            return None
        if self.words.comma and low in self.words.subordinating:
            return None
        if not self.words.comma and self._explains(*s.segments[n]):
            return None
        name = self.tokens.texts[start][0].isupper() and not self._is_clause(*s.segments[n])
        return None if name or s.is_cue(start) else (start, s.last)

    def _has_verb(self, s: Sentence, k: int) -> bool:
        first, last = s.segments[k]
        return any(self.phrases.is_finite(i) for i in range(first, last + 1))

    def _is_dependent(self, first: int, last: int) -> bool:
        """Return whether a clause is subordinate: *Als der Zug kam*, not *Sin agua cierra la feria*."""
        low = self.lowers[first]
        if low not in self.words.subordinating:
            return False
        verbs = (self.phrases.is_finite(i) for i in range(first, last + 1))
        return low not in self.words.between or not any(verbs)

    def _has_main_clause(self, s: Sentence, k: int) -> bool:
        """Return whether a main clause follows a subordinate one: *Si llueve, el agua sube, dijo X*."""
        first = s.start_of(k - 1)
        words = self.phrases.words
        inner = self.words.subordinating | words.relatives | words.joining | words.prepositions
        opens = first is not None and k > 1 and self.lowers[first] not in inner
        return opens and not self.words.comma and self._has_verb(s, k - 1)

    def _is_answer(self, first: int, last: int) -> bool:
        """Return whether a few words without a verb are no clause: *Non, a dit X*."""
        verbs = (self.phrases.is_finite(i) for i in range(first, last + 1))
        return last - first < FEW_WORDS and not (last > first and any(verbs))

    def _is_clause(self, first: int, last: int) -> bool:
        """Return whether a verb follows the name that a segment begins with: *…, dice X, Faro es*."""
        i = first
        while i <= last and self.tokens.texts[i][0].isupper():
            i += 1
        return not self.words.comma and i <= last and self.phrases.is_finite(i)

    def _explains(self, first: int, last: int) -> bool:
        """Return whether a segment without a verb explains the subject: *…, fundador de Faro, …*."""
        words, low = self.phrases.words, self.lowers[first]
        small = (
            words.determiners,
            words.pronouns,
            words.prepositions,
            words.adverbs,
            words.joining,
        )
        if any(low in each for each in small) or low.endswith(words.fronting_endings or "\0"):
            return False
        return not any(self.phrases.is_finite(i) for i in range(first, last + 1))

    def _over_aside(self, s: Sentence, n: int) -> bool:
        """Return whether an aside is between a verb and its *wie*: *wie X, der Wirt, sagte*."""
        return (
            n >= ASIDE
            and self.words.comma
            and self.lowers[s.segments[n][0]] not in self.words.as_words
            and self.lowers[s.segments[n - ASIDE][0]] in self.words.as_words
        )

    def as_clause(self, s: Sentence, cue: Cue) -> Candidate | None:
        """*C, wie X sagte*; *Comme l’a dit X, C*."""
        if "talks" not in cue.row.traits:
            return None
        n = s.segment_of(cue.first)
        last = s.segments[n][1]
        k = n - ASIDE if self._over_aside(s, n) else n
        first = s.segments[k][0]
        if self.lowers[first] not in self.words.as_words or first == cue.first:
            return None
        if self.phrases.words.verb_second:
            tail = last - cue.last
            if tail > 1 or (tail == 1 and self.lowers[last] not in self.phrases.words.auxiliaries):
                return None
            source = self.subjects.first_phrase(first + 1, cue.first)
        else:
            if cue.first - first > 3:
                return None
            source = self.subjects.after_as(cue)
        if not self.words.comma and n + 2 < len(s.segments) and self._explains(*s.segments[n + 1]):
            n += 1  # comme l’explique X, juge à Lens, C
        contents = [
            part
            for part in (s.part(0, k - 1), s.part(n + 1, len(s.segments) - 1))
            if part is not None and part[1] - part[0] >= FEW_WORDS
        ]
        if source is None or not contents or s.sign_after(last) == ":":
            return None
        nothing = all(s.wholly_marked(*part) for part in contents)
        frame = AROUND if len(contents) > 1 else BEFORE if contents[0][0] < first else AFTER
        return None if nothing else Candidate(cue, frame, contents, source, LIKELY)
