"""Noun phrases by capitals and small words: where one begins and ends, and the name in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotekit.lexicon import Language
from quotekit.models import Mention, MentionKind
from quotekit.syntax._noun_lexicon import NounLexicon, Pronoun
from quotekit.syntax._phrase_words import PhraseWords
from quotekit.syntax._signs import NAME_MARKS
from quotekit.syntax._tokens import Tokens
from quotekit.syntax._views import Views

LONGEST: Final = 18
"""A phrase has no more words."""
SMALL_WORDS: Final = 4
"""So many words in small letters may follow one another in a phrase."""
SENTENCE_ENDS: Final = frozenset(".!?")
NAMED: Final = 6
"""A name in marks inside a phrase is no longer: *die Zeitung „Der Bote“*."""


class NounPhrases:
    """Reads the noun phrases of one document.

    Args:
        views: Its views; their language brings the table *phrases*.
    """

    def __init__(self, views: Views) -> None:
        self.tokens: Tokens = views.tokens
        self.words: PhraseWords = views.language.memo(PhraseWords)
        self.pronouns: Mapping[str, Pronoun] = views.language.memo(NounLexicon).pronouns
        self.small_words: frozenset[str] = views.language.memo(_small_words)

    def extent(self, i: int, stop: int, *, bare: bool = False) -> tuple[int, int] | None:
        """Return first and last token of the noun phrase at *i*, if one stands there.

        After an expression a noun needs no article: *según fuentes policiales*. With *bare* this
        holds where nouns have capitals too: *laut örtlichen Medien*, *laut „Hafenblatt“*.
        """
        stop = min(stop, len(self.tokens))
        low = self.tokens.lowers[i]
        verb = self.words.small_nouns and low in self.words.verbs
        if verb and (low in self.words.auxiliaries or self._ends_verb(i + 1, stop)):
            return None  # según dijo ayer el juez
        last = self.last_of(i, stop, bare=bare or self.words.small_nouns)
        worded = any(text[0].isalnum() for text in self.tokens.texts[i : last + 1])
        return (i, last) if worded else None  # aldus ’”

    def _ends_verb(self, i: int, stop: int) -> bool:
        """Return whether what follows a word shows that it is a verb: a subject, an adverb, nothing."""
        return i >= stop or self.opens(i) or self.tokens.lowers[i] in self.words.adverbs

    def mention(self, first: int, last: int) -> Mention:
        """Make a mention of the phrase from token *first* to *last*."""
        tokens = self.tokens
        if (
            tokens.texts[first] in NAME_MARKS
            and tokens.texts[last] in NAME_MARKS
            and last - first > 1
        ):
            first, last = first + 1, last - 1  # laut „Hafenblatt“
        if first == last and tokens.lowers[first] in self.words.pronouns:
            return Mention(tokens.span(first), MentionKind.PRONOUN)
        span = tokens.span(first, last)
        run = self._name_run(first, last)
        if run is None:
            return Mention(span, MentionKind.NOMINAL)
        return Mention(span, MentionKind.NAME, name=tokens.span(*run))

    def opens(self, i: int) -> bool:
        """Return whether a noun phrase may begin at token *i*."""
        low = self.tokens.lowers[i]
        words = self.words
        known = low in words.pronouns or low in words.determiners or self._elides_article(i)
        return known or (self.capital(i) and not self.is_small_word(low) and not self.elides(i))

    def is_small_word(self, low: str) -> bool:
        """Return whether a word opens no phrase though it has a capital: *Asimismo*, *Para*."""
        return low in self.small_words

    def postposed(self, first: int, stop: int) -> tuple[int, int] | None:
        """Return the tokens of a phrase that its preposition follows: *der Polizei* zufolge."""
        tokens = self.tokens
        start = j = stop - 1
        if j >= first and tokens.texts[j] == ")":  # dem Verband (VDL) zufolge
            start = next((k - 1 for k in range(j, first, -1) if tokens.texts[k] == "("), j)
        if start < first or not tokens.texts[start][0].isalnum():
            return None
        while start > first and stop - start < LONGEST:
            before = self._widened(start, first)
            if before == start:
                break
            start = before
        return start, j

    def _widened(self, start: int, first: int) -> int:
        """Return where a phrase begins that goes on to the left of token *start*."""
        tokens, words = self.tokens, self.words
        i = start - 1
        word, low = tokens.texts[i], tokens.lowers[i]
        if not word[0].isalnum() or low in words.auxiliaries:
            return start
        if tokens.lowers[start] in words.determiners:  # Angaben der Polizei
            noun = word[0].isupper() and low not in words.adverbs and i > first - 1
            return i if noun and low not in words.fronting else start
        if low in words.determiners or word[0].isupper():
            return i
        nearest = range(i - 1, max(first, i - SMALL_WORDS) - 1, -1)
        for k in nearest:
            if tokens.lowers[k] in words.determiners:
                return k
            if words.genitives and not tokens.texts[k].islower():
                break  # ist die Ursache ersten Angaben zufolge
        return i if words.dative_endings and low.endswith(words.dative_endings) else start

    def last_of(self, i: int, stop: int, *, bare: bool = False) -> int:
        """Return the last token of the phrase at *i*, -1 if there is none."""
        tokens, words = self.tokens, self.words
        if i >= stop:
            return -1
        if tokens.lowers[i] in words.pronouns and not self._goes_on(i + 1, stop):
            return i
        bare = bare or self.leads_name(i, stop)
        opened = bare or tokens.lowers[i] in words.determiners or self.elides(i)
        opened = opened or self._opens_bare(i, stop)
        last, small, j = -1, 0 if bare else SMALL_WORDS, i
        while j < min(stop, i + LONGEST):
            j = self._over_adverbial(j, stop) if j > i else j
            word, low = tokens.texts[j], tokens.lowers[j]
            if self._abbreviates(j) or (j > i and word.islower() and self._is_abbreviation(j)):
                pass
            elif word in NAME_MARKS:
                closing = self.closing(j, stop)
                if closing < 0 or not (opened or last >= 0):
                    break
                last, j, small = closing, closing, SMALL_WORDS
            elif j > i and (self._opens_another(j) or self._is_subject(j)):
                break
            elif low in words.determiners or low in words.linking:
                small = 0
            elif self.capital(j) or (word[0].isdigit() and last >= 0):
                last, small = j, 0 if opened and self._may_qualify(j) else SMALL_WORDS
            elif self.elides(j):
                last, small = j, 1
            elif low in words.adverbs or low in words.prepositions or self._is_verb(j, i):
                break
            elif word[0].isalpha() and opened and small < SMALL_WORDS:
                small += 1
                ends = j + 1 >= stop or not tokens.texts[j + 1][0].isalpha()
                if words.small_nouns or (last < 0 and ends):
                    last = j
            elif not (word == "," and last >= 0 and self._name_follows(i, j, stop)):
                break
            j += 1
        return last

    def _over_adverbial(self, j: int, stop: int) -> int:
        """Return the participle of *einer am Dienstag gezeigten Studie* for *am*, else *j*."""
        words, texts, lowers = self.words, self.tokens.texts, self.tokens.lowers
        endings = words.inflected_endings
        opens = lowers[j] in words.prepositions or lowers[j] in words.adverbs
        if not words.genitives or not opens or lowers[j - 1] not in words.determiners:
            return j
        inside = range(j + 1, min(stop - 1, j + SMALL_WORDS + 1))
        ends = (k for k in inside if texts[k].islower() and lowers[k].endswith(endings))
        return next((k for k in ends if texts[k + 1][0].isupper()), j)

    def _opens_bare(self, i: int, stop: int) -> bool:
        """Return whether a noun without article opens a sentence: *Fuentes de la investigación*."""
        opens = i == 0 or self.tokens.texts[i - 1] in SENTENCE_ENDS
        goes_on = i + 2 < stop and self.tokens.lowers[i + 1] in self.words.linking
        return opens and goes_on and self.words.small_nouns and self.tokens.texts[i + 2].islower()

    def _opens_another(self, j: int) -> bool:
        """Return whether an article after a noun opens another phrase: *in una lettera il sindaco*."""
        words, before = self.words, self.tokens.lowers[j - 1]
        if words.genitives:  # sagte der Wirt dem Blatt, not der Wirt der Post
            low = self.tokens.lowers[j]
            other = low in words.determiners and low not in words.genitives
            return other and self.capital(j - 1)
        if not words.small_nouns or not self.tokens.texts[j].islower() or not before[0].isalpha():
            return False
        article = self.tokens.lowers[j] in words.determiners - words.linking
        inside = before in words.determiners or before in words.linking or before in words.adverbs
        return article and not inside and before not in words.prepositions

    def _is_subject(self, j: int) -> bool:
        """Return whether a word is a pronoun and never an article: *selon la légende elle a*."""
        low = self.tokens.lowers[j]
        alone = low in self.words.pronouns and low not in self.words.determiners
        return (
            alone and self.words.small_nouns and self.tokens.lowers[j - 1] not in self.words.linking
        )

    def _may_qualify(self, j: int) -> bool:
        """Return whether words may follow a capital: *la mairie d’Ulm socialiste*, *de Ulmse kok*."""
        words = self.words
        return words.small_nouns and (
            not words.verb_second or self.tokens.lowers[j - 1] in words.determiners
        )

    def _is_verb(self, j: int, first: int) -> bool:
        """Return whether a finite verb ends the phrase from *first* before token *j*."""
        words, before = self.words, self.tokens.lowers[j - 1]
        if j == first or before in words.determiners or before in words.linking:
            return j > first and before in words.joining and self.is_finite(j)
        return self.is_finite(j)

    def is_finite(self, j: int) -> bool:
        """Return whether a word is a finite verb by the tables."""
        low = self.tokens.lowers[j]
        if low in self.words.verbs:
            return True
        ends = bool(self.words.verb_endings) and low.endswith(self.words.verb_endings)
        return ends and self.tokens.texts[j].islower()

    def _holds(self, i: int) -> bool:
        """Return whether a token may stand inside a phrase: a word, or the stop in *Dr. Seiler*."""
        return self.tokens.texts[i][0].isalnum() or self._abbreviates(i)

    def _abbreviates(self, i: int) -> bool:
        """Return whether token *i* is the stop of a title or an initial."""
        texts = self.tokens.texts
        if texts[i] == "-" and i > 1:  # Dipl.-Ing.
            i -= 1
        if texts[i] != "." or not i:
            return False
        before = texts[i - 1]
        initial = len(before) == 1 and before.isupper()
        return initial or self.tokens.lowers[i - 1] in self.words.abbreviated

    def _is_abbreviation(self, i: int) -> bool:
        """Return whether token *i* is an abbreviated title inside a phrase: *med* in *Dr. med. Kolb*."""
        texts = self.tokens.texts
        known = self.tokens.lowers[i] in self.words.abbreviated
        return known and i + 1 < len(texts) and texts[i + 1] == "."

    def leads_name(self, i: int, stop: int) -> bool:
        """Return whether a noun without article leads a name: *nonna Trude*, *don Pablo*."""
        words, low = self.words, self.tokens.lowers[i]
        if not words.small_nouns or i + 1 >= stop or not self.tokens.texts[i].islower():
            return False
        if self._is_abbreviation(i):  # dr. Jan Bos
            return i + 2 < stop and (self.capital(i + 2) or self.leads_name(i + 2, stop))
        small = low in words.adverbs or low in words.prepositions or low in words.linking
        return not small and low not in words.auxiliaries and self.capital(i + 1)

    def _goes_on(self, i: int, stop: int) -> bool:
        """Return whether a noun follows a word that is a pronoun as well: *diese Frau*, *la mairie*."""
        if i >= stop or self.tokens.lowers[i - 1] not in self.words.determiners:
            return False
        return self.capital(i) or self.words.small_nouns

    def closing(self, opening: int, stop: int) -> int:
        """Return the mark that closes a name which begins at *opening*, or -1."""
        texts = self.tokens.texts
        marks = (
            i for i in range(opening + 2, min(stop, opening + NAMED + 1)) if texts[i] in NAME_MARKS
        )
        return next(marks, -1)

    def capital(self, i: int) -> bool:
        """Return whether a token has a capital, after an article too: *l’Union*."""
        word = self.tokens.texts[i]
        if word[0].isupper():
            before, _, rest = self.tokens.lowers[i].partition("'")
            return not (rest and before in self.words.elided) or word[len(before) + 1].isupper()
        if "." in word[1:-1]:  # ndr.de
            return word[0].isalpha()
        return self.elides(i) and word[self.tokens.lowers[i].index("'") + 1].isupper()

    def elides(self, i: int) -> bool:
        """Return whether a token holds a small word with its apostrophe: *l’avocat*."""
        before, _, rest = self.tokens.lowers[i].partition("'")
        return bool(rest) and before in self.words.elided

    def _elides_article(self, i: int) -> bool:
        """Return whether a shortened article opens a phrase: *l’avocat*, not *dell’avvocato*."""
        before = self.tokens.lowers[i].partition("'")[0]
        words = self.words
        return self.elides(i) and before not in words.linking and before not in words.prepositions

    def _name_follows(self, i: int, comma: int, stop: int) -> bool:
        """Return whether an apposition with a name follows the comma: *la maire, Léa Roux*."""
        texts = self.tokens.texts
        named = self._name_run(i, comma - 1) is not None
        if comma + 1 >= stop or not texts[comma + 1][0].isupper():
            return False
        following = next((j for j in range(comma + 1, stop) if not self.capital(j)), stop)
        if self.words.small_nouns and following < stop and self.is_finite(following):
            return False  # selon l’accord, Faro vendra
        two = comma + 2 < stop and texts[comma + 2][0].isupper()
        return (two and not (named and self.words.determiners)) or not named

    def _name_run(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the name in a phrase: no role, and nothing that hangs on a small word.

        *der Sprecher der Stadt Ulm, Jan Voss* has *Jan Voss*; *el portavoz de la Cruz Roja* none.
        """
        runs: list[list[int]] = []
        for i in range(first, last + 1):
            low = self.tokens.lowers[i]
            capital = self.capital(i) and not self._is_role(low) and not self._is_abbreviation(i)
            if i == first and low in self.words.determiners:
                capital = False
            if capital and runs and runs[-1][-1] == i - 1 and not self.elides(i):
                runs[-1].append(i)
            elif capital:
                runs.append([i])
        free = [run for run in runs if not self._hangs(run[0], first)] or (
            runs if not self.words.linking else []
        )
        run = next((run for run in free if len(run) > 1), None)
        if run is None:
            run = next((run for run in reversed(free) if self._stands_as_name(run[0], first)), None)
        return (run[0], run[-1]) if run else None

    def _stands_as_name(self, i: int, first: int) -> bool:
        """Return whether a lone capital is a name: without article, or after a role."""
        words = self.words
        anywhere = words.small_nouns or not words.linking
        return i == first or anywhere or self._is_role(self.tokens.lowers[i - 1])

    def _hangs(self, i: int, first: int) -> bool:
        """Return whether a run of capitals hangs on a small word before it: *der Stadt Ulm*."""
        lowers, words = self.tokens.lowers, self.words
        if self.elides(i) and i > first:
            return True
        j = i - 1
        while j > first and lowers[j] in words.determiners and lowers[j] not in words.linking:
            j -= 1
        return j > first and lowers[j] in words.linking

    def _is_role(self, word: str) -> bool:
        return word.endswith(self.words.role_endings)


def _small_words(language: Language) -> frozenset[str]:
    """Return the words that open no phrase: where nouns are written small, all other small ones."""
    words = language.memo(PhraseWords)
    if not words.small_nouns:
        return words.fronting
    return words.fronting | words.prepositions | words.adverbs | words.joining | words.verbs
