"""TokenFeatures: what the features of reported speech need to know of a document, token by token."""

from __future__ import annotations

from array import array
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, repeat
from operator import add
from sys import intern
from typing import Final, Literal

from quotekit._plugins.quotes.indirect.scoring.vocabulary import Vocabulary
from quotekit.document import Document
from quotekit.lexicon import Language
from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._cues import Cue, CueRow
from quotekit.syntax._guarded import Guarded
from quotekit.syntax._signs import DASHES, QUOTE_MARKS
from quotekit.syntax._tags import FINITE, NOUNS, PHRASE

TERMINALS: Final = frozenset(".?!")
CLOSED: Final = frozenset("DET PRON ADP CCONJ SCONJ PART AUX MODAL PUNCT POS".split())
"""Tags of classes whose words count one by one; of all others only the tag counts."""
SUBJECTS: Final = frozenset("NOUN PROPN PRON DET NUM".split())
"""Tags after which a base form is a finite verb."""
JOINING_SIGNS: Final = frozenset(",;—–-")
"""Signs that join clauses, as conjunctions do."""
CLAUSE_BREAKS: Final = frozenset(",;—")
"""Signs before the first word of a clause."""
BARE: Final = frozenset(("object", "predicate"))
"""Frames of verbs that take a bare noun."""
BRACKETS: Final = {"(": 1, "[": 1, ")": -1, "]": -1}
# What features are made of is interned, here and in the weights: to find a key among them is then to
# compare addresses, not letters.
DIGITS: Final = tuple(map(intern, "0123456789"))
BINS: Final = tuple(map(intern, ("0 1 2 3" + " <7" * 3 + " <13" * 6 + " <26" * 13).split()))
LONG: Final = 20_000
"""A text of so many tokens has its numbers in arrays, which take less memory, but longer to look up."""
NEAR: Final = 128
"""Numbers of tokens under this are looked up, not computed: no option is farther from its cue."""
BINNED: Final = (*BINS, *[intern("far")] * (NEAR - len(BINS)))
"""Such numbers as words, large ones by range."""
VERBS: Final = 1
COMMAS: Final = 1 << 8
JOINERS: Final = 1 << 16
BRACKETED: Final = 1 << 24
"""What each adds to a tally: all are counted in one number, and differences of tallies hold all four."""


def up_to(most: int) -> tuple[str, ...]:
    """Return small numbers as words, *most* for larger ones.

    Example:
        >>> up_to(3)[2], up_to(3)[5]
        ('2', '3')
    """
    return tuple(DIGITS[min(n, most)] for n in range(NEAR))


def bin_count(n: int) -> str:
    """Return a number as a word, large ones by range.

    Example:
        >>> [bin_count(n) for n in (0, 3, 5, 12, 30)]
        ['0', '3', '<7', '<13', 'far']
    """
    return BINS[n] if n < 26 else "far"


def capped(n: int, most: int) -> str:
    """Return a number as a word, *most* for larger ones.

    Example:
        >>> capped(2, most=3), capped(5, most=3)
        ('2', '3')
    """
    return DIGITS[n] if n < most else DIGITS[most]


class TokenFeatures:
    """Parallel lists over the tokens of one document; all counts are of what stands before a token.

    Attributes:
        size: How many tokens there are; the lists hold sentinels besides.
        lowers: Words in lower case.
        tags: Parts of speech.
        shapes: The word itself where it belongs to a closed class, else its tag.
        in_quotes: Number of the outer pair of marks that holds the token; 0 outside.
        cues: Where a cue has its head: its class.
        leads: Each token of an expression that leads to its source, *according to* → its last one.
        word: Returns a word of the vocabulary itself, of any other its tag.
        verbal: Whether a token is a finite verb; a base form is one after its subject.
        tally: How many finite verbs, commas, what joins clauses, and open brackets, in one number:
            between near tokens the first three differ by less than 128, a byte each.
        joining: Words and signs with which a clause or a report may go on, or end.
        is_that: Whether a token is the conjunction *that*.
    """

    def __init__(self, document: Document) -> None:
        tokens, lowers, tags = document.tokens, document.tokens.lowers, document.tags
        self.document = document
        self.size = len(tokens)
        # Whole slices are plain lists with their sentinels, and faster to look up.
        self.lowers, self.tags = lowers[:], [*tags[:]]
        self.starts, self.ends = tokens.starts[:], tokens.ends[:]
        shapes = [
            intern(word) if tag in CLOSED else tag for word, tag in zip(lowers, tags, strict=True)
        ]
        self.shapes = Guarded(shapes, "", "")[:]
        known = document.language.memo(Vocabulary).interned.get
        words = [
            tag if tag == "PROPN" else known(word, tag)
            for word, tag in zip(lowers, tags, strict=True)
        ]
        self.word: Callable[[int], str] = Guarded(words, "", "")[:].__getitem__
        self.words = document.language.memo(ClosedClasses)
        self.in_quotes = [*document.in_quotes[:]]
        self.quoted = _counts(map(bool, document.in_quotes))
        self.cues: dict[int, str] = {cue.head: cue.row.cue_class for cue in document.cues}
        self.traits = {cue.head: cue.row.traits for cue in document.cues}
        self.leads = {
            i: cue.last
            for cue in document.cues
            if "after" in cue.row.frames
            for i in range(cue.first, cue.last + 1)
        }
        predicates = _predicates(tags)
        self.verbal = Guarded(predicates, False, False)[:]
        self.finite = _counts(predicates)
        self.nouns = _counts(map(NOUNS.__contains__, tags))
        steps = document.language.memo(_tally_steps)
        self.tally = _counts(map(add, map(steps.get, lowers, repeat(0)), predicates), "q")
        self.joining = document.language.memo(_joining)
        that = self.words.complementizers
        may_be = zip(lowers, tags, strict=True)
        thats = [tag == "SCONJ" and word in that for word, tag in may_be]
        self.is_that = Guarded(thats, False, False)[:]
        self.thats = _counts(thats)
        self.mention_starts = {m.span.start: m.span.end for m in document.mentions}
        self.mention_ends = {m.span.end: m.span.start for m in document.mentions}
        self._bounds: dict[int, tuple[int, int]] = {}
        marks = [i for i, word in enumerate(lowers) if word in QUOTE_MARKS]
        self.next_word = self._next_words(marks)
        self.previous_word = self._previous_words(marks)
        self._first = [tokens.after(sentence.start) for sentence in document.sentences]
        self._part_dateline()

    def has_finite(self, start: int, end: int) -> bool:
        """Return whether a finite verb is between two tokens, or one of them."""
        return start <= end and self.finite[end + 1] > self.finite[start]

    def mention_ending(self, i: int) -> int | None:
        """Return the first token of the mention that ends with token *i*."""
        start = self.mention_ends.get(self.ends[i]) if i >= 0 else None
        return None if start is None else self.document.tokens.after(start)

    def mention_starting(self, i: int) -> int | None:
        """Return the last token of the mention that starts with token *i*."""
        end = self.mention_starts.get(self.starts[i])
        return None if end is None else self.document.tokens.before(end)

    def _part_dateline(self) -> None:
        """Begin a sentence after the dateline: *TURKU (Wire) – Bread is dearer, bakers say*."""
        fact = self.document.article.fact("dateline")
        if fact is None or fact.span is None:
            return
        i = self.document.tokens.after(fact.span.end)
        while i < self.size and self.lowers[i] in DASHES:
            i += 1
        if i < self.size:
            insort(self._first, i)

    def _next_words(self, marks: Sequence[int]) -> Sequence[int]:
        """Return for each token the next one that is no quotation mark."""
        found = [*range(1, self.size + 1), self.size]
        for i in reversed(marks):
            found[i - 1] = found[i]
        found[-1] = self.size
        return _compact(found)

    def _previous_words(self, marks: Sequence[int]) -> Sequence[int]:
        """Return for each token the last one before it that is no quotation mark, or -1."""
        found = [*range(-1, self.size)]
        for i in marks:
            found[i + 1] = found[i]
        found[-1] = -1
        return _compact(found)

    def bounds(self, i: int) -> tuple[int, int]:
        """Return first and last token of the sentence of *i*, in_quotes the marks that hold it."""
        known = self._bounds.get(i)
        if known is None:
            known = self._bounds_of(i)
        return known

    def _bounds_of(self, i: int) -> tuple[int, int]:
        """Return the bounds of a token, and remember them for it and for what the same marks hold."""
        n = max(bisect_right(self._first, i) - 1, 0)
        first = self._first[n]
        last = (self._first[n + 1] if n + 1 < len(self._first) else self.size) - 1
        pair = self.in_quotes[i]
        if not pair:
            return self._bounds.setdefault(i, (first, last))
        j = i
        while j > first and self.in_quotes[j - 1] == pair and self.lowers[j - 1] not in TERMINALS:
            j -= 1
        k = i
        while k < last and self.in_quotes[k + 1] == pair and self.lowers[k] not in TERMINALS:
            k += 1
        self._bounds.update(dict.fromkeys(range(j, k + 1), (j, k)))
        return j, k


def quotes_in(features: TokenFeatures, ranges: Iterable[tuple[int, int]], pair: int) -> bool:
    """Return whether marks other than the pair *pair* hold a word of the ranges."""
    quoted, in_quotes = features.quoted, features.in_quotes
    for start, end in ranges:
        if quoted[end + 1] > quoted[start]:
            for i in range(start, end + 1):
                if in_quotes[i] not in (0, pair):
                    return True
    return False


def chunk_shape(
    features: TokenFeatures, start: int, stop: int, step: int, size: int
) -> tuple[str, ...]:
    """Return the shapes from *start* to *stop*, a noun phrase as one, adverbs left out.

    *the old pier would close* is ``NP would VERB``.
    """
    tags, shapes = features.tags, features.shapes
    found: list[str] = []
    in_phrase = False
    for i in range(start, stop + step, step):
        tag = tags[i]
        if tag in PHRASE:
            if in_phrase:
                continue
            in_phrase, shape = True, "NP"
        elif tag == "ADV" or (shape := shapes[i]) in QUOTE_MARKS:
            continue
        else:
            in_phrase = False
        found.append(shape)
        if len(found) == size:
            return tuple(found)
    return (*found, *["$"] * (size - len(found)))


def clause(features: TokenFeatures, cue: Cue, first: int) -> str:
    """Return the conjunction or relative pronoun of the clause that the cue stands in, if any."""
    shapes, connectives = features.shapes, features.words.connectives
    for i in range(cue.first - 1, max(first, cue.first - 12) - 1, -1):
        shape = shapes[i]
        if shape in connectives:
            return shape
        if shape in CLAUSE_BREAKS:
            break
    return "-"


def takes_clauses(cue: Cue) -> bool:
    """Return whether a verb takes a clause and no bare noun: *said C*, but not *said the tower*."""
    return not cue.passive and row_takes_clauses(cue.row)


def row_takes_clauses(row: CueRow) -> bool:
    """Return whether the verb of a row takes a clause and no bare noun, where it is no passive."""
    return (
        row.pos == "verb"
        and "asserts" in row.traits
        and "clause" in row.frames
        and row.frames.isdisjoint(BARE)
    )


def cue_key(cue: Cue) -> tuple[str, str]:
    """Return lemma and class of a cue, nouns and expressions marked as such."""
    return cue.row.keys


def _tally_steps(language: Language) -> dict[str, int]:
    """Return what each word and sign that is tallied adds to the tally."""
    joiners = language.memo(ClosedClasses).clause_joiners | JOINING_SIGNS
    steps = dict.fromkeys(joiners, JOINERS)
    steps |= {sign: number * BRACKETED for sign, number in BRACKETS.items()}
    steps[","] += COMMAS
    return steps


def _joining(language: Language) -> frozenset[str]:
    """Return the words and signs with which a clause or a report may go on, or end."""
    words = language.memo(ClosedClasses)
    return words.report_joiners | words.turn_joiners | words.coordinators | JOINING_SIGNS


def _predicates(tags: Sequence[str]) -> list[bool]:
    """Tell which tokens are finite verbs: *they owe*, *who never owe*, not *to owe*, *will owe*."""
    return [
        tag in FINITE or (tag == "VERB" and _has_subject(tags, i)) for i, tag in enumerate(tags)
    ]


def _has_subject(tags: Sequence[str], i: int) -> bool:
    """Return whether a subject stands before the base form at *i*, over adverbs."""
    left = i - 1
    while left >= 0 and tags[left] == "ADV":
        left -= 1
    return left >= 0 and tags[left] in SUBJECTS


def _counts(values: Iterable[int], code: Literal["i", "q"] = "i") -> Sequence[int]:
    """Return how many there are before each token."""
    return _compact([*accumulate(values, initial=0)], code)


def _compact(numbers: list[int], code: Literal["i", "q"] = "i") -> Sequence[int]:
    """Return numbers as they are, or those of a long text in a tenth of the memory of a list."""
    return numbers if len(numbers) < LONG else array(code, numbers)
