"""Features of a cue: does it report something here, and on which side do its contents stand?"""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.patterns import Plain
from quotekit._plugins.quotes.indirect.token_features import (
    TokenFeatures,
    bucket,
    clause,
    names,
    outline,
)
from quotekit.syntax._cues import Cue

Key = str | tuple[str, ...]
Candidate = tuple[int, tuple[Key, ...]]
"""A token and its features."""

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
OBJECT_PARTS = frozenset(("DET", "ADJ", "POS", "NUM", "NOUN"))


def cue_keys(
    scene: TokenFeatures,
    cue: Cue,
    bounds: tuple[int, int],
    before: Cue | None,
    behind: Cue | None,
    sure: Plain | None,
) -> tuple[Key, ...]:
    """Return the features of a cue in its sentence, with the cues before and behind it.

    Args:
        scene: The scene.
        cue: The cue.
        bounds: First and last token of its sentence.
        before: The cue before it.
        behind: The cue behind it.
        sure: Its plain frame.
    """
    first, last = bounds
    shown = sure.name if sure else "-"
    shapes = scene.shapes
    a, z, form = cue.first, cue.last, cue.form
    lemma, kind = names(cue)
    n1 = shapes[z + 1] if z < last else "$"
    aux = " ".join([scene.word(i) for i in range(a, cue.head)])
    subject, head = _subject(scene, a - 1, first)
    thing = _object(scene, z + 1, last)
    held = "in" if scene.inside[cue.head] else "out"
    marks_after = _marks_after(scene, z, last) if held == "out" else "none"
    marks_before = _marks_before(scene, a, first) if held == "out" else "none"
    that = _that(scene, z, last)
    right = bucket(last - z)
    previous = _neighbour(before, a - before.last - 1, before.head >= first) if before else "-"
    following = _neighbour(behind, behind.first - z - 1, behind.head <= last) if behind else "-"
    o1, o2, o3, o4 = outline(scene, z + 1, last, 1, 4)
    b1, b2, b3 = outline(scene, a - 1, first, -1, 3)
    connective = clause(scene, cue, first)
    passive = "passive" if cue.passive else "active"
    return (
        lemma,
        (lemma, form),
        (kind, form, passive),
        (lemma, subject),
        head,
        (kind, head),
        aux,
        (kind, aux),
        (held, kind),
        (held, head),
        marks_after,
        (marks_after, kind),
        marks_before,
        (marks_before, kind),
        (marks_before, marks_after, right),
        that,
        (that, lemma),
        bucket(a - first),
        previous,
        following,
        (kind, previous),
        (lemma, thing),
        thing,
        scene.word(a - 1) if a > first else "^",
        (form, n1, subject),
        (lemma, o1, o2),
        (o1, o2, o3, o4),
        (kind, b1, b2),
        (b1, b2, b3),
        (connective, form, o1),
        (shown, kind),
        (shown, lemma),
        (shown, held, subject),
        (shown, connective),
    )


def _subject(scene: TokenFeatures, j: int, first: int) -> tuple[str, str]:
    """Return what sort of word stands before the verb group, and the word where it is a noun."""
    if j < first:
        return "^", ""
    tag = scene.tags[j]
    if tag in NOMINAL:
        head = scene.word(j)
        return (head if tag == "PRON" else tag), head
    if scene.lowers[j] == ",":
        named = j == first or scene.tags[j - 1] == "PROPN"
        return ",", "PROPN" if named else scene.word(j - 1)
    return scene.shapes[j], ""


def _object(scene: TokenFeatures, k: int, last: int) -> str:
    """Return the head noun of the phrase behind the cue."""
    tags = scene.tags
    for i in range(k, min(last, k + 4) + 1):
        tag = tags[i]
        if tag == "NOUN" and (i == last or tags[i + 1] != "NOUN"):
            return scene.word(i)
        if tag in ("PROPN", "PRON"):
            return tag
        if tag not in OBJECT_PARTS:
            break
    return ""


def _marks_after(scene: TokenFeatures, z: int, last: int) -> str:
    for k in range(z + 1, min(last, z + 30) + 1):
        if scene.inside[k]:
            return bucket(k - z - 1)
    return "none"


def _marks_before(scene: TokenFeatures, a: int, first: int) -> str:
    for k in range(a - 1, max(first, a - 25) - 1, -1):
        if scene.inside[k]:
            return bucket(a - k - 1)
    return "none"


def _that(scene: TokenFeatures, z: int, last: int) -> str:
    """Return how far behind the cue *that* stands, before any comma or verb."""
    for k in range(z + 1, min(last, z + 10) + 1):
        tag = scene.tags[k]
        if tag == "SCONJ" and scene.lowers[k] == "that":
            return bucket(k - z - 1)
        if tag in ("PUNCT", "VBD", "VBZ"):
            break
    return "-"


def _neighbour(cue: Cue, gap: int, near: bool) -> str:
    return cue.row.kind + bucket(max(gap, 0)) if near else "-"
