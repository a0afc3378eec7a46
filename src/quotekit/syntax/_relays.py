"""Relays: words that reach the text through somebody else than the one who spoke them.

*Moss was quoted by the Post as saying*, *the Post quoted Moss as saying* and *guests heard Moss shout*
have Moss for speaker, whoever passes the words on.
"""

from __future__ import annotations

from quotekit.models import MentionKind
from quotekit.syntax._subject_finder import SubjectFinder
from quotekit.syntax._subjects import Subject

REACH = 20
"""*as saying* stands no more tokens than this behind its verb."""


def relayed(walk: SubjectFinder) -> Subject | None:
    """Return who speaks if the cue, or the verb it hangs on, passes somebody’s words on."""
    views, cue, small = walk.views, walk.cue, walk.small
    lowers, tags = views.tokens.lowers, views.tags
    if lowers[cue.head] in small.passing_on and cue.form != "noun":
        if not _as_saying(walk, cue.last + 1):
            return None
        return walk.before(cue.first) if cue.passive else walk.behind(cue.last, "quoted", 0.9)
    first = cue.first
    joined = first > 0 and lowers[first - 1] in small.quoted_as
    if joined and cue.form in ("gerund", "participle"):
        verb = _verb_before(walk, first - 2, max(walk.first, first - REACH))
        if verb < 0:
            return None
        passive = tags[verb] == "VBN" and lowers[verb + 1] in small.agents
        if passive or tags[verb - 1] in ("AUX", "ADV"):
            start = verb
            while start > walk.first and tags[start - 1] in ("AUX", "ADV"):
                start -= 1
            return walk.before(start)
        return walk.behind(verb, "quoted", 0.9)
    if cue.form in ("gerund", "base") and first == cue.head:
        return _perceived(walk)
    return None


def _as_saying(walk: SubjectFinder, i: int) -> bool:
    """Tell whether *as saying*, *as having said* follows in the clause."""
    tokens, tags, small = walk.tokens, walk.tags, walk.small
    for k in range(i, min(i + REACH, len(tokens) - 1)):
        if tokens.texts[k] in ".;:":
            break
        saying = tags[k + 1] == "VBG" or tokens.lowers[k + 1] in small.having
        if saying and tokens.lowers[k] in small.relays:
            return True
    return False


def _verb_before(walk: SubjectFinder, i: int, stop: int) -> int:
    """Return the nearest verb before token *i* that passes words on, or -1."""
    lowers, tags, known = walk.tokens.lowers, walk.tags, walk.small.passing_on
    for k in range(i, stop - 1, -1):
        if lowers[k] in known and tags[k] not in ("NOUN", "PROPN"):
            return k
    return -1


def _perceived(walk: SubjectFinder) -> Subject | None:
    """Find *her* in *heard her say* and *the foreman* in *heard the foreman shouting*."""
    tokens, cue = walk.tokens, walk.cue
    start = tokens.starts[cue.first]
    for mention in reversed(walk.mentions(walk.start, start)):
        first = tokens.after(mention.span.start)
        if mention.span.end != tokens.ends[cue.first - 1]:
            return None
        if first and tokens.lowers[first - 1] in walk.small.perceiving:
            sure = 0.9 if mention.kind is not MentionKind.PRONOUN else 0.85
            return Subject(mention, "quoted", sure)
        return None
    return None
