"""Plain frames: syntax that leaves no doubt, so that it holds whatever the weights say.

``X said that C`` · ``C, X said (on Monday)`` · ``C, said X`` · ``X said C`` · ``X promised to C`` ·
``C, as X said``. Each answers with the frame, or ``None`` where the syntax is not plain.
"""

from __future__ import annotations

from typing import NamedTuple

from quotekit.plugins.rules.reported.scene import FINITE, MARKS, PHRASE, Scene
from quotekit.views.cues import Cue

BEHIND, BEFORE, AROUND = "behind", "before", "around"
"""The frames: *X said C*, *C, X said*, *C, X said, C*."""
TALKING = frozenset(("report", "manner", "writing"))
PREDICATES = frozenset(("VBD", "VBZ", "VERB"))
NOUN_LIKE = frozenset(("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"))
ASIDES = MARKS | {",", "-", "–", "—", "("}
CLAUSE_STARTS = frozenset((",", "and", "but", ":", ";", "—", "–", "while"))
LONGEST_PHRASE = 10
CERTAIN, LIKELY, POSSIBLE = 1.0, 0.5, 0.2


class Plain(NamedTuple):
    """A plain frame, and the log odds that it has at least.

    Attributes:
        frame: On which side the contents stand.
        odds: The log odds.
        aside: Whether it is *C, as X said*.
    """

    frame: str
    odds: float
    aside: bool = False


def plain(scene: Scene, cue: Cue, first: int, last: int) -> Plain | None:
    """Return the plain frame of a cue in its sentence, if it has one."""
    row = cue.row
    if row.pos != "verb" or cue.passive or cue.negated or not _finite(scene, cue):
        return None
    if scene.inside[cue.head]:
        return None
    if "clause" in row.frames:
        if row.kind in TALKING and _as_they_say(scene, cue, first, last):
            return Plain(BEFORE, LIKELY, aside=True)
        if row.kind in TALKING:
            if _that_clause(scene, cue, last):
                return Plain(BEHIND, CERTAIN)
            if _behind_clause(scene, cue, first, last):
                return Plain(BEFORE, CERTAIN)
        if "direct" in row.frames and row.kind in TALKING and _bare_clause(scene, cue, first, last):
            return Plain(BEHIND, POSSIBLE)
    if row.kind == "commit" and "infinitive" in row.frames and _infinitive(scene, cue, first, last):
        return Plain(BEHIND, POSSIBLE)
    return None


def _finite(scene: Scene, cue: Cue) -> bool:
    """Tell whether the cue is a predicate: *said*, *has said*; not *to say*, *saying*."""
    tag = scene.tags[cue.head]
    if tag == "VERB" and cue.first and scene.tags[cue.first - 1] == "PART":
        return False
    return tag in PREDICATES or (tag == "VBN" and cue.first < cue.head)


def _subject(scene: Scene, cue: Cue, first: int) -> int | None:
    """Return the first token of the noun phrase right before the cue."""
    a = cue.first
    if a <= first or (scene.tags[a - 1] not in PHRASE and scene.lowers[a - 1] != ","):
        return None
    mention = scene.mention_ending(a - 1) or scene.mention_ending(a - 2)
    return mention if mention is not None and mention >= first else None


def _that_clause(scene: Scene, cue: Cue, last: int) -> bool:
    """*X said (on Monday) that C*: no verb and no comma stands between."""
    for i in range(cue.last + 1, min(last, cue.last + LONGEST_PHRASE) + 1):
        if scene.lowers[i] == "that" and scene.tags[i] == "SCONJ":
            return i < last
        if scene.tags[i] in FINITE or scene.tags[i] == "PUNCT":
            break
    return False


def _behind_clause(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """*C, X said (on Monday).* or *C, said X.*: a clause, a comma, and no clause behind."""
    subject = _subject(scene, cue, first)
    if subject is None:
        subject, stop = cue.first, _inverted(scene, cue, last)
        if stop is None:
            return False
    else:
        stop = _segment_end(scene, cue.last + 1, last)
        if stop is None:
            return False
    if subject <= first + 1 or scene.lowers[subject - 1] != ",":
        return False
    # A long stretch counts as a clause even where its verb looks like a noun: *families face …*.
    whole = subject - first > 4 and scene.tags[first] in NOUN_LIKE
    return scene.finite[subject - 1] > scene.finite[first] or whole


def _segment_end(scene: Scene, start: int, last: int) -> int | None:
    """Return where the words behind the cue end, if they are an adverbial: *on Monday*."""
    i = start
    while i <= last and scene.tags[i] != "PUNCT":
        if scene.tags[i] in FINITE or scene.shapes[i] in ("that", "to", "whether"):
            return None
        i += 1
    if i < last and scene.inside[scene.behind[i]]:
        return None  # *X said, “…”*
    adverbial = i == start or scene.tags[start] in ("ADP", "ADV", "PROPN", "NOUN")
    ends = i > last or scene.lowers[i] in (".", ",", ";", ")", "—", "–")
    return i if adverbial and ends and i - start < LONGEST_PHRASE else None


def _inverted(scene: Scene, cue: Cue, last: int) -> int | None:
    """Return where the subject behind the cue ends, if the clause ends there: *said X.*"""
    start = cue.last + 1
    if start > last or scene.tags[start] not in NOUN_LIKE or cue.first != cue.head:
        return None
    end = scene.mention_starting(start)
    if end is None or end > last:
        return None
    behind = scene.shapes[end + 1] if end < last else "."
    return end if behind in (".", ",", ";", "who", "in", "on", "at") else None


def _bare_clause(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """*X said C*: subject, cue, and a clause with a subject and a verb of its own."""
    start, subject = cue.last + 1, _subject(scene, cue, first)
    if subject is None or start >= last:
        return False
    if subject > first and scene.lowers[subject - 1] not in CLAUSE_STARTS:
        return False
    if scene.tags[start] not in NOUN_LIKE:
        return False
    for i in range(start + 1, last + 1):
        if scene.tags[i] in FINITE:
            return True
        if scene.tags[i] == "PUNCT" or scene.shapes[i] in ("who", "which", "to"):
            break
    return False


def _infinitive(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """*X promised to C*: the one who promises does it."""
    i = cue.last + 1
    return (
        i < last
        and scene.tags[i] == "PART"
        and scene.lowers[i] == "to"
        and (_subject(scene, cue, first) is not None or scene.shapes[cue.first - 1] in ("and", ","))
    )


def _as_they_say(scene: Scene, cue: Cue, first: int, last: int) -> bool:
    """*C, as X has often said.*: what stands before the clause with *as* is reported."""
    if cue.last < last and scene.shapes[cue.last + 1] not in (",", ".", ";", ")"):
        return False
    i = cue.first - 1
    while i > first and i > cue.first - LONGEST_PHRASE and scene.tags[i] in PHRASE:
        i -= 1
    return first < i < cue.first - 1 and scene.lowers[i] == "as" and scene.lowers[i - 1] in ASIDES
