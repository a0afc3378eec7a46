"""Subjects of verbs that report clauses, in languages whose tokens have no tags.

Where marks bound what is reported, the rest of a sentence is the clause of its verb. Where none do, the
commas show whose verb it is: *X, der Wirt, sagte, dass C*; *weil X sagte, dass C*; *X, quien dijo C*.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from quotekit.models import Mention, MentionKind
from quotekit.syntax._clause_words import ClauseWords
from quotekit.syntax._clauses import Clause
from quotekit.syntax._cues import Cue
from quotekit.syntax._phrases import Phrases
from quotekit.syntax._signs import NAME_MARKS
from quotekit.syntax._views import Views

ASIDE: Final = 2
"""An aside and the verb after it are so many clauses."""


class ClauseSubjects:
    """Reads the subjects of the verbs of one text by commas, conjunctions and relative pronouns.

    Args:
        views: The views of the text.
    """

    def __init__(self, views: Views) -> None:
        self.views = views
        self.tokens = views.tokens
        self.lowers = views.tokens.lowers
        self.phrases = views.memo(Phrases)
        self.words = views.language.memo(ClauseWords)

    def of(self, cue: Cue) -> Mention | None:
        """Return who says what stands after a verb."""
        governor = self._governor(cue)
        while governor is not None:
            cue, governor = governor, self._governor(governor)
        clauses, k = self._clauses(cue)
        if not clauses:
            return None
        first, last, start = clauses[k].first, clauses[k].last, clauses[0].first
        if not self.words.comma and self._follows_relative(cue, first):
            return Mention(self.tokens.span(cue.first - 1), MentionKind.PRONOUN)
        if k and self._is_subject_relative(first, cue, last):
            return Mention(self.tokens.span(first), MentionKind.PRONOUN)
        opener = self._subordinating(clauses, k, cue)
        if opener is not None:
            return self.first_phrase(opener + 1, cue.first)
        if k and first == cue.first and not self._is_impersonal_after(cue):
            return self._beside_aside(start, cue, last + 1)
        return self.subject(cue, start, last + 1 + (self.tokens.texts[last + 1] in NAME_MARKS))

    def after_contents(self, cue: Cue) -> Mention | None:
        """Return who says what stands before a verb: *C, sagte X*; *C, disseram operadores*."""
        clauses, k = self._clauses(cue)
        found = self.subject(cue, self.opening(cue), self._after_apposition(clauses[k:]))
        return found or self._without_article(cue, clauses[k].last)

    def after_as(self, cue: Cue) -> Mention | None:
        """Return the subject of a verb that opens its clause but for a pronoun: *comme l’a dit X*."""
        clauses, k = self._clauses(cue)
        return self.subject(cue, cue.first, self._after_apposition(clauses[k:]))

    def opening(self, cue: Cue) -> int:
        """Return where the clause of a verb begins, after a word that points: *so heißt es*."""
        clauses, k = self._clauses(cue)
        first, words = clauses[k].first, self.phrases.words
        pointing = words.fronting | words.fronting_alone
        return first + (cue.first == first + 1 and self.lowers[first] in pointing)

    def opens_clause(self, cue: Cue) -> bool:
        """Return whether a verb opens a clause that does not begin its sentence: *C, sagte X*."""
        clause = self.views.clause_of(cue.first)
        return clause is not None and bool(clause.sign) and self.opening(cue) == cue.first

    def subject(self, cue: Cue, first: int, stop: int) -> Mention | None:
        """Return the subject of a verb, unless it is nobody: *es hieß*."""
        found = self.phrases.subject((cue.head, cue.last), (first, stop))
        if found is not None and self._is_nobody(found):
            speaks = not self.words.comma and not cue.passive  # il a affirmé que
            return found if speaks else None
        return found

    def first_phrase(self, first: int, stop: int) -> Mention | None:
        """Return the subject of a clause whose verb stands last."""
        if self.words.comma and self.phrases.is_small_word(self.lowers[first]):
            return self.phrases.before(first, stop)
        found = self.phrases.following(first, stop) or self.phrases.before(first, stop)
        return None if found is None or self._is_nobody(found) else found

    def is_impersonal(self, cue: Cue) -> bool:
        """Return whether nobody is the subject of a verb: *es heißt*, *heißt es*."""
        around = (cue.first - 1, cue.last + 1)
        return any(
            0 <= i < len(self.lowers) and self.lowers[i] in self.words.impersonal for i in around
        )

    def is_relative(self, i: int) -> bool:
        """Return whether a relative clause begins at token *i*: *der …*, *auf dem …*."""
        words = self.phrases.words
        led = self.lowers[i] in words.prepositions and self.lowers[i + 1 : i + 2]
        return self.lowers[i + bool(led)] in words.relatives

    def _clauses(self, cue: Cue) -> tuple[Sequence[Clause], int]:
        """Return the clauses of the sentence with a verb, and which of them is the verb's."""
        sentence = self.views.sentence_at(self.tokens.starts[cue.head])
        if sentence is None:
            return (), 0
        inside = self.tokens.within(sentence.start, sentence.end)
        clauses = self.views.clauses_in(inside.start, inside.stop)
        return clauses, max(bisect_right(clauses, cue.first, key=attrgetter("first")) - 1, 0)

    def _subordinating(self, clauses: Sequence[Clause], k: int, cue: Cue) -> int | None:
        """Return the word that opens a clause which its verb ends: *weil X sagte*, *wie X sagte*.

        Not the one of *Um drei sagte X*. An aside may come between: *wie X, der Wirt, sagte*.
        """
        first, words = clauses[k].first, self.words
        low = self.lowers[first]
        if not words.comma:
            return None
        if k >= ASIDE and low not in words.as_words:
            opener = clauses[k - ASIDE].first
            if self.lowers[opener] in words.as_words:
                return opener
        ends = low not in self.phrases.words.prepositions or clauses[k].last - cue.last <= 1
        return first if low in words.subordinating and ends else None

    def _beside_aside(self, first: int, cue: Cue, stop: int) -> Mention | None:
        """Return the subject of a verb after an aside: *X, der Wirt, sagte*; *Den Rat, …, bat X*."""
        aside = self.phrases.before(first, cue.first)
        if aside is not None and self.words.comma:
            fronted = self.phrases.is_small_word(self.lowers[first])
            if fronted or self.phrases.is_oblique(aside):
                following = self.phrases.following(cue.last + 1, stop)
                return following or self.first_phrase(first, cue.first) or aside
        return aside or self.subject(cue, first, stop)

    def _follows_relative(self, cue: Cue, first: int) -> bool:
        """Return whether a relative pronoun right before a cue is its subject: *dos guías que dicen*."""
        i = cue.first - 1
        return i > first and self.lowers[i] in self.phrases.words.relatives

    def _governor(self, cue: Cue) -> Cue | None:
        """Return the verb whose *that* is right before a cue without subject: *disse que pediu que*."""
        i = cue.first - 2
        if i < 0 or self.lowers[i + 1] not in self.words.that:
            return None
        verbs = self.views.cues_in(*self.tokens.span(i))
        governs = (v for v in verbs if v.row.pos == "verb" and "clause" in v.row.frames)
        return next(governs, None) if self.phrases.words.null_subjects else None

    def _is_subject_relative(self, first: int, cue: Cue, last: int) -> bool:
        """Return whether a relative pronoun is the subject: *…, der gestern sagte, dass*."""
        low = self.lowers[first]
        if low not in self.phrases.words.relatives or first >= cue.first:
            return False
        ends = not self.words.comma or last - cue.last <= 1
        if not ends or self.tokens.texts[first + 1][0].isupper():
            return False
        return low in self.words.subject_relatives or not self.phrases.opens(first + 1)

    def _is_impersonal_after(self, cue: Cue) -> bool:
        return self.lowers[cue.last + 1 : cue.last + 2] in [[w] for w in self.words.impersonal]

    def _is_nobody(self, mention: Mention) -> bool:
        return mention.span.slice(self.views.text).lower() in self.words.impersonal

    def _after_apposition(self, clauses: Sequence[Clause]) -> int:
        """Return where the subject after the verb of the first clause ends, at most with an apposition.

        What stands between commas before it counts as nothing: *informó hoy, lunes, el diario*.
        """
        words, k = self.phrases.words, 0
        while k + 2 < len(clauses):
            low = self.lowers[clauses[k + 1].first]
            adverbial = low in words.adverbs or low in words.prepositions
            if clauses[k + 1].sign != "," or not adverbial:
                break
            k += 1
        return clauses[min(k + 1, len(clauses) - 1)].last + 1

    def _without_article(self, cue: Cue, last: int) -> Mention | None:
        """Return a subject without article that ends its clause: *C, disseram operadores*."""
        first = cue.last + 1
        while first < last and self.lowers[first] in self.phrases.words.adverbs:
            first += 1  # informaron hoy fuentes oficiales
        small = self.phrases.is_small_word(self.lowers[first])
        place = None if small else self.phrases.extent(first, last + 1)
        if place is None or not (place[1] == last or self._is_adverbial(place[1] + 1)):
            return None
        return self.phrases.mention(*place)

    def _is_adverbial(self, i: int) -> bool:
        """Return whether a time or place follows a subject: *fuentes oficiales tras la cumbre*."""
        words = self.phrases.words
        return self.lowers[i] in words.prepositions - words.linking
