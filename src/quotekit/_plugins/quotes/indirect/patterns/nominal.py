"""Nouns that report: *three demands: that C*; *the idea that C was first put forward by X*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import PHRASE

LIST_SIGNS: Final = frozenset((",", ":", "—", "–"))
LIST_ENDS: Final = frozenset((";", "—", "–", "(", ")", "."))
LONGEST_OPENER: Final = 2
"""*including*, *among them*: no more words open a list."""
LONGEST_OBJECT: Final = 10
"""How many words may stand between a verb and the noun at the end of its object."""
LONGEST_PREDICATE: Final = 30
"""How many words may stand between contents and the agent of the verb that follows them."""
OBJECT_PARTS: Final = PHRASE | {"ADP"}
VERBS: Final = frozenset(("VBD", "VBZ", "VERB", "VBN"))
BESIDE_VERB: Final = frozenset(("AUX", "ADV", "MODAL"))


def listed(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the *that* of a list after a noun: *nine demands, including that C*, *: that C*."""
    i = cue.last + 1
    if cue.row.pos != "noun" or i >= last or features.lowers[i] not in LIST_SIGNS:
        return None
    for _ in range(LONGEST_OPENER):
        i += features.lowers[i + 1] in features.words.list_openers
    return i + 1 if i + 1 < last and features.is_that[i + 1] else None


def over_list(features: TokenFeatures, cue: Cue, contents: Ranges, last: int) -> Ranges:
    """Take in all that a noun lists, up to a sign: *two claims: that C | and that C | — a first*."""
    if len(contents) != 1 or listed(features, cue, last) != contents[0][0] - 1:
        return contents
    start, end = contents[0]
    stops = (i for i in range(start, last + 1) if features.lowers[i] in LIST_ENDS)
    stop = next(stops, last + 1) - 1
    goes_on = any(features.is_that[i] for i in range(end + 1, stop))
    return [(start, stop if goes_on else min(end, stop))]


def raised_by(
    features: TokenFeatures, cue: Cue, bounds: Range, contents: Ranges, picked: Range | None
) -> Range | None:
    """Return who raises what a noun reports: *Moss made three demands*; *… was raised by Moss*.

    What was *picked* stays, unless it takes in the verb or stands where the agent does.
    """
    first, last = bounds
    end = contents[-1][1]
    found = _subject_of_object(features, cue, first)
    if found is not None:
        return found if picked is None or found[1] < picked[1] < end else picked
    if end < last and (picked is None or picked[0] > end):
        found = agent(features, end + 1, last)
    return found or picked


def _subject_of_object(features: TokenFeatures, cue: Cue, first: int) -> Range | None:
    """Return the subject of the verb that has a noun for its object: *Moss made three demands*."""
    i = cue.first - 1
    while i > first and i > cue.first - LONGEST_OBJECT and features.tags[i] in OBJECT_PARTS:
        i -= 1
    if features.tags[i] not in VERBS or features.lowers[i] not in features.words.raises:
        return None
    while i > first and features.tags[i - 1] in BESIDE_VERB:
        i -= 1
    start = features.mention_ending(i - 1)
    if start is None:
        start = i - 1
        while start > first and features.tags[start - 1] in PHRASE:
            start -= 1
    return None if start < first or features.tags[i - 1] not in PHRASE else (start, i - 1)


def possessor(features: TokenFeatures, cue: Cue, first: int) -> Range | None:
    """Return whose a noun is: [*her*] *claim*, [*the firm*]*’s old claim*."""
    i = cue.first - 1
    while i > first and i > cue.first - 3 and features.tags[i] == "ADJ":
        i -= 1
    if i < first or cue.row.pos != "noun":
        return None
    if features.lowers[i] in features.words.possessives:
        return i, i
    start = features.mention_ending(i - 1) if features.tags[i] == "POS" and i > first else None
    return None if start is None else (start, i - 1)


def agent(features: TokenFeatures, start: int, last: int) -> Range | None:
    """Return who is named after *by*: *… is an old one and was proposed by Tran*."""
    words = features.words
    for i in range(start, min(last, start + LONGEST_PREDICATE)):
        word = features.lowers[i]
        sign = features.tags[i] == "PUNCT" and word not in QUOTE_MARKS
        if sign or word in words.relatives:
            break
        if word in words.agents and words.raises & set(features.lowers[i - 2 : i]):
            end = features.mention_starting(i + 1)
            return None if end is None or end > last else (i + 1, end)
    return None
