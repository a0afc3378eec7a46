"""Chunks by tags: where a noun phrase begins, and where it ends with its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit.lexicon import Language
from quotekit.models import MentionKind, SpeakerKind
from quotekit.syntax._capitals import capitals
from quotekit.syntax._chunks import Chunk
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._noun_lexicon import Head, NounLexicon
from quotekit.syntax._noun_tokens import NounTokens
from quotekit.syntax._views import Views

NOMINAL: Final = frozenset(("NOUN", "PROPN"))
MAY_BE_NOUNS: Final = NOMINAL | {"ADJ", "VBG"}
"""Without a capital no token of another tag is a noun."""
QUALIFIES: Final = frozenset(("ADJ", "NUM"))
"""After a noun only these may lead to another one."""
BEFORE_NOUN: Final = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "VBN", "VBG"))
PARTICIPLES: Final = frozenset(("VBN", "VBG", "VBD"))
APOSTROPHES: Final = frozenset("'’")
NICKNAME_OPENERS: Final = frozenset("“\"‘'(")
NICKNAME_CLOSERS: Final = frozenset("”\"’')")
ROMAN: Final = frozenset("ivx")
LONGEST: Final = 24
"""No chunk is followed for more tokens: hostile text stays linear."""


class Core:
    """A noun phrase up to its head, in token indices.

    Attributes:
        first: Its first token, the determiner included.
        last: Its last token.
        possessors: The last token of each phrase inside it that possesses what follows.
        noun: What is known of the noun that heads it, once it was looked for.
    """

    __slots__ = ("first", "last", "noun", "possessors")

    def __init__(self, first: int, last: int, possessors: list[int]) -> None:
        self.first = first
        self.last = last
        self.possessors = possessors
        self.noun: Head | None = None


class TaggedChunks(NounTokens):
    """Reads the noun phrases of a text by its tags and capitals.

    Attributes:
        capital: Of each token, whether it has a capital that may be a name's.
        joining: What may join more to a phrase on its right, if no capital does: *of*, a comma.
    """

    def __init__(self, views: Views) -> None:
        super().__init__(views)
        self.capital = capitals(self)
        self.joining = views.language.memo(_joining)
        self._joints = views.language.memo(_joints)

    def all(self) -> Iterator[Chunk]:
        """Yield the chunks of the text from left to right; none overlap."""
        i = 0
        while i < self.n:
            pronoun = self.tags[i] == "PRON" or (
                self.lowers[i] in self.words.pronouns and self.tags[i] != "DET"
            )
            core = None if pronoun else self.at(i)
            if pronoun:
                yield Chunk(i, i, i, MentionKind.PRONOUN)
            elif core is not None:
                yield self._chunk(core)
                i = core.last
            i += 1

    def at(self, i: int) -> Core | None:
        """Return the core of the noun phrase that begins at token *i*, if one does."""
        stop = min(self.n, i + LONGEST)
        texts, breaks, tags, capital = self.texts, self.breaks, self.tags, self.capital
        lowers, joints = self.lowers, self._joints
        last = -1
        possessors: list[int] = []
        j = i
        while j < stop and (j == i or j not in breaks):
            if texts[j + 1] == "-" and lowers[j + 2] in self.small.ages:
                j += 2  # 19-year-old Tim Brandt
                if not self._noun_follows(j, stop):
                    return Core(i, j, possessors)
                j += 1
                continue
            after_noun = last == j - 1 and last >= 0
            tag = tags[j]
            if capital[j] or (tag in MAY_BE_NOUNS and self._is_noun(j, after_noun, stop)):
                if after_noun and capital[j] and not self._leads(last):
                    break
                last = j
                j += 1
                continue
            joins = after_noun and (tag == "POS" or lowers[j] in joints)
            step = self._joint(j) if joins else 0
            if not step:
                if after_noun and tag not in QUALIFIES:
                    break  # as most phrases end
                owned = bool(possessors) and possessors[-1] == last
                if not self._modifies(j, j == i, last >= 0 and not owned, stop):
                    break
                step = 1
            elif step == 1 and (tag == "POS" or texts[j] in APOSTROPHES):
                possessors.append(last)
            elif texts[j] == ".":
                last = j
            j += step
        return Core(i, last, possessors) if last >= 0 else None

    def _chunk(self, core: Core) -> Chunk:
        head = core.last - (self.texts[core.last] == ".")
        kind = MentionKind.NAME if self.capital[head] else MentionKind.NOMINAL
        return Chunk(core.first, core.last, head, kind, tuple(core.possessors))

    def _is_noun(self, j: int, after_noun: bool, stop: int) -> bool:
        """Return whether token *j*, in small letters, is a noun; particles of names are not."""
        tag, low = self.tags[j], self.lowers[j]
        if tag == "NOUN":
            return not (after_noun and low in self.words.particles and self.capital[j - 1])
        if tag == "VBG" and self.tags[j - 1] == "POS":
            return True  # the board’s thinking
        if tag == "PROPN":  # a capital that is no name’s
            return low in self.words.heads or self.words.ends_like_person(low)
        if tag != "ADJ":
            return False
        known = low in self.words.heads or low in self.words.partitives
        return known and not self._noun_follows(j, stop)

    def _modifies(self, j: int, opens: bool, noun: bool, stop: int) -> bool:
        """Return whether token *j* modifies a noun that follows.

        Args:
            j: The token.
            opens: Whether the phrase begins with it.
            noun: Whether the phrase has a noun already.
            stop: Where to stop looking.
        """
        tag, low = self.tags[j], self.lowers[j]
        if tag == "ADJ" or tag == "NUM":
            return not noun or self._noun_follows(j, stop)
        if noun:
            return False
        if tag == "DET" or low in self.words.quantities:
            return low not in self.small.wh_determiners
        if tag in PARTICIPLES:
            led = not opens or low in self.words.modifiers or j in self.after_reports
            return led and self._noun_follows(j, stop)  # said exiled lawmaker Tariq Noor
        if tag == "ADV":
            return not opens and self.tags[j + 1] in ("ADJ", "VBN", "NUM")
        return tag == "ADP" and not opens and low in self.small.phrase_inside

    def _leads(self, i: int) -> bool:
        """Return whether a name may follow token *i* inside a phrase: *adviser Ada Ferro*.

        It may not where *i* looks like a verb (*officials claim Ferro …*) or like a noun that a
        clause says more of (*an interview Ferro gave*).
        """
        low = self.lowers[i]
        if self.capital[i] or low == "." or low in self.words.modifiers:
            return True
        head = self.words.heads.get(low)
        if head is not None:
            return head.number == "singular" and head.entity is not SpeakerKind.DOCUMENT
        if low.endswith(self.endings.plural):
            return False
        if i in self.after_reports and self.capital[i + 2]:
            return True  # said chamberlain Nils Orr
        described = self.tags[i - 1] in ("DET", "ADJ", "NUM", "PRON")
        return described or self.words.ends_like_person(low)

    def _noun_follows(self, j: int, stop: int) -> bool:
        """Return whether modifiers from token *j* on lead to a noun."""
        j += 1
        while j < stop and self.tags[j] in ("ADJ", "VBN", "NUM"):
            j += 1
        return j < stop and (self.tags[j] in NOMINAL or self.capital[j])

    def _joint(self, j: int) -> int:
        """Return how many tokens at *j*, no nouns themselves, hold a noun phrase together.

        Token *j* comes right after a noun; 0 says that the phrase ends there.
        """
        text, capital = self.texts[j], self.capital
        if self.tags[j] == "POS" or (text in APOSTROPHES and self.adjacent(j)):
            plural = self.tags[j] == "POS" or self.lowers[j - 1].endswith(self.endings.plural)
            return int(plural and not self.adjacent(j + 1) and self.tags[j + 1] in BEFORE_NOUN)
        if text in self.small.turned and self.tags[j + 1] == "NOUN":
            return 1  # goalkeeper turned pundit
        if text == ".":
            return self._stop(j)
        if not capital[j - 1]:
            return 0
        if text == ",":
            return int(self.lowers[j + 1] in self.small.after_comma)
        if text == "&":
            return int(capital[j + 1])
        return self._nickname(j) if text in NICKNAME_OPENERS else self._small_word(j)

    def _small_word(self, j: int) -> int:
        """Return the length of particles of a name, or of *of* and the like inside one."""
        low, before, capital = self.lowers[j], self.lowers[j - 1], self.capital
        small = self.small
        if low in self.words.particles:
            k = j + 1
            while k < j + 3 and self.lowers[k] in self.words.particles:
                k += 1
            return k - j if capital[k] else 0
        if low in small.of and before in self.words.of_heads:
            the = self.lowers[j + 1] in small.definite and capital[j + 2]
            return 1 if capital[j + 1] else 2 if the else 0
        if low in small.purposes and before in small.for_offices and all(capital[j + 1 : j + 4]):
            return 1  # Minister for Fisheries Mia Orr
        if low in small.of or low in small.purposes:
            head = self.words.heads.get(before)
            many = head is not None and head.number == "plural"
            body = head is not None and head.entity is SpeakerKind.ORGANIZATION
            return int((many or body) and capital[j + 1])
        return int(low in small.additions and capital[j + 1] and self._and_inside(j))

    def _and_inside(self, j: int) -> bool:
        """Return whether *and* stands inside one name.

        *the Center for Coast and River Studies* goes on after *for*, and *the Food and Drug Agency*
        has its article before it and its kind at its end.
        """
        before = self.lowers[j - 2]
        if before in self.small.of or before in self.small.purposes:
            return True
        k = j + 1
        while k < j + LONGEST and self.capital[k]:
            k += 1
        i = j - 1
        while i > j - LONGEST and self.capital[i - 1]:
            i -= 1
        ends = k - j > 2 and self.lowers[k - 1] in self.words.organization_ends
        return ends and self.tags[i - 1] == "DET"

    def _stop(self, j: int) -> int:
        """Return 1 for a full stop inside a name: after an initial, an abbreviated title, or *Jr*."""
        before = self.lowers[j - 1]
        if not self.adjacent(j) or self.starts[j + 1] > self.ends[j] + 1:
            return 0
        if before in self.words.suffixes and not ROMAN.issuperset(before):
            return 1
        follows = self.capital[j + 1] or self.lowers[j + 1] in self.words.particles
        return int((len(before) == 1 or before in self.words.abbreviated) and follows)

    def _nickname(self, j: int) -> int:
        """Return the length of a nickname in marks inside a name, marks included: *“Bobbie”*."""
        k = j + 1
        while k <= j + 3 and self.texts[k][0].isupper():
            k += 1
        closed = j + 1 < k and self.texts[k] in NICKNAME_CLOSERS
        return k + 1 - j if closed and self.capital[k + 1] else 0


def _joints(language: Language) -> frozenset[str]:
    """Return the words and signs that may hold a noun phrase together after a noun."""
    small, words = language.memo(ClosedClasses), language.memo(NounLexicon)
    signs = APOSTROPHES | NICKNAME_OPENERS | {".", ",", "&"}
    inside = small.turned | small.of | small.purposes | small.additions
    return signs | inside | words.particles


def _joining(language: Language) -> frozenset[str]:
    """Return the words and signs that may join more to a noun phrase on its right."""
    small, words = language.memo(ClosedClasses), language.memo(NounLexicon)
    prepositions = small.name_prepositions | small.phrase_prepositions | small.body_prepositions
    return prepositions | small.agents | small.known | small.named | words.after | {",", "("}
