"""Names and pronouns in languages without parts of speech: by capitals, titles and small words.

Two capitalized words in a row are a name (*Ute Brandt*), titles before them left out; so is one
that closes such a name elsewhere (*Brandt*) or follows a form of address (*Frau Brandt*). German
gives every noun a capital, so other single words count only where nouns are written small.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.models import Gender, Mention, MentionKind, SpeakerKind
from quotekit.syntax._noun_lexicon import NounLexicon, noun_lexicon
from quotekit.syntax._noun_tokens import OPENERS
from quotekit.syntax._tokens import Tokens

CAPITALIZES_NOUNS = frozenset(("de", "lb"))
LONGEST = 8


def find_untagged(document: Document) -> list[Mention]:
    """Return names and pronouns, in text order."""
    reader = _Reader(document)
    surnames = {run[-1] for run in reader.full_names()}
    return list(reader.mentions(surnames))


def common_words(language: Language) -> frozenset[str]:
    """Return the words that begin no name although a sentence may give them a capital."""
    return frozenset(language.words("titles", "common", "any"))


def title_endings(language: Language) -> tuple[str, ...]:
    """Return the endings of compound titles: *-kanzlerin*."""
    return language.words("titles", "office", "ending")


def female_endings(language: Language) -> tuple[str, ...]:
    """Return the endings of women's titles: *-in*."""
    return language.words("titles", "female", "ending")


class _Reader:
    """Reads runs of capitalized words."""

    def __init__(self, document: Document) -> None:
        self.tokens: Tokens = document.tokens
        self.words: NounLexicon = document.language.memo(noun_lexicon)
        self.common = document.language.memo(common_words)
        self.endings = document.language.memo(title_endings) or ("\0",)
        self.female = document.language.memo(female_endings)
        self.sparse = document.language.code not in CAPITALIZES_NOUNS

    def full_names(self) -> Iterator[list[str]]:
        """Yield the words of every name of two or more."""
        i = 0
        while i < len(self.tokens):
            name, end = self._name_at(i)
            if name is not None and name[1] > name[0]:
                yield self.tokens.texts[name[0] : name[1] + 1]
            i = end

    def mentions(self, surnames: set[str]) -> Iterator[Mention]:
        """Yield the mentions."""
        i, tokens = 0, self.tokens
        while i < len(tokens):
            pronoun = self.words.pronouns.get(tokens.lowers[i])
            if pronoun is not None:
                yield Mention(
                    tokens.span(i),
                    MentionKind.PRONOUN,
                    number=pronoun.number,
                    gender=pronoun.gender,
                )
                i += 1
                continue
            name, end = self._name_at(i)
            if name is not None:
                alone = name[0] == name[1]
                known = not alone or name[0] > i or tokens.texts[name[0]] in surnames
                if known or (self.sparse and i and tokens.texts[i - 1] not in OPENERS):
                    yield self._mention(i, name)
            i = end

    def _mention(self, first: int, name: tuple[int, int]) -> Mention:
        tokens = self.tokens
        title = tokens.span(first, name[0] - 1) if name[0] > first else None
        person = title is not None or name[1] > name[0]
        return Mention(
            tokens.span(first, name[1]),
            MentionKind.NAME,
            name=tokens.span(*name),
            title=title,
            entity=SpeakerKind.PERSON if person else None,
            number="singular",
            gender=self._gender(first, name[0]),
        )

    def _gender(self, first: int, end: int) -> Gender | None:
        for low in self.tokens.lowers[first:end]:
            gender = self.words.honorifics.get(low)
            if gender is not None:
                return gender
            if self.female and low.endswith(self.female):
                return "female"
        return None

    def _name_at(self, i: int) -> tuple[tuple[int, int] | None, int]:
        """Return first and last token of the name that begins at *i*, and where to go on."""
        tokens, n = self.tokens, len(self.tokens)
        j = i
        while j < n and j < i + LONGEST and self._is_title(j):
            j += 2 if j + 1 < n and tokens.texts[j + 1] == "." else 1
        start, last = j, -1
        while j < n and j < start + LONGEST:
            if self._is_capital(j):
                last = j
            elif last < 0 or not self._joins(j, last):
                break
            j += 1
        return ((start, last), last + 1) if last >= start else (None, i + 1)

    def _is_title(self, j: int) -> bool:
        low = self.tokens.lowers[j]
        return low in self.words.titles or low.endswith(self.endings)

    def _is_capital(self, j: int) -> bool:
        text = self.tokens.texts[j]
        return text[0].isupper() and self.tokens.lowers[j] not in self.common

    def _joins(self, j: int, last: int) -> bool:
        """Tell whether a small word or a full stop behind an initial holds a name together."""
        tokens = self.tokens
        if tokens.texts[j] == ".":
            return (
                last == j - 1
                and len(tokens.texts[last]) == 1
                and tokens.starts[j] == tokens.ends[last]
            )
        return tokens.lowers[j] in self.words.particles and any(
            self._is_capital(k) for k in range(j + 1, min(len(tokens), j + 3))
        )
