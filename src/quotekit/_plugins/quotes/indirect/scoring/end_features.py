"""Where contents may end, after the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

from quotekit._plugins.quotes.indirect.scoring.content_boundaries import (
    ends_here,
    next_clause,
    quotes_next,
    reaches,
    tense_at,
    turn_at,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import Option
from quotekit._plugins.quotes.indirect.token_features import (
    TERMINALS,
    TokenFeatures,
    bin_count,
    capped,
    chunk_shape,
    clause,
    cue_key,
    takes_clauses,
)
from quotekit.syntax._cues import Cue

LONG = 90
"""How many tokens contents may have; longer ones end where their sentence ends."""
DANGLING = frozenset(("DET", "ADP", "AUX", "MODAL", "CCONJ", "PART", "POS", "SCONJ"))
GOING_ON = frozenset("DET PROPN PRON ADJ NOUN NUM POS VBG VBN INTJ".split())
"""Contents go on before these, but for 5 in 1,000 in annotated news."""
NO_END = frozenset(",;:—–-(“‘`[")


ENDS_AFTER = (
    "next, class",
    "next (2)",
    "next, state",
    "length, lemma, last of the sentence",
    "state, opening",
    "words to the end, next but one",
    "position, next, length",
    "lemma, next",
    "tag, next tag",
    "tag, next tag, class",
    "quote marks, next (2)",
    "next cue, next (2)",
    "next cue, next, opening",
    "conjunction of the clause, next",
    "conjunction of the clause, next, verb to come",
    "conjunction of the clause, state, last of the sentence",
    "shape after (3)",
    "form, next (2)",
    "how another report follows, opening",
    "how another report follows, class",
    "how another report follows, next, verbs",
    "how a clause is joined, its tense, tense of the cue",
    "how a clause is joined, its tense, tense of the contents",
    "how a clause is joined, quote marks, opening",
)
"""What each feature of an end after the cue is made of."""
ENDS_BEFORE = (
    "gap, position, class",
    "lemma, gap, position",
    "next (2), position",
    "next, gap, position",
    "here, next, position",
    "quote marks, position, next",
    "commas, next, position, quote marks",
    "verbs, next, position",
    "tag, next (2)",
    "word after the cue, gap, position",
)
"""What each feature of an end before the cue is made of."""


def _opening(features: TokenFeatures, cue: Cue, start: int) -> str:
    """Return what kind of contents begins at *start*: a *that* clause, an infinitive, a name."""
    here, tag = features.shapes[start], features.tags[start]
    left = features.shapes[start - 1] if start > cue.last + 1 else "^"
    if left == "that" or here == "that":
        return "that"
    if here in features.words.clause_openers:
        return here
    if features.in_quotes[start] and not features.in_quotes[start - 1]:
        return "mark"
    return {"PRON": "pron", "VBG": "ing"}.get(tag, "np")


def ends_after(
    features: TokenFeatures, cue: Cue, start: int, last: int, position: str
) -> Iterator[Option]:
    """Yield where contents that begin at *start*, after the cue, may end."""
    shapes, tags, in_quotes, lowers = (
        features.shapes,
        features.tags,
        features.in_quotes,
        features.lowers,
    )
    lemma, kind = cue_key(cue)
    opening = _opening(features, cue, start)
    clausal = takes_clauses(cue) and opening in ("np", "pron", "that")
    clausal = clausal or (cue.row.pos == "noun" and opening == "that")
    pair = in_quotes[start - 1] if start else 0
    connective = clause(features, cue, features.bounds(cue.head)[0])
    told = tense_at(features, cue.first)
    saying = next(
        (t for i in range(start, min(last, start + LONG) + 1) if (t := tense_at(features, i))), ""
    )
    verb_from, comma_from = features.finite[start], features.commas[start]
    bracket_from = features.brackets[start]
    least = reaches(features, cue, start, last)
    for k in range(start, min(last, start + LONG) + 1):
        if k < least:
            continue
        if k in features.cues and not pair and quotes_next(features, k, last):
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
        i1 = features.next_word[k]
        i2 = features.next_word[i1]
        follows = next_clause(features, cue, i1, last)
        i3 = features.next_word[i2]
        turn, tense = turn_at(features, i1, last)
        n1 = shapes[i1] if i1 <= last else "$"
        n2 = shapes[i2] if i2 <= last else "$"
        quote = "-"
        if in_quotes[k] != pair:
            quote = "x" if not final and in_quotes[k + 1] == in_quotes[k] else "c"
        length = bin_count(k - start + 1)
        commas = capped(features.commas[k + 1] - comma_from, 3)
        verbs = capped(features.finite[k + 1] - verb_from, 2)
        bracket = "b" if features.brackets[k + 1] > bracket_from else ""
        verb_left = "v" if features.finite[last + 1] > features.finite[k + 1] else "-"
        ends = ends_here(features, cue, i1, last, follows, verbs, connective)
        ends = ends or (
            cue.row.pos == "noun" and opening == "to" and not final and features.verbal[i1]
        )
        if clausal and verbs == "0" and verb_left == "v" and quote == "-":
            if ends:
                return
            continue  # a clause needs its verb: *said the study, which …, shows it*
        state = intern(commas + verbs + quote + bracket)
        rest = "$" if final else bin_count(last - k)
        cue_next = features.cues.get(i1) or features.cues.get(i2) or features.cues.get(i3) or ""
        o1, o2, o3 = chunk_shape(features, k + 1, last, 1, 3)
        yield (
            k,
            (
                (n1, kind),
                (n1, n2),
                (n1, state),
                (length, lemma, "$" if final else ""),
                (state, opening),
                (rest, n2),
                (position, n1, length),
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


def ends_before(features: TokenFeatures, cue: Cue, first: int, position: str) -> Iterator[Option]:
    """Yield where contents before the cue may end, from right to left."""
    shapes, tags, in_quotes = features.shapes, features.tags, features.in_quotes
    lemma, kind = cue_key(cue)
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
        if in_quotes[e]:
            edge = "i" if in_quotes[e + 1] else "c"
        g = bin_count(a - e - 1)
        commas = capped(features.commas[a] - features.commas[e + 2], 2) if e + 2 <= a else "0"
        verbs = capped(features.finite[a] - features.finite[e + 1], 2)
        yield (
            e,
            (
                (g, position, kind),
                (lemma, g, position),
                (n1, n2, position),
                (n1, g, position),
                (here, n1, position),
                (edge, position, n1),
                (commas, n1, position, edge),
                (verbs, n1, position),
                (tag, n1, n2),
                (following, g, position),
            ),
        )
