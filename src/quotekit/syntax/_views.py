"""Views: how a text is cut, what its words are, and who is mentioned, for all plugins alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from sys import intern
from typing import Any, Self, TypeVar

from quotekit.lexicon import Language
from quotekit.models import Mention
from quotekit.spans import Span
from quotekit.syntax._clauses import Clause, clauses
from quotekit.syntax._crowds import cues_outside_crowds
from quotekit.syntax._cue_finder import find_cues
from quotekit.syntax._cues import Cue
from quotekit.syntax._furniture import furniture
from quotekit.syntax._guarded import Guarded
from quotekit.syntax._layout import paragraphs
from quotekit.syntax._mark_pairs import MarkPair, pair_marks
from quotekit.syntax._markup import blank_markup
from quotekit.syntax._quote_marks import declared_marks
from quotekit.syntax._sentences import StopWords, sentences
from quotekit.syntax._tokens import Tokens

T = TypeVar("T")


class Views:
    """The views of a text, each computed when first asked for.

    Args:
        text: The text.
        language: The tables of its language.
    """

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self._memo: dict[Any, Any] = {}

    def _leads(self) -> Mapping[int, int]:
        """Return start and end of what opens a paragraph but is no part of its first sentence."""
        return {}

    def _tag(self) -> Sequence[str]:
        """Return a tag for each token."""
        return [""] * len(self.tokens)

    def _find_mentions(self) -> Sequence[Mention]:
        """Return the mentions in text order."""
        return ()

    @cached_property
    def _unmarked(self) -> str:
        """The text with blanks in place of markup: nothing reads references, stars and tags."""
        return blank_markup(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Words, numbers and punctuation."""
        return Tokens(self._unmarked)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs, without white space at their ends."""
        return paragraphs(self.text)

    @cached_property
    def marks(self) -> tuple[MarkPair, ...]:
        """Pairs of quotation marks."""
        elisions = frozenset(self.language.words("marks", "elisions"))
        declared = self.language.memo(declared_marks)
        text = self._unmarked if declared is None else self.text  # which may declare stars
        return pair_marks(text, self.paragraphs, elisions, declared)

    @cached_property
    def in_quotes(self) -> Sequence[int]:
        """For each token the pair of outer marks that contains it, counted from 1, or 0.

        ``document.marks[n - 1]`` is the pair *n*.
        """
        found = [0] * len(self.tokens)
        for n, pair in enumerate(self.marks, 1):
            if pair.depth == 0:
                held = self.tokens.within(pair.inner.start, pair.inner.end)
                found[held.start : held.stop] = [n] * len(held)
        return Guarded(found, 0, 0)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences; none ends inside quotation marks."""
        words = self.language.memo(_stop_words)
        return sentences(self.tokens, self.paragraphs, self.marks, words, self._leads())

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The parts of each sentence between commas, colons and dashes outside marks."""
        return tuple(clauses(self.tokens, self.sentences, self.in_quotes))

    @cached_property
    def tags(self) -> Sequence[str]:
        """The part of speech of each token, a Universal tag, verbs with their form.

        ``NOUN PROPN PRON DET ADJ ADV ADP NUM CCONJ SCONJ PART AUX MODAL PUNCT INTJ X`` and
        ``VERB`` (base form), ``VBZ`` (says), ``VBD`` (said), ``VBN``, ``VBG``, and ``POS`` (the
        possessive *’s*). All empty where no plugin tags.
        """
        tags = self._tag()
        known = {tag: intern(tag) for tag in {*tags}}  # some twenty
        return Guarded(map(known.__getitem__, tags), "", "")

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The words that may report something (*said*, *according to*), in text order."""
        found = find_cues(self.tokens, self.tags, self.language)
        return cues_outside_crowds(found, self.tokens, self.sentences)

    @cached_property
    def furniture(self) -> tuple[Span, ...]:
        """Credits of pictures and teasers of other articles, in text order."""
        return tuple(self.language.memo(furniture).find(self.text, self.paragraphs))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """All mentions, in text order, but for the names in page furniture."""
        found = self._find_mentions()
        if not self.furniture:
            return found
        starts = [span.start for span in self.furniture]
        inside = [_at(self.furniture, starts, mention.span.start) for mention in found]
        return tuple(
            mention
            for mention, span in zip(found, inside, strict=True)
            if span is None or mention.span.start >= span.end
        )

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    def memo(self, build: Callable[[Self], T]) -> T:
        """Return ``build(self)``, built once: what a plugin's hooks share of one document."""
        try:
            found: T = self._memo[build]
        except KeyError:
            found = self._memo[build] = build(self)
        return found

    def forget(self) -> None:
        """Drop what was read of the text; it is read anew if anybody asks for it again.

        Those who read the views refer to them, and are kept with them: dropped, all go at once, and
        leave no cycles among which Python would look for garbage.
        """
        kind = type(self)
        for name in [*vars(self)]:
            if isinstance(getattr(kind, name, None), cached_property):
                del self.__dict__[name]
        self._memo.clear()

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that start in ``[start, end)``."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [self.tokens.starts[cue.head] for cue in self.cues]

    def cues_in(self, start: int, end: int) -> Sequence[Cue]:
        """Return the cues whose head starts in ``[start, end)``."""
        starts = self._cue_starts
        return self.cues[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [pair.opening.start for pair in self.marks]

    def marks_in(self, start: int, end: int) -> Sequence[MarkPair]:
        """Return the pairs of quotation marks that open in ``[start, end)``."""
        starts = self._mark_starts
        return self.marks[bisect_left(starts, start) : bisect_left(starts, end)]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds *offset*, or the last one before it."""
        return _at(self.sentences, self._sentence_starts, offset)

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.first for clause in self.clauses]

    def clause_of(self, i: int) -> Clause | None:
        """Return the clause that token *i* is in, or the last one before it."""
        n = bisect_right(self._clause_starts, i) - 1
        return self.clauses[n] if n >= 0 else None

    def clauses_in(self, first: int, stop: int) -> Sequence[Clause]:
        """Return the clauses whose first word is one of the tokens ``[first, stop)``."""
        starts = self._clause_starts
        return self.clauses[bisect_left(starts, first) : bisect_left(starts, stop)]

    def paragraph_at(self, offset: int) -> Span | None:
        """Return the paragraph that holds *offset*, or the last one before it."""
        return _at(self.paragraphs, self._paragraph_starts, offset)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]


def _stop_words(language: Language) -> StopWords:
    """Return the words of a language around full stops."""
    lists = "abbreviations", "before_figures", "ordinal"
    abbreviations, counted, ordinal = (frozenset(language.words("grammar", k)) for k in lists)
    closed = language.table("grammar").get("closed", {})
    tags = {word: tag for tag, words in closed.items() for word in words}
    return StopWords(abbreviations, counted, ordinal, tags)


def _at(spans: Sequence[Span], starts: list[int], offset: int) -> Span | None:
    i = bisect_right(starts, offset) - 1
    return spans[i] if i >= 0 else None
