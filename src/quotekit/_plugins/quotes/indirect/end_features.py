"""Where contents may end, behind the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.content_boundaries import (
    ends_here,
    next_clause,
    quotes_next,
    reaches,
    tense_at,
    turn_at,
)
from quotekit._plugins.quotes.indirect.cue_features import Candidate
from quotekit._plugins.quotes.indirect.token_features import (
    TERMINALS,
    TokenFeatures,
    bucket,
    clause,
    names,
    outline,
    takes_clauses,
)
from quotekit.syntax._cues import Cue

LONG = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
CLAUSE_OPENERS = frozenset("that to whether if how why what who when where".split())
DANGLING = frozenset(("DET", "ADP", "AUX", "MODAL", "CCONJ", "PART", "POS", "SCONJ"))
GOING_ON = frozenset("DET PROPN PRON ADJ NOUN NUM POS VBG VBN INTJ".split())
"""Contents go on before these, but for 5 in 1,000 in annotated news."""
NO_END = frozenset(",;:—–-(“‘`[")


def _opening(scene: TokenFeatures, cue: Cue, start: int) -> str:
    """Return what kind of contents begins at *start*: a *that* clause, an infinitive, a name."""
    here, tag = scene.shapes[start], scene.tags[start]
    left = scene.shapes[start - 1] if start > cue.last + 1 else "^"
    if left == "that" or here == "that":
        return "that"
    if here in CLAUSE_OPENERS:
        return here
    if scene.inside[start] and not scene.inside[start - 1]:
        return "mark"
    return {"PRON": "pron", "VBG": "ing"}.get(tag, "np")


def ends_behind(
    scene: TokenFeatures, cue: Cue, start: int, last: int, frame: str
) -> Iterator[Candidate]:
    """Yield where contents that begin at *start*, behind the cue, may end."""
    shapes, tags, inside, lowers = scene.shapes, scene.tags, scene.inside, scene.lowers
    lemma, kind = names(cue)
    opening = _opening(scene, cue, start)
    clausal = takes_clauses(cue) and opening in ("np", "pron", "that")
    clausal = clausal or (cue.row.pos == "noun" and opening == "that")
    held = inside[start - 1] if start else 0
    connective = clause(scene, cue, scene.bounds(cue.head)[0])
    told = tense_at(scene, cue.first)
    saying = next(
        (t for i in range(start, min(last, start + LONG) + 1) if (t := tense_at(scene, i))), ""
    )
    verb_from, comma_from = scene.finite[start], scene.commas[start]
    bracket_from = scene.brackets[start]
    least = reaches(scene, cue, start, last)
    for k in range(start, min(last, start + LONG) + 1):
        if k < least:
            continue
        if k in scene.cues and not held and quotes_next(scene, k, last):
            return
        final = k == last
        tag, here = tags[k], shapes[k]
        following = "$" if final else tags[k + 1]
        if not final and (
            (tag in DANGLING and lowers[k + 1] not in TERMINALS)
            or following in GOING_ON
            or (tag == "PUNCT" and here in NO_END)
        ):
            continue
        i1 = scene.behind[k]
        i2 = scene.behind[i1]
        follows = next_clause(scene, cue, i1, last)
        i3 = scene.behind[i2]
        turn, tense = turn_at(scene, i1, last)
        n1 = shapes[i1] if i1 <= last else "$"
        n2 = shapes[i2] if i2 <= last else "$"
        quote = "-"
        if inside[k] != held:
            quote = "x" if not final and inside[k + 1] == inside[k] else "c"
        length = bucket(k - start + 1)
        commas = str(min(scene.commas[k + 1] - comma_from, 3))
        verbs = str(min(scene.finite[k + 1] - verb_from, 2))
        bracket = "b" if scene.brackets[k + 1] > bracket_from else ""
        verb_left = "v" if scene.finite[last + 1] > scene.finite[k + 1] else "-"
        ends = ends_here(scene, cue, i1, last, follows, verbs, connective)
        ends = ends or (
            cue.row.pos == "noun" and opening == "to" and not final and scene.verbal[i1]
        )
        if clausal and verbs == "0" and verb_left == "v" and quote == "-":
            if ends:
                return
            continue  # a clause needs its verb: *said the study, which …, shows it*
        state = commas + verbs + quote + bracket
        rest = "$" if final else bucket(last - k)
        cue_next = scene.cues.get(i1) or scene.cues.get(i2) or scene.cues.get(i3) or ""
        o1, o2, o3 = outline(scene, k + 1, last, 1, 3)
        yield (
            k,
            (
                (n1, kind),
                (n1, n2),
                (n1, state),
                (length, lemma, "$" if final else ""),
                (state, opening),
                (rest, n2),
                (frame, n1, length),
                (lemma, n1),
                (tag, following),
                (tag, following, kind),
                (quote, n1, n2),
                (cue_next, n1, n2),
                (cue_next, n1, opening),
                (connective, n1),
                (connective, n1, verb_left),
                (connective, state, "$" if final else ""),
                (o1, o2, o3),
                (cue.form, n1, n2),
                (follows, opening),
                (follows, kind),
                (follows, n1, verbs),
                (turn, tense, told),
                (turn, tense, saying),
                (turn, quote, opening),
            ),
        )
        if ends:
            return


def ends_before(scene: TokenFeatures, cue: Cue, first: int, frame: str) -> Iterator[Candidate]:
    """Yield where contents before the cue may end, from right to left."""
    shapes, tags, inside = scene.shapes, scene.tags, scene.inside
    lemma, kind = names(cue)
    a = cue.first
    following = shapes[cue.last + 1] if cue.last + 1 < len(shapes) else "$"
    for e in range(a - 1, max(first, a - 30) - 1, -1):
        tag, here = tags[e], shapes[e]
        n1 = shapes[e + 1]
        stranded = here in ("that", "which") or (tag == "ADP" and n1 == ",")
        if tag == "PUNCT" or (tag in DANGLING and not stranded):
            continue
        n2 = shapes[e + 2] if e + 2 < a else "@"
        edge = "-"
        if inside[e]:
            edge = "i" if inside[e + 1] else "c"
        g = bucket(a - e - 1)
        commas = str(min(scene.commas[a] - scene.commas[e + 2], 2)) if e + 2 <= a else "0"
        verbs = str(min(scene.finite[a] - scene.finite[e + 1], 2))
        yield (
            e,
            (
                (g, frame, kind),
                (lemma, g, frame),
                (n1, n2, frame),
                (n1, g, frame),
                (here, n1, frame),
                (edge, frame, n1),
                (commas, n1, frame, edge),
                (verbs, n1, frame),
                (tag, n1, n2),
                (following, g, frame),
            ),
        )
