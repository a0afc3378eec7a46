"""Grammar: what a few words are to each other, by their tags or by the small words of a table.

One interface for both: readers ask whether a cue is a finite verb, whether some tokens could be its
subject, or whether a clause begins among them, and need not know how that is told.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Final

from quotekit.lexicon import Language
from quotekit.models import Mention
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._cues import Cue
from quotekit.syntax._phrases import Phrases
from quotekit.syntax._tags import FINITE
from quotekit.syntax._tokens import Tokens
from quotekit.syntax._views import Views

PARTING: Final = frozenset(".,;:!?()–—„“”«»")
"""Signs that no clause reaches over."""
SUBJECT_STARTS: Final = frozenset(
    ("PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM", "X", "VBG", "VBN", "")
)


class Grammar(ABC):
    """Tells what the words of one text are to each other.

    Args:
        views: The views of the text.
    """

    def __init__(self, views: Views) -> None:
        self.views = views
        self.tokens: Tokens = views.tokens
        self.tags: Sequence[str] = views.tags
        self.small: ClosedClasses = views.language.memo(ClosedClasses)

    @abstractmethod
    def is_finite(self, cue: Cue) -> bool:
        """Return whether a cue is a verb that a subject stands beside, or an expression like one."""

    @abstractmethod
    def is_verb(self, i: int) -> bool:
        """Return whether token *i* may be a finite verb that no table lists."""

    @abstractmethod
    def leads_verb(self, i: int) -> bool:
        """Return whether token *i* is an adverb before a verb: *“…,” then said X*."""

    @abstractmethod
    def opens_phrase(self, i: int) -> bool:
        """Return whether a noun phrase may begin at token *i*."""

    @abstractmethod
    def may_be_subject(self, first: int, stop: int) -> bool:
        """Return whether the tokens ``[first, stop)`` could be the subject of the verb after them."""

    def describes(self, i: int) -> bool:
        """Return whether a past form describes the noun before it: *two clerks briefed on the sale*."""
        low = self.tokens.lowers[i]
        if low in self.small.called:
            return self.tokens.texts[i + 1][0].isupper() and self.tags[i - 1] == "NOUN"
        return low in self.small.briefed and self.tags[i + 1] == "ADP"

    @abstractmethod
    def opening_subject(self, first: int, stop: int) -> Mention | None:
        """Return the subject that the tokens ``[first, stop)``, the start of a sentence, open with."""

    @abstractmethod
    def has_clause(self, first: int, stop: int) -> bool:
        """Return whether a clause of its own begins among the tokens ``[first, stop)``."""


class TaggedGrammar(Grammar):
    """Tells it by tags."""

    def is_finite(self, cue: Cue) -> bool:
        """Return whether a cue is a verb that a subject stands beside, or an expression like one."""
        before = self.tags[cue.first - 1]
        if cue.form == "noun":
            return self.is_finite_noun(cue)
        if before in ("DET", "ADJ", "POS") and cue.form in ("base", "third"):
            return cue.first != cue.head  # the annual talks
        if cue.form == "base":
            return before in ("NOUN", "PRON", "PROPN", "ADV") or cue.first < cue.head
        if cue.form == "fixed":  # was quoted as saying
            return "direct" in cue.row.frames
        if cue.form == "participle":
            return cue.first < cue.head
        if cue.form == "gerund":
            return self.tokens.lowers[cue.first - 1] in self.small.heard
        return cue.row.pos == "verb"

    def is_finite_noun(self, cue: Cue) -> bool:
        """Return whether a cue is a finite verb that its tag takes for a noun: *Moss notes.*"""
        before = cue.first - 1
        pronoun = self.tokens.lowers[before] in self.small.subject_pronouns
        return (
            (pronoun or self.tags[before] == "PROPN")
            and cue.first == cue.last
            and self.tags[cue.last + 1] in ("", "PUNCT", "ADV", "ADP")
        )

    def is_verb(self, i: int) -> bool:
        """Return whether token *i* is a finite verb in past or present."""
        return self.tags[i] in ("VBD", "VBZ")

    def leads_verb(self, i: int) -> bool:
        """Return whether token *i* is an adverb before a verb: *“…,” sadly said the brewer*."""
        sadly = self.tags[i] == "ADV" and self.is_verb(i + 1)
        return sadly or self.tokens.lowers[i] in self.small.before_verbs

    def opens_phrase(self, i: int) -> bool:
        """Return whether a name or a determiner stands at token *i*."""
        return self.tags[i] in ("PROPN", "DET") or self.tokens.texts[i][0].isupper()

    def may_be_subject(self, first: int, stop: int) -> bool:
        """Return whether no verb stands among the tokens, but in a relative clause."""
        relative = False
        if self.tags[first] in ("VBD", "VBN") and first + 1 < stop:
            first += 1  # retired general Ida Moss
        named = self.tokens.texts[first][0].isupper()  # “…,” Young said
        if self.tags[first] not in SUBJECT_STARTS and not named:
            return False
        aside = self._aside(first, stop)
        for i in range(first, stop):
            if self.tokens.lowers[i] in self.small.clause_relatives and i > first:
                relative = True
            elif relative or self.tags[i] not in FINITE or self.describes(i):
                continue
            elif self.tags[i] != "VBD" or i not in aside:
                return False
        return True

    def _aside(self, first: int, stop: int) -> range:
        """Return the words between commas before a verb, whose past forms are participles.

        *“…,” Moss, now 81 and retired, said*.
        """
        texts = self.tokens.texts
        comma = next((i for i in range(first, stop) if texts[i] == ","), stop)
        return range(comma + 1, stop - 1 if texts[stop - 1] == "," else 0)

    def opening_subject(self, first: int, stop: int) -> Mention | None:
        """Return the mention at the first token if a finite verb follows it before the last."""
        start = self.tokens.starts[first]
        for mention in self.views.mentions_in(start, start + 1):
            verb = self.tokens.after(mention.span.end)
            if verb < stop and self.tags[verb] in FINITE:
                return mention
        return None

    def has_clause(self, first: int, stop: int) -> bool:
        """Return whether a verb stands among the tokens, but in a relative clause."""
        for i in range(first, stop):
            if self.tokens.lowers[i] in self.small.pronoun_relatives:
                return False
            if self.tags[i] in FINITE:
                return True
        return False


class TableGrammar(Grammar):
    """Tells it by the words of the table *phrases*, and by signs."""

    def __init__(self, views: Views) -> None:
        super().__init__(views)
        self.phrases = views.memo(Phrases)
        self.words = self.phrases.words
        self._expressions = views.language.memo(_expressions)

    def is_finite(self, cue: Cue) -> bool:
        """Return whether a cue says something, by its row: verbs, and *der Polizei zufolge*."""
        if "before" in cue.row.frames:
            return True
        speaks = "direct" in cue.row.frames and "speaks" in cue.row.traits
        return speaks and cue.row.pos == "verb"

    def is_verb(self, i: int) -> bool:
        """Return whether token *i* is in small letters and no small word."""
        low, words = self.tokens.lowers[i], self.words
        if not self.tokens.texts[i][0].islower() or low in self._expressions:
            return False
        return not any(
            low in small
            for small in (
                words.determiners,
                words.linking,
                words.prepositions,
                words.fronting,
                words.joining,
                words.relatives,
                words.pronouns,
            )
        )

    def leads_verb(self, i: int) -> bool:
        """Return whether token *i* is an adverb that may stand between a verb and its subject."""
        low = self.tokens.lowers[i]
        return low in self.words.adverbs and low not in self._expressions

    def opens_phrase(self, i: int) -> bool:
        """Return whether a pronoun, a determiner or a name stands at token *i*."""
        return self.phrases.opens(i) or self.phrases.leads_name(i, len(self.tokens))

    def may_be_subject(self, first: int, stop: int) -> bool:
        """Return whether an auxiliary opens the tokens: *„…“, hatte X gesagt*."""
        return self.tokens.lowers[first] in self.words.auxiliaries and not self.has_clause(
            first, stop
        )

    def opening_subject(self, first: int, stop: int) -> Mention | None:
        """Return the noun phrase at the first token, unless it opens no subject: *gestern*."""
        fronted = self.tokens.lowers[first] in self.words.fronting
        return None if fronted else self.phrases.following(first, stop)

    def has_clause(self, first: int, stop: int) -> bool:
        """Return whether a sign parts the tokens."""
        return any(self.tokens.texts[i] in PARTING for i in range(first, stop))


def _expressions(language: Language) -> frozenset[str]:
    """Return the first words of cues that are no verbs: *laut*, *so*."""
    return frozenset(word.split()[0] for word in language.table("cues").get("expressions", {}))
