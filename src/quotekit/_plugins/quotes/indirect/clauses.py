"""Clauses: what stands around a cue, read by closed classes alone, whatever the weights say.

Adverbials and the conjunction behind it, the agent of a passive, the subject before it.
"""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.token_features import MARKS, PHRASE, TokenFeatures
from quotekit.lexicon import Language
from quotekit.syntax._cues import Cue

LONGEST_PHRASE = 10
CONJUNCTION_REACH = 16
"""So many words may stand between a cue and its *that*."""
RELATIVES = frozenset(("who", "which", "that", "whose", "whom"))
QUESTIONS = frozenset("whether if how why what who when where which".split())
NOUN_LIKE = frozenset(("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"))
ADVERBIAL_STARTS = frozenset(("ADP", "ADV"))
POINTERS = frozenset("last this next every earlier late early".split())
"""Words that lead a time without a preposition: *last week*, *late Monday*."""


class Circumstances:
    """Words for when and where something was said.

    Attributes:
        days: Names of days and months.
        nouns: Nouns of times and occasions: *week*, *interview*.
        alone: Words that are a time by themselves: *yesterday*.
    """

    def __init__(self, language: Language) -> None:
        self.days = frozenset(language.words("people", "circumstance", "calendar"))
        self.nouns = frozenset(language.words("people", "circumstance", "any"))
        self.alone = frozenset(("today", "yesterday", "tomorrow", "tonight", "again", "recently"))


def adverbials(scene: TokenFeatures, start: int, last: int) -> int:
    """Return the first token behind the times and occasions at *start*, or *start*.

    *on Monday*, *late last week*, *in a statement*, *yesterday*; not *in* alone, nor *the day*.
    """
    known = scene.document.language.memo(Circumstances)
    i = start
    while i <= last:
        k = i
        if scene.lowers[k] in known.alone:
            i += 1
            continue
        while k <= last and (scene.lowers[k] in POINTERS or scene.tags[k] == "ADP"):
            k += 1
        led = k > i
        if led:
            while k < last and scene.tags[k] in ("DET", "ADJ", "NUM"):
                k += 1
        word = scene.lowers[k] if k <= last else ""
        if word not in known.days and not (led and word in known.nouns):
            break
        i = k + 1
        if i <= last and scene.lowers[i].isdigit():  # on June 4
            i += 1
    return i


def conjunction(scene: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the *that* which the cue's clause begins with: *said on Monday that*, *told X that*.

    Not the *that* of *said the plan that failed* or *rejected the claim that*.
    """
    z = cue.last
    if "clause" not in cue.row.frames and "told" not in cue.row.frames:
        return None
    if z < last and _is_that(scene, z + 1):
        return z + 1
    if cue.row.pos == "noun" and z + 2 < last and scene.lowers[z + 1] in ("by", "from"):
        end = scene.mention_starting(z + 2)  # the suggestion by X that
        return end + 1 if end is not None and end < last and _is_that(scene, end + 1) else None
    if cue.row.pos != "verb" or z + 2 > last:
        return None
    told = "told" in cue.row.frames or cue.passive
    if not told and adverbials(scene, z + 1, last) == z + 1:
        if scene.tags[z + 1] not in ADVERBIAL_STARTS:
            return None
        if "object" in cue.row.frames and scene.tags[z + 1] != "ADV":
            return None
    for i in range(z + 1, min(last, z + CONJUNCTION_REACH)):
        if _is_that(scene, i):
            return i
        if scene.verbal[i] or scene.tags[i] == "PUNCT" or (i in scene.cues and i > z + 4):
            break
    return None


def _is_that(scene: TokenFeatures, i: int) -> bool:
    return scene.lowers[i] == "that" and scene.tags[i] == "SCONJ"


def hearer_end(scene: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the last token of the one who is told: *told the court* [*he never …*]."""
    if "told" not in cue.row.frames or cue.passive or cue.last + 2 > last:
        return None
    end = scene.mention_starting(cue.last + 1)
    return end if end is not None and end < last else None


def clause_at(scene: TokenFeatures, start: int, last: int) -> bool:
    """Tell whether a subject stands at *start*, and its verb before any sign but a mark."""
    if start >= last or scene.tags[start] not in NOUN_LIKE:
        return False
    for i in range(start + 1, min(last, start + CONJUNCTION_REACH) + 1):
        if scene.verbal[i]:
            return True
        if scene.tags[i] == "PUNCT" and scene.lowers[i] not in MARKS:
            break
    return False


def question(scene: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the question word behind the one who is asked: *asked him where*, *told X how*."""
    z = cue.last
    if "question" not in cue.row.frames or z + 2 > last or cue.passive:
        return None
    end = scene.mention_starting(z + 1)
    if end is None or end >= last or scene.lowers[end + 1] not in QUESTIONS - {"who", "which"}:
        return None
    return end + 1


def agent_end(scene: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return the last token of a passive's agent: *was urged by X* [*to go*]."""
    i = cue.last + 1
    if not cue.passive or i >= last or scene.lowers[i] != "by":
        return None
    end = scene.mention_starting(i + 1)
    if end is not None and end <= last:
        return end
    while i < last and scene.tags[i + 1] in PHRASE:
        i += 1
    return i if i > cue.last + 1 else None


def antecedent(scene: TokenFeatures, end: int, first: int) -> int | None:
    """Return the last token of the noun phrase before the relative pronoun at *end*."""
    i = end - 1
    if i >= first and scene.lowers[i] == ",":
        i -= 1
    return i if i >= first and scene.tags[i] in NOUN_LIKE else None


def relative_of(scene: TokenFeatures, cue: Cue, first: int) -> int | None:
    """Return the relative pronoun of the clause that closes right before a cue.

    *Three nurses, who feared for their jobs, said*; *a man who lives opposite said*; not *a man
    who said*.
    """
    a = cue.first
    i = a - 1
    if i <= first:
        return None
    if scene.lowers[i] == ",":
        i -= 1
        closed = True
    else:
        closed = False
    verbs = 0
    while i > first and a - i < 40:
        word = scene.lowers[i]
        if word in ("who", "whose", "whom", "which") and scene.tags[i] != "PUNCT":
            if closed:
                ahead = scene.lowers[i - 1]
                comma = ahead == "," or (
                    ahead in ("of", "with", "for", "to", "by") and _many_of(scene, i) is not None
                )
                return i if comma else None
            return i if verbs and word == "who" and scene.lowers[i - 1] != "," else None
        if word in (",", ";", ":", "—") and not closed:
            return None
        if word in (";", ":", "—"):
            return None
        verbs += scene.verbal[i]
        i -= 1
    return None


def _many_of(scene: TokenFeatures, i: int) -> int | None:
    """Return the comma of *, many of whom*."""
    for k in range(i - 1, max(0, i - 5), -1):
        if scene.lowers[k] == ",":
            return k
    return None
