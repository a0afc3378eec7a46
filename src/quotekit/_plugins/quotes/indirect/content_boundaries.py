"""Turns: where contents end whatever the weights say: a new report, another tense, marks."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.token_features import (
    FINITE,
    MARKS,
    PHRASE,
    TokenFeatures,
)
from quotekit.syntax._cues import Cue

VERBS = frozenset(("VERB", "VBZ", "VBD"))
PREDICATES = frozenset(("VBZ", "VBD"))
PAST = frozenset("was were had did wasn't weren't hadn't didn't".split())
TURNS = frozenset((",", ";", "—", "–", "-"))
SUBJECT_PARTS = PHRASE | {"ADV", "ADP"}
RELATIVES = frozenset(("who", "which"))
SAYING = frozenset("report manner writing ask".split())
MARKS_REACH = 25
AFTERWARDS = frozenset("later then subsequently eventually soon".split())


def next_clause(scene: TokenFeatures, cue: Cue, i: int, last: int) -> str:
    """Say what comes after a possible end, the next word being *i*: another report, joined how?

    ``list`` (*asked whether C, promised …*), ``and`` (*… and warned …*), ``clause`` (*, and some
    claim …*), ``inserted`` (*, he said*), or nothing of the sort.
    """
    shapes, cues = scene.shapes, scene.cues
    if i > last:
        return "-"
    comma = shapes[i] in (",", ";")
    if comma:
        i = scene.behind[i]
    joined = i <= last and shapes[i] in ("and", "but", "while", "or")
    if joined:
        i = scene.behind[i]
    if not (comma or joined) or i > last:
        return "-"
    if i in cues and scene.tags[i] == scene.tags[cue.head]:
        return "and" if joined else "list"
    k = i
    while k <= last and k < i + 6 and scene.tags[k] in PHRASE:
        k += 1
    while k <= last and scene.tags[k] in ("AUX", "ADV"):
        k += 1
    if k > i and k in cues and scene.tags[k] in VERBS:
        return "clause" if joined else "inserted"
    return "-"


def tense_at(scene: TokenFeatures, i: int) -> str:
    """Return the tense of the finite verb at *i*: ``past``, ``now``, ``modal``, or nothing."""
    tag = scene.tags[i]
    if tag == "AUX":
        return "past" if scene.lowers[i] in PAST else "now"
    return {"VBD": "past", "VBZ": "now", "VERB": "now", "MODAL": "modal"}.get(tag, "")


def turn_at(scene: TokenFeatures, i: int, last: int) -> tuple[str, str]:
    """Return how a clause is joined at token *i*, and the tense of its verb.

    ``, but he VERB`` in *said C, but he left*; ``— and np`` in *said C — and the firm paid*.
    """
    sign = scene.shapes[i] if i <= last else ""
    if sign in TURNS:
        i = scene.behind[i]
    else:
        sign = ""
    if i > last or scene.shapes[i] not in ("and", "but", "while", "though", "although"):
        return "-", ""
    joint = f"{sign} {scene.shapes[i]}"
    i = scene.behind[i]
    start = i
    while i <= last and i < start + 8 and scene.tags[i] in SUBJECT_PARTS:
        i += 1
    if i > last or not scene.verbal[i]:
        return f"{joint} ?", ""
    subject = "v" if i == start else "he" if scene.tags[start] == "PRON" else "np"
    return f"{joint} {subject}", tense_at(scene, i)


def ends_here(
    scene: TokenFeatures, cue: Cue, i: int, last: int, follows: str, verbs: str, connective: str
) -> bool:
    """Tell whether contents cannot go on with *i*: the verb of the cue's own clause follows.

    *asked whether C, promised …*; *promised to C and left*; *said C, and left*; *the claim that
    C drew laughter*.
    """
    if cue.row.pos == "noun" and verbs != "0" and i <= last and scene.tags[i] in FINITE:
        return True
    if _takes_over(scene, i, last) or _says_on(scene, cue, i, last, verbs):
        return True
    if follows == "list":
        return scene.tags[cue.head] in PREDICATES
    sign = i < last and verbs != "0" and scene.shapes[i] in TURNS
    if sign and connective in RELATIVES and scene.verbal[scene.behind[i]]:
        return True  # who said C, said …
    parted = i <= last and scene.shapes[i] == ","
    return (verbs == "0" or parted) and _goes_on(scene, cue, i, last)


def _takes_over(scene: TokenFeatures, i: int, last: int) -> bool:
    """Tell whether the writer goes on with what came of it: *, but he later changed his mind*."""
    if i + 3 > last or scene.shapes[i] != "," or scene.shapes[i + 1] != "but":
        return False
    i += 2
    while i < last and scene.tags[i] in PHRASE:
        i += 1
    return scene.lowers[i] in AFTERWARDS and scene.tags[i + 1] in PREDICATES


def _says_on(scene: TokenFeatures, cue: Cue, i: int, last: int, verbs: str) -> bool:
    """Tell whether the source goes on speaking: *said it would close and insisted that …*.

    The verb must not be one that the contents could go on with: its tense differs from theirs, or
    marks have just closed.
    """
    if i >= last or verbs == "0" or scene.lowers[i] not in ("and", "but"):
        return False
    closed = scene.inside[i - 1] != scene.inside[i] or scene.lowers[i - 1] in MARKS
    tense = tense_at(scene, cue.first)
    before = next((t for k in range(i - 1, cue.last, -1) if (t := tense_at(scene, k))), "")
    i = scene.behind[i]
    while i < last and scene.tags[i] == "ADV":
        i += 1
    if scene.cues.get(i) not in SAYING or scene.tags[i] not in PREDICATES:
        return False
    return tense_at(scene, i) == tense and (closed or before != tense)


def reaches(scene: TokenFeatures, cue: Cue, start: int, last: int) -> int:
    """Return a token that contents must reach: *the mill, in a speech, as “a ruin”*."""
    leads = cue.row.frames & {"as", "of"}
    if cue.row.kind != "judge" or not leads:
        return start
    for i in range(start, min(last, start + MARKS_REACH)):
        if scene.verbal[i] or scene.inside[i] != scene.inside[cue.head]:
            break
        if scene.lowers[i] in leads and _marks_follow(scene, i, last):
            return i + 1
    return start


def _marks_follow(scene: TokenFeatures, i: int, last: int) -> bool:
    held = scene.inside[i]
    return any(scene.inside[k] not in (0, held) for k in range(i + 1, min(last, i + 4) + 1))


def _goes_on(scene: TokenFeatures, cue: Cue, i: int, last: int) -> bool:
    """Tell whether the cue's own clause goes on at *i*: a conjunction and a verb of its form."""
    if i <= last and scene.shapes[i] == ",":
        i = scene.behind[i]
    if i >= last or scene.shapes[i] not in ("and", "but"):
        return False
    i = scene.behind[i]
    while i < last and scene.tags[i] == "ADV":
        i += 1
    return scene.tags[i] in PREDICATES and scene.tags[i] == scene.tags[cue.head]


def quotes_next(scene: TokenFeatures, k: int, last: int) -> bool:
    """Tell whether the cue at *k* has a quotation in marks of its own: *he said, “…”*."""
    i = k + 1
    if i < last and not scene.inside[k] and scene.shapes[i] in (",", ":"):
        i = scene.behind[i]
        return i <= last and bool(scene.inside[i])
    return False
