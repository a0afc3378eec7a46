"""Ends: where a reported clause may end after its cue, and what shows it.

An :class:`End` says both. Here they are read by tags, in :mod:`.table_ends` by tables: the kinds are the
same. An end that has a *stop* is the last that is possible; of those before it the scorer chooses, where
there are weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotekit._plugins.quotes.indirect.token_features import (
    TERMINALS,
    TokenFeatures,
    clause,
)
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import QUOTE_MARKS
from quotekit.syntax._tags import FINITE, PHRASE, PREDICATES, TENSED

LIST: Final = "list"
JOINED: Final = "and"
CLAUSE: Final = "clause"
INSERTED: Final = "inserted"
"""How another report follows: *asked whether C, promised …* · *… and warned …* · *, and some claim …* ·
*, he said*."""
NONE: Final = "-"
"""No other report follows."""
OWN: Final = "own"
"""The clause of the cue goes on: *promised to C and left*; *who said C, said*; *the claim that C drew
laughter*."""
TURN: Final = "turn"
"""The tense turns back to that of the cue: *Dijo que el puente aguanta y ofreció ayuda*."""
CONTRAST: Final = "contrast"
"""The writer sets something against it: *, but he later changed his mind*; *aunque matizó que C*."""
SIGN: Final = "sign"
"""A semicolon, a dash, or a colon before marks."""

LONG: Final = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
TURNS: Final = frozenset((",", ";", "—", "–", "-"))
SUBJECT_PARTS: Final = PHRASE | {"ADV", "ADP"}
MARKS_REACH: Final = 25
LEADS: Final = frozenset(("as", "of"))
"""Words before what something is judged to be."""
DANGLING: Final = frozenset(("DET", "ADP", "AUX", "MODAL", "CCONJ", "PART", "POS", "SCONJ"))
"""Tags of words that no contents end with, but before a full stop."""
GOING_ON: Final = frozenset("DET PROPN PRON ADJ NOUN NUM POS VBG VBN INTJ".split())
"""Contents go on before these, but for 5 in 1,000 in annotated news."""
TENSES: Final = {"VBD": "past", "VBZ": "now", "VERB": "now", "MODAL": "modal"}
NO_END: Final = frozenset(",;:—–-(“‘`[")


class End:
    """A place where a reported clause may end.

    Args:
        token: Its last token, if it ends here.
        report: How another report follows.
        stop: Why it ends here at the latest; nothing where it may go on.
    """

    __slots__ = ("report", "stop", "token")

    def __init__(self, token: int, report: str = NONE, stop: str = "") -> None:
        self.token = token
        self.report = report
        self.stop = stop


def ends(features: TokenFeatures, cue: Cue, start: int, last: int) -> Iterator[End]:
    """Yield where contents may end that begin at *start*, up to where they must.

    Args:
        features: The document, token by token.
        cue: Their cue, which is before them.
        start: Their first token.
        last: The last token of the sentence.
    """
    in_marks = bool(start and features.in_quotes[start - 1])
    of_noun = cue.row.pos == "noun"  # its verb may follow at once; all else is joined
    connective = clause(features, cue, features.bounds(cue.head)[0])
    tags, lowers, cues, joining = features.tags, features.lowers, features.cues, features.joining
    for k in range(_reached(features, cue, start, last), min(last, start + LONG) + 1):
        if k in cues and not in_marks and _quotes_next(features, k, last):
            return
        if k < last and (tags[k + 1] in GOING_ON or _cannot_end(features, k)):
            continue
        report, stop, at = NONE, "", features.next_word[k]
        if of_noun or (at <= last and lowers[at] in joining):
            report = next_report(features, cue, at, last)
            stop = _stop(features, cue, (start, k), last, report, connective)
        yield End(k, report, stop)
        if stop:
            return


def _cannot_end(features: TokenFeatures, k: int) -> bool:
    """Return whether no contents end with *k*: *the*, or a comma."""
    tag = features.tags[k]
    if tag == "PUNCT":
        return features.shapes[k] in NO_END
    return tag in DANGLING and features.lowers[k + 1] not in TERMINALS


def next_report(features: TokenFeatures, cue: Cue, i: int, last: int) -> str:
    """Return how another report follows a possible end, the next word being *i*."""
    shapes, cues = features.shapes, features.cues
    if i > last:
        return NONE
    comma = shapes[i] in (",", ";")
    if comma:
        i = features.next_word[i]
    joined = i <= last and shapes[i] in features.words.report_joiners
    if joined:
        i = features.next_word[i]
    if not (comma or joined) or i > last:
        return NONE
    if i in cues and features.tags[i] == features.tags[cue.head]:
        return JOINED if joined else LIST
    k = i
    while k <= last and k < i + 6 and features.tags[k] in PHRASE:
        k += 1
    while k <= last and features.tags[k] in ("AUX", "ADV"):
        k += 1
    if k > i and k in cues and features.tags[k] in PREDICATES:
        return CLAUSE if joined else INSERTED
    return NONE


def tense_at(features: TokenFeatures, i: int) -> str:
    """Return the tense of the finite verb at *i*: ``past``, ``now``, ``modal``, or nothing."""
    tag = features.tags[i]
    if tag == "AUX":
        return "past" if features.lowers[i] in features.words.past else "now"
    return TENSES.get(tag, "")


def turn_at(features: TokenFeatures, i: int, last: int) -> tuple[str, str]:
    """Return how a clause is joined at token *i*, and the tense of its verb.

    ``, but he VERB`` in *said C, but he left*; ``— and np`` in *said C — and the firm paid*.
    """
    sign = features.shapes[i] if i <= last else ""
    if sign in TURNS:
        i = features.next_word[i]
    else:
        sign = ""
    if i > last or features.shapes[i] not in features.words.turn_joiners:
        return "-", ""
    joint = f"{sign} {features.shapes[i]}"
    i = features.next_word[i]
    start = i
    while i <= last and i < start + 8 and features.tags[i] in SUBJECT_PARTS:
        i += 1
    if i > last or not features.verbal[i]:
        return f"{joint} ?", ""
    subject = "v" if i == start else "he" if features.tags[start] == "PRON" else "np"
    return f"{joint} {subject}", tense_at(features, i)


def _stop(
    features: TokenFeatures,
    cue: Cue,
    contents: tuple[int, int],
    last: int,
    report: str,
    connective: str,
) -> str:
    """Return why contents cannot go on: the next word belongs to the cue's own clause, or another."""
    start, k = contents
    i, shapes = features.next_word[k], features.shapes
    verb = features.has_finite(start, k)
    if cue.row.pos == "noun" and _predicate_follows(features, start, k, last):
        return OWN
    if _takes_over(features, i, last):
        return CONTRAST
    if verb and _says_on(features, cue, i, last):
        return TURN
    if report == LIST:
        return LIST if features.tags[cue.head] in TENSED else ""
    if verb and i < last and shapes[i] in TURNS:
        relative = connective in features.words.inserted_relatives
        if relative and features.verbal[features.next_word[i]]:
            return OWN  # who said C, said …
    parted = i <= last and shapes[i] == ","
    return OWN if (parted or not verb) and _goes_on(features, cue, i, last) else ""


def _predicate_follows(features: TokenFeatures, start: int, k: int, last: int) -> bool:
    """Return whether a noun with what it reports is a subject: *the claim that C* | *drew laughter*."""
    i = features.next_word[k]
    if i <= last and features.tags[i] in FINITE and features.has_finite(start, k):
        return True
    infinitive = features.shapes[start] in features.words.infinitive
    return infinitive and k < last and features.verbal[i]


def _takes_over(features: TokenFeatures, i: int, last: int) -> bool:
    """Return whether the writer goes on with what came of it: *, but he later changed his mind*."""
    if i + 3 > last or features.shapes[i] != ",":
        return False
    if features.shapes[i + 1] not in features.words.contrasts:
        return False
    i += 2
    while i < last and features.tags[i] in PHRASE:
        i += 1
    return features.lowers[i] in features.words.afterwards and features.tags[i + 1] in TENSED


def _says_on(features: TokenFeatures, cue: Cue, i: int, last: int) -> bool:
    """Return whether the source goes on speaking: *said it would close and insisted that …*.

    The verb must not be one that the contents could go on with: its tense differs from theirs, or
    marks have just closed.
    """
    if i >= last or features.lowers[i] not in features.words.coordinators:
        return False
    verb = _joined_verb(features, i, last)
    if "says" not in features.traits.get(verb, ()) or features.tags[verb] not in TENSED:
        return False
    closed = (
        features.in_quotes[i - 1] != features.in_quotes[i] or features.lowers[i - 1] in QUOTE_MARKS
    )
    tense = tense_at(features, cue.first)
    before = next((t for k in range(i - 1, cue.last, -1) if (t := tense_at(features, k))), "")
    return tense_at(features, verb) == tense and (closed or before != tense)


def _goes_on(features: TokenFeatures, cue: Cue, i: int, last: int) -> bool:
    """Return whether the cue's own clause goes on at *i*: a conjunction and a verb of its form."""
    if i <= last and features.shapes[i] == ",":
        i = features.next_word[i]
    if i >= last or features.shapes[i] not in features.words.coordinators:
        return False
    tag = features.tags[_joined_verb(features, i, last)]
    return tag in TENSED and tag == features.tags[cue.head]


def _joined_verb(features: TokenFeatures, i: int, last: int) -> int:
    """Return the word after a conjunction, over adverbs: *and later insisted*."""
    i = features.next_word[i]
    while i < last and features.tags[i] == "ADV":
        i += 1
    return i


def _reached(features: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Return a token that contents must reach: *the mill, in a speech, as “a ruin”*."""
    if "judges" not in cue.row.traits or LEADS.isdisjoint(cue.row.frames):
        return start
    leads = LEADS & cue.row.frames
    for i in range(start, min(last, start + MARKS_REACH)):
        if features.verbal[i] or features.in_quotes[i] != features.in_quotes[cue.head]:
            break
        if features.lowers[i] in leads and _marks_follow(features, i, last):
            return i + 1
    return start


def _marks_follow(features: TokenFeatures, i: int, last: int) -> bool:
    pair = features.in_quotes[i]
    return any(features.in_quotes[k] not in (0, pair) for k in range(i + 1, min(last, i + 4) + 1))


def _quotes_next(features: TokenFeatures, k: int, last: int) -> bool:
    """Return whether the cue at *k* has a quotation in marks of its own: *he said, “…”*."""
    i = k + 1
    if i < last and not features.in_quotes[k] and features.shapes[i] in (",", ":"):
        i = features.next_word[i]
        return i <= last and bool(features.in_quotes[i])
    return False
