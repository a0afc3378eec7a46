"""A word among its neighbours: what the rules of the tagger look at."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.grammar.words import TaggerLexicon

SENTENCE_OPENERS: Final = frozenset(".?!…:;\"“‘'„«(—–-*•")
"""After these a capital means nothing."""
OPENING_MARKS: Final = frozenset('"“‘„«`')
VERBAL: Final = frozenset("VERB VBZ VBD VBN VBG AUX".split())
BOUNDARIES: Final = frozenset('. , ; : ? ! ( ) — – - " “ ” ‘'.split())
"""Signs that end a clause."""
AHEAD: Final = 12
"""So many words ahead a clause is searched for its verb."""
END: Final = "."
"""What follows the last word of a text."""


class Here:
    """The word that is to be tagged, and what is around it. One goes along the whole text.

    Attributes:
        lowers: The tokens of the text in lower case.
        texts: The tokens as written.
        words: The tables of the language.
        tags: The tags so far: those of all tokens before the word.
        i: The word's index.
        following: The token after it in lower case; a full stop at the end of the text.
        options: The forms of verbs that the word may be, most likely first.
        j: Index of the word before it, over adverbs; -1 where there is none.
        left: The tag of the word at *j*.
        left_word: The word at *j* in lower case.
    """

    __slots__ = (
        *("following", "i", "j", "left", "left_word"),
        *("lowers", "options", "tags", "texts", "words"),
    )

    def __init__(self, lowers: list[str], texts: list[str], words: TaggerLexicon) -> None:
        self.lowers = lowers
        self.texts = texts
        self.words = words
        self.tags: list[str] = []
        self.i = 0
        self.following = END
        self.options: tuple[str, ...] = ()
        self.j = -1
        self.left = self.left_word = ""

    def at(self, i: int) -> Here:
        """Return this after a move to token *i*."""
        self.i = i
        self.following = self.lowers[i + 1] if i + 1 < len(self.lowers) else END
        return self

    def look_left(self) -> None:
        """Find the word that decides on a verb: the one before it, over adverbs and one mark."""
        lowers, tags = self.lowers, self.tags
        j = self.i - 1
        while j >= 0 and tags[j] == "ADV":
            j -= 1
        if j > 0 and lowers[j] in OPENING_MARKS and tags[j - 1] in ("PART", "MODAL"):
            j -= 1  # would “look”
        self.j = j
        self.left, self.left_word = (tags[j], lowers[j]) if j >= 0 else ("", "")

    @property
    def listed(self) -> str:
        """The tag that a list prefers for the word, else NOUN."""
        return self.words.listed.get(self.lowers[self.i], "NOUN")

    def opens_at(self, i: int) -> bool:
        """Return whether a sentence or a quotation begins with token *i*."""
        return i <= 0 or self.lowers[i - 1] in SENTENCE_OPENERS

    def ends_clause(self) -> bool:
        """Return whether the clause ends with the word."""
        return self.following in BOUNDARIES or self.following in self.words.near.boundaries

    def finite_ahead(self) -> bool:
        """Return whether the clause has a finite verb after the word."""
        words, near = self.words, self.words.near
        for word in self.lowers[self.i + 1 : self.i + AHEAD]:
            if word in BOUNDARIES or word in near.boundaries:
                return False
            if words.is_finite(word):
                return True
        return False

    def relative_follows(self) -> bool:
        """Return whether *that* after the word is a relative pronoun: *states that want …*."""
        words, i = self.words, self.i
        if i + 2 >= len(self.lowers) or self.following not in words.near.that:
            return False
        word = self.lowers[i + 2]
        bare = words.verbs.get(word, ("",))[0] == "VERB" and word not in words.nouns
        return bare or words.is_finite(word)
