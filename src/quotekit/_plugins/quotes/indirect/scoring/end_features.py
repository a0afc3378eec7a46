"""Where contents may end, after the cue and before it: candidates with their features.

A candidate is a token and its features; a model picks one.
"""

from __future__ import annotations

from sys import intern
from typing import Final, NamedTuple

from quotekit._plugins.quotes.indirect.patterns.clause_ends import (
    DANGLING,
    LONG,
    End,
    ends,
    tense_at,
    turn_at,
)
from quotekit._plugins.quotes.indirect.scoring.cue_features import Key
from quotekit._plugins.quotes.indirect.scoring.options import Option, Options, shared_by
from quotekit._plugins.quotes.indirect.token_features import (
    BINNED,
    BRACKETED,
    TokenFeatures,
    bin_count,
    chunk_shape,
    clause,
    cue_key,
    takes_clauses,
    up_to,
)
from quotekit.syntax._cues import Cue

ENDS_AFTER: Final = (
    "class → next",
    "next (2)",
    "next, state",
    "lemma → length, last of the sentence",
    "opening → state",
    "words to the end, next but one",
    "position → next, length",
    "lemma → next",
    "tag, next tag",
    "class → tag, next tag",
    "quote marks, next (2)",
    "next cue, next (2)",
    "opening → next cue, next",
    "conjunction of the clause → next",
    "conjunction of the clause → next, verb to come",
    "conjunction of the clause → state, last of the sentence",
    "shape after (3)",
    "form → next (2)",
    "opening → how another report follows",
    "class → how another report follows",
    "how another report follows, next, verbs",
    "tense of the cue → how a clause is joined, its tense",
    "tense of the contents → how a clause is joined, its tense",
    "opening → how a clause is joined, quote marks",
)
"""What each feature of an end after the cue is made of."""
ENDS_BEFORE: Final = (
    "class, position → gap",
    "lemma, position → gap",
    "position → next (2)",
    "position → next, gap",
    "position → here, next",
    "position → quote marks, next",
    "position → commas, next, quote marks",
    "position → verbs, next",
    "tag, next (2)",
    "word after, position → gap",
)
"""What each feature of an end before the cue is made of."""
_shared_after: Final = shared_by(
    ENDS_AFTER,
    (
        "class",
        "lemma",
        "form",
        "position",
        "opening",
        "conjunction of the clause",
        "tense of the cue",
        "tense of the contents",
    ),
)
_shared_before: Final = shared_by(ENDS_BEFORE, ("class", "lemma", "position", "word after"))
UP_TO_2: Final = up_to(2)
UP_TO_3: Final = up_to(3)
NOTHING_JOINED: Final = "-", ""


def _states(quote: str, bracket: str) -> tuple[tuple[str, ...], ...]:
    """Return the words for what contents hold: by commas, then by verbs."""
    rows = [
        tuple(intern(f"{commas}{verbs}{quote}{bracket}") for verbs in UP_TO_2) for commas in "0123"
    ]
    return tuple(rows[int(commas)] for commas in UP_TO_3)


STATES: Final = {
    (quote, bool(bracket)): _states(quote, bracket) for quote in "-xc" for bracket in ("", "b")
}
"""How marks close, whether a bracket is open → how many commas and verbs contents have."""


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

    def shared(self) -> tuple[Key, ...]:
        """Return what the features of all ends share."""
        lemma, kind = cue_key(self.cue)
        cue = kind, lemma, self.cue.form, self.position, self.opening, self.connective
        return _shared_after(*cue, self.told, self.saying)

    def needs_verb(self) -> bool:
        """Return whether they are a clause, which has a verb of its own."""
        words = self.features.words
        if self.opening in words.complementizers or self.opening in words.whether:
            return True
        return takes_clauses(self.cue) and self.opening in ("np", "pron")


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


def ends_after(features: TokenFeatures, cue: Cue, start: int, last: int, position: str) -> Options:
    """Return where contents that begin at *start*, after the cue, may end."""
    contents = _contents(features, cue, start, last, position)
    return Options(contents.shared(), _ends_after(contents))


def _ends_after(contents: _Contents) -> list[Option]:
    features, cue, start, last = contents[:4]
    needs_verb = contents.needs_verb()
    found: list[Option] = []
    for end in ends(features, cue, start, last):
        inside = _inside(contents, end.token)
        if not (needs_verb and inside.lacks_verb()):
            found.append((end.token, _after_keys(contents, end, inside)))
    return found


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


def _inside(contents: _Contents, k: int) -> _Inside:
    features, _, start, last = contents[:4]
    finite, in_quotes = features.finite, features.in_quotes
    quote = "-"
    if in_quotes[k] != contents.pair:
        quote = "x" if k < last and in_quotes[k + 1] == in_quotes[k] else "c"
    counts = features.tally[k + 1] - features.tally[start]
    return _Inside(
        length=BINNED[k - start + 1],
        verbs=UP_TO_2[counts & 255],
        verb_left="v" if finite[last + 1] > finite[k + 1] else "-",
        quote=quote,
        state=STATES[quote, counts >= BRACKETED][counts >> 8 & 255][counts & 255],
    )


def _after_keys(contents: _Contents, end: End, inside: _Inside) -> tuple[Key, ...]:
    features, _, _, last = contents[:4]
    length, verbs, verb_left, quote, state = inside
    k, report = end.token, end.report
    at = features.next_word[k]
    second = features.next_word[at]
    n1 = features.shapes[at] if at <= last else "$"
    n2 = features.shapes[second] if second <= last else "$"
    cues, tag = features.cues, features.tags[k]
    final, after = ("$", "$") if k == last else ("", features.tags[k + 1])
    cue_next = cues.get(at) or cues.get(second) or cues.get(features.next_word[second]) or ""
    joined = turn_at(features, at, last) if n1 in features.joining else NOTHING_JOINED
    words, tags = (n1, n2), (tag, after)
    return (
        n1,
        words,
        (n1, state),
        (length, final),
        state,
        (final or bin_count(last - k), n2),
        (n1, length),
        n1,
        tags,
        tags,
        (quote, n1, n2),
        (cue_next, n1, n2),
        (cue_next, n1),
        n1,
        (n1, verb_left),
        (state, final),
        chunk_shape(features, k + 1, last, 1, 3),
        words,
        report,
        report,
        (report, n1, verbs),
        joined,
        joined,
        (joined[0], quote),
    )


def ends_before(features: TokenFeatures, cue: Cue, first: int, position: str) -> Options:
    """Return where contents before the cue may end, from right to left."""
    lemma, kind = cue_key(cue)
    shapes = features.shapes
    following = shapes[cue.last + 1] if cue.last + 1 < len(shapes) else "$"
    shared = _shared_before(kind, lemma, position, following)
    return Options(shared, _ends_before(features, cue.first, first))


def _ends_before(features: TokenFeatures, a: int, first: int) -> list[Option]:
    found: list[Option] = []
    shapes, tags, in_quotes = features.shapes, features.tags, features.in_quotes
    tally, may_strand = features.tally, features.words.stranded
    for e in range(a - 1, max(first, a - 30) - 1, -1):
        tag, here, n1 = tags[e], shapes[e], shapes[e + 1]
        if tag == "PUNCT" or (
            tag in DANGLING and here not in may_strand and not (tag == "ADP" and n1 == ",")
        ):
            continue
        n2 = shapes[e + 2] if e + 2 < a else "@"
        edge = "-"
        if in_quotes[e]:
            edge = "i" if in_quotes[e + 1] else "c"
        g = BINNED[a - e - 1]
        commas = UP_TO_2[tally[a] - tally[e + 2] >> 8 & 255] if e + 2 <= a else "0"
        verbs = UP_TO_2[tally[a] - tally[e + 1] & 255]
        keys = (
            g,
            g,
            (n1, n2),
            (n1, g),
            (here, n1),
            (edge, n1),
            (commas, n1, edge),
            (verbs, n1),
            (tag, n1, n2),
            g,
        )
        found.append((e, keys))
    return found
