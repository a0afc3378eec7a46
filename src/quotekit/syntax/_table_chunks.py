"""Chunks by capitals, titles and small words, in languages whose tokens have no tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from quotekit.lexicon import Language
from quotekit.models import MentionKind
from quotekit.syntax._chunks import Chunk
from quotekit.syntax._noun_lexicon import NounLexicon
from quotekit.syntax._phrases import Phrases
from quotekit.syntax._views import Views

LONGEST_NAME: Final = 8
"""No name has more words, and no more titles stand before it."""


class TitledName(NamedTuple):
    """A name with the titles before it, in token indices."""

    first: int
    name: int
    last: int


class TableChunks(Phrases):
    """Reads names and noun phrases by the tables *titles*, *people* and *phrases*.

    Two capitalized words in a row are a name (*Ute Brandt*), titles before them left out.
    """

    def __init__(self, views: Views) -> None:
        super().__init__(views)
        self.nouns = views.language.memo(NounLexicon)
        common, self._endings = views.language.memo(_common_and_endings)
        self._no_names = common | self.small_words if self.words.small_nouns else common

    def all(self) -> Iterator[Chunk]:
        """Yield the chunks of the text from left to right; none overlap."""
        i = 0
        while i < len(self.tokens):
            chunk = self.at(i)
            if chunk is not None:
                yield chunk
                i = chunk.last
            i += 1

    def at(self, i: int) -> Chunk | None:
        """Return the chunk that begins at token *i*, if one does."""
        named = self.name_at(i)
        if named is not None:
            return Chunk(i, named.last, named.last, MentionKind.NAME)
        last = self.last_of(i, len(self.tokens)) if self.opens(i) else -1
        if last < i:
            return None
        stop = next((k for k in range(i + 1, last + 1) if self._ends(k)), last + 1)
        last = max(i, self.last_of(i, stop))
        found = self.mention(i, last)
        span = found.name or found.span
        return Chunk(i, last, self.tokens.before(span.end), found.kind)

    def _ends(self, k: int) -> bool:
        """Return whether a comma, a conjunction or a verb follows the phrase: *la maire a vu …*."""
        low = self.tokens.lowers[k]
        return low == "," or low in self.words.joining or low in self.words.auxiliaries

    def name_at(self, i: int) -> TitledName | None:
        """Return the name that begins at token *i* with its titles, if one does."""
        tokens = self.tokens
        if not (tokens.texts[i][0].isupper() or self._is_title(i)):
            return None  # most words begin no name
        j = i
        while j < i + LONGEST_NAME and self._is_title(j):
            j += 2 if tokens.texts[j + 1] == "." else 1
        start, last = j, -1
        while j < start + LONGEST_NAME:
            if self._is_capital(j) and not (last < 0 and self.is_small_word(tokens.lowers[j])):
                last = j
            elif last < 0 or not self._joins(j, last) or self._parts_people(j, last - start + 1):
                break
            j += 1
        return TitledName(i, start, last) if last >= start else None

    def _is_title(self, j: int) -> bool:
        low = self.tokens.lowers[j]
        return low in self.nouns.titles or bool(self._endings and low.endswith(self._endings))

    def _is_capital(self, j: int) -> bool:
        if not self.tokens.texts[j][0].isupper():
            return False
        return self.tokens.lowers[j] not in self._no_names  # Para Matutes, …

    def _joins(self, j: int, last: int) -> bool:
        """Return whether a small word, or a stop after an initial, holds a name together."""
        tokens = self.tokens
        if tokens.texts[j] == ".":
            glued = last == j - 1 and tokens.starts[j] == tokens.ends[last]
            return glued and len(tokens.texts[last]) == 1
        small = tokens.lowers[j] in self.nouns.particles and not self._parts(j, last)
        return small and (self._is_capital(j + 1) or self._is_capital(j + 2))

    def _parts_people(self, j: int, before: int) -> bool:
        """Return whether *and* parts two people: *Ana Paz y Luis Gil*; not *José Ortega y Gasset*."""
        two = before == 1 or self._is_capital(j + 2)
        return two and self.tokens.lowers[j] in self.words.joining

    def _parts(self, j: int, last: int) -> bool:
        """Return whether a particle opens another phrase where articles have cases: *Loh den Plan*."""
        low, words = self.tokens.lowers[j], self.words
        article = low in words.determiners and last == j - 1
        led = low in words.prepositions and self.tokens.lowers[j + 1] in words.determiners
        return bool(words.genitives) and (article or led)


def _common_and_endings(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return words that begin no name despite a capital, and endings of titles: *-kanzlerin*."""
    common = frozenset(language.words("titles", "common", "any"))
    common |= frozenset(language.words("clauses", "source_noun_endings"))
    return common, language.words("titles", "office", "ending")
