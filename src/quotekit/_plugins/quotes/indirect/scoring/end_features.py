"""Where contents may end, after the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from quotekit._plugins.quotes.indirect.scoring.content_boundaries import (
    ends_here,
    next_clause,
    quotes_next,
    reaches,
    tense_at,
    turn_at,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key, Option
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
    if left in features.words.complementizers:
        return left
    if here in features.words.clause_openers:
        return here
    if features.in_quotes[start] and not features.in_quotes[start - 1]:
        return "mark"
    return {"PRON": "pron", "VBG": "ing"}.get(tag, "np")


class _Contents(NamedTuple):
    """Contents that begin after a cue: what all the places where they may end have in common.

    Attributes:
        features: The document, token by token.
        cue: The cue.
        start: The first token of the contents.
        last: The last token of the sentence.
        position: Where the contents are.
        opening: What they begin with.
        connective: The conjunction of the cue's own clause.
        told: The tense of the cue.
        saying: The tense of the contents.
        pair: The pair of quote marks that they begin in.
    """

    features: TokenFeatures
    cue: Cue
    start: int
    last: int
    position: str
    opening: str
    connective: str
    told: str
    saying: str
    pair: int

    def needs_verb(self) -> bool:
        """Return whether they are a clause, which has a verb of its own."""
        that = self.opening in self.features.words.complementizers
        if takes_clauses(self.cue):
            return self.opening in ("np", "pron") or that
        return self.cue.row.pos == "noun" and that


class _Inside(NamedTuple):
    """What contents have that end with a certain token."""

    length: str
    verbs: str
    verb_left: str
    quote: str
    state: str

    def lacks_verb(self) -> bool:
        """Return whether their verb is yet to come: *said* [*the study*, which …,] *shows it*."""
        return self.verbs == "0" and self.verb_left == "v" and self.quote == "-"


class _Next(NamedTuple):
    """What follows a possible end, marks left out: two words, and how another report is joined."""

    at: int
    word: str
    second: str
    report: str


def ends_after(
    features: TokenFeatures, cue: Cue, start: int, last: int, position: str
) -> Iterator[Option]:
    """Yield where contents that begin at *start*, after the cue, may end."""
    contents = _contents(features, cue, start, last, position)
    needs_verb, tags = contents.needs_verb(), features.tags
    for k in range(reaches(features, cue, start, last), min(last, start + LONG) + 1):
        if k in features.cues and not contents.pair and quotes_next(features, k, last):
            return
        if k < last and (tags[k + 1] in GOING_ON or _cannot_end(features, k)):
            continue
        inside, following = _inside(contents, k), _next(contents, k)
        ends = _must_end(contents, k, inside, following)
        if not (needs_verb and inside.lacks_verb()):
            yield k, _after_keys(contents, k, inside, following)
        if ends:
            return


def _contents(features: TokenFeatures, cue: Cue, start: int, last: int, position: str) -> _Contents:
    tenses = (tense_at(features, i) for i in range(start, min(last, start + LONG) + 1))
    return _Contents(
        features,
        cue,
        start,
        last,
        position,
        opening=_opening(features, cue, start),
        connective=clause(features, cue, features.bounds(cue.head)[0]),
        told=tense_at(features, cue.first),
        saying=next(filter(None, tenses), ""),
        pair=features.in_quotes[start - 1] if start else 0,
    )


def _cannot_end(features: TokenFeatures, k: int) -> bool:
    """Return whether no contents end with *k*: *the*, or a comma."""
    tag = features.tags[k]
    if tag == "PUNCT":
        return features.shapes[k] in NO_END
    return tag in DANGLING and features.lowers[k + 1] not in TERMINALS


def _inside(contents: _Contents, k: int) -> _Inside:
    features, _, start, last = contents[:4]
    finite, in_quotes = features.finite, features.in_quotes
    quote = "-"
    if in_quotes[k] != contents.pair:
        quote = "x" if k < last and in_quotes[k + 1] == in_quotes[k] else "c"
    commas = capped(features.commas[k + 1] - features.commas[start], 3)
    verbs = capped(finite[k + 1] - finite[start], 2)
    bracket = "b" if features.brackets[k + 1] > features.brackets[start] else ""
    return _Inside(
        length=bin_count(k - start + 1),
        verbs=verbs,
        verb_left="v" if finite[last + 1] > finite[k + 1] else "-",
        quote=quote,
        state=intern(commas + verbs + quote + bracket),
    )


def _next(contents: _Contents, k: int) -> _Next:
    features, cue, _, last = contents[:4]
    i1 = features.next_word[k]
    i2 = features.next_word[i1]
    return _Next(
        at=i1,
        word=features.shapes[i1] if i1 <= last else "$",
        second=features.shapes[i2] if i2 <= last else "$",
        report=next_clause(features, cue, i1, last),
    )


def _must_end(contents: _Contents, k: int, inside: _Inside, following: _Next) -> bool:
    """Return whether contents that do not end with *k* end nowhere behind it either."""
    features, cue, _, last = contents[:4]
    at, report = following.at, following.report
    if ends_here(features, cue, at, last, report, inside.verbs, contents.connective):
        return True
    noun = cue.row.pos == "noun" and contents.opening in features.words.infinitive
    return noun and k < last and features.verbal[at]


def _after_keys(contents: _Contents, k: int, inside: _Inside, following: _Next) -> tuple[Key, ...]:
    features, cue, _, last, position, opening, connective, told, saying, _ = contents
    length, verbs, verb_left, quote, state = inside
    at, n1, n2, report = following
    lemma, kind = cue_key(cue)
    cues, tag = features.cues, features.tags[k]
    final, after = ("$", "$") if k == last else ("", features.tags[k + 1])
    second = features.next_word[at]
    cue_next = cues.get(at) or cues.get(second) or cues.get(features.next_word[second]) or ""
    turn, tense = turn_at(features, at, last)
    return (
        (n1, kind),
        (n1, n2),
        (n1, state),
        (length, lemma, final),
        (state, opening),
        (final or bin_count(last - k), n2),
        (position, n1, length),
        (lemma, n1),
        (tag, after),
        (tag, after, kind),
        (quote, n1, n2),
        (cue_next, n1, n2),
        (cue_next, n1, opening),
        (connective, n1),
        (connective, n1, verb_left),
        (connective, state, final),
        chunk_shape(features, k + 1, last, 1, 3),
        (cue.form, n1, n2),
        (report, opening),
        (report, kind),
        (report, n1, verbs),
        (turn, tense, told),
        (turn, tense, saying),
        (turn, quote, opening),
    )


def ends_before(features: TokenFeatures, cue: Cue, first: int, position: str) -> Iterator[Option]:
    """Yield where contents before the cue may end, from right to left."""
    shapes, tags, in_quotes = features.shapes, features.tags, features.in_quotes
    lemma, kind = cue_key(cue)
    a = cue.first
    following = shapes[cue.last + 1] if cue.last + 1 < len(shapes) else "$"
    for e in range(a - 1, max(first, a - 30) - 1, -1):
        tag, here = tags[e], shapes[e]
        n1 = shapes[e + 1]
        stranded = here in features.words.stranded or (tag == "ADP" and n1 == ",")
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
