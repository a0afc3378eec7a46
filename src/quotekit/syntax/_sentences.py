"""Sentences: never cut at ``Mr.``, ``U.S.``, initials, or inside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from quotekit.spans import Span
from quotekit.syntax._initials import is_initial
from quotekit.syntax._mark_pairs import MarkPair
from quotekit.syntax._tokens import Tokens

TERMINALS: Final = frozenset(".?!…。？！")
LOW: Final = frozenset("„‚")
ORDINAL: Final = 3
"""An ordinal number has no more figures."""
CLOSERS: Final = frozenset("\"'”’»›)]}」』")
ENDS: Final = TERMINALS | CLOSERS
"""A word that ends a sentence ends with one of these, or is the second one of *„Ja.“*."""
CROWD: Final = 128
SHORT: Final = 20
"""So many in a row in a paragraph, none of more characters, are a list with full stops: one sentence."""


class StopWords(NamedTuple):
    """The words of a language around full stops that end no sentence, in lower case."""

    abbreviations: frozenset[str]
    """Words, without the full stop, that a full stop does not end."""
    counted: frozenset[str]
    """Words that are abbreviations before figures alone: *no. 5*."""
    ordinal: frozenset[str]
    """Words that a number with a full stop goes before: *am 3. Mai*."""
    closed: Mapping[str, str]
    """Words of closed classes, with their tags: they tell initials from other capitals."""


def sentences(
    tokens: Tokens,
    paragraphs: Sequence[Span],
    pairs: Sequence[MarkPair],
    words: StopWords,
    leads: Mapping[int, int] | None = None,
) -> tuple[Span, ...]:
    """Return the sentences, each inside one paragraph, without white space at their ends.

    Args:
        tokens: The tokens of the text.
        paragraphs: Its paragraphs.
        pairs: Its pairs of quotation marks; no sentence ends inside one.
        words: The words whose full stop may end none.
        leads: Start and end of what opens a paragraph and is none of its first sentence: the
            paper's name, a dateline.
    """
    inside = _offsets_inside(pairs)
    low = _low_closers(tokens, pairs)
    texts = tokens.texts
    ends = [i for i, word in enumerate(texts) if word[-1] in ENDS]
    if low:
        ends = sorted(low.union(ends))
    found: list[Span] = []
    for paragraph in paragraphs:
        indices = tokens.within(paragraph.start, paragraph.end)
        first = indices.start
        before = len(found)
        lead = leads.get(paragraph.start) if leads else None
        if lead is not None and lead < paragraph.end:
            first = tokens.after(lead)
            found.append(Span(paragraph.start, tokens.ends[first - 1]))
        following = first
        for i in ends[bisect_left(ends, first) : bisect_left(ends, indices.stop)]:
            if i < following:
                continue
            word = texts[i]
            if (word in TERMINALS or (word[-1] == "." and len(word) > 1)) and not _holds(
                inside, tokens.starts[i]
            ):
                last = i
                while last + 1 < indices.stop and texts[last + 1] in TERMINALS:
                    last += 1
                last = _take_closers(tokens, last, indices.stop)
                counts = _is_ordinal(tokens, i, indices.stop, words)
                if not counts and _ends_sentence(
                    tokens, i, last, range(first, indices.stop), words
                ):
                    found.append(Span(tokens.starts[first], tokens.ends[last]))
                    first = last + 1
                following = last + 1
            elif (
                (word in CLOSERS or i in low)
                and i > first
                and _closes_sentence(tokens, i, indices.stop, inside)
            ):
                last = _take_closers(tokens, i, indices.stop)  # two apostrophes make one mark
                found.append(Span(tokens.starts[first], tokens.ends[last]))
                first = following = last + 1
        if first < indices.stop:
            found.append(Span(tokens.starts[first], tokens.ends[indices.stop - 1]))
        if len(found) - before >= CROWD:
            found[before:] = _joined(found[before:])
    return tuple(found)


def _joined(found: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences of a paragraph, a crowd of very short ones as one."""
    for short, run in groupby(found, lambda span: span.end - span.start <= SHORT):
        spans = list(run)
        if short and len(spans) >= CROWD:
            yield Span(spans[0].start, spans[-1].end)
        else:
            yield from spans


def _low_closers(tokens: Tokens, pairs: Sequence[MarkPair]) -> frozenset[int]:
    """Return the marks that close what a low mark opens: the second one of *„Ja.“*."""
    closing = (
        pair.closing.start
        for pair in pairs
        if pair.closing is not None and tokens.texts[tokens.after(pair.opening.start)] in LOW
    )
    found = ((tokens.after(start), start) for start in closing)
    return frozenset(i for i, start in found if tokens.starts[i] == start)


def _is_ordinal(tokens: Tokens, stop: int, end: int, words: StopWords) -> bool:
    """Return whether a full stop makes an ordinal number: *am 3. Mai*, *im 19. Jahrhundert*."""
    if not words.ordinal or not stop or stop + 1 >= end or len(tokens.texts[stop - 1]) > ORDINAL:
        return False
    return tokens.texts[stop - 1].isdigit() and tokens.lowers[stop + 1] in words.ordinal


class _Inside:
    """Look-up of offsets inside outer pairs, walking forward only."""

    __slots__ = ("at", "ranges")

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self.ranges = ranges
        self.at = 0


def _offsets_inside(pairs: Sequence[MarkPair]) -> _Inside:
    return _Inside([(p.inner.start, p.inner.end) for p in pairs if p.depth == 0])


def _holds(inside: _Inside, offset: int) -> bool:
    while inside.at < len(inside.ranges) and inside.ranges[inside.at][1] <= offset:
        inside.at += 1
    return inside.at < len(inside.ranges) and inside.ranges[inside.at][0] <= offset


def _take_closers(tokens: Tokens, last: int, stop: int) -> int:
    """Move over closing marks that come right after the full stop."""
    while (
        last + 1 < stop
        and tokens.texts[last + 1] in CLOSERS
        and tokens.starts[last + 1] == tokens.ends[last]
    ):
        last += 1
    return last


def _starts_upper(tokens: Tokens, i: int, stop: int) -> bool:
    """Return whether the next word (after opening marks) could begin a sentence."""
    while i < stop and not tokens.texts[i][0].isalnum():
        i += 1
    return i >= stop or not tokens.texts[i][0].islower()


def _ends_sentence(
    tokens: Tokens, terminal: int, last: int, sentence: range, words: StopWords
) -> bool:
    """Return whether the mark at *terminal* ends the sentence, with all that follows up to *last*."""
    if last + 1 >= sentence.stop:
        return True
    if not _starts_upper(tokens, last + 1, sentence.stop):
        return False
    if tokens.texts[terminal] != ".":
        # U.S. before a capital is taken for an abbreviation, the far more frequent case in news.
        return tokens.texts[terminal] in TERMINALS
    before = tokens.texts[terminal - 1] if terminal else ""
    if tokens.starts[terminal] != (tokens.ends[terminal - 1] if terminal else 0):
        return True  # tokenised text: the stop stands free
    if terminal > 1 and tokens.texts[terminal - 2] == "$" and before.isupper():
        return True  # a share: $MAR.
    if len(before) == 1 and before.isupper():
        listed = terminal - 1 == sentence.start and words.closed.get(before.lower()) != "PRON"
        return not (listed or is_initial(tokens, terminal - 1, words.closed))
    if before.lower() in words.counted:
        return not tokens.texts[last + 1][0].isdigit()
    return tokens.lowers[terminal - 1] not in words.abbreviations


def _closes_sentence(tokens: Tokens, i: int, stop: int, inside: _Inside) -> bool:
    """Return whether a closing mark ends the sentence: a full stop before it, a capital after it."""
    if tokens.texts[i - 1] not in ".…。" or _holds(inside, tokens.starts[i]):
        return False
    following = _take_closers(tokens, i, stop) + 1
    return following < stop and _starts_upper(tokens, following, stop)
