"""Judgements: what a verb says that something is: *Traders consider the stall an eyesore*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import Range, Ranges
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import PHRASE

JUDGING: Final = frozenset(("predicate", "as"))
"""Frames of verbs that have a judgement after their object."""
PREDICATES: Final = frozenset(("DET", "ADJ", "NOUN", "NUM", "PRON", "ADV", "VBN"))
OBJECTS: Final = frozenset(("NOUN", "PROPN", "PRON"))
"""Tags that an object ends with."""
SIGNS: Final = frozenset((",", "—", "–", "-", "("))
BEFORE_FREE: Final = frozenset(("ADP", "AUX", "VBD", "VBZ", "VBG", "VBN", "VERB"))
"""Tags of what *what critics call a farce* may be the object of."""


def judges(features: TokenFeatures, cue: Cue, contents: Ranges) -> bool:
    """Return whether contents are something and what it is: *consider* [*the stall an eyesore*].

    Not *consider* [*a sale*]: that is a mere thought.
    """
    start, end = contents[0]
    if JUDGING.isdisjoint(cue.row.frames) or len(contents) > 1 or start != cue.last + 1:
        return False
    return any(_is_predicate(features, cue, start, i) for i in range(start + 1, end + 1))


def _is_predicate(features: TokenFeatures, cue: Cue, start: int, i: int) -> bool:
    """Return whether what something is called begins at *i*, right after the noun or pronoun."""
    before = features.tags[i - 1]
    if features.lowers[i] in features.words.predicatives:
        return before in OBJECTS
    if "predicate" not in cue.row.frames or features.nouns[i] - features.nouns[start] > 1:
        return False
    named = features.tags[i] == "DET" and before in OBJECTS
    return named or (features.tags[i] in ("ADJ", "VBN") and before == "PRON")


def judged_relative(features: TokenFeatures, cue: Cue, bounds: Range) -> tuple[Range, Range] | None:
    """Return source and contents of an active clause that judges: *which* [*critics*] *consider* [*P*].

    The verb has its predicate after it, also after *as*, and the relative pronoun for its object.
    """
    first, last = bounds
    if cue.row.pos != "verb" or cue.last >= last:
        return None
    pronoun = cue.first - 1
    while (
        pronoun > first and features.tags[pronoun] in PHRASE and not _is_object(features, pronoun)
    ):
        pronoun -= 1
    start = cue.last + 1
    led = features.lowers[start] in features.words.predicatives
    if not led and "predicate" not in cue.row.frames:
        return None
    start += led
    subject = pronoun + 1 < cue.first and _is_object(features, pronoun)
    word = start if features.lowers[start] not in QUOTE_MARKS else features.next_word[start]
    if not subject or word > last or features.tags[word] not in PREDICATES:
        return None
    return (pronoun + 1, cue.first - 1), (start, _predicate_end(features, start, last))


def _predicate_end(features: TokenFeatures, start: int, last: int) -> int:
    """Return the last token of a predicate, with what stands in marks there: *a “disaster”*.

    Marks that close after a comma end it: *“a gamble,”*.
    """
    end, i = start, start - 1
    pair = features.in_quotes[start - 1]
    while i < last:
        i += 1
        word = features.lowers[i]
        sign = features.tags[i] == "PUNCT" and word not in QUOTE_MARKS
        if word == "," and features.tags[i - 1] == features.tags[i + 1] == "ADJ":
            continue  # an old, costly trick
        if features.in_quotes[i] == pair and (sign or (features.verbal[i] and i > start)):
            break
        if word in QUOTE_MARKS and features.lowers[i - 1] == ",":
            break
        if not sign and word not in QUOTE_MARKS and features.tags[i] != "CCONJ":
            end = i
    while end > start and features.lowers[end] in features.words.relatives:
        end -= 1
    return end


def _is_object(features: TokenFeatures, i: int) -> bool:
    """Return whether a relative pronoun at *i* may be the object of its clause, after a sign.

    *In* [*what*] *critics call a farce* needs none; *She asked what they call it* is a question.
    """
    word, before = features.lowers[i], features.lowers[i - 1]
    if word in features.words.free_relatives:
        return features.tags[i - 1] in BEFORE_FREE and i - 1 not in features.cues
    return word in features.words.object_relatives and before in SIGNS


def agent_relative(features: TokenFeatures, cue: Cue, bounds: Range) -> tuple[Range, Range] | None:
    """Return agent and contents of a passive one: *which was called* [*“a crime”*] *by* [*Moss*]."""
    last = bounds[1]
    relative = features.lowers[cue.first - 1] in features.words.inserted_relatives
    if not relative or cue.last + 2 > last:
        return None
    start = cue.last + 1 + (features.lowers[cue.last + 1] in features.words.predicatives)
    end = _predicate_end(features, start, last)
    for i in range(start + 1, min(last, end + 2) + 1):
        agent = (
            features.mention_starting(i + 1)
            if features.lowers[i] in features.words.agents
            else None
        )
        if agent is not None and features.in_quotes[i] == features.in_quotes[cue.head]:
            return (i + 1, agent), (features.next_word[start - 1], features.previous_word[i])
    return None
