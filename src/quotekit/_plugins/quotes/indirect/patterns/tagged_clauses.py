"""Clauses: what stands around a cue, read by closed classes alone, whatever the weights say.

Adverbials and the conjunction after it, the agent of a passive, the subject before it.
"""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.nouns import Nouns
from quotekit._plugins.quotes.indirect.patterns.nominal import listed
from quotekit._plugins.quotes.indirect.token_features import TokenFeatures
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import NOUN_LIKE, PHRASE

LONGEST_PHRASE: Final = 10
CONJUNCTION_REACH: Final = 16
"""So many words may stand between a cue and its *that*."""
ADVERBIAL_STARTS: Final = frozenset(("ADP", "ADV"))
MEASURES: Final = frozenset(("DET", "ADJ", "NUM"))
"""What stands before a noun of time: *the last two weeks*."""


def adverbials(features: TokenFeatures, start: int, last: int) -> int:
    """Return the first token after the times and occasions at *start*, or *start*.

    *on Monday*, *late last week*, *two days earlier*, *in a statement*, *yesterday*; not *in* alone,
    nor *the day*.
    """
    known = features.document.language.memo(Nouns)
    i = start
    while i <= last:
        k = i
        if features.lowers[k] in features.words.times_alone:
            i += 1
            continue
        while k <= last and (
            features.lowers[k] in features.words.pointers or features.tags[k] == "ADP"
        ):
            k += 1
        led = k > i
        noun = k
        while noun < last and features.tags[noun] in MEASURES:
            noun += 1
        if led:
            k = noun
        elif (
            noun > k and features.lowers[noun] in known.occasions and _is_adverb(features, noun + 1)
        ):
            i = noun + 2  # two days earlier
            continue
        word = features.lowers[k] if k <= last else ""
        if word not in known.days and not (led and word in known.occasions):
            break
        i = k + 1
        if i <= last and features.lowers[i].isdigit():  # on June 4
            i += 1
    return i


def _is_adverb(features: TokenFeatures, i: int) -> bool:
    return i < features.size and features.tags[i] == "ADV"


def conjunction(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the *that* which the cue's clause begins with: *said on Monday that*, *told X that*.

    Not the *that* of *said the plan that failed* or *rejected the claim that*.
    """
    z = cue.last
    if "clause" not in cue.row.frames and "told" not in cue.row.frames:
        return None
    if z < last and features.is_that[z + 1]:
        return z + 1
    found = listed(features, cue, last)
    if found is not None:
        return found
    if (
        cue.row.pos == "noun"
        and z + 2 < last
        and features.lowers[z + 1] in features.words.noun_agents
    ):
        end = features.mention_starting(z + 2)  # the suggestion by X that
        return end + 1 if end is not None and end < last and features.is_that[end + 1] else None
    if cue.row.pos != "verb" or z + 2 > last:
        return None
    if features.lowers[z + 1] == ",":
        return after_aside(features, z + 2, min(last, z + CONJUNCTION_REACH))
    told = "told" in cue.row.frames or cue.passive
    if not told and adverbials(features, z + 1, last) == z + 1:
        if features.tags[z + 1] not in ADVERBIAL_STARTS:
            return None
        if "object" in cue.row.frames and features.tags[z + 1] != "ADV":
            return None
    for i in range(z + 1, min(last, z + CONJUNCTION_REACH)):
        if features.is_that[i]:
            return i
        if features.verbal[i] or features.tags[i] == "PUNCT" or (i in features.cues and i > z + 4):
            break
    return None


def after_aside(features: TokenFeatures, first: int, last: int) -> int | None:
    """Return the *that* after an aside between commas: *says, in a footnote, that C*."""
    for i in range(first, last):
        if features.lowers[i] == ",":
            return i + 1 if features.is_that[i + 1] else None
        if features.verbal[i] or features.tags[i] == "PUNCT":
            return None
    return None


def addressee_end(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the last token of the one who is told: *told the court* [*he never …*]."""
    if "told" not in cue.row.frames or cue.passive or cue.last + 2 > last:
        return None
    end = features.mention_starting(cue.last + 1)
    return end if end is not None and end < last else None


def clause_at(features: TokenFeatures, start: int, last: int) -> bool:
    """Return whether a subject stands at *start*, and its verb before any sign but a mark."""
    if start >= last or features.tags[start] not in NOUN_LIKE:
        return False
    for i in range(start + 1, min(last, start + CONJUNCTION_REACH) + 1):
        if features.verbal[i]:
            return True
        if features.tags[i] == "PUNCT" and features.lowers[i] not in QUOTE_MARKS:
            break
    return False


def question(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the question word after the one who is asked: *asked him where*, *told X how*."""
    z = cue.last
    if "question" not in cue.row.frames or z + 2 > last or cue.passive:
        return None
    end = features.mention_starting(z + 1)
    if (
        end is None
        or end >= last
        or features.lowers[end + 1] not in features.words.addressed_questions
    ):
        return None
    return end + 1


def agent_end(features: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the last token of a passive's agent: *was urged by X* [*to go*]."""
    i = cue.last + 1
    if not cue.passive or i >= last or features.lowers[i] not in features.words.agents:
        return None
    end = features.mention_starting(i + 1)
    if end is not None and end <= last:
        return end
    while i < last and features.tags[i + 1] in PHRASE:
        i += 1
    return i if i > cue.last + 1 else None


def antecedent(features: TokenFeatures, end: int, first: int) -> int | None:
    """Return the last token of the noun phrase before the relative pronoun at *end*."""
    i = end - 1
    if i >= first and features.lowers[i] == ",":
        i -= 1
    return i if i >= first and features.tags[i] in NOUN_LIKE else None


def relative_of(features: TokenFeatures, cue: Cue, first: int) -> int | None:
    """Return the relative pronoun of the clause that closes right before a cue.

    *Three nurses, who feared for their jobs, said*; *a man who lives opposite said*; not *a man
    who said*.
    """
    a = cue.first
    i = a - 1
    if i <= first:
        return None
    if features.lowers[i] == ",":
        i -= 1
        closed = True
    else:
        closed = False
    verbs = 0
    words = features.words
    while i > first and a - i < 40:
        word = features.lowers[i]
        if word in words.pronoun_relatives and features.tags[i] != "PUNCT":
            if closed:
                ahead = features.lowers[i - 1]
                comma = ahead == "," or (
                    ahead in words.before_relatives and _many_of(features, i) is not None
                )
                return i if comma else None
            personal = verbs and word in words.personal_relatives
            return i if personal and features.lowers[i - 1] != "," else None
        if word in (",", ";", ":", "—") and not closed:
            return None
        if word in (";", ":", "—"):
            return None
        verbs += features.verbal[i]
        i -= 1
    return None


def _many_of(features: TokenFeatures, i: int) -> int | None:
    """Return the comma of *, many of whom*."""
    for k in range(i - 1, max(0, i - 5), -1):
        if features.lowers[k] == ",":
            return k
    return None
