"""Features of contents: where they may begin and end, behind the cue and before it.

Every function yields candidates, each a token and its features; a model picks one.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.plugins.rules.reported.cue_features import Key
from quotekit.plugins.rules.reported.scene import (
    FINITE,
    MARKS,
    PHRASE,
    TERMINALS,
    Scene,
    bucket,
    clause,
    names,
    outline,
    takes_clauses,
)
from quotekit.views.cues import Cue

Candidate = tuple[int, tuple[Key, ...]]

FAR = 16
"""How many tokens behind the cue contents may begin."""
LONG = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
OPENERS = frozenset("“\"‘`'«„([$#@")
CLAUSE_OPENERS = frozenset("that to whether if how why what who when where".split())
DANGLING = frozenset(("DET", "ADP", "AUX", "MODAL", "CCONJ", "PART", "POS", "SCONJ"))
NOUNS = frozenset(("NOUN", "PROPN"))
NOUN_PARTS = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "POS"))
LEFT_OF_NOUN = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "VBG", "VBN"))
VERBS = frozenset(("VERB", "VBZ", "VBD"))
PREDICATES = frozenset(("VBZ", "VBD"))
PAST = frozenset("was were had did wasn't weren't hadn't didn't".split())
TURNS = frozenset((",", ";", "—", "–", "-"))
SUBJECT_PARTS = PHRASE | {"ADV", "ADP"}
RELATIVES = frozenset(("who", "which"))
SAYING = frozenset("report manner writing ask".split())
MARKS_REACH = 25
AFTERWARDS = frozenset("later then subsequently eventually soon".split())
GOING_ON = frozenset("DET PROPN PRON ADJ NOUN NUM POS VBG VBN INTJ".split())
"""Contents go on before these, but for 5 in 1,000 in annotated news."""
NO_END = frozenset(",;:—–-(“‘`[")


def _past_agent(scene: Scene, cue: Cue, last: int) -> int:
    """Return the first token behind the cue, and behind its agent: *was urged by X* [*to go*]."""
    i = cue.last + 1
    if i <= last and scene.lowers[i] == "by" and cue.form in ("past", "participle"):
        i += 1
        while i <= last and scene.tags[i] in PHRASE:
            i += 1
    return i


def starts_behind(scene: Scene, cue: Cue, last: int, frame: str) -> Iterator[Candidate]:
    """Yield where contents behind the cue may begin."""
    shapes, tags, inside = scene.shapes, scene.tags, scene.inside
    lemma, kind = names(cue)
    z = cue.last
    lead = shapes[z + 1] if z < last else "$"
    o1, o2 = outline(scene, z + 1, last, 1, 2)
    for i in range(_past_agent(scene, cue, last), min(last, z + FAR) + 1):
        here, left, gap = shapes[i], shapes[i - 1], i - z - 1
        if tags[i] == "PUNCT":
            if here not in OPENERS:
                continue
        elif gap and tags[i] in NOUNS and tags[i - 1] in NOUN_PARTS:
            continue
        g = bucket(gap)
        edge = (
            ("i" if inside[i - 1] else "o") if inside[i] else "-",
            str(min(scene.commas[i] - scene.commas[z + 1], 3)),
            "v" if scene.finite[i] > scene.finite[z + 1] else "",
            "t" if scene.thats[i] > scene.thats[z + 1] else "",
        )
        state = "".join(edge)
        before = left if gap else "^"
        noun = "n" if scene.nouns[i] > scene.nouns[z + 1] else ""
        yield (
            i,
            (
                (g, frame),
                (lemma, g),
                (left, here),
                (lemma, before),
                (kind, before, here),
                (state, g),
                (state, left, frame),
                (state, kind, g),
                (lead, g),
                (frame, here, g),
                (noun, left, here),
                (kind, o1, o2, g),
            ),
        )


def _opening(scene: Scene, cue: Cue, start: int) -> str:
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


def _follows(scene: Scene, cue: Cue, i: int, last: int) -> str:
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


def _tense(scene: Scene, i: int) -> str:
    """Return the tense of the finite verb at *i*: ``past``, ``now``, ``modal``, or nothing."""
    tag = scene.tags[i]
    if tag == "AUX":
        return "past" if scene.lowers[i] in PAST else "now"
    return {"VBD": "past", "VBZ": "now", "VERB": "now", "MODAL": "modal"}.get(tag, "")


def _turn(scene: Scene, i: int, last: int) -> tuple[str, str]:
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
    return f"{joint} {subject}", _tense(scene, i)


def _ends_here(
    scene: Scene, cue: Cue, i: int, last: int, follows: str, verbs: str, connective: str
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


def _takes_over(scene: Scene, i: int, last: int) -> bool:
    """Tell whether the writer goes on with what came of it: *, but he later changed his mind*."""
    if i + 3 > last or scene.shapes[i] != "," or scene.shapes[i + 1] != "but":
        return False
    i += 2
    while i < last and scene.tags[i] in PHRASE:
        i += 1
    return scene.lowers[i] in AFTERWARDS and scene.tags[i + 1] in PREDICATES


def _says_on(scene: Scene, cue: Cue, i: int, last: int, verbs: str) -> bool:
    """Tell whether the source goes on speaking: *said it would close and insisted that …*.

    The verb must not be one that the contents could go on with: its tense differs from theirs, or
    marks have just closed.
    """
    if i >= last or verbs == "0" or scene.lowers[i] not in ("and", "but"):
        return False
    closed = scene.inside[i - 1] != scene.inside[i] or scene.lowers[i - 1] in MARKS
    tense = _tense(scene, cue.first)
    before = next((t for k in range(i - 1, cue.last, -1) if (t := _tense(scene, k))), "")
    i = scene.behind[i]
    while i < last and scene.tags[i] == "ADV":
        i += 1
    if scene.cues.get(i) not in SAYING or scene.tags[i] not in PREDICATES:
        return False
    return _tense(scene, i) == tense and (closed or before != tense)


def _reaches(scene: Scene, cue: Cue, start: int, last: int) -> int:
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


def _marks_follow(scene: Scene, i: int, last: int) -> bool:
    held = scene.inside[i]
    return any(scene.inside[k] not in (0, held) for k in range(i + 1, min(last, i + 4) + 1))


def _goes_on(scene: Scene, cue: Cue, i: int, last: int) -> bool:
    """Tell whether the cue's own clause goes on at *i*: a conjunction and a verb of its form."""
    if i <= last and scene.shapes[i] == ",":
        i = scene.behind[i]
    if i >= last or scene.shapes[i] not in ("and", "but"):
        return False
    i = scene.behind[i]
    while i < last and scene.tags[i] == "ADV":
        i += 1
    return scene.tags[i] in PREDICATES and scene.tags[i] == scene.tags[cue.head]


def _quotes_next(scene: Scene, k: int, last: int) -> bool:
    """Tell whether the cue at *k* has a quotation in marks of its own: *he said, “…”*."""
    i = k + 1
    if i < last and not scene.inside[k] and scene.shapes[i] in (",", ":"):
        i = scene.behind[i]
        return i <= last and bool(scene.inside[i])
    return False


def ends_behind(scene: Scene, cue: Cue, start: int, last: int, frame: str) -> Iterator[Candidate]:
    """Yield where contents that begin at *start*, behind the cue, may end."""
    shapes, tags, inside, lowers = scene.shapes, scene.tags, scene.inside, scene.lowers
    lemma, kind = names(cue)
    opening = _opening(scene, cue, start)
    clausal = takes_clauses(cue) and opening in ("np", "pron", "that")
    clausal = clausal or (cue.row.pos == "noun" and opening == "that")
    held = inside[start - 1] if start else 0
    connective = clause(scene, cue, scene.bounds(cue.head)[0])
    told = _tense(scene, cue.first)
    saying = next(
        (t for i in range(start, min(last, start + LONG) + 1) if (t := _tense(scene, i))), ""
    )
    verb_from, comma_from = scene.finite[start], scene.commas[start]
    bracket_from = scene.brackets[start]
    least = _reaches(scene, cue, start, last)
    for k in range(start, min(last, start + LONG) + 1):
        if k < least:
            continue
        if k in scene.cues and not held and _quotes_next(scene, k, last):
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
        follows = _follows(scene, cue, i1, last)
        i3 = scene.behind[i2]
        turn, tense = _turn(scene, i1, last)
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
        ends = _ends_here(scene, cue, i1, last, follows, verbs, connective)
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


def ends_before(scene: Scene, cue: Cue, first: int, frame: str) -> Iterator[Candidate]:
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


def starts_before(scene: Scene, cue: Cue, end: int, first: int, frame: str) -> Iterator[Candidate]:
    """Yield where contents that end at *end*, before the cue, may begin, from right to left."""
    shapes, tags, inside = scene.shapes, scene.tags, scene.inside
    lemma, kind = names(cue)
    for i in range(end, max(first, end - LONG) - 1, -1):
        tag, here = tags[i], shapes[i]
        initial = i == first
        left_tag = "^" if initial else tags[i - 1]
        if tag == "PUNCT":
            if here not in OPENERS:
                continue
        elif tag in NOUNS and left_tag in NOUN_PARTS:
            continue
        left = "^" if initial else shapes[i - 1]
        n1 = shapes[i + 1] if i < end else "$"
        edge = "-"
        if inside[i]:
            edge = "o" if initial or not inside[i - 1] else "i"
        j1 = scene.ahead[i]
        j2 = scene.ahead[j1]
        word1 = shapes[j1] if j1 >= first else "^"
        word2 = shapes[j2] if j1 > j2 >= first else "^"
        length = bucket(end - i + 1)
        yield (
            i,
            (
                (left, here, frame),
                (left, kind, frame),
                (length, frame, kind),
                (length, left, frame),
                (bucket(i - first), frame),
                (here, frame),
                (lemma, left),
                (word1, edge, frame),
                (word1, word2, edge),
                (word1, here, edge),
                (tags[j1] if j1 >= first else "^", here, n1, edge),
            ),
        )
