"""Vetoes: what looks like a report by its words and is none, whatever the weights say.

Each is a kind of its own, with a sentence it stops and one that it lets pass.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotekit.lexicon import Language
from quotekit.plugins.rules.reported.scene import FINITE, MARKS, Scene, takes_clauses
from quotekit.views.cues import Cue

Ranges = Sequence[tuple[int, int]]

VERBAL = FINITE | {"VERB", "VBN", "VBG", "PART", "SCONJ"}
TOPICS = frozenset(("about", "of", "how", "why", "what", "whether", "when", "where", "who"))


class Silent:
    """Nouns that *according to* may lead and that say nothing: *the map*, *plan*."""

    def __init__(self, language: Language) -> None:
        self.words = frozenset(language.table("cues").get("groups", {}).get("silent", ()))


def imperative(scene: Scene, cue: Cue) -> bool:
    """Stop *Say no now.*, let *They say no* pass."""
    if cue.form != "base" or cue.row.pos != "verb" or cue.first < cue.head:
        return False
    first, _ = scene.bounds(cue.head)
    return cue.first == first


def impersonal(scene: Scene, cue: Cue) -> bool:
    """Stop *It is said to be old*, let *The tower is said to be old* pass."""
    if cue.row.pos != "verb" or not cue.first:
        return False
    if cue.passive:
        return scene.lowers[cue.first - 1] == "it"
    following = scene.lowers[cue.last + 1] if cue.last + 1 < len(scene.lowers) else ""
    return cue.row.lemma == "say" and following == "to"


def bare_noun(scene: Scene, cue: Cue, contents: Ranges) -> bool:
    """Stop *She added sugar* and *He told no one*, let *He told Ida the pool was shut* pass."""
    row = cue.row
    if row.pos != "verb" or cue.passive:
        return False
    if (
        not (takes_clauses(cue) or "told" in row.frames)
        or len(contents) > 1
        or contents[0][0] < cue.last
    ):
        return False
    start, end = cue.last + 1, contents[0][1]
    if scene.inside[end] != scene.inside[cue.head] or scene.lowers[start] in MARKS:
        return False
    words = range(start, end + 1)
    return not any(scene.tags[i] in VERBAL or scene.lowers[i] in TOPICS for i in words)


def silent_source(scene: Scene, cue: Cue, source: tuple[int, int] | None) -> bool:
    """Stop *According to the map, the road ends*, let *According to the mayor …* pass."""
    if source is None or "after" not in cue.row.frames:
        return False
    silent = scene.document.language.memo(Silent).words
    return scene.lowers[source[1]] in silent


def handed_on(scene: Scene, _: Cue, contents: Ranges) -> bool:
    """Stop *He hit back, saying C* for *hit back*: it is *saying* that reports C."""
    start = contents[0][0]
    return start in scene.cues and scene.tags[start] == "VBG" and scene.shapes[start - 1] == ","


def scare_quotes(scene: Scene, cue: Cue, contents: Ranges) -> bool:
    """Stop *Critics call the “reform” a trap*, let *Critics call the reform “a trap”* pass."""
    if "predicate" not in cue.row.frames or len(contents) != 1:
        return False
    start, end = contents[0]
    held = scene.inside[cue.head]
    marked = [i for i in range(start, end + 1) if scene.inside[i] != held]
    return bool(marked) and len(marked) <= 2 and marked[-1] < end and scene.tags[start] == "DET"


BEFORE: tuple[Callable[[Scene, Cue], bool], ...] = (imperative, impersonal)
"""What is asked before the contents are looked for."""
BEHIND: tuple[Callable[[Scene, Cue, Ranges], bool], ...] = (
    bare_noun,
    handed_on,
    scare_quotes,
)
"""What is asked of the contents."""
