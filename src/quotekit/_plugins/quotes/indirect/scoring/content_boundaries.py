"""Boundaries: where contents end whatever the weights say: a new report, another tense, marks."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.token_features import (
    MARKS,
    PHRASE,
    TokenFeatures,
)
from quotekit.syntax._cues import Cue
from quotekit.syntax._tags import FINITE

VERBS = frozenset(("VERB", "VBZ", "VBD"))
PREDICATES = frozenset(("VBZ", "VBD"))
TURNS = frozenset((",", ";", "—", "–", "-"))
SUBJECT_PARTS = PHRASE | {"ADV", "ADP"}
MARKS_REACH = 25


def next_clause(features: TokenFeatures, cue: Cue, i: int, last: int) -> str:
    """Say what comes after a possible end, the next word being *i*: another report, joined how?

    ``list`` (*asked whether C, promised …*), ``and`` (*… and warned …*), ``clause`` (*, and some
    claim …*), ``inserted`` (*, he said*), or nothing of the sort.
    """
    shapes, cues = features.shapes, features.cues
    if i > last:
        return "-"
    comma = shapes[i] in (",", ";")
    if comma:
        i = features.next_word[i]
    joined = i <= last and shapes[i] in features.words.report_joiners
    if joined:
        i = features.next_word[i]
    if not (comma or joined) or i > last:
        return "-"
    if i in cues and features.tags[i] == features.tags[cue.head]:
        return "and" if joined else "list"
    k = i
    while k <= last and k < i + 6 and features.tags[k] in PHRASE:
        k += 1
    while k <= last and features.tags[k] in ("AUX", "ADV"):
        k += 1
    if k > i and k in cues and features.tags[k] in VERBS:
        return "clause" if joined else "inserted"
    return "-"


def tense_at(features: TokenFeatures, i: int) -> str:
    """Return the tense of the finite verb at *i*: ``past``, ``now``, ``modal``, or nothing."""
    tag = features.tags[i]
    if tag == "AUX":
        return "past" if features.lowers[i] in features.words.past else "now"
    return {"VBD": "past", "VBZ": "now", "VERB": "now", "MODAL": "modal"}.get(tag, "")


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


def ends_here(
    features: TokenFeatures, cue: Cue, i: int, last: int, follows: str, verbs: str, connective: str
) -> bool:
    """Return whether contents cannot go on with *i*: the verb of the cue's own clause follows.

    *asked whether C, promised …*; *promised to C and left*; *said C, and left*; *the claim that
    C drew laughter*.
    """
    if cue.row.pos == "noun" and verbs != "0" and i <= last and features.tags[i] in FINITE:
        return True
    if _takes_over(features, i, last) or _says_on(features, cue, i, last, verbs):
        return True
    if follows == "list":
        return features.tags[cue.head] in PREDICATES
    sign = i < last and verbs != "0" and features.shapes[i] in TURNS
    if (
        sign
        and connective in features.words.inserted_relatives
        and features.verbal[features.next_word[i]]
    ):
        return True  # who said C, said …
    parted = i <= last and features.shapes[i] == ","
    return (verbs == "0" or parted) and _goes_on(features, cue, i, last)


def _takes_over(features: TokenFeatures, i: int, last: int) -> bool:
    """Return whether the writer goes on with what came of it: *, but he later changed his mind*."""
    if i + 3 > last or features.shapes[i] != ",":
        return False
    if features.shapes[i + 1] not in features.words.contrasts:
        return False
    i += 2
    while i < last and features.tags[i] in PHRASE:
        i += 1
    return features.lowers[i] in features.words.afterwards and features.tags[i + 1] in PREDICATES


def _says_on(features: TokenFeatures, cue: Cue, i: int, last: int, verbs: str) -> bool:
    """Return whether the source goes on speaking: *said it would close and insisted that …*.

    The verb must not be one that the contents could go on with: its tense differs from theirs, or
    marks have just closed.
    """
    if i >= last or verbs == "0" or features.lowers[i] not in features.words.coordinators:
        return False
    closed = features.in_quotes[i - 1] != features.in_quotes[i] or features.lowers[i - 1] in MARKS
    tense = tense_at(features, cue.first)
    before = next((t for k in range(i - 1, cue.last, -1) if (t := tense_at(features, k))), "")
    i = features.next_word[i]
    while i < last and features.tags[i] == "ADV":
        i += 1
    if "says" not in features.traits.get(i, ()) or features.tags[i] not in PREDICATES:
        return False
    return tense_at(features, i) == tense and (closed or before != tense)


def reaches(features: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Return a token that contents must reach: *the mill, in a speech, as “a ruin”*."""
    leads = cue.row.frames & {"as", "of"}
    if "judges" not in cue.row.traits or not leads:
        return start
    for i in range(start, min(last, start + MARKS_REACH)):
        if features.verbal[i] or features.in_quotes[i] != features.in_quotes[cue.head]:
            break
        if features.lowers[i] in leads and _marks_follow(features, i, last):
            return i + 1
    return start


def _marks_follow(features: TokenFeatures, i: int, last: int) -> bool:
    pair = features.in_quotes[i]
    return any(features.in_quotes[k] not in (0, pair) for k in range(i + 1, min(last, i + 4) + 1))


def _goes_on(features: TokenFeatures, cue: Cue, i: int, last: int) -> bool:
    """Return whether the cue's own clause goes on at *i*: a conjunction and a verb of its form."""
    if i <= last and features.shapes[i] == ",":
        i = features.next_word[i]
    if i >= last or features.shapes[i] not in features.words.coordinators:
        return False
    i = features.next_word[i]
    while i < last and features.tags[i] == "ADV":
        i += 1
    return features.tags[i] in PREDICATES and features.tags[i] == features.tags[cue.head]


def quotes_next(features: TokenFeatures, k: int, last: int) -> bool:
    """Return whether the cue at *k* has a quotation in marks of its own: *he said, “…”*."""
    i = k + 1
    if i < last and not features.in_quotes[k] and features.shapes[i] in (",", ":"):
        i = features.next_word[i]
        return i <= last and bool(features.in_quotes[i])
    return False
