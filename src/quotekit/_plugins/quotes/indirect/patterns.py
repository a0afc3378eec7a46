"""Plain frames: syntax that leaves no doubt, so that it holds whatever the weights say.

``X said that C`` · ``C, X said (on Monday)`` · ``C, said X`` · ``X said C`` · ``X promised to C`` ·
``C, as X said``. Each answers with the frame, or ``None`` where the syntax is not plain.
"""

from __future__ import annotations

from typing import NamedTuple

from quotekit._plugins.quotes.indirect.clauses import (
    LONGEST_PHRASE,
    NOUN_LIKE,
    QUESTIONS,
    adverbials,
    agent_end,
    clause_at,
    conjunction,
    relative_of,
)
from quotekit._plugins.quotes.indirect.token_features import (
    MARKS,
    PHRASE,
    TokenFeatures,
    takes_clauses,
)
from quotekit.syntax._cues import Cue

BEHIND, BEFORE, AROUND = "behind", "before", "around"
"""The frames: *X said C*, *C, X said*, *C, X said, C*."""
NOUNS = frozenset(("NOUN", "PROPN"))
TALKING = frozenset(("report", "manner", "writing"))
THINKING = frozenset(("attitude", "commit"))
CONDITIONS = frozenset("if although though unless because once".split())
"""Conjunctions that what is said may begin with: *said if it rained, the fair would close*."""
PREDICATES = frozenset(("VBD", "VBZ", "VERB"))
ASIDES = MARKS | {",", "-", "–", "—", "("}
ORDERING = frozenset(("command", "ask"))
CLAUSE_STARTS = frozenset((",", "and", "but", ":", ";", "—", "–", "while", "that"))
LONGEST_ASIDE = 16
SHARED = 30
"""A cue that shares its subject stands no farther behind the one before."""
CERTAIN, LIKELY, POSSIBLE = 1.0, 0.5, 0.2


class Plain(NamedTuple):
    """A plain frame, and the log odds that it has at least.

    Attributes:
        frame: On which side the contents stand.
        odds: The log odds.
        aside: Whether it is *C, as X said*.
        start: The first token of the contents, where the syntax shows it.
        name: What the frame looks like, for the weights.
    """

    frame: str
    odds: float
    aside: bool = False
    start: int | None = None
    name: str = ""


def plain(scene: TokenFeatures, cue: Cue, first: int, last: int) -> Plain | None:
    """Return the plain frame of a cue in its sentence, if it has one."""
    row = cue.row
    if row.pos != "verb":
        return _of_noun(scene, cue, first, last)
    if scene.inside[cue.head]:
        return None
    if cue.passive:
        return _passive(scene, cue, first, last)
    if cue.negated or not _finite(scene, cue):
        return None
    if "clause" in row.frames:
        found = _clausal(scene, cue, first, last)
        if found is not None:
            return found
    if row.kind == "command" and "order" in row.frames and _ordered(scene, cue, first, last):
        return Plain(BEHIND, POSSIBLE, name="ordered")
    if row.kind == "commit" and "infinitive" in row.frames and _infinitive(scene, cue, first, last):
        return Plain(BEHIND, POSSIBLE, name="to")
    return None


def _clausal(scene: TokenFeatures, cue: Cue, first: int, last: int) -> Plain | None:
    """Return the plain frame of a verb that takes clauses: speech in any, thought behind it."""
    row = cue.row
    if row.kind not in TALKING:
        if conjunction(scene, cue, last) == cue.last + 1:
            return Plain(BEHIND, POSSIBLE, name="thought")
        thinks = row.kind in THINKING and not row.ambiguous
        if thinks and _bare_clause(scene, cue, first, last):
            return Plain(BEHIND, POSSIBLE, name="thought bare")
        return None
    if _as_they_say(scene, cue, first, last):
        return Plain(BEFORE, LIKELY, aside=True, name="as")
    if _that_clause(scene, cue, last):
        return Plain(BEHIND, CERTAIN, name="that")
    around = _around(scene, cue, first, last)
    if around is not None:
        return Plain(AROUND, LIKELY, start=around, name="around")
    if _behind_clause(scene, cue, first, last):
        return Plain(BEFORE, CERTAIN, name="before")
    if "direct" in row.frames and _bare_clause(scene, cue, first, last):
        return Plain(BEHIND, POSSIBLE, name="bare")
    return None


def _of_noun(scene: TokenFeatures, cue: Cue, first: int, last: int) -> Plain | None:
    """*The claim that C*; *C, according to X.*; *C, according to X, C*."""
    if "after" in cue.row.frames:
        return _according(scene, cue, first, last)
    if cue.row.kind == "ask" and cue.last + 2 <= last and scene.lowers[cue.last + 1] in QUESTIONS:
        return Plain(BEHIND, LIKELY, start=cue.last + 1, name="question")
    if cue.row.pos == "expression" and "direct" in cue.row.frames and cue.first > first:
        return (
            Plain(BEHIND, LIKELY, start=cue.last + 1, name="saying") if cue.last < last else None
        )  # as saying
    start = conjunction(scene, cue, last) if cue.row.pos == "noun" else None
    if start is None or start >= last or scene.verbal[start + 1]:
        return None
    if cue.row.kind not in ("report", "manner") or scene.inside[cue.head]:
        return None
    return Plain(BEHIND, POSSIBLE, name="noun")


def _according(scene: TokenFeatures, cue: Cue, first: int, last: int) -> Plain | None:
    """*C, according to X, C*: a comma on either side, and no verb before.

    *In the view of X, C*: the cue opens the sentence.
    """
    if cue.first == first and not scene.inside[cue.head]:
        comma = _comma_behind(scene, cue.last + 1, last)
        opens = comma is not None and clause_at(scene, comma + 1, last)
        return Plain(BEHIND, LIKELY, start=comma + 1, name="after") if opens and comma else None
    if scene.inside[cue.head] or cue.first <= first + 1 or scene.lowers[cue.first - 1] != ",":
        return None
    comma = _comma_behind(scene, cue.last + 1, last)
    if comma is None or scene.finite[cue.first] > scene.finite[first]:
        return None
    return (
        Plain(AROUND, POSSIBLE, start=comma + 1, name="after") if scene.verbal[comma + 1] else None
    )


def _passive(scene: TokenFeatures, cue: Cue, first: int, last: int) -> Plain | None:
    """*It is said that C*, *X was told (by Y) that C*, *X was urged (by Y) to C*, *X is said to C*."""
    row = cue.row
    start = cue.last + 1
    agent = agent_end(scene, cue, last)
    if agent is not None:
        start = agent + 1
    if start >= last:
        return None
    if row.kind in ORDERING and scene.lowers[start] == "to" and agent is not None:
        return Plain(BEHIND, POSSIBLE, start=start, name="urged")
    said_to = "passive" in row.frames and row.kind in TALKING and scene.lowers[start] == "to"
    if said_to and cue.first > first:
        return Plain(AROUND, POSSIBLE, start=start, name="said-to")
    told = "told" in row.frames or (cue.first and scene.lowers[cue.first - 1] == "it")
    if told and row.kind in TALKING and conjunction(scene, cue, last) is not None:
        return Plain(BEHIND, POSSIBLE, name="told")
    return None


def _around(scene: TokenFeatures, cue: Cue, first: int, last: int) -> int | None:
    """*The dam, X said, would hold*: where the clause goes on with its verb, behind the comma."""
    subject = _subject(scene, cue, first)
    if subject is None:
        subject, end = cue.first, _inverted(scene, cue, last)
        if end is None:
            return None
        comma = end + 1
    else:
        found = _comma_behind(scene, cue.last + 1, last)
        if found is None:
            return None
        comma = found
    if subject <= first + 1 or scene.lowers[subject - 1] != "," or comma >= last:
        return None
    if scene.lowers[comma] != "," or scene.finite[subject - 1] > scene.finite[first]:
        return None
    start = scene.behind[comma]
    return start if start <= last and scene.verbal[start] else None


def _comma_behind(scene: TokenFeatures, start: int, last: int) -> int | None:
    """Return the comma that closes an aside, if no verb stands before it."""
    for i in range(start, min(last, start + LONGEST_ASIDE)):
        if scene.lowers[i] == "," and scene.tags[i + 1] != "CCONJ":
            return i
        if scene.lowers[i] in (".", ";", ":") or scene.inside[i]:
            break
    return None


def _finite(scene: TokenFeatures, cue: Cue) -> bool:
    """Tell whether the cue is a predicate: *said*, *has said*; not *to say*, *saying*."""
    tag = scene.tags[cue.head]
    if tag == "VERB" and cue.first and scene.tags[cue.first - 1] == "PART":
        return False
    return tag in PREDICATES or (tag == "VBN" and cue.first < cue.head)


def _subject(scene: TokenFeatures, cue: Cue, first: int) -> int | None:
    """Return the first token of the noun phrase right before the cue."""
    a = cue.first
    if a <= first or (scene.tags[a - 1] not in PHRASE and scene.lowers[a - 1] != ","):
        return None
    mention = scene.mention_ending(a - 1)
    if mention is None:
        mention = scene.mention_ending(a - 2)
    if mention is not None:
        return mention if mention >= first else None
    return _phrase(scene, a - 1, first)


def _phrase(scene: TokenFeatures, end: int, first: int) -> int | None:
    """Return the first token of a noun phrase that no mention covers: *the theatre*."""
    i = end
    while i > first and scene.tags[i] in NOUNS:
        i -= 1
    while i > first and scene.tags[i] in ("ADJ", "NUM"):
        i -= 1
    return i if i < end and scene.tags[i] == "DET" and scene.tags[end] == "NOUN" else None


def _that_clause(scene: TokenFeatures, cue: Cue, last: int) -> bool:
    """*X said (on Monday) that C*: no verb and no comma stands between."""
    for i in range(cue.last + 1, min(last, cue.last + LONGEST_PHRASE) + 1):
        if scene.lowers[i] == "that" and scene.tags[i] == "SCONJ":
            return i < last
        if scene.verbal[i] or scene.tags[i] == "PUNCT":
            break
    return False


def _behind_clause(scene: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*C, X said (on Monday).* or *C, said X.*: a clause, a comma, and no clause behind."""
    subject = _subject(scene, cue, first)
    stop = _inverted(scene, cue, last) if scene.lowers[cue.first - 1] == "," else None
    if stop is not None:
        subject = cue.first
    elif subject is None:
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


def _segment_end(scene: TokenFeatures, start: int, last: int) -> int | None:
    """Return where the words behind the cue end, if they are an adverbial: *on Monday*."""
    i = start
    while i <= last and scene.tags[i] != "PUNCT":
        if scene.verbal[i] or scene.shapes[i] in ("that", "to", "whether"):
            return None
        i += 1
    if i < last and scene.inside[scene.behind[i]]:
        return None  # *X said, “…”*
    adverbial = i == start or scene.tags[start] in ("ADP", "ADV", "PROPN", "NOUN")
    adverbial = adverbial or adverbials(scene, start, last) > start
    ends = i > last or scene.lowers[i] in (".", ",", ";", ")", "—", "–")
    return i if adverbial and ends and i - start < LONGEST_PHRASE else None


def _inverted(scene: TokenFeatures, cue: Cue, last: int) -> int | None:
    """Return where the subject behind the cue ends, if the clause ends there: *said X.*"""
    start = cue.last + 1
    if start > last or scene.tags[start] not in NOUN_LIKE or cue.first != cue.head:
        return None
    end = scene.mention_starting(start)
    if end is None or end > last:
        return None
    behind = scene.shapes[end + 1] if end < last else "."
    return end if behind in (".", ",", ";", "who", "in", "on", "at") else None


def _bare_clause(scene: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X said (on Monday) C*: subject, cue, and a clause with a subject and a verb of its own."""
    if not _has_subject(scene, cue, first):
        return False
    start = adverbials(scene, cue.last + 1, last)
    if start < last and scene.lowers[start] in CONDITIONS and takes_clauses(cue):
        return scene.finite[last + 1] > scene.finite[start]
    if start >= last or scene.tags[start] not in NOUN_LIKE:
        return False
    for i in range(start + 1, last + 1):
        if scene.verbal[i]:
            return True
        if scene.tags[i] in ("PUNCT", "SCONJ") or scene.shapes[i] in ("who", "which", "to"):
            break
    return False


def _has_subject(scene: TokenFeatures, cue: Cue, first: int) -> bool:
    """Tell whether a subject opens the clause of a cue, or the cue shares one: *X …, and said*."""
    a = cue.first
    if a <= first:
        return False
    if scene.tags[a - 1] == "CCONJ" and scene.tags[cue.head] in PREDICATES:
        return any(k in scene.cues for k in range(max(first, a - SHARED), a))
    if relative_of(scene, cue, first) is not None:
        return True
    subject = _subject(scene, cue, first)
    if subject is None:
        return False
    before = subject - 1
    return subject <= first or scene.lowers[before] in CLAUSE_STARTS or before in scene.cues


def _ordered(scene: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X invited Y (not) to C*: who is asked stands between."""
    end = scene.mention_starting(cue.last + 1) if cue.last < last else None
    if end is None or not _has_subject(scene, cue, first):
        return False
    return scene.tags[cue.first] != "MODAL" and _to(scene, end + 1, last)


def _infinitive(scene: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*X promised (not) to C*: the one who promises does it."""
    if not _to(scene, cue.last + 1, last):
        return False
    return _subject(scene, cue, first) is not None or scene.shapes[cue.first - 1] in ("and", ",")


def _to(scene: TokenFeatures, i: int, last: int) -> bool:
    """Tell whether an infinitive with *to* begins at token *i*."""
    i += scene.lowers[i : i + 1] == ["not"]
    return i < last and scene.tags[i] == "PART" and scene.lowers[i] == "to"


def _as_they_say(scene: TokenFeatures, cue: Cue, first: int, last: int) -> bool:
    """*C, as X has often said.*: what stands before the clause with *as* is reported."""
    if cue.last < last and scene.shapes[cue.last + 1] not in (",", ".", ";", ")"):
        return False
    i = cue.first - 1
    while i > first and i > cue.first - LONGEST_PHRASE and scene.tags[i] in PHRASE:
        i -= 1
    return first < i < cue.first - 1 and scene.lowers[i] == "as" and scene.lowers[i - 1] in ASIDES
