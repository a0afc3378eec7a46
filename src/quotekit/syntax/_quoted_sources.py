"""Quoted sources: who spoke words that reach the text through somebody else.

*Moss was quoted by the Post as saying*, *the Post quoted Moss as saying* and *guests heard Moss shout*
have Moss for speaker, whoever passes the words on.
"""

from __future__ import annotations

from typing import Final

from quotekit.models import MentionKind
from quotekit.syntax._subject_finder import SubjectFinder
from quotekit.syntax._subjects import Subject

REACH: Final = 20
"""*as saying* stands no more tokens than this after its verb."""


def quoted_source(finder: SubjectFinder) -> Subject | None:
    """Return who speaks if the cue, or the verb it hangs on, passes somebody’s words on."""
    cue, small, lowers = finder.cue, finder.small, finder.tokens.lowers
    if lowers[cue.head] in small.passing_on and cue.form != "noun":
        if not _as_saying(finder, cue.last + 1):
            return None
        passive = cue.passive
        return finder.before(cue.first) if passive else finder.following(cue.last, "quoted", 0.9)
    first = cue.first
    joined = first > 0 and lowers[first - 1] in small.quoted_as
    if joined and cue.form in ("gerund", "participle"):
        verb = _verb_before(finder, first - 2, max(finder.first, first - REACH))
        return None if verb < 0 else finder.following(verb, "quoted", 0.9)
    if cue.form in ("gerund", "base") and first == cue.head:
        return _perceived(finder)
    return None


def _as_saying(finder: SubjectFinder, i: int) -> bool:
    """Return whether *as saying*, *as having said* follows in the clause."""
    tokens, tags, small = finder.tokens, finder.tags, finder.small
    for k in range(i, min(i + REACH, len(tokens) - 1)):
        if tokens.texts[k] in ".;:":
            break
        saying = tags[k + 1] == "VBG" or tokens.lowers[k + 1] in small.having
        if saying and tokens.lowers[k] in small.as_saying:
            return True
    return False


def _verb_before(finder: SubjectFinder, i: int, stop: int) -> int:
    """Return the nearest verb before token *i* that passes words on, or -1."""
    lowers, tags, known = finder.tokens.lowers, finder.tags, finder.small.passing_on
    for k in range(i, stop - 1, -1):
        if lowers[k] in known and tags[k] not in ("NOUN", "PROPN"):
            return k
    return -1


def _perceived(finder: SubjectFinder) -> Subject | None:
    """Find *her* in *heard her say* and *the foreman* in *heard the foreman shouting*."""
    tokens, cue = finder.tokens, finder.cue
    start = tokens.starts[cue.first]
    for mention in reversed(finder.mentions(finder.start, start)):
        first = tokens.after(mention.span.start)
        if mention.span.end != tokens.ends[cue.first - 1]:
            return None
        if first and tokens.lowers[first - 1] in finder.small.perceiving:
            sure = 0.9 if mention.kind is not MentionKind.PRONOUN else 0.85
            return Subject(mention, "quoted", sure)
        return None
    return None
