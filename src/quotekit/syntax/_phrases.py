"""Phrases: subjects by capitals and small words, for languages whose mentions nobody finds.

English mentions come from :attr:`.Document.mentions`. Where a language brings a table *phrases*, or a
quotation stands in marks of another language than the article's, this module reads the words around
a verb: *sagte Wirtin Heike Sommer*, *a expliqué le juge, Paul Morin*, *explique-t-elle*.
"""

from __future__ import annotations

from typing import Final

from quotekit.models import Mention, MentionKind
from quotekit.spans import Span
from quotekit.syntax._noun_phrases import LONGEST, NAMED, NounPhrases
from quotekit.syntax._signs import NAME_MARKS

FARTHEST: Final = 60
"""A clause begins no more tokens before its verb."""
LONGEST_CLAUSE: Final = 200
"""What stands farther from a verb is not looked at."""
CLAUSE_STARTS: Final = frozenset(":;")


class Phrases(NounPhrases):
    """Reads the subjects of verbs in one document."""

    def subject(self, verb: tuple[int, int], bounds: tuple[int, int]) -> Mention | None:
        """Return the subject of a verb in an untagged clause.

        Args:
            verb: First and last token of the verb.
            bounds: First token of the clause and the one after it.
        """
        found = self._subject(verb, bounds)
        return self.somebody(found, self._clause_start(bounds[0], verb[0]), bounds[1])

    def somebody(self, found: Mention | None, first: int, stop: int) -> Mention | None:
        """Return what is named instead of a subject that is nobody: *In dem Brief heißt es*."""
        if found is not None and found.kind is MentionKind.PRONOUN:
            low = self.tokens.lowers[self.tokens.after(found.span.start)]
            if low in self.words.impersonal:
                return self.led_by(self.words.places, first, stop) or found
        return found

    def _subject(self, verb: tuple[int, int], bounds: tuple[int, int]) -> Mention | None:
        words, lowers = self.words, self.tokens.lowers
        head, stop = verb[0], bounds[1]
        inside = self.clitic(verb)
        if inside is not None:
            return inside
        first = self._clause_start(bounds[0], head)
        finite = self._auxiliary(first, head)
        if finite >= 0 and lowers[finite] in words.passive and lowers[head] not in words.quoted:
            agent = self.led_by(words.agents, first, head)
            if agent is not None:
                return agent
        if finite >= 0 and words.verb_second:  # hatte X in einem Gespräch gesagt
            if finite == first or self._fronted(first, finite):
                return self.following(finite + 1, head)
            return self.before(first, finite)
        if finite >= 0:
            head = finite
        if not words.verb_second:
            return self._romance(first, head, verb[1] + 1, stop)
        following = self.following(verb[1] + 1, stop)
        if following is not None and self.is_oblique(following):
            following = None
        if verb[1] + 1 < stop and lowers[verb[1] + 1] in words.nominative:
            return following
        joined = lowers[head - 1] in words.joining
        if (self._fronted(first, head) and not joined) or first >= head:
            return following
        return self.before(first, head) or following

    def led_by(self, leads: frozenset[str], first: int, stop: int) -> Mention | None:
        """Return the phrase after the first of some prepositions in a clause."""
        for i in range(first, min(stop - 1, first + FARTHEST)):
            if self.tokens.lowers[i] in leads:
                last = self.last_of(i + 1, stop)
                return self.mention(i + 1, last) if last > i else None
        return None

    def is_oblique(self, mention: Mention) -> bool:
        """Return whether the article of a phrase shows that it is no subject: *den Plan*."""
        return self.tokens.lowers[self.tokens.after(mention.span.start)] in self.words.oblique

    def owner(self, i: int, stop: int) -> Mention | None:
        """Return who owns the noun before token *i*: *una declaración de la ciudad*."""
        if i + 1 >= stop or self.tokens.lowers[i] not in self.words.linking:
            return None
        genitive = self.tokens.lowers[i] in self.words.determiners
        place = self.extent(i if genitive and not self.words.small_nouns else i + 1, stop)
        return self.mention(*place) if place is not None else None

    def clitic(self, verb: tuple[int, int]) -> Mention | None:
        """Return the pronoun that is written together with its verb: *dit-elle*, *a-t-il dit*."""
        for i in range(max(0, verb[0] - 1), verb[1] + 1):
            word, _, last = self.tokens.lowers[i].rpartition("-")
            if word and last in self.words.pronouns and (i >= verb[0] or self._helps(word)):
                end = self.tokens.ends[i]
                known = self.pronouns.get(last)
                return Mention(
                    Span(end - len(last), end),
                    MentionKind.PRONOUN,
                    number=known and known.number,
                    gender=known and known.gender,
                )
        return None

    def _helps(self, word: str) -> bool:
        return word.partition("-")[0] in self.words.auxiliaries

    def _clause_start(self, first: int, head: int) -> int:
        texts = self.tokens.texts
        first = max(first, head - LONGEST_CLAUSE)
        i = head - 1
        while i > max(first, head - FARTHEST):
            opening = self._opening(i, first) if texts[i] in NAME_MARKS else i
            clock = texts[i - 1][-1].isdigit() and texts[i + 1][0].isdigit()
            if (texts[i] in CLAUSE_STARTS and not clock) or opening < 0:
                first = i + 1
                break
            i = min(i, opening) - 1
        while first < head and not texts[first][0].isalnum():
            first += 1
        while first + 1 < head and self.tokens.lowers[first] in self.words.focus:
            if not self.opens(first + 1):
                break
            first += 1
        return first

    def _opening(self, closing: int, first: int) -> int:
        """Return the mark that opens a name which ends at *closing*, or -1."""
        texts = self.tokens.texts
        marks = (
            i
            for i in range(closing - 2, max(first, closing - NAMED) - 1, -1)
            if texts[i] in NAME_MARKS
        )
        return next(marks, -1)

    def _auxiliary(self, first: int, head: int) -> int:
        """Return the auxiliary that goes with a participle, or -1."""
        for i in range(head - 1, max(first, head - LONGEST) - 1, -1):
            if self.tokens.lowers[i] in self.words.auxiliaries:
                return i
            if not self.words.verb_second and self.tokens.lowers[i] not in self.words.adverbs:
                break
        return -1

    def _fronted(self, first: int, verb: int) -> bool:
        """Return whether something else than the subject stands before the verb."""
        if first >= verb:
            return False
        low = self.tokens.lowers[first]
        if low in self.words.fronting:
            return True
        alone = verb == first + 1 and bool(self.words.fronting_endings)
        return alone and (
            low in self.words.fronting_alone or low.endswith(self.words.fronting_endings)
        )

    def _romance(self, first: int, head: int, following: int, stop: int) -> Mention | None:
        """Find the subject where it stands before the verb, unless the clause begins with it."""
        inverted = head <= first or self.tokens.texts[head - 1] == ","
        if inverted or self._fronted(first, head):
            found = self.following(following, stop)
            if found is not None:
                return found
        return self.before(first, head) or self.following(following, stop)

    def following(self, i: int, stop: int) -> Mention | None:
        """Return the noun phrase that begins at token *i*, or after an adverbial there."""
        stop = min(stop, len(self.tokens))
        i = self._over_adverbials(i, stop)
        if self.words.small_nouns and i < stop and self.is_small_word(self.tokens.lowers[i]):
            return None
        if (
            i < stop and self.tokens.texts[i] in NAME_MARKS and self.words.linking
        ):  # schrieb „Die Zeit“
            closing = self.closing(i, stop)
            named = self.tokens.texts[i + 1 : max(i, closing)]
            if not any(text[0].isalnum() for text in named):
                return None
            return self.mention(i + 1, closing - 1)
        last = self.last_of(i, stop)
        return self.mention(i, last) if last >= i else None

    def before(self, first: int, stop: int) -> Mention | None:
        """Return the noun phrase that ends right before token *stop*, over an aside in commas."""
        tokens, words = self.tokens, self.words
        if stop - 1 > first and tokens.texts[stop - 1] == ",":  # X, der Wirt, der …, sagte
            start = self._clause_start(first, stop)
            last = self.last_of(start, stop)
            whole = last >= start and tokens.texts[last + 1] == "," and last + 1 <= stop - 1
            if whole and self.opens(start) and not self._fronted(start, last + 1):
                return self.mention(start, last)
        j = self._over_aside(first, stop - 1)
        while j >= first and tokens.lowers[j] in words.adverbs:
            j -= 1
        j = self._over_aside(first, j)
        if j < first:
            return None
        if tokens.lowers[j] in words.joining:  # kam und sagte
            return self._joined(self._clause_start(first, j), j)
        start = j
        while start > first and j - start < LONGEST and self._holds(start - 1):
            start -= 1
        parted = start > 0 and tokens.texts[start - 1] == ","
        if tokens.lowers[start] in words.relatives and parted and start < j:
            return Mention(tokens.span(start), MentionKind.PRONOUN)
        for i in range(start, j + 1):
            if i > 0 and tokens.texts[i - 1] in NAME_MARKS and start < i:
                continue  # a name in marks is no subject by itself
            if i > start and not words.small_nouns and tokens.lowers[i - 1] in words.prepositions:
                continue  # passend zu den Gefahren
            if self.opens(i) and self.last_of(i, j + 1) == j:
                return self.mention(i, j)
        if tokens.lowers[start] in words.relatives and parted:
            return Mention(tokens.span(start), MentionKind.PRONOUN)
        return self.following(start, j + 1) if self.opens(start) else None

    def _joined(self, first: int, stop: int) -> Mention | None:
        """Return the subject of the verb that another one is joined to: *En Ulm, Gil vino y dijo*."""
        if not self.words.null_subjects:
            fronted = self.is_small_word(self.tokens.lowers[first])
            return self._first_free(first, stop) if fronted else self.following(first, stop)
        commas = (i + 1 for i in range(first, stop) if self.tokens.texts[i] == ",")
        for start in (first, *commas):
            last = self.last_of(start, stop) if self.opens(start) else -1
            if last >= start and (start == first or self.is_finite(last + 1)):
                return self.mention(start, last)
        return None

    def _first_free(self, first: int, stop: int) -> Mention | None:
        """Return the first phrase that may be a subject: *Gestern kam in Ulm der Wirt und sagte*."""
        words, lowers = self.words, self.tokens.lowers
        i = first
        while i < stop:
            last = -1
            if self.opens(i) and not self.is_small_word(lowers[i]):
                last = self.last_of(i, stop)
            if last >= i:
                led = i > first and lowers[i - 1] in words.prepositions | words.agents
                if not led and lowers[i] not in words.oblique:
                    return self.mention(i, last)
            i = max(i, last) + 1
        return None

    def number(self, mention: Mention) -> str | None:
        """Return whether a mention is one or several, where its first word shows it."""
        first = self.tokens.after(mention.span.start)
        low = self.tokens.lowers[first]
        if mention.number is not None or not self.words.plurals:
            return mention.number
        if low in self.words.plurals:
            return "plural"
        return "singular" if low in self.words.determiners or mention.name else None

    def verb_number(self, first: int, head: int) -> str | None:
        """Return the number of the subject of a verb that has an auxiliary at *first*, if any."""
        words, lowers = self.words, self.tokens.lowers
        finite = next((i for i in range(first, head) if lowers[i] in words.verbs), head)
        return "plural" if lowers[finite].endswith(words.plural_verb_endings) else "singular"

    def _over_adverbials(self, i: int, stop: int) -> int:
        """Skip what may stand between verb and subject: *sagte gestern in Ulm die Ministerin*."""
        tokens, words = self.tokens, self.words
        while i < stop:
            low = tokens.lowers[i]
            if low in words.adverbs and not (low in words.determiners and self.capital(i + 1)):
                i += 1  # sagte ihr gestern die Wirtin, not sagte ihr Nachbar
                i = self._over_comma(i, stop)
                continue
            lead = 1 if low in words.prepositions else 0
            if lead == 0 and not (low in words.determiners and tokens.lowers[i + 1 : i + 2]):
                return i
            j = i + lead
            if j < stop and tokens.lowers[j] in words.determiners:
                j += 1
            if not lead:  # el lunes, este martes
                if j < stop and tokens.lowers[j] in words.adverbs:
                    i = j + 1
                    continue
                return i
            while j < stop and tokens.texts[j][0].islower() and not words.small_nouns:
                j += 1
            if j + 1 >= stop or not tokens.texts[j][0].isalnum():
                return i
            j += 1
            while words.small_nouns and j + 1 < stop and tokens.lowers[j] in words.linking:
                if tokens.lowers[j] in words.joining or tokens.lowers[j + 1] in words.determiners:
                    break
                j += 2  # en una nota de prensa el Grupo
            while j < stop and tokens.texts[j][0].isdigit():
                j += 1
            if j >= stop or not (self.opens(j) or tokens.lowers[j] in words.adverbs):
                return i
            i = j
        return i

    def _over_comma(self, i: int, stop: int) -> int:
        """Skip an adverbial between commas after another: *informó hoy, lunes, el diario*."""
        tokens, words = self.tokens, self.words
        if not words.small_nouns or i + 2 >= stop or tokens.texts[i] != ",":
            return i
        low = tokens.lowers[i + 1]
        if low not in words.adverbs and low not in words.prepositions:
            return i
        commas = (k for k in range(i + 2, min(stop, i + NAMED)) if tokens.texts[k] == ",")
        comma = next(commas, -1)
        return comma + 1 if comma > 0 else i

    def _over_aside(self, first: int, j: int) -> int:
        texts = self.tokens.texts
        if j > first and texts[j] == ")":
            j = next(
                (k - 1 for k in range(j - 1, max(first, j - FARTHEST), -1) if texts[k] == "("), j
            )
        if j > first and texts[j] == ",":
            commas = (k for k in range(j - 1, max(first, j - FARTHEST), -1) if texts[k] == ",")
            comma = next(commas, -1)
            return comma - 1 if comma > first else j - 1
        return j
